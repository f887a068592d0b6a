//! Tools from npm.

use std::process::Command;

use super::folder;
use crate::{Outcome, workspace};

/// `npm install`, into the tool's own folder, without running its scripts.
pub(super) fn installation(name: &str, version: &str) -> Command {
    let mut npm = installation_of_manifest(name, version);
    npm.arg("--no-save").arg(format!("{name}@{version}"));
    npm
}

/// `npm install` of what the `package.json` in the tool's folder names.
pub(super) fn installation_of_manifest(name: &str, version: &str) -> Command {
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]);
    npm.args(["--loglevel", "error", "--prefix"]).arg(folder::of(name, version));
    npm
}

/// Lays a `package.json` of ours into the tool's folder.
pub(super) fn prepare(manifest: &str, name: &str, version: &str) -> Outcome {
    let folder = folder::of(name, version);
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(workspace::root().join(manifest), folder.join("package.json")))
        .map(drop)
        .map_err(|error| format!("can't copy {manifest}: {error}"))
}
