//! A comment, and the draft of one.

use crate::date::Timestamp;
use crate::rich_text::Block;
use crate::rich_text::address::Address;

/// Whether others can see a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CommentStatus {
    /// Everybody can.
    #[default]
    Published,
    /// It waits for approval; only who wrote it sees it.
    Pending,
}

impl CommentStatus {
    /// The status in the detail of the event `comment-posted`.
    pub fn as_str(self) -> &'static str {
        match self {
            CommentStatus::Published => "published",
            CommentStatus::Pending => "pending",
        }
    }
}

/// A comment that a server keeps.
#[derive(Clone, Debug, PartialEq)]
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
    /// The `id` of the comment that this one answers.
    pub parent: Option<String>,
}
