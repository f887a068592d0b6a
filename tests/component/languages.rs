//! The languages, and what the browser says of them.

use article_widget_browser::json;
use article_widget_core::json::Json;
use article_widget_core::language::Language;
use wasm_bindgen::UnwrapThrowExt;

/// The files of the languages, by tag.
pub const FILES: [(&str, &str); 4] = [
    ("ar", include_str!("../../languages/ar.json")),
    ("en", include_str!("../../languages/en.json")),
    ("fr", include_str!("../../languages/fr.json")),
    ("ha", include_str!("../../languages/ha.json")),
];

/// A language's file.
pub fn file(tag: &str) -> Json {
    let found = FILES.iter().find(|(of, _)| *of == tag);
    json::parse(found.expect_throw("a language of ours").1).expect_throw("JSON")
}

/// The language of a tag, whatever follows.
pub fn language(tag: &str) -> &'static Language {
    let primary = tag.get(..2).unwrap_or_default();
    Language::read(file(primary)).expect_throw("a language")
}
