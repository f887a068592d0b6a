//! Article documents with their maps.

use crate::texts_in;
use article_widget_core::json::Json;

/// Whatever is decoded, what is wrong gets a sentence, addresses are allowed
/// ones, and what is written is a document without anything wrong.
pub fn run(data: &[u8]) {
    let Some(text) = super::text(data) else { return };
    if let Ok(json) = serde_json::from_str::<Json>(text) {
        super::check_document(&json);
    }
}

/// The samples, and documents with something wrong.
pub fn seeds() -> Vec<String> {
    texts_in(&["www", "tests/documents/wrong", "src/core/source/examples"])
        .into_iter()
        .filter(|text| text.trim_start().starts_with('{'))
        .collect()
}
