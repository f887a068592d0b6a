//! Fragments as they are met in the world: what they become is written down
//! beside them, and is the same in a browser (`tests/component/corpus.rs`).

use super::super::blocks;
use super::super::notation::of_blocks;

#[path = "../../../../../tests/corpus/fragments.rs"]
mod fragments;

#[test]
fn the_corpus_becomes_what_is_written_down() {
    let fragments = fragments::fragments();
    assert!(fragments.len() >= 200, "{}", fragments.len());
    if std::env::var_os("UPDATE_CORPUS").is_some() {
        let mut lines = String::new();
        for (name, html, _) in &fragments {
            lines += &format!("{name} → {}\n", escaped(&of_blocks(&blocks(html))));
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/blocks.txt");
        std::fs::write(path, lines).unwrap();
        return;
    }
    for (name, html, expected) in fragments {
        assert_eq!(escaped(&of_blocks(&blocks(html))), expected, "{name}");
    }
}

/// One line of text.
fn escaped(text: &str) -> String {
    text.replace('\n', "\\n")
}
