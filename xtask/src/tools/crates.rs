//! Tools that cargo compiles from their published crates.

use std::process::Command;

use super::folder;

/// `cargo install`, into the tool's own folder.
pub(super) fn installation(name: &str, version: &str, locked: bool) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["install", name, "--version", version]);
    if locked {
        cargo.arg("--locked");
    }
    cargo.arg("--root").arg(folder::of(name, version));
    // What was compiled before an interruption is not compiled again.
    cargo.env("CARGO_TARGET_DIR", folder::to_build(name, version));
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    // These tools run for seconds: to compile them in half the time is worth more.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    cargo
}

/// Removes what was only needed to compile.
pub(super) fn clean_up(name: &str, version: &str) {
    // What can't be removed only takes space.
    drop(std::fs::remove_dir_all(folder::to_build(name, version)));
}
