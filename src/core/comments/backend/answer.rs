//! From a description and an answer to comments, or to a refusal.

use super::description::Backend;
use super::pick::{as_id, at, find, holds, part};
use crate::comments::comment::plain_blocks;
use crate::comments::form::{Cause, Field, Rules, looks_like_website};
use crate::comments::{Comment, CommentStatus, Draft};
use crate::date::Timestamp;
use crate::http::{Answer, NoAnswer};
use crate::json::Json;
use crate::rich_text::address::Address;
use crate::rich_text::{html, plain_text};
use crate::search;

/// A thread as a server lists it.
#[derive(Debug, Default, PartialEq)]
pub struct Listing {
    /// Its comments, in the server's order; answers may be anywhere.
    pub comments: Vec<Comment>,
    /// What the server wants of the form.
    pub rules: Rules,
}

/// How the sending of a comment ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The server has it.
    Posted(Comment),
    /// The server does not want it.
    Refused(Refusal),
    /// Nobody knows: it may have been kept.
    Unclear {
        /// The server said something that can't be understood, instead of nothing.
        answered: bool,
    },
}

/// Why a server does not want a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The server's own words, as plain text.
    pub reason: Option<String>,
    /// What it means, where we have words of our own for it.
    pub cause: Option<Cause>,
    /// The field that it is about, where that can be known.
    pub field: Option<Field>,
}

/// Longer reasons are pages for programmers.
const MAX_REASON_CHARS: usize = 300;

impl Backend {
    /// The thread in the answer to [`Backend::list_request`]; nothing if it is
    /// not one.
    pub fn read_list(&self, answer: &Answer) -> Option<Listing> {
        let json = answer.json.as_ref().filter(|json| self.is_success(answer, json))?;
        let list = part(&self.0, "list");
        let items = find(json, part(list, "items").as_text().unwrap_or(""));
        let Some(Json::List(items)) = items else { return None };
        let mut comments: Vec<Comment> = Vec::new();
        // A stack of our own: how deep a server nests is not ours to trust. Each
        // item comes with the index of the comment that it is inside.
        let mut waiting: Vec<(&Json, Option<usize>)> = Vec::new();
        push_all(&mut waiting, items, None);
        while let Some((item, inside)) = waiting.pop() {
            let inside = inside.map(|index| comments[index].id.as_str());
            let Some(comment) = self.read_comment(answer, item, inside) else { continue };
            if let Some(Json::List(replies)) = at(list, "replies", item) {
                push_all(&mut waiting, replies, Some(comments.len()));
            }
            comments.push(comment);
        }
        Some(Listing { comments, rules: self.rules_after(json) })
    }

    /// How the sending of `draft` ended, by what came back.
    pub fn read_created(
        &self,
        answer: &Result<Answer, NoAnswer>,
        draft: &Draft,
        now: Timestamp,
    ) -> Outcome {
        let Ok(answer) = answer else { return Outcome::Unclear { answered: false } };
        let json = answer.json.as_ref().unwrap_or(&Json::Null);
        if self.is_success(answer, json) {
            let created = part(part(&self.0, "create"), "comment").as_text().unwrap_or("");
            let created = find(json, created);
            return match created.and_then(|json| self.read_new(answer, json, draft, now)) {
                Some(comment) => Outcome::Posted(comment),
                None => Outcome::Unclear { answered: true },
            };
        }
        match answer.status {
            // A time-out on the server's side, and every error of its own: one
            // was seen that stores the comment and answers 500.
            408 | 500.. => Outcome::Unclear { answered: true },
            // A page of somebody else's, such as a hotel's login.
            200..400 if answer.json.is_none() => Outcome::Unclear { answered: true },
            _ => Outcome::Refused(self.read_refusal(answer, json)),
        }
    }

    fn is_success(&self, answer: &Answer, json: &Json) -> bool {
        let success = part(&self.0, "success");
        answer.is_success() && (matches!(success, Json::Null) || holds(success, answer, json))
    }

    /// The new comment; what the answer does not repeat is taken from the draft.
    fn read_new(
        &self,
        answer: &Answer,
        json: &Json,
        draft: &Draft,
        now: Timestamp,
    ) -> Option<Comment> {
        let mut comment = self.read_comment(answer, json, None)?;
        let shape = part(&self.0, "comment");
        if comment.body.is_empty() {
            comment.body = plain_blocks(&draft.text);
        }
        if at(shape, "name", json).is_none() && !draft.name.is_empty() {
            comment.author = Some(draft.name.clone());
        }
        if at(shape, "parent", json).is_none() {
            comment.parent = draft.parent.clone();
        }
        comment.created = comment.created.or(Some(now));
        Some(comment)
    }

    fn read_refusal(&self, answer: &Answer, json: &Json) -> Refusal {
        let shape = part(&self.0, "refusal");
        let mut refusal = Refusal { status: answer.status, ..Refusal::default() };
        if answer.status == 429 {
            refusal.cause = Some(Cause::TooMany);
        }
        for known in items(part(shape, "known")) {
            if holds(part(known, "when"), answer, json) {
                let cause = part(known, "means").as_text().and_then(Cause::from_name);
                refusal.cause = cause.or(refusal.cause);
                refusal.field = part(known, "field").as_text().and_then(Field::from_key);
                break;
            }
        }
        // In an answer of JSON, the first of the places that holds a text.
        let mut reason = if answer.json.is_none() { first_paragraph(&answer.text) } else { "" };
        for path in items(part(shape, "reason")) {
            if let Some(Json::Text(text)) = find(json, path.as_text().unwrap_or("")) {
                reason = text;
                break;
            }
        }
        let reason = readable(reason);
        if !reason.is_empty() && reason.chars().count() <= MAX_REASON_CHARS {
            refusal.reason = Some(reason);
        }
        refusal
    }

    /// A comment of an answer, `inside` another; nothing if it has no name.
    fn read_comment(&self, answer: &Answer, json: &Json, inside: Option<&str>) -> Option<Comment> {
        let shape = part(&self.0, "comment");
        let text_at = |key| match at(shape, key, json) {
            Some(Json::Text(text)) => text.trim(),
            _ => "",
        };
        let id = as_id(at(shape, "id", json)?)?;
        let mut parent = at(shape, "parent", json).and_then(as_id);
        // Servers write "none" as null, "" or 0, or name the comment itself.
        if parent.as_deref().is_none_or(|parent| parent.is_empty() || parent == "0" || parent == id)
        {
            parent = inside.map(String::from);
        }
        let author = text_at("name");
        let website = text_at("website");
        let status = if holds(part(shape, "deleted"), answer, json) {
            CommentStatus::Deleted
        } else if holds(part(shape, "pending"), answer, json) {
            CommentStatus::Pending
        } else {
            CommentStatus::Published
        };
        let text_shape = part(shape, "text");
        let text = at(text_shape, "at", json).and_then(Json::as_text).unwrap_or("");
        let body = if status == CommentStatus::Deleted {
            Vec::new()
        } else if part(text_shape, "format").as_text() == Some("html") {
            html::blocks_from(html::Origin::Comment, text)
        } else {
            plain_blocks(text)
        };
        let time_shape = part(shape, "time");
        let unit = part(time_shape, "unit").as_text().unwrap_or("");
        Some(Comment {
            id,
            parent,
            author: (!author.is_empty()).then(|| author.into()),
            website: if looks_like_website(website) { Address::of_link(website) } else { None },
            body,
            created: at(time_shape, "at", json).and_then(|value| time(value, unit)),
            status,
        })
    }
}

/// Puts `items` on the stack, the first on top.
fn push_all<'a>(
    waiting: &mut Vec<(&'a Json, Option<usize>)>,
    items: &'a [Json],
    inside: Option<usize>,
) {
    for item in items.iter().rev() {
        waiting.push((item, inside));
    }
}

fn items(list: &Json) -> &[Json] {
    match list {
        Json::List(items) => items,
        _ => &[],
    }
}

fn time(value: &Json, unit: &str) -> Option<Timestamp> {
    match value {
        Json::Number(number) if unit == "seconds" => Some(Timestamp(number * 1000.0)),
        Json::Number(number) if unit == "milliseconds" => Some(Timestamp(*number)),
        // UTC where no zone is said.
        Json::Text(text) if unit == "iso8601" => {
            Timestamp::parse(text).or_else(|| Timestamp::parse(&[text, "Z"].concat()))
        }
        _ => None,
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
