//! An article document as it is put together.

use crate::digits::digits;
use crate::json::Json;
use crate::rich_text::{html, plain_text};

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
        self.0.retain(|(known, _)| known != key);
        self.0.push((key.into(), value));
    }

    /// Puts a text under `key` as it is.
    #[inline(never)]
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.set(key, text.into());
    }

    /// Puts under `key` the words of a line of HTML.
    #[inline(never)]
    pub(super) fn words(&mut self, key: &str, line: &str) {
        self.text(key, &words(line));
    }

    /// Puts a plain text under `key`, where a line of HTML is wanted.
    #[inline(never)]
    pub(super) fn escaped(&mut self, key: &str, text: &str) {
        let mut line = String::new();
        push_escaped(&mut line, text);
        self.text(key, &line);
    }

    /// Takes a value out.
    pub(super) fn remove(&mut self, key: &str) {
        self.0.retain(|(known, _)| known != key);
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
pub(super) fn push_escaped(to: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '"' => to.push_str("&quot;"),
            other => to.push(other),
        }
    }
}

/// The text under `key`; empty where there is none.
#[inline(never)]
pub(super) fn text_of<'j>(json: &'j Json, key: &str) -> &'j str {
    json.get(key).and_then(Json::as_text).unwrap_or_default()
}

/// The items of the list under `key`; none where there is none.
#[inline(never)]
pub(super) fn items_of<'j>(json: &'j Json, key: &str) -> &'j [Json] {
    match json.get(key) {
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

/// The number under `key`; 0 where there is none.
#[inline(never)]
pub(super) fn number_of(json: &Json, key: &str) -> f64 {
    match json.get(key) {
        Some(Json::Number(number)) => *number,
        _ => 0.0,
    }
}
