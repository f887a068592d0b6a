//! Tools from npm.

use std::process::Command;

use super::folder;

/// `npm install`, into the tool's own folder, without running its scripts.
pub(super) fn installation(name: &str, version: &str) -> Command {
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]);
    npm.args(["--loglevel", "error", "--prefix"]).arg(folder::of(name, version));
    npm.arg(format!("{name}@{version}"));
    npm
}
