//! Where things are, and what the manifests say.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::Outcome;

/// The top of the repository.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // Asked when we run, because a repository can be moved after it was built.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        here.parent().map_or(here.clone(), Path::to_path_buf)
    })
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) if !folder.is_empty() => root().join(folder),
        _ => root().join("target"),
    }
}

/// What is shipped.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of the workspace's packages.
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The cargo that called us, at the top of the repository.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Which version of a package `Cargo.lock` has chosen.
pub(crate) fn locked_version(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .map_err(|error| format!("can't read {}: {error}", path.display()))?;
    version_in_lock(&lock, package)
        .map(str::to_string)
        .ok_or_else(|| format!("{} has no package `{package}`", path.display()))
}

/// What stands for the content of one of our files: the start of its SHA-256.
pub(crate) fn fingerprint(path: &str) -> Outcome<String> {
    use sha2::Digest;
    let bytes =
        std::fs::read(root().join(path)).map_err(|error| format!("can't read {path}: {error}"))?;
    let hash = sha2::Sha256::digest(&bytes);
    Ok(hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect())
}

fn version_in_lock<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lock_file_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "bindgen"), None);
    }

    #[test]
    fn the_lock_file_names_what_the_tools_must_match() {
        assert!(locked_version("wasm-bindgen").is_ok());
    }
}
