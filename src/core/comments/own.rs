//! What the reader has written here, as this browser remembers it: so that a
//! comment that waits for approval, which some servers show to nobody, is shown
//! to who wrote it, and so that it can be edited and taken back.

use super::comment::plain_blocks;
use super::{Comment, CommentStatus, Draft};
use crate::date::Timestamp;
use crate::json::Json;

/// A comment of the reader's.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnComment {
    /// The server's name for it.
    pub id: String,
    /// What was typed.
    pub text: String,
    /// Under which name.
    pub name: String,
    /// The comment that it answers; empty for the article.
    pub parent: String,
    /// When, in milliseconds since 1970.
    pub created_ms: f64,
    /// It waited for approval.
    pub is_pending: bool,
    /// What the reader has voted on it: 1, 0 or -1. For a comment of somebody
    /// else, that is all that is remembered.
    pub vote: i8,
}

/// After so long, a comment that was not approved will not be.
const REMEMBERED_MS: f64 = 30.0 * 86_400_000.0;

/// Under which name a thread's are stored.
pub fn storage_key(thread: &str) -> String {
    ["article-widget:own:", thread].concat()
}

impl OwnComment {
    /// What is remembered of `comment`, which was sent as `draft`.
    pub fn new(comment: &Comment, draft: &Draft, now_ms: f64) -> Self {
        OwnComment {
            id: comment.id.clone(),
            text: draft.text.clone(),
            name: draft.name.clone(),
            parent: comment.parent.clone().unwrap_or_default(),
            created_ms: comment.created.map_or(now_ms, |created| created.0),
            is_pending: comment.status == CommentStatus::Pending,
            vote: 0,
        }
    }

    /// The comment as it is shown while the server does not list it.
    pub fn comment(&self) -> Comment {
        Comment {
            id: self.id.clone(),
            parent: (!self.parent.is_empty()).then(|| self.parent.clone()),
            author: (!self.name.is_empty()).then(|| self.name.clone()),
            body: plain_blocks(&self.text),
            created: Some(Timestamp(self.created_ms)),
            status: CommentStatus::Pending,
            source: Some(self.text.clone()),
            is_own: true,
            ..Comment::default()
        }
    }
}

/// Marks the reader's comments among those that are listed, and puts in those
/// that wait for approval and are not listed. What need not be remembered any
/// more is dropped from `own`.
pub fn show(own: &mut Vec<OwnComment>, listed: &mut Vec<Comment>, now_ms: f64) {
    own.retain(|mine| mine.created_ms > now_ms - REMEMBERED_MS);
    for mine in own {
        if mine.text.is_empty() {
            continue;
        }
        match listed.iter_mut().find(|comment| comment.id == mine.id) {
            Some(comment) => {
                comment.is_own = true;
                if comment.source.is_none() {
                    comment.source = Some(mine.text.clone());
                }
            }
            None if mine.is_pending => listed.push(mine.comment()),
            None => {}
        }
    }
}

/// All that is remembered, as it is stored.
pub fn to_json(own: &[OwnComment]) -> Json {
    let mut items = Vec::new();
    for mine in own {
        items.push(Json::Object(vec![
            ("id".into(), Json::from(&*mine.id)),
            ("text".into(), Json::from(&*mine.text)),
            ("name".into(), Json::from(&*mine.name)),
            ("parent".into(), Json::from(&*mine.parent)),
            ("created".into(), Json::Number(mine.created_ms)),
            ("pending".into(), Json::Bool(mine.is_pending)),
            ("vote".into(), Json::Number(mine.vote.into())),
        ]));
    }
    Json::List(items)
}

/// All that was remembered.
pub fn from_json(json: &Json) -> Vec<OwnComment> {
    let mut own = Vec::new();
    let Json::List(items) = json else { return own };
    for item in items {
        let text = |key| String::from(item.get(key).and_then(Json::as_text).unwrap_or(""));
        let number = |key| match item.get(key) {
            Some(Json::Number(number)) => *number,
            _ => 0.0,
        };
        own.push(OwnComment {
            id: text("id"),
            text: text("text"),
            name: text("name"),
            parent: text("parent"),
            created_ms: number("created"),
            is_pending: item.get("pending") == Some(&Json::Bool(true)),
            vote: number("vote") as i8,
        });
    }
    own
}
