//! Tools from PyPI, each in a virtual environment of its own.

use std::process::Command;

use super::folder;

/// Makes the virtual environment.
pub(super) fn preparation(name: &str, version: &str) -> Command {
    let mut python = Command::new("python3");
    python.args(["-m", "venv"]).arg(folder::of(name, version));
    python
}

/// `pip install`, into the virtual environment.
pub(super) fn installation(name: &str, version: &str) -> Command {
    let mut python = Command::new(folder::of(name, version).join("bin/python"));
    python.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    python.arg(format!("{name}=={version}"));
    python
}
