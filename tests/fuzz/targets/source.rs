//! Articles of other systems: pages, WordPress, Portable Text, ninjs.

use crate::texts_in;
use article_widget_core::source;

/// Whatever is found at an address, it is refused or becomes a document.
pub fn run(data: &[u8]) {
    let Some(text) = super::text(data) else { return };
    let parse = |text: &str| serde_json::from_str(text).ok();
    if let Ok(document) = source::document(text, &parse) {
        super::check_document(&document);
    }
}

/// An example of each.
pub fn seeds() -> Vec<String> {
    texts_in(&["src/core/source/examples"])
}
