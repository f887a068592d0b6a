//! `package.json`, for those who install from npm.

use super::package;
use crate::{Outcome, workspace};

/// `www/package.json`, in the order that it is written in: resolvers take the
/// first condition that holds.
///
/// # Errors
/// Its version is not the workspace's.
pub(super) fn package_json() -> Outcome<Vec<u8>> {
    let manifest = package::read(&workspace::root().join("www/package.json"))?;
    let wanted = format!("\"version\": \"{}\"", workspace::version());
    if String::from_utf8_lossy(&manifest).contains(&wanted) {
        Ok(manifest)
    } else {
        Err(format!("www/package.json should say {wanted}, as Cargo.toml does"))
    }
}
