//! A comment, and the draft of one.

use crate::date::Timestamp;
use crate::rich_text::address::Address;
use crate::rich_text::{Block, Inline};
use crate::search;

/// Whether others can see a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CommentStatus {
    /// Everybody can.
    #[default]
    Published,
    /// It waits for approval; only who wrote it sees it.
    Pending,
    /// It was taken back; its place stays because others answered it.
    Deleted,
}

impl CommentStatus {
    /// The status in the detail of the event `comment-posted`.
    pub fn as_str(self) -> &'static str {
        match self {
            CommentStatus::Published => "published",
            CommentStatus::Pending => "pending",
            CommentStatus::Deleted => "deleted",
        }
    }
}

/// A comment that a server keeps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comment {
    /// The server's name for it.
    pub id: String,
    /// The comment that it answers.
    pub parent: Option<String>,
    /// Who wrote it; nobody said so when absent.
    pub author: Option<String>,
    /// The author's website.
    pub website: Option<Address>,
    /// What it says, from foreign text by the one allow-list.
    pub body: Vec<Block>,
    /// When it was written.
    pub created: Option<Timestamp>,
    /// Whether others can see it.
    pub status: CommentStatus,
    /// When it was last changed by who wrote it.
    pub edited: Option<Timestamp>,
    /// How many readers are for it; the server does not count when absent.
    pub up: Option<u32>,
    /// How many are against it.
    pub down: Option<u32>,
    /// The server says that the reader wrote it.
    pub is_own: bool,
    /// Its author is of the site's staff.
    pub is_staff: bool,
    /// The author's picture: shown only where the site asks for it.
    pub avatar: Option<Address>,
    /// Where it stands alone, such as on the server where one can answer it.
    pub link: Option<Address>,
    /// What was typed, where the server gives it out: what an edit begins with.
    pub source: Option<String>,
}

/// What a reader has written and not yet sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The comment, as it was typed.
    pub text: String,
    /// The reader's name.
    pub name: String,
    /// The reader's e-mail address.
    pub email: String,
    /// The reader's website.
    pub website: String,
    /// The `id` of the comment that this one answers; empty for the article.
    pub parent: String,
    /// The `id` of the comment at the top of its conversation; empty for a
    /// comment on the article.
    pub root: String,
    /// Who wrote the comment that this one answers.
    pub parent_name: String,
    /// What the reader has typed where the server asked for it
    /// ([`super::backend::Captcha`]).
    pub captcha: String,
}

impl Draft {
    /// The keys of its values, in templates and where they are stored: those of
    /// the form's fields, of what is stored while it is sent, and of the rest.
    pub const KEYS: [&'static str; 8] =
        ["text", "name", "email", "website", "parent", "root", "parent_name", "captcha"];

    /// Its values, in the order of [`Draft::KEYS`].
    #[inline(never)]
    pub fn values(&self) -> [&str; 8] {
        let Draft { text, name, email, website, parent, root, parent_name, captcha } = self;
        [text, name, email, website, parent, root, parent_name, captcha]
    }

    /// Their places, in the same order.
    #[inline(never)]
    pub fn places(&mut self) -> [&mut String; 8] {
        let Draft { text, name, email, website, parent, root, parent_name, captcha } = self;
        [text, name, email, website, parent, root, parent_name, captcha]
    }
}

impl Comment {
    /// What a reader has written, as it is shown while no server lists it.
    #[inline(never)]
    pub fn of_reader(id: &str, text: &str, name: &str, parent: &str, created_ms: f64) -> Self {
        Comment {
            id: id.into(),
            parent: said(parent),
            author: said(name),
            body: plain_blocks(text),
            created: Some(Timestamp(created_ms)),
            status: CommentStatus::Pending,
            is_own: true,
            source: said(text),
            ..Comment::default()
        }
    }
}

/// A text that says something.
#[inline(never)]
pub fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.into())
}

/// Text as it was typed: empty lines part paragraphs, other line ends are kept.
pub fn plain_blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Inline> = Vec::new();
    for line in search::parts(text, b'\n') {
        let line = line.trim_end();
        if line.is_empty() {
            close_paragraph(&mut blocks, &mut lines);
            continue;
        }
        if !lines.is_empty() {
            lines.push(Inline::Break);
        }
        lines.push(Inline::Text(line.into()));
    }
    close_paragraph(&mut blocks, &mut lines);
    blocks
}

fn close_paragraph(blocks: &mut Vec<Block>, lines: &mut Vec<Inline>) {
    if !lines.is_empty() {
        blocks.push(Block::paragraph(core::mem::take(lines)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_part_paragraphs_and_line_ends_stay() {
        let text = |words: &str| Inline::Text(words.into());
        assert_eq!(
            plain_blocks("\na\r\nb\n \n\n<b>c</b>\n"),
            [
                Block::paragraph(vec![text("a"), Inline::Break, text("b")]),
                Block::paragraph(vec![text("<b>c</b>")]),
            ]
        );
        assert_eq!(plain_blocks(" \n"), []);
    }
}
