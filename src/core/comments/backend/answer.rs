//! From a description and an answer to comments, or to a refusal.

use super::Refusal;
use super::description::{Backend, Operation};
use super::pick::{Item, as_id, at, find, holds, is_same, list, part, source, text};
use super::request::Page;
use crate::comments::comment::plain_blocks;
use crate::comments::form::{Rules, looks_like_website};
use crate::comments::{Comment, CommentStatus, Draft};
use crate::date::Timestamp;
use crate::digits;
use crate::http::{Answer, NoAnswer};
use crate::json::Json;
use crate::rich_text::address::Address;
use crate::rich_text::{Block, html};
use crate::search;

/// A thread, or a part of it, as a server lists it.
#[derive(Debug, Default, PartialEq)]
pub struct Listing {
    /// Its comments, in the server's order; answers may be anywhere.
    pub comments: Vec<Comment>,
    /// What the server wants of the form.
    pub rules: Rules,
    /// How many comments there are in all, where the server says so.
    pub total: Option<usize>,
    /// The part that comes next, if there is more.
    pub next: Option<Page>,
    /// What the last comment says of where the next part begins.
    pub(super) last: Option<String>,
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

impl Backend {
    /// The part of the thread that is in the answer to a list (or to a poll);
    /// nothing if it is none.
    pub fn read_list(&self, operation: Operation, answer: &Answer, page: &Page) -> Option<Listing> {
        let json = answer.json.as_ref().filter(|json| self.is_success(answer, json))?;
        let shape = part(&self.description, "list");
        let place = self.shape(operation).get("items").or_else(|| shape.get("items"));
        let items = find(json, text(place.unwrap_or(&Json::Null)));
        let Some(Json::List(items)) = items else { return None };
        let join = part(shape, "join");
        let others = find(json, text(part(join, "in"))).unwrap_or(&Json::Null);
        let mut listing = Listing::default();
        // A stack of our own: how deep a server nests is not ours to trust. Each
        // item comes with the index of the comment that it is inside.
        let mut waiting: Vec<(&Json, Option<usize>)> = Vec::new();
        push_all(&mut waiting, items, None);
        while let Some((own, inside)) = waiting.pop() {
            let mut item = Item { own, joined: &Json::Null };
            let key = at(join, "at", item);
            if !matches!(key, Json::Null) {
                for other in list(others) {
                    if is_same(at(join, "by", Item { own: other, joined: &Json::Null }), key) {
                        item.joined = other;
                        break;
                    }
                }
            }
            let comments = &mut listing.comments;
            let inside = inside.map(|index| comments[index].id.as_str());
            let Some(comment) = self.read_comment(answer, item, inside) else { continue };
            if let Json::List(replies) = at(shape, "replies", item) {
                push_all(&mut waiting, replies, Some(comments.len()));
            }
            comments.push(comment);
        }
        if let Some(own) = items.last() {
            listing.last = as_id(at(shape, "last", Item { own, joined: &Json::Null }));
        }
        listing.rules = self.rules_after(json);
        // A header may say where in the whole this part is: "0-9/57".
        let total = source(shape, "total", answer, json);
        listing.total = total.and_then(|total| {
            digits::number(search::parts(&total, b'/').pop()?).map(|total| total as usize)
        });
        if operation == Operation::List {
            listing.next = self.page_after(page, items.len(), &listing, answer, json);
        }
        Some(listing)
    }

    /// How the sending of `draft` ended, by what came back. `key` is what the
    /// comment is called where the server gives it no name that we hear of.
    pub fn read_created(
        &self,
        answer: &Result<Answer, NoAnswer>,
        draft: &Draft,
        key: &str,
        now: Timestamp,
    ) -> Outcome {
        let shape = self.shape(Operation::Create);
        let (answer, json) = match self.read_end(answer) {
            Ok(success) => success,
            Err(outcome) => return outcome,
        };
        let created = part(shape, "comment");
        let own =
            if matches!(created, Json::Bool(false)) { None } else { find(json, text(created)) };
        let item = Item { own: own.unwrap_or(&Json::Null), joined: &Json::Null };
        // What the answer does not say is as it was sent.
        let sent = Comment::of_reader(key, &draft.text, &draft.name, &draft.parent, now.0);
        let mut comment = match self.read_comment(answer, item, None) {
            Some(comment) => comment,
            // An answer that does not hold the comment, though it should.
            None if !matches!(created, Json::Bool(false)) => {
                return Outcome::Unclear { answered: true };
            }
            None => Comment { id: sent.id, ..Comment::default() },
        };
        if comment.body.is_empty() {
            comment.body = sent.body;
        }
        comment.author = comment.author.or(sent.author);
        // A `null` says that it stands at the top, whatever was asked for.
        let parent = list(part(part(&self.description, "comment"), "parent")).first();
        if parent.is_none_or(|path| find(item.own, text(path)).is_none()) {
            comment.parent = sent.parent;
        }
        comment.created = comment.created.or(sent.created);
        let pending = part(shape, "pending");
        if holds(pending, &self.values, answer, item) {
            comment.status = CommentStatus::Pending;
        }
        Outcome::Posted(comment)
    }

    /// Changes a comment as the answer to its edit (to this `written` text), its
    /// deletion or a vote on it (1, 0 or -1) says; where it says nothing, as it
    /// was asked for.
    ///
    /// # Errors
    /// How it ended instead.
    #[allow(clippy::result_large_err, reason = "the outcome is what is wanted")]
    pub fn read_changed(
        &self,
        operation: Operation,
        answer: &Result<Answer, NoAnswer>,
        comment: &mut Comment,
        (written, vote): (&str, i8),
        now: Timestamp,
    ) -> Result<(), Outcome> {
        let (answer, json) = self.read_end(answer)?;
        let place = part(self.shape(operation), "comment");
        let own = find(json, text(place)).unwrap_or(&Json::Null);
        let item = Item { own, joined: &Json::Null };
        let shape = part(&self.description, "comment");
        match operation {
            Operation::Delete => {
                comment.status = CommentStatus::Deleted;
                comment.body.clear();
            }
            Operation::Edit => {
                comment.body = self.read_text(item);
                if comment.body.is_empty() {
                    comment.body = plain_blocks(written);
                }
                comment.source = Some(written.into());
                comment.edited = Some(now);
                if holds(part(shape, "pending"), &self.values, answer, item) {
                    comment.status = CommentStatus::Pending;
                }
            }
            _ => {
                let said = (votes(at(shape, "up", item)), votes(at(shape, "down", item)));
                if said.0.is_some() {
                    (comment.up, comment.down) = said;
                } else if vote > 0 {
                    comment.up = Some(comment.up.unwrap_or(0) + 1);
                } else if vote < 0 {
                    comment.down = Some(comment.down.unwrap_or(0) + 1);
                }
            }
        }
        Ok(())
    }

    /// What a comment would look like, by the answer to a preview.
    pub fn read_preview(&self, answer: &Answer) -> Option<Vec<Block>> {
        let json = answer.json.as_ref().filter(|json| self.is_success(answer, json))?;
        let shape = self.shape(Operation::Preview);
        let Json::Text(text) = at(shape, "at", Item { own: json, joined: &Json::Null }) else {
            return None;
        };
        Some(html::blocks_from(html::Origin::Comment, text))
    }

    /// The answer that means success, or how it ended otherwise.
    #[allow(clippy::result_large_err, reason = "the outcome is what is wanted")]
    fn read_end<'a>(
        &self,
        answer: &'a Result<Answer, NoAnswer>,
    ) -> Result<(&'a Answer, &'a Json), Outcome> {
        let Ok(answer) = answer else { return Err(Outcome::Unclear { answered: false }) };
        let json = answer.json.as_ref().unwrap_or(&Json::Null);
        if self.is_success(answer, json) {
            return Ok((answer, json));
        }
        Err(match answer.status {
            // A time-out on the server's side, and every error of its own: one
            // was seen that stores the comment and answers 500.
            408 | 500.. => Outcome::Unclear { answered: true },
            // A page of somebody else's, such as a hotel's login.
            200..400 if answer.json.is_none() => Outcome::Unclear { answered: true },
            _ => Outcome::Refused(self.read_refusal(answer, json)),
        })
    }

    pub(super) fn is_success(&self, answer: &Answer, json: &Json) -> bool {
        let success = part(&self.description, "success");
        let item = Item { own: json, joined: &Json::Null };
        answer.is_success()
            && (matches!(success, Json::Null) || holds(success, &self.values, answer, item))
    }

    /// A comment of an answer, `inside` another; nothing if it has no name.
    fn read_comment(
        &self,
        answer: &Answer,
        item: Item<'_>,
        inside: Option<&str>,
    ) -> Option<Comment> {
        let shape = part(&self.description, "comment");
        let text_at = |key| {
            let text = text(at(shape, key, item)).trim();
            (!text.is_empty()).then_some(text)
        };
        let link_at =
            |key| text_at(key).filter(|at| looks_like_website(at)).and_then(Address::of_link);
        let is = |key| holds(part(shape, key), &self.values, answer, item);
        let id = as_id(at(shape, "id", item))?;
        if is("skip") {
            return None;
        }
        let mut parent = as_id(at(shape, "parent", item));
        // Servers write "none" as null, "" or 0, or name the comment itself.
        if parent.as_deref().is_none_or(|parent| parent == "0" || parent == id) {
            parent = inside.map(String::from);
        }
        let mut comment = Comment {
            id,
            parent,
            author: text_at("name").map(String::from),
            website: link_at("website"),
            created: time(part(shape, "time"), item),
            edited: time(part(shape, "edited"), item),
            up: votes(at(shape, "up", item)),
            down: votes(at(shape, "down", item)),
            is_own: is("own"),
            is_staff: is("staff"),
            avatar: link_at("avatar"),
            link: link_at("link"),
            source: text_at("source").map(String::from),
            ..Comment::default()
        };
        if is("deleted") {
            comment.status = CommentStatus::Deleted;
            return Some(comment);
        }
        if is("pending") {
            comment.status = CommentStatus::Pending;
        }
        comment.body = self.read_text(item);
        Some(comment)
    }

    fn read_text(&self, item: Item<'_>) -> Vec<Block> {
        let shape = part(part(&self.description, "comment"), "text");
        let written = text(at(shape, "at", item));
        if text(part(shape, "format")) == "html" {
            html::blocks_from(html::Origin::Comment, written)
        } else {
            plain_blocks(written)
        }
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

/// A number of readers.
fn votes(value: &Json) -> Option<u32> {
    match value {
        Json::Number(number) => Some(*number as u32),
        _ => None,
    }
}

fn time(shape: &Json, item: Item<'_>) -> Option<Timestamp> {
    match (at(shape, "at", item), text(part(shape, "unit"))) {
        (Json::Number(number), "seconds") => Some(Timestamp(number * 1000.0)),
        (Json::Number(number), "milliseconds") => Some(Timestamp(*number)),
        // UTC where no zone is said.
        (Json::Text(text), "iso8601") => {
            Timestamp::parse(text).or_else(|| Timestamp::parse(&[text, "Z"].concat()))
        }
        _ => None,
    }
}
