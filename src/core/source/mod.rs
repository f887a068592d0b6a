//! Articles from where they already are: what is found at an address becomes an
//! article document, whatever wrote it.
//!
//! | module | reads |
//! | --- | --- |
//! | [`wordpress`] | a post of WordPress's REST API |
//! | [`page`] | an HTML page that holds an article |
//! | [`portable_text`] | Portable Text, which Sanity and others export |
//! | [`ninjs`] | ninjs 3.1 of the IPTC, which news agencies send |
//!
//! A reader gives the document as [`Json`], in the shape of `docs/article-format.md`;
//! [`Article`](crate::article::Article) reads that as it reads any other, with
//! the same checks. A new source is a new file here, and a line in [`document`]. In
//! a page, what is neither ours nor WordPress's is read by the companion module
//! `formats`, which only those pages load ([`crate::companion`]).

mod draft;
pub mod ninjs;
pub mod page;
pub mod portable_text;
pub mod wordpress;

pub use draft::push_escaped;

use crate::json::Json;

/// Reads a text as JSON: the browser's own reader in a page, serde_json natively.
pub type ParseJson<'a> = &'a dyn Fn(&str) -> Option<Json>;

/// Texts from this length on are refused, in bytes of UTF-8: reading them would hold up the page.
/// (`www/embed.js` cuts them off after as many letters, so that the refusal is quick.)
pub const MAX_LENGTH: usize = 1_000_000;

/// A longer text of an article is refused, in bytes of HTML: fifty thousand words.
pub const MAX_BODY: usize = 400_000;

/// Why there is no article in what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is neither JSON nor HTML.
    NotJson,
    /// It is more than a page can show without halting.
    TooLong,
    /// There is nothing to read in it.
    NoArticle,
    /// It wants a password or a login first.
    Protected,
    /// The server says, in its own words, that there is nothing.
    Refused(String),
}

/// The article document in `text`, whatever kind of source it is: JSON, or HTML
/// if its first sign is "<".
///
/// # Errors
/// Why there is none.
///
/// ```
/// use article_widget_core::source;
/// let parse = |text: &str| serde_json::from_str(text).ok();
/// let page = "<title>A</title><article><h1>Niamey</h1><p>The text of it.</article>";
/// let document = source::document(page, &parse).unwrap();
/// assert_eq!(document.get("title").and_then(|title| title.as_text()), Some("Niamey"));
/// ```
pub fn document(text: &str, parse: ParseJson<'_>) -> Result<Json, Refusal> {
    if text.len() >= MAX_LENGTH {
        return Err(Refusal::TooLong);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = if text.trim_ascii_start().starts_with('<') {
        page::document(text, parse)
    } else {
        let json = parse(text).ok_or(Refusal::NotJson)?;
        if portable_text::is_one(&json) {
            portable_text::document(&json)
        } else if ninjs::is_one(&json) {
            ninjs::document(&json)
        } else {
            Some(of_json(json)?)
        }
    };
    of_fitting_length(found.ok_or(Refusal::NoArticle)?)
}

/// The same for what the widget reads itself, without its companion for foreign
/// formats: documents of ours, and posts of WordPress.
///
/// # Errors
/// Why there is none.
pub fn own_document(text: &str, parse: ParseJson<'_>) -> Result<Json, Refusal> {
    if text.len() >= MAX_LENGTH {
        return Err(Refusal::TooLong);
    }
    of_fitting_length(of_json(parse(text).ok_or(Refusal::NotJson)?)?)
}

fn of_json(json: Json) -> Result<Json, Refusal> {
    if wordpress::is_one(&json) { wordpress::document(&json) } else { Ok(json) }
}

fn of_fitting_length(document: Json) -> Result<Json, Refusal> {
    match document.get("body") {
        Some(Json::Text(body)) if body.len() > MAX_BODY => Err(Refusal::TooLong),
        _ => Ok(document),
    }
}

#[cfg(test)]
mod tests;
