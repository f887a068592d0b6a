//! The fragments of this folder, for the tests that read them.

/// Each fragment: its name, its HTML, and what it becomes in the short notation.
pub(crate) fn fragments() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut found = Vec::new();
    let mut expected = include_str!("blocks.txt").lines();
    for part in include_str!("fragments.html").split("\n==== ").skip(1) {
        let (name, html) = part.split_once('\n').unwrap_or((part, ""));
        let line = expected.next().unwrap_or("");
        found.push((name, html, line.strip_prefix(name).unwrap_or(line).trim_start_matches(" → ")));
    }
    found
}
