//! HTML as it is met in the world becomes the same in a browser as natively.

use article_widget_core::rich_text::html;
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../corpus/fragments.rs"]
mod fragments;
#[path = "../../src/core/rich_text/html/notation.rs"]
mod notation;

#[wasm_bindgen_test]
fn the_corpus_becomes_what_it_becomes_natively() {
    let fragments = fragments::fragments();
    assert!(fragments.len() >= 200, "{}", fragments.len());
    for (name, html, expected) in fragments {
        let blocks = notation::of_blocks(&html::blocks(html)).replace('\n', "\\n");
        assert_eq!(blocks, expected, "{name}");
    }
}
