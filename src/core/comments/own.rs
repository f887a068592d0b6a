//! What the reader has written here, as this browser remembers it: so that a
//! comment that waits for approval, which some servers show to nobody, is shown
//! to who wrote it, and so that it can be edited and taken back.
//!
//! It stays the JSON that is stored, and is read where it is needed. A comment of
//! the reader's is an object:
//!
//! | key | holds |
//! | --- | --- |
//! | `id` | the server's name for it |
//! | `text`, `name` | what was typed, and under which name |
//! | `parent` | the comment that it answers; empty for the article |
//! | `created` | when, in milliseconds since 1970 |
//! | `pending` | it waited for approval |
//! | `vote` | what the reader has voted on it: 1, 0 or -1 |
//!
//! Of a comment of somebody else, the vote is all that is remembered.

use super::{Comment, CommentStatus, Draft, thread};
use crate::json::Json;

/// After so long, a comment that was not approved will not be.
const REMEMBERED_MS: f64 = 30.0 * 86_400_000.0;

/// Under which name a thread's are stored.
pub fn storage_key(thread: &str) -> String {
    ["article-widget:own:", thread].concat()
}

/// What is remembered of `comment`, which was sent as `draft`.
pub fn remembered(comment: &Comment, draft: &Draft, now_ms: f64) -> Json {
    let mut mine = Json::Null;
    mine.set_text("id", &comment.id);
    mine.set_text("text", &draft.text);
    mine.set_text("name", &draft.name);
    mine.set_text("parent", comment.parent.as_deref().unwrap_or(""));
    mine.set_number("created", comment.created.map_or(now_ms, |created| created.0));
    mine.set("pending", Json::Bool(comment.status == CommentStatus::Pending));
    mine
}

/// Where in `own` the comment with this `id` is.
pub fn position(own: &[Json], id: &str) -> Option<usize> {
    own.iter().position(|mine| mine.text("id") == id)
}

/// Marks the reader's comments among those that are listed, and puts in those
/// that wait for approval and are not listed. What need not be remembered any
/// more is dropped from `own`.
pub fn show(own: &mut Vec<Json>, listed: &mut Vec<Comment>, now_ms: f64) {
    own.retain(|mine| mine.number("created") > now_ms - REMEMBERED_MS);
    for mine in own {
        let (id, text) = (mine.text("id"), mine.text("text"));
        if text.is_empty() {
            continue;
        }
        match thread::position(listed, id) {
            Some(at) => {
                let comment = &mut listed[at];
                comment.is_own = true;
                if comment.source.is_none() {
                    comment.source = Some(text.into());
                }
            }
            None if matches!(mine.get("pending"), Some(Json::Bool(true))) => {
                let (name, parent) = (mine.text("name"), mine.text("parent"));
                let created_ms = mine.number("created");
                listed.push(Comment::of_reader(id, text, name, parent, created_ms));
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Timestamp;

    fn mine(id: &str, is_pending: bool) -> Json {
        let comment = Comment {
            id: id.into(),
            parent: Some("1".into()),
            created: Some(Timestamp(1000.0)),
            status: if is_pending { CommentStatus::Pending } else { CommentStatus::Published },
            ..Comment::default()
        };
        let draft = Draft { text: "Oui *non*".into(), name: "Aïcha".into(), ..Draft::default() };
        remembered(&comment, &draft, 5.0)
    }

    fn listed(id: &str) -> Comment {
        Comment { id: id.into(), ..Comment::default() }
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let own = Json::List(vec![mine("2", true), mine("3", false)]);
        let text = serde_json::to_string(&own).unwrap();
        let again: Json = serde_json::from_str(&text).unwrap();
        assert_eq!(again, own);
        let Json::List(again) = again else { panic!() };
        assert_eq!((position(&again, "3"), position(&again, "4")), (Some(1), None));
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
        let mut own = vec![mine("2", false)];
        own[0].set_text("text", "");
        let mut comments = vec![listed("2")];
        show(&mut own, &mut comments, 2000.0);
        assert!(!comments[0].is_own);
    }
}
