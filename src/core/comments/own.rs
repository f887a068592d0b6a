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

#[cfg(test)]
mod tests {
    use super::*;

    fn mine(id: &str, is_pending: bool) -> OwnComment {
        let comment = Comment {
            id: id.into(),
            parent: Some("1".into()),
            created: Some(Timestamp(1000.0)),
            status: if is_pending { CommentStatus::Pending } else { CommentStatus::Published },
            ..Comment::default()
        };
        let draft = Draft { text: "Oui *non*".into(), name: "Aïcha".into(), ..Draft::default() };
        OwnComment::new(&comment, &draft, 5.0)
    }

    fn listed(id: &str) -> Comment {
        Comment { id: id.into(), ..Comment::default() }
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let own = vec![mine("2", true), OwnComment { vote: -1, ..mine("3", false) }];
        let text = serde_json::to_string(&to_json(&own)).unwrap();
        assert_eq!(from_json(&serde_json::from_str(&text).unwrap()), own);
        assert_eq!(from_json(&Json::Null), []);
    }

    #[test]
    fn what_waits_and_is_not_listed_is_shown_to_who_wrote_it() {
        let mut own = vec![mine("2", true), mine("3", false), mine("4", true)];
        let mut comments = vec![listed("1"), listed("2")];
        show(&mut own, &mut comments, 2000.0);
        let ids: Vec<&str> = comments.iter().map(|comment| comment.id.as_str()).collect();
        // The third was public once: it is gone, and does not come back.
        assert_eq!(ids, ["1", "2", "4"]);
        assert!(!comments[0].is_own && comments[1].is_own && comments[2].is_own);
        assert_eq!(comments[1].source.as_deref(), Some("Oui *non*"));
        assert_eq!(comments[1].status, CommentStatus::Published);
        assert_eq!(comments[2].status, CommentStatus::Pending);
        assert_eq!(comments[2].parent.as_deref(), Some("1"));
        assert_eq!(comments[2].author.as_deref(), Some("Aïcha"));
    }

    #[test]
    fn nobody_waits_for_ever() {
        let mut own = vec![mine("2", true)];
        let mut comments = Vec::new();
        show(&mut own, &mut comments, 1000.0 + REMEMBERED_MS);
        assert_eq!((own.len(), comments.len()), (0, 0));
    }

    #[test]
    fn a_vote_on_somebody_elses_comment_makes_it_nobodys() {
        let mut own = vec![OwnComment { text: String::new(), ..mine("2", false) }];
        let mut comments = vec![listed("2")];
        show(&mut own, &mut comments, 2000.0);
        assert!(!comments[0].is_own);
    }
}
