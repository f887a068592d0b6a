//! What becomes of requests, and what the server makes of them.

use super::server::Kept;
use super::world::{Happening, KEY, SHOWN, TEXT, World};
use crate::comments::backend::{Outcome, Refusal};
use crate::comments::comment::plain_blocks;
use crate::comments::form::Cause;
use crate::comments::outbox::{Event, Looked, SETTLE_MS};
use crate::comments::{Comment, CommentStatus, Draft};
use crate::date::Timestamp;

impl World {
    pub(super) fn post(&mut self, page: usize, life: u32) {
        self.judged.posts += 1;
        if self.trouble(0.05) {
            let status = [0, 404, 500][self.random.below(3)];
            let event = Event::NotSent(Refusal { status, ..Refusal::default() });
            return self.at(50.0, Happening::Heard { page, life, event, retry_after_ms: 0.0 });
        }
        let draft = self.pages[page].entry.as_ref().unwrap().draft.clone();
        let is_lost = self.trouble(0.2);
        // The page gives up after a time, or hears that the connection is gone;
        // what it has sent arrives before all is settled, or never.
        let given_up_after =
            if self.has_trouble { self.random.next() * 30_000.0 } else { 30_000.0 };
        let is_heard = !self.trouble(0.4);
        let latest =
            if is_heard { given_up_after.min(5_000.0) } else { given_up_after + SETTLE_MS - 1.0 };
        let times = if self.server.knows_again() && self.trouble(0.2) { 2 } else { 1 };
        for copy in 0..times {
            if !is_lost {
                let after = self.random.next() * latest;
                let key = String::from(KEY);
                let (draft, is_heard) = (draft.clone(), is_heard && copy == 0);
                self.at(after, Happening::PostArrives { page, life, key, draft, is_heard });
            }
        }
        if is_lost || !is_heard {
            let event = Event::Ended(Outcome::Unclear { answered: false });
            self.at(given_up_after, Happening::Heard { page, life, event, retry_after_ms: 0.0 });
        }
    }

    pub(super) fn list(&mut self, page: usize, life: u32, part: usize) {
        if self.trouble(0.2) {
            let event = Event::Looked(Looked::Failed);
            return self.at(500.0, Happening::Heard { page, life, event, retry_after_ms: 0.0 });
        }
        let after = self.random.next() * 3_000.0;
        self.at(after, Happening::ListArrives { page, life, part });
    }

    /// What the server does with a post, and what it says.
    pub(super) fn keep(&mut self, key: String, draft: Draft) -> (Event, f64) {
        let refused = |status, cause| {
            Event::Ended(Outcome::Refused(Refusal { status, cause, ..Refusal::default() }))
        };
        if self.trouble(0.15) {
            return (refused(429, Some(Cause::TooMany)), self.random.next() * 40_000.0);
        }
        if self.trouble(0.03) {
            return (refused(403, Some(Cause::Closed)), 0.0);
        }
        if self.trouble(0.1) {
            // An error before anything was done.
            return (Event::Ended(Outcome::Unclear { answered: true }), 0.0);
        }
        let author = draft.name.clone();
        let is_known = self.kept.iter().any(|kept| kept.key == key);
        if is_known && self.server.knows_keys {
            if self.random.chance(0.5) {
                return (refused(409, Some(Cause::Duplicate)), 0.0);
            }
        } else if is_known && self.server.knows_texts {
            return (refused(409, Some(Cause::Duplicate)), 0.0);
        } else {
            self.kept.push(Kept { key: key.clone(), text: draft.text, author, at: self.now });
        }
        // A 500, a page instead of an answer, an answer that is cut: though it
        // was kept.
        if self.trouble(0.25) {
            let retry_after = if self.random.chance(0.3) { 5_000.0 } else { 0.0 };
            return (Event::Ended(Outcome::Unclear { answered: true }), retry_after);
        }
        let shown = self.shown(self.kept.len() - 1);
        (Event::Ended(Outcome::Posted(shown)), 0.0)
    }

    pub(super) fn shown(&self, index: usize) -> Comment {
        let kept = &self.kept[index];
        let is_ours = kept.text == TEXT;
        let text = if is_ours && self.server.shortens { SHOWN } else { &kept.text };
        let id = if self.server.names_ids_by_keys { kept.key.clone() } else { index.to_string() };
        Comment {
            id,
            author: Some(kept.author.clone()),
            body: plain_blocks(text),
            created: Some(Timestamp(kept.at)),
            status: CommentStatus::Published,
            ..Comment::default()
        }
    }

    /// What the server lists, newest first.
    pub(super) fn listed(&self) -> Vec<Comment> {
        let mut listed = Vec::new();
        for index in (0..self.kept.len()).rev() {
            let is_visible = index < 3 || !self.server.is_moderated || self.server.lists_waiting;
            if is_visible {
                listed.push(self.shown(index));
            }
        }
        listed
    }
}
