//! From a description and an answer to comments, or to a refusal.

use super::description::{Backend, CommentShape, Format, TimeUnit};
use super::pick::{Path, as_id};
use crate::comments::comment::plain_blocks;
use crate::comments::form::{Cause, Field, Rules, looks_like_website};
use crate::comments::{Comment, CommentStatus, Draft};
use crate::date::Timestamp;
use crate::http::{Answer, NoAnswer};
use crate::json::Json;
use crate::rich_text::address::Address;
use crate::rich_text::{html, plain_text};

/// A thread as a server lists it.
#[derive(Clone, Debug, PartialEq)]
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
        let Some(Json::List(items)) = self.list.items.find(json) else { return None };
        let mut comments = Vec::new();
        // A stack of our own: how deep a server nests is not ours to trust.
        let mut waiting: Vec<(&Json, Option<String>)> =
            items.iter().rev().map(|item| (item, None)).collect();
        while let Some((item, parent)) = waiting.pop() {
            let Some(comment) = self.comment.read(answer, item, parent) else { continue };
            let replies = self.list.replies.as_ref().and_then(|path| path.find(item));
            if let Some(Json::List(replies)) = replies {
                let parent = || Some(comment.id.clone());
                waiting.extend(replies.iter().rev().map(|reply| (reply, parent())));
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
            let created = self.create.comment.find(json);
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
        let holds = self.success.as_ref().is_none_or(|success| success.holds(answer, json));
        answer.is_success() && holds
    }

    /// The new comment; what the answer does not repeat is taken from the draft.
    fn read_new(
        &self,
        answer: &Answer,
        json: &Json,
        draft: &Draft,
        now: Timestamp,
    ) -> Option<Comment> {
        let mut comment = self.comment.read(answer, json, None)?;
        let said =
            |path: &Option<Path>| path.as_ref().is_some_and(|path| path.find(json).is_some());
        if comment.body.is_empty() {
            comment.body = plain_blocks(&draft.text);
        }
        if !said(&self.comment.name) {
            comment.author = Some(draft.name.clone()).filter(|name| !name.is_empty());
        }
        if !said(&self.comment.parent) {
            comment.parent = draft.parent.clone();
        }
        comment.created = comment.created.or(Some(now));
        Some(comment)
    }

    fn read_refusal(&self, answer: &Answer, json: &Json) -> Refusal {
        let known = self.refusal.known.iter().find(|known| known.when.holds(answer, json));
        let reason = self.refusal.reason.iter().find_map(|path| path.find(json)?.as_text());
        let reason = match (reason, &answer.json) {
            (Some(reason), _) => readable(reason),
            (None, None) => readable(first_paragraph(&answer.text)),
            (None, Some(_)) => String::new(),
        };
        let short = !reason.is_empty() && reason.chars().count() <= MAX_REASON_CHARS;
        let too_many = (answer.status == 429).then_some(Cause::TooMany);
        Refusal {
            status: answer.status,
            reason: short.then_some(reason),
            cause: known.and_then(|known| known.cause).or(too_many),
            field: known.and_then(|known| known.field),
        }
    }
}

impl CommentShape {
    /// A comment of an answer; nothing if it has no name.
    fn read(&self, answer: &Answer, json: &Json, inside: Option<String>) -> Option<Comment> {
        let text_at = |path: &Option<Path>| {
            path.as_ref()
                .and_then(|path| path.find(json)?.as_text())
                .filter(|text| !text.is_empty())
        };
        let holds = |condition: &Option<_>| {
            let condition: &Option<super::pick::Condition> = condition;
            condition.as_ref().is_some_and(|condition| condition.holds(answer, json))
        };
        let id = as_id(self.id.find(json)?)?;
        let parent = self.parent.as_ref().and_then(|path| as_id(path.find(json)?));
        // Servers write "none" as null, "" or 0, or name the comment itself.
        let parent = parent.filter(|parent| !matches!(parent.as_str(), "" | "0") && *parent != id);
        let text = self.text.find(json).and_then(Json::as_text).unwrap_or("");
        let website = text_at(&self.website).filter(|website| looks_like_website(website));
        let status = if holds(&self.deleted) {
            CommentStatus::Deleted
        } else if holds(&self.pending) {
            CommentStatus::Pending
        } else {
            CommentStatus::Published
        };
        Some(Comment {
            parent: parent.or(inside),
            author: text_at(&self.name).map(|name| name.trim().into()),
            website: website.and_then(Address::of_link),
            body: match (status, self.format) {
                (CommentStatus::Deleted, _) => Vec::new(),
                (_, Format::Html) => html::blocks_from(html::Origin::Comment, text),
                (_, Format::Plain) => plain_blocks(text),
            },
            created: self.time.as_ref().and_then(|(path, unit)| time(path.find(json)?, *unit)),
            status,
            id,
        })
    }
}

fn time(value: &Json, unit: TimeUnit) -> Option<Timestamp> {
    match (value, unit) {
        (Json::Number(number), TimeUnit::Seconds) => Some(Timestamp(number * 1000.0)),
        (Json::Number(number), TimeUnit::Milliseconds) => Some(Timestamp(*number)),
        (Json::Text(text), TimeUnit::Iso8601) => Timestamp::parse(text).or_else(|| {
            let mut in_utc = text.clone();
            in_utc.push('Z');
            Timestamp::parse(&in_utc)
        }),
        _ => None,
    }
}

/// The first paragraph of a page, or the whole of a text that is no page.
fn first_paragraph(text: &str) -> &str {
    let text = text.trim();
    if !text.starts_with('<') {
        return text;
    }
    let paragraph = text.find("<p>").map_or("", |start| &text[start + 3..]);
    paragraph.find("</p>").map_or(paragraph, |end| &paragraph[..end])
}

/// The words of a line of HTML, or of a text that may hold entities.
fn readable(text: &str) -> String {
    plain_text(&html::inline(text)).trim().into()
}
