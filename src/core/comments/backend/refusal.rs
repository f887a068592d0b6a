//! Why a server does not want what was sent.

use super::description::Backend;
use super::pick::{Item, as_id, at, holds, list, part, text};
use crate::comments::form::{Cause, Field};
use crate::http::Answer;
use crate::json::Json;
use crate::rich_text::{html, plain_text};
use crate::search;

/// Why a server does not want a comment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refusal {
    /// The HTTP status; 0 when there was no answer.
    pub status: u16,
    /// The server's own words, as plain text.
    pub reason: Option<String>,
    /// What it means, where we have words of our own for it.
    pub cause: Option<Cause>,
    /// The field that it is about, where that can be known.
    pub field: Option<Field>,
    /// The server asks for a captcha: what it has to show for it.
    pub captcha: Option<Captcha>,
}

/// What a server shows to tell people from machines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captcha {
    /// The address of a picture whose letters are wanted.
    pub image: Option<String>,
    /// The address of a page of the server that asks.
    pub page: Option<String>,
}

/// Longer reasons are pages for programmers.
const MAX_REASON_CHARS: usize = 300;

impl Backend {
    /// Why the server does not want what was sent.
    pub fn read_refusal(&self, answer: &Answer, json: &Json) -> Refusal {
        let shape = part(&self.description, "refusal");
        let item = Item { own: json, joined: &Json::Null };
        let mut refusal = Refusal { status: answer.status, ..Refusal::default() };
        if answer.status == 429 {
            refusal.cause = Some(Cause::TooMany);
        }
        let mut field = at(shape, "field", item).as_text();
        // In an answer of JSON, the first of the places that holds something:
        // of a list its first item, of an object its first entry, whose key may
        // be a field.
        let mut reason = at(shape, "reason", item);
        loop {
            reason = match reason {
                Json::List(items) if !items.is_empty() => &items[0],
                Json::Object(entries) if !entries.is_empty() => {
                    field = field.or(Some(&entries[0].0));
                    &entries[0].1
                }
                _ => break,
            };
        }
        if let Some(field) = field {
            let ours = part(part(shape, "fields"), field).as_text().unwrap_or(field);
            refusal.field = Field::from_key(ours);
        }
        for known in list(part(shape, "known")) {
            if holds(part(known, "when"), &self.values, answer, item) {
                refusal.cause = Cause::from_name(text(part(known, "means"))).or(refusal.cause);
                refusal.field = Field::from_key(text(part(known, "field"))).or(refusal.field);
                break;
            }
        }
        let reason = match reason.as_text() {
            Some(reason) => reason,
            None if answer.json.is_none() => first_paragraph(&answer.text),
            None => "",
        };
        let reason = readable(reason);
        if !reason.is_empty() && reason.chars().count() <= MAX_REASON_CHARS {
            refusal.reason = Some(reason);
        }
        if refusal.cause == Some(Cause::Captcha) {
            let shape = part(&self.description, "captcha");
            refusal.captcha = Some(Captcha {
                image: as_id(at(shape, "image", item)),
                page: as_id(at(shape, "page", item)),
            });
        }
        refusal
    }
}

/// The first paragraph of a page, or the whole of a text that is no page.
fn first_paragraph(text: &str) -> &str {
    let text = text.trim();
    if !text.starts_with('<') {
        return text;
    }
    let paragraph = search::find(text, "<p>").map_or("", |start| &text[start + 3..]);
    search::find(paragraph, "</p>").map_or(paragraph, |end| &paragraph[..end])
}

/// The words of a line of HTML, or of a text that may hold entities.
fn readable(text: &str) -> String {
    plain_text(&html::inline(text)).trim().into()
}
