//! That both show the same, and where they don't, why.

use crate::random::Random;
use crate::{harmless, ours, theirs};
use article_widget_core::rich_text::html::blocks;

#[path = "../corpus/fragments.rs"]
mod fragments;

/// Checks that just the sources in `differences` (each line a reason and
/// after it the names) are shown otherwise by our reader than by a browser's.
fn check(sources: Vec<(String, String)>, differences: &str) {
    let mut wrong = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for line in differences.lines().filter(|line| !line.starts_with('#')) {
        known.extend(line.split_once(". ").into_iter().flat_map(|(_, names)| names.split(", ")));
    }
    for (name, source) in &sources {
        harmless::check(source);
        let (ours, theirs) = (ours::lines(&blocks(source)), theirs::lines(source));
        let is_known = known.contains(&&**name);
        known.retain(|known| known != name);
        if (ours != theirs) != is_known {
            let what = if is_known { "is the same now" } else { "differs" };
            wrong.push(format!(
                "{name} {what}: {source:?}\n    ours   {ours:?}\n    theirs {theirs:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(known.is_empty(), "there is no {known:?}");
}

#[test]
fn trees_of_html5lib() {
    let sources: Vec<_> = serde_json::from_str(include_str!("html5lib/tree.json")).unwrap();
    check(sources, include_str!("differences/html5lib.txt"));
}

#[test]
fn fragments_of_the_world() {
    let owned = |(name, html, _): (&str, &str, &str)| (name.to_owned(), html.to_owned());
    let sources = fragments::fragments().into_iter().map(owned).collect();
    check(sources, include_str!("differences/corpus.txt"));
}

/// All letters that are read, sorted; without formats, and what stands alone.
fn letters(lines: &[String]) -> Vec<char> {
    let mut letters = Vec::new();
    for line in lines {
        let text = line.split_once(". ").map_or("", |(_, text)| text);
        let mut is_format = false;
        for c in text.chars().filter(|_| !text.starts_with('[')) {
            is_format = c == '{' || is_format && c != '}';
            letters.extend((!is_format && !matches!(c, ' ' | '}' | '\u{a0}')).then_some(c));
        }
    }
    letters.sort_unstable();
    letters
}

/// What is read otherwise by design: see `differences`.
const BY_DESIGN: [&str; 9] =
    ["<svg", "<select", "&not", "<img", "<iframe", "<video", "<figure", "<pre", "&ampa;"];

#[test]
fn random_html() {
    let mut random = Random(2026);
    let (mut differ, mut compared) = (Vec::new(), 0);
    for _ in 0..40_000 {
        let source = random.html();
        if BY_DESIGN.iter().any(|piece| source.contains(piece)) {
            continue;
        }
        compared += 1;
        let (ours, theirs) = (ours::lines(&blocks(&source)), theirs::lines(&source));
        if letters(&ours) != letters(&theirs) {
            differ.push(format!("{source:?}\n    ours   {ours:?}\n    theirs {theirs:?}"));
        }
    }
    assert!(differ.is_empty(), "{} of {compared}:\n{}", differ.len(), differ.join("\n"));
    assert!(compared > 10_000, "{compared}");
}
