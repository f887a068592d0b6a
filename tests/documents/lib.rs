//! The documents that this repository ships, held against their schemas and
//! against the decoders: both have to say the same.
//!
//! | file | holds |
//! | --- | --- |
//! | `agreement.rs` | that the schemas refuse nothing that the decoders take |
//! | `documentation.rs` | that the documentation says what is so |
//! | `schema.rs` | the schemas, ready to judge |
//! | `descriptions.rs` | descriptions of comment servers, right and wrong |
//! | `samples.rs` | what is true of the samples in `www/` and of the presets |
//! | `wrong_documents.rs` | what is wrong in `wrong/*.json`, and where; to add a case, add a file |
#![cfg(test)]

mod agreement;
mod descriptions;
mod documentation;
mod samples;
mod schema;
mod wrong_documents;

use article_widget_core::json::Json;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The JSON files in a folder of the repository, by name.
fn json_files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "nothing in {folder}");
    files
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The same document as the core reads it.
fn as_core(document: &Value) -> Json {
    serde_json::from_value(document.clone()).unwrap()
}
