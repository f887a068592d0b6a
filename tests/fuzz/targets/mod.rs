//! The targets, one per file.

pub mod backend;
pub mod document;
pub mod foreign_map;
pub mod html;
pub mod source;
pub mod stored;

use article_widget_core::article::{Article, write};
use article_widget_core::json::Json;
use article_widget_core::rich_text::html::Origin;
use article_widget_html_tests::harmless;

/// The text that the fuzzer means; what is not UTF-8 never comes to the core.
fn text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}

/// Reads an article document and checks what comes out.
fn check_document(json: &Json) {
    let Ok((article, warnings)) = Article::decode(json) else { return };
    for warning in &warnings.0 {
        assert!(!warning.sentence().is_empty());
    }
    harmless::check_blocks(&article.body, Origin::Article, 0);
    // What is written, but for the map, is read without a complaint.
    let written = write::document(&article);
    let again = Article::decode_with_map(&written, json);
    let (again, mut warnings) = again.expect("what was written can be read");
    let of_map = ["/actors", "/relations", "/events"];
    warnings.0.retain(|problem| !of_map.iter().any(|part| problem.to_string().contains(part)));
    assert!(
        warnings.0.is_empty(),
        "{:?} in {}",
        warnings.0,
        serde_json::to_string(&written).unwrap_or_default()
    );
    assert_eq!(write::document(&again), written);
}
