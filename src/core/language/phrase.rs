//! Words with a value in them: a text with one hole such as `{name}`, or a text
//! for each form that the value asks for, under the form's name:
//!
//! ```json
//! { "none": "No comments", "one": "{n} comment", "other": "{n} comments" }
//! ```

use crate::json::Json;
use crate::search;

use super::Text;

/// Words around a name, an address, a reason: a text with one hole.
#[derive(Clone, Copy)]
pub struct About(Text);

/// A count in words: a text for each category of Unicode CLDR that the language
/// has (UTS #35, "Language Plural Rules"), and for `none` where that is said
/// without a number.
#[derive(Clone, Copy)]
pub struct Counted(&'static Json);

/// Words around a date: a text for dates that begin with a `day`, that are a
/// `year` alone, that begin with a `vowel`, and for all `other`.
#[derive(Clone, Copy)]
pub struct Dated(&'static Json);

impl About {
    /// The words around `value`.
    pub fn with(self, value: &str) -> String {
        filled(self.0, value)
    }
}

impl Counted {
    /// The words for a number, as the browser writes it and of the category
    /// that `Intl.PluralRules` gives.
    pub fn with(self, category: &str, number: &str) -> String {
        let none = if number == "0" { self.0.get("none") } else { None };
        filled(form(none.unwrap_or(self.0), category), number)
    }
}

impl Dated {
    /// The words around a date as the reader reads it.
    #[inline(never)]
    pub fn with(self, date: &str) -> String {
        filled(form(self.0, shape(date)), date)
    }
}

/// The text for a form, or for `other` where the form has no text of its own.
fn form(phrase: &'static Json, name: &str) -> Text {
    let text = phrase.get(name).or_else(|| phrase.get("other")).unwrap_or(phrase);
    text.as_text().unwrap_or_default()
}

/// The text with its hole filled, where it has one.
#[inline(never)]
fn filled(text: Text, value: &str) -> String {
    let before = search::until(text, b"{");
    let rest = &text[before.len()..];
    match rest.get(search::until(rest, b"}").len() + 1..) {
        Some(after) => [before, value, after].concat(),
        None => before.into(),
    }
}

/// How a written date begins: "16 mars 2024" with its day, "mars 2024" with a
/// month, which may begin with a vowel; "2024" is a year alone.
fn shape(date: &str) -> &'static str {
    match date.as_bytes() {
        [b'0'..=b'9', ..] if search::find(date, " ").is_some() => "day",
        [b'0'..=b'9', ..] => "year",
        [b'a' | b'e' | b'i' | b'o' | b'u', ..] => "vowel",
        _ => "other",
    }
}

/// What is still to be read of a language's words.
pub(super) struct Texts(pub(super) std::vec::IntoIter<&'static Json>);

/// One of the kinds of words.
pub(super) trait Word {
    /// Before it is read.
    const UNREAD: Self;

    /// Reads the next of the language's words.
    fn read(&mut self, texts: &mut Texts);
}

// There is a text for each word: they were counted.

impl Word for Text {
    const UNREAD: Self = "";

    #[inline(never)]
    fn read(&mut self, texts: &mut Texts) {
        if let Some(Json::Text(text)) = texts.0.next() {
            *self = text;
        }
    }
}

impl Word for &'static Json {
    const UNREAD: Self = &Json::Null;

    #[inline(never)]
    fn read(&mut self, texts: &mut Texts) {
        if let Some(word) = texts.0.next() {
            *self = word;
        }
    }
}

impl Word for About {
    const UNREAD: Self = About(Text::UNREAD);

    fn read(&mut self, texts: &mut Texts) {
        self.0.read(texts);
    }
}

impl Word for Counted {
    const UNREAD: Self = Counted(<&Json>::UNREAD);

    fn read(&mut self, texts: &mut Texts) {
        self.0.read(texts);
    }
}

impl Word for Dated {
    const UNREAD: Self = Dated(<&Json>::UNREAD);

    fn read(&mut self, texts: &mut Texts) {
        self.0.read(texts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_begins_with_its_day_or_not() {
        assert_eq!(shape("16 mars 2024"), "day");
        assert_eq!(shape("1er août 2024"), "day");
        assert_eq!(shape("mars 2024"), "other");
        assert_eq!(shape("août 2024"), "vowel");
        assert_eq!(shape("2024"), "year");
        assert_eq!(shape(""), "other");
    }

    #[test]
    fn a_text_has_one_hole_or_none() {
        assert_eq!(filled("{name}, sur la carte", "Agadez"), "Agadez, sur la carte");
        assert_eq!(filled("Par {names}", "{n}"), "Par {n}");
        assert_eq!(filled("Aucun", "0"), "Aucun");
    }
}
