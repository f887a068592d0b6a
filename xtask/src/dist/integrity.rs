//! `integrity.json`: for every file the hash that a browser can check.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha384};

use super::package::Package;
use crate::Outcome;

/// The hash as `integrity` attributes have it.
pub(super) fn hash(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The hashes of all files written so far.
pub(super) fn of(package: &Package) -> Outcome<String> {
    let mut hashes = Map::new();
    for name in package.names() {
        hashes.insert(name.to_string(), Value::String(hash(&package.read(name)?)));
    }
    Ok(format!("{:#}\n", Value::Object(hashes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification of Subresource Integrity.
    #[test]
    fn hashes_are_what_browsers_check() {
        assert_eq!(
            hash(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
