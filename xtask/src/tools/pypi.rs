//! Tools from PyPI, each in a virtual environment of its own.

use std::process::Command;

use super::folder;
use crate::{Outcome, run};

/// Makes the virtual environment.
pub(super) fn prepare(name: &str, version: &str) -> Outcome {
    run::run(Command::new("python3").args(["-m", "venv"]).arg(folder::of(name, version)))
}

/// `pip install`, into the virtual environment.
pub(super) fn installation(name: &str, version: &str) -> Command {
    let mut python = Command::new(folder::of(name, version).join("bin/python"));
    python.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    python.arg(format!("{name}=={version}"));
    python
}
