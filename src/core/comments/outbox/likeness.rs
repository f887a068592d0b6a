//! Looking for what was sent among what a server lists.

use super::{Entry, Looked};
use crate::comments::Comment;
use crate::comments::backend::Listing;
use crate::rich_text::{Block, BlockKind, html, plain_text};

impl Entry {
    /// Whether `comment` is what was sent.
    pub(super) fn likeness(&self, comment: &Comment) -> Likeness {
        if comment.id == self.id {
            return Likeness::Same;
        }
        let is_named = !self.draft.name.is_empty();
        let is_mine = is_named && comment.author.as_deref() == Some(&self.draft.name);
        // Some servers show HTML as it was typed, others read it.
        let typed = signature(&self.draft.text);
        let read = html::blocks_from(html::Origin::Comment, &self.draft.text);
        let shown = blocks_signature(&comment.body);
        let source = comment.source.as_deref().map(signature);
        if shown == typed || shown == blocks_signature(&read) || source.as_ref() == Some(&typed) {
            // A server may change a name, but so may somebody say the same.
            return if is_mine || !is_named { Likeness::Same } else { Likeness::Maybe };
        }
        // A server may have left out more than we do, such as the addresses of
        // links; and who wrote under this name just now may be this reader.
        let is_recent = self.first_sent > 0.0
            && comment.created.is_some_and(|created| created.0 >= self.first_sent - RECENT_MS);
        let is_like = (is_mine || !is_named) && is_most_of(&shown, &typed);
        if is_like || is_mine && is_recent { Likeness::Maybe } else { Likeness::Other }
    }
}

/// How far the clocks of a reader and a server may differ.
const RECENT_MS: f64 = 300_000.0;

/// Whether a comment is what was sent.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Likeness {
    /// It is.
    Same,
    /// It may be.
    Maybe,
    /// It is not.
    Other,
}

/// So many parts of a list are read before we say that it can't be known.
const MAX_PAGES: usize = 50;

/// The looking for an entry in a list that comes in parts.
#[derive(Debug, Default)]
pub struct Search {
    is_unsure: bool,
    pages: usize,
}

impl Search {
    /// Looks into a part of the list. Nothing as long as the next part, which
    /// `listing` names, has to be looked into as well. What is found is taken out.
    pub fn look(&mut self, entry: &Entry, listing: &mut Listing) -> Option<Looked> {
        self.pages += 1;
        for (at, comment) in listing.comments.iter().enumerate() {
            if entry.known.contains(&comment.id) {
                continue;
            }
            match entry.likeness(comment) {
                Likeness::Same => return Some(Looked::Found(listing.comments.swap_remove(at))),
                Likeness::Maybe => self.is_unsure = true,
                Likeness::Other => {}
            }
        }
        if listing.next.is_some() && self.pages < MAX_PAGES {
            return None;
        }
        let is_unsure = self.is_unsure || listing.next.is_some();
        Some(if is_unsure { Looked::Unsure } else { Looked::Absent })
    }
}

/// What stays of a text when its format is taken away: servers turn Markdown
/// into HTML, change quotes and trim spaces.
fn signature(text: &str) -> String {
    let mut kept = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || !c.is_ascii() && !is_punctuation(c) {
            kept.push(c);
        }
    }
    kept
}

/// General punctuation and the spaces and quotes of Latin-1.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}')
}

/// Whether `part` is at least half of `whole`, with some of it left out.
fn is_most_of(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    !part.is_empty() && part.len() * 2 >= whole.len() && part.chars().all(|c| rest.any(|w| w == c))
}

fn blocks_signature(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph | BlockKind::Heading(_) => {
                text.push_str(&signature(&plain_text(&block.text)));
            }
            BlockKind::Code(code) => text.push_str(&signature(code)),
            _ => {}
        }
        text.push_str(&blocks_signature(&block.blocks));
    }
    text
}
