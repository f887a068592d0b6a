//! Words and marks in a text, found without the searchers of Rust's own
//! library, which weigh 3 KB to be fast on long words and texts.

/// Where `words` first stand in `text`.
///
/// ```
/// use article_widget_core::search::find;
/// assert_eq!(find("é://b://", "://"), Some(2));
/// assert_eq!(find("a", "ab"), None);
/// assert_eq!(find("a", ""), Some(0));
/// ```
#[inline(never)]
pub fn find(text: &str, words: &str) -> Option<usize> {
    // UTF-8 never has a whole text begin inside of a letter.
    let (text, words) = (text.as_bytes(), words.as_bytes());
    (0..=text.len().checked_sub(words.len())?).find(|&start| text[start..].starts_with(words))
}

/// What stands in `text` before the first of these ASCII marks; all of it when
/// there is none.
///
/// ```
/// use article_widget_core::search::until;
/// assert_eq!(until("fr-NE", b"-"), "fr");
/// assert_eq!(until("été?a#b", b"#?"), "été");
/// assert_eq!(until("ha", b"-"), "ha");
/// ```
#[inline(never)]
pub fn until<'t>(text: &'t str, marks: &[u8]) -> &'t str {
    let end = text.bytes().position(|byte| marks.contains(&byte));
    end.map_or(text, |end| &text[..end])
}

/// The parts of `text` between these ASCII marks.
///
/// ```
/// use article_widget_core::search::parts;
/// assert_eq!(parts("a.b.", b'.'), ["a", "b", ""]);
/// assert_eq!(parts("", b'.'), [""]);
/// ```
#[inline(never)]
pub fn parts(mut text: &str, mark: u8) -> Vec<&str> {
    let mut parts = Vec::new();
    loop {
        let part = until(text, &[mark]);
        parts.push(part);
        match text.get(part.len() + 1..) {
            Some(rest) => text = rest,
            None => return parts,
        }
    }
}
