//! An article document as it is put together.

use crate::comments::backend::pick::{as_id, find};
use crate::digits::digits;
use crate::json::Json;
use crate::rich_text::{html, plain_text};

/// How another system writes what we take from it.
#[derive(Clone, Copy)]
pub(super) enum Written {
    /// As we do.
    Alike,
    /// As plain text, where we have a line of HTML.
    Plain,
    /// As a line of HTML, where we have plain text.
    InHtml,
    /// As a number, where we have a name.
    ByNumber,
    /// As a moment in Greenwich's time, without saying so.
    InGreenwich,
}

/// An article document as it is put together: what is empty stays out.
#[derive(Default)]
pub(super) struct Draft(Vec<(String, Json)>);

impl Draft {
    /// Puts a value under `key`, in the place of one that is there.
    #[inline(never)]
    pub(super) fn set(&mut self, key: &str, value: Json) {
        let is_empty = match &value {
            Json::Null => true,
            Json::Text(text) => text.trim_ascii().is_empty(),
            Json::List(items) => items.is_empty(),
            Json::Object(fields) => fields.is_empty(),
            _ => false,
        };
        if is_empty {
            return;
        }
        self.remove(key);
        self.0.push((key.into(), value));
    }

    /// Puts a text under `key` as it is.
    #[inline(never)]
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.set(key, text.into());
    }

    /// Puts a plain text under `key`, where a line of HTML is wanted.
    #[inline(never)]
    pub(super) fn escaped(&mut self, key: &str, text: &str) {
        let mut line = String::new();
        push_escaped(&mut line, text);
        self.text(key, &line);
    }

    /// Takes over what stands in another system's document: for each row the key
    /// in ours, the path in theirs, and how theirs is written. Of several rows for
    /// one key the last that finds something counts.
    #[inline(never)]
    pub(super) fn take(mut self, from: &Json, rows: &[(&str, &str, Written)]) -> Self {
        for (key, path, written) in rows {
            let Some(found) = find(from, path) else { continue };
            let text = found.as_text().unwrap_or_default();
            match written {
                Written::Alike => match found {
                    Json::Number(number) => self.set(key, Json::Number(*number)),
                    _ => self.text(key, text),
                },
                Written::Plain => self.escaped(key, text),
                Written::InHtml => self.text(key, &words(text)),
                Written::ByNumber => self.text(key, &as_id(found).unwrap_or_default()),
                Written::InGreenwich if !text.is_empty() => self.text(key, &[text, "Z"].concat()),
                Written::InGreenwich => {}
            }
        }
        self
    }

    /// Puts a list of one under `key`, unless there is nothing in it.
    #[inline(never)]
    pub(super) fn set_one(&mut self, key: &str, one: Draft) {
        if !one.is_empty() {
            self.set(key, Json::List(vec![one.into_json()]));
        }
    }

    /// Takes a value out.
    #[inline(never)]
    pub(super) fn remove(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
    }

    /// Whether something stands under `key`.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(known, _)| known == key)
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was put in.
    pub(super) fn into_json(self) -> Json {
        Json::Object(self.0)
    }
}

/// The words of a line of HTML.
#[inline(never)]
pub(super) fn words(line: &str) -> String {
    plain_text(&html::inline(line))
}

/// Adds a plain text to one of HTML.
#[inline(never)]
pub fn push_escaped(to: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '"' => to.push_str("&quot;"),
            other => to.push(other),
        }
    }
}

/// The text at `path`; empty where there is none.
#[inline(never)]
pub(super) fn text_of<'j>(json: &'j Json, path: &str) -> &'j str {
    find(json, path).and_then(Json::as_text).unwrap_or_default()
}

/// The items of the list at `path`; none where there is none.
#[inline(never)]
pub(super) fn items_of<'j>(json: &'j Json, path: &str) -> &'j [Json] {
    match find(json, path) {
        Some(Json::List(items)) => items,
        _ => &[],
    }
}

/// Adds a candidate to HTML's `srcset`.
#[inline(never)]
pub(super) fn push_candidate(srcset: &mut String, address: &str, width: f64) {
    if !srcset.is_empty() {
        srcset.push_str(", ");
    }
    srcset.push_str(address);
    srcset.push(' ');
    srcset.push_str(&digits(width as i64));
    srcset.push('w');
}

/// The number at `path`; 0 where there is none.
#[inline(never)]
pub(super) fn number_of(json: &Json, path: &str) -> f64 {
    match find(json, path) {
        Some(Json::Number(number)) => *number,
        _ => 0.0,
    }
}

/// The first words of a text: what it is called, if nobody gave it a name.
#[inline(never)]
pub(super) fn beginning(text: &str) -> String {
    let mut end = 0;
    for (at, c) in text.trim_ascii().char_indices() {
        if (c == '\n' || at > 80) && end > 0 {
            return [text.trim_ascii()[..end].trim_ascii_end(), "…"].concat();
        }
        if c == ' ' {
            end = at;
        }
    }
    text.trim_ascii().into()
}
