//! Foreign HTML.

use crate::root;
use article_widget_html_tests::harmless;
use std::fs;

/// Whatever is read, only allowed elements and addresses come out, and what is
/// written of it is read again as it was.
pub fn run(data: &[u8]) {
    if let Some(source) = super::text(data) {
        harmless::check(source);
    }
}

/// The corpus, attacks, and inputs of html5lib.
pub fn seeds() -> Vec<String> {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap_or_default();
    let mut seeds = Vec::new();
    for part in read("tests/corpus/fragments.html").split("\n==== ").skip(1) {
        seeds.extend(part.split_once('\n').map(|(_, html)| html.to_owned()));
    }
    let attacks = read("src/core/rich_text/html/tests/data/attacks.html");
    seeds.extend(attacks.lines().filter(|line| !line.starts_with('#')).map(str::to_owned));
    let trees: Vec<(String, String)> =
        serde_json::from_str(&read("tests/html/html5lib/tree.json")).unwrap_or_default();
    seeds.extend(trees.into_iter().map(|(_, source)| source));
    seeds
}
