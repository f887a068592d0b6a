//! Flat lists of comments as the tree that readers see, and what becomes of the
//! tree when comments come and go.

use core::cmp::Ordering;

use super::backend::Sort;
use super::{Comment, CommentStatus, Draft};

/// A comment's place in its thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its index in the list.
    pub index: usize,
    /// 0 for a comment on the article, 1 for an answer to it, and so on.
    pub depth: usize,
    /// The index of the comment that it answers.
    pub parent: Option<usize>,
}

/// The comments in the order in which they are read: conversations in the order
/// that the reader wants; within one, each comment before its answers, and
/// these in the order in which they were said.
///
/// Every comment comes exactly once, whatever a server says: an answer to an
/// unknown comment stands at the top, and so does one of a ring.
pub fn reading_order(comments: &[Comment], sort: Sort) -> Vec<Row> {
    let parents = parents(comments);
    // Each comment's latest answer, and the answer before each.
    let mut latest = vec![NONE; comments.len()];
    let mut before = vec![NONE; comments.len()];
    // A stack of our own: threads may be deeper than WebAssembly's.
    let mut waiting = Vec::new();
    // Earlier first; the order of the list where the times don't tell. What
    // has no time comes before all that has.
    let time = |index: usize| comments[index].created.map_or(f64::NEG_INFINITY, |time| time.0);
    for index in sorted(comments.len(), &|a, b| time(a).total_cmp(&time(b))) {
        match parents[index] {
            NONE => waiting.push(Row { index, depth: 0, parent: None }),
            parent => before[index] = core::mem::replace(&mut latest[parent], index),
        }
    }
    match sort {
        Sort::Newest => {}
        Sort::Oldest => waiting.reverse(),
        // Of those that are liked as much, the newest first.
        Sort::Best => {
            let score = |at: usize| score(&comments[waiting[at].index]);
            let order = sorted(waiting.len(), &|a, b| score(a).cmp(&score(b)));
            waiting = order.iter().map(|&at| waiting[at]).collect();
        }
    }
    let mut rows = Vec::with_capacity(comments.len());
    while let Some(row) = waiting.pop() {
        let mut index = latest[row.index];
        while index != NONE {
            waiting.push(Row { index, depth: row.depth + 1, parent: Some(row.index) });
            index = before[index];
        }
        rows.push(row);
    }
    rows
}

/// How many more readers are for a comment than against it.
fn score(comment: &Comment) -> i64 {
    i64::from(comment.up.unwrap_or(0)) - i64::from(comment.down.unwrap_or(0))
}

/// Where the answers to the comment of `rows[at]`, and theirs, end: what is
/// hidden when it is collapsed.
pub fn end_of_answers(rows: &[Row], at: usize) -> usize {
    let mut end = at + 1;
    while end < rows.len() && rows[end].depth > rows[at].depth {
        end += 1;
    }
    end
}

/// Where the comment `id` is in the list.
#[inline(never)]
pub fn position(comments: &[Comment], id: &str) -> Option<usize> {
    comments.iter().position(|comment| comment.id == id)
}

/// Takes away all comments that `is_gone` says.
#[inline(never)]
pub fn drop_all(comments: &mut Vec<Comment>, is_gone: &dyn Fn(&Comment) -> bool) {
    comments.retain(|comment| !is_gone(comment));
}

/// An empty draft of an answer to the comment `id`.
pub fn answer_to(comments: &[Comment], id: &str) -> Draft {
    let mut draft = Draft { parent: id.into(), ..Draft::default() };
    let parents = parents(comments);
    if let Some(mut at) = position(comments, id) {
        draft.parent_name = comments[at].author.clone().unwrap_or_default();
        while parents[at] != NONE {
            at = parents[at];
        }
        draft.root = comments[at].id.clone();
    }
    draft
}

/// Puts `news` into `comments`, each once: what is there already is as the
/// server says now. How many were not there.
pub fn merge(comments: &mut Vec<Comment>, news: Vec<Comment>) -> usize {
    let before = comments.len();
    for comment in news {
        match position(&comments[..before], &comment.id) {
            Some(at) => comments[at] = comment,
            None => comments.push(comment),
        }
    }
    comments.len() - before
}

/// Those of `news` that `comments` does not hold: what "3 new comments" counts.
pub fn unseen(comments: &[Comment], news: Vec<Comment>) -> Vec<Comment> {
    let mut unseen = news;
    drop_all(&mut unseen, &|new| position(comments, &new.id).is_some());
    unseen
}

/// The moment since when a poll asks: that of the newest comment (milliseconds,
/// 0 when there is none).
pub fn newest_ms(comments: &[Comment]) -> f64 {
    let mut newest = 0.0;
    for comment in comments {
        let created = comment.created.map_or(0.0, |created| created.0);
        if created > newest {
            newest = created;
        }
    }
    newest
}

/// Takes a comment away: its place stays where others have answered it.
pub fn remove(comments: &mut Vec<Comment>, id: &str) {
    let is_answered = comments.iter().any(|other| other.parent.as_deref() == Some(id));
    if !is_answered {
        drop_all(comments, &|comment| comment.id == id);
    } else if let Some(at) = position(comments, id) {
        comments[at].status = CommentStatus::Deleted;
        comments[at].body.clear();
    }
}

/// What a reader has voted (1, 0 or -1) after the button for `pressed` (1 or
/// -1): pressed again, a vote is taken back where the server can do that.
pub fn vote_after(before: i8, pressed: i8, can_take_back: bool) -> i8 {
    match before == pressed {
        true if can_take_back => 0,
        _ => pressed,
    }
}

/// Whether a comment that the reader wrote can still be changed, `window_ms`
/// after it was written.
pub fn is_open(comment: &Comment, window_ms: Option<f64>, now_ms: f64) -> bool {
    comment.status != CommentStatus::Deleted
        && match (comment.created, window_ms) {
            (Some(created), Some(window_ms)) => now_ms < created.0 + window_ms,
            _ => true,
        }
}

/// The fragment of an address that leads to a comment.
pub fn anchor(id: &str) -> String {
    ["comment-", id].concat()
}

/// The comment to which the fragment of an address leads, with or without its
/// `#`, percent signs decoded.
pub fn anchored(fragment: &str) -> Option<&str> {
    fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("comment-")
}

/// No comment, instead of an index.
const NONE: usize = usize::MAX;

/// The indexes of so many items in this order; as they are where it does not
/// tell.
fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indexes: Vec<usize> = (0..count).collect();
    indexes.sort_unstable_by(|&a, &b| order(a, b).then(a.cmp(&b)));
    indexes
}

/// Whom each comment answers, without rings.
fn parents(comments: &[Comment]) -> Vec<usize> {
    let id = |index: usize| comments[index].id.as_str();
    let by_id = sorted(comments.len(), &|a, b| id(a).cmp(id(b)));
    let mut parents = vec![NONE; comments.len()];
    for (index, comment) in comments.iter().enumerate() {
        if let Some(parent) = comment.parent.as_deref()
            && let Ok(found) = by_id.binary_search_by(|&known| id(known).cmp(parent))
        {
            parents[index] = by_id[found];
        }
    }

    // Walk up from each comment until something known to end; meeting this
    // very walk again means a ring, which is cut where it was entered.
    let mut seen_by = vec![NONE; comments.len()];
    for start in 0..comments.len() {
        let mut at = start;
        while seen_by[at] == NONE {
            seen_by[at] = start;
            let parent = parents[at];
            if parent == NONE {
                break;
            }
            if seen_by[parent] == start {
                parents[parent] = NONE;
                break;
            }
            at = parent;
        }
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Timestamp;

    /// Comments as (id, parent), one second after the other.
    fn thread(comments: &[(&str, &str)]) -> Vec<(String, usize)> {
        let comments: Vec<Comment> = comments
            .iter()
            .enumerate()
            .map(|(second, (id, parent))| Comment {
                id: (*id).into(),
                parent: (!parent.is_empty()).then(|| (*parent).into()),
                created: Some(Timestamp(second as f64 * 1000.0)),
                ..Comment::default()
            })
            .collect();
        let rows = reading_order(&comments, Sort::Newest);
        rows.iter().map(|row| (comments[row.index].id.clone(), row.depth)).collect()
    }

    fn expect(comments: &[(&str, &str)], rows: &[(&str, usize)]) {
        let rows: Vec<_> = rows.iter().map(|(id, depth)| (String::from(*id), *depth)).collect();
        assert_eq!(thread(comments), rows);
    }

    #[test]
    fn newest_conversation_first_and_its_answers_as_they_were_said() {
        expect(
            &[("1", ""), ("2", ""), ("3", "1"), ("4", "1"), ("5", "3")],
            &[("2", 0), ("1", 0), ("3", 1), ("5", 2), ("4", 1)],
        );
    }

    #[test]
    fn without_times_the_order_of_the_list_counts() {
        let undated = |id: &str| Comment { id: id.into(), ..Comment::default() };
        let dated = Comment { created: Some(Timestamp(1.0)), ..undated("c") };
        let rows = reading_order(&[undated("a"), dated, undated("b")], Sort::Newest);
        assert_eq!(rows.iter().map(|row| row.index).collect::<Vec<_>>(), [1, 2, 0]);
    }

    #[test]
    fn an_answer_may_come_before_what_it_answers() {
        expect(&[("2", "1"), ("1", "")], &[("1", 0), ("2", 1)]);
    }

    #[test]
    fn an_orphan_stands_at_the_top() {
        expect(&[("1", "gone"), ("2", "1")], &[("1", 0), ("2", 1)]);
    }

    #[test]
    fn rings_are_cut_and_nothing_is_lost() {
        expect(&[("1", "1")], &[("1", 0)]);
        assert_eq!(thread(&[("1", "2"), ("2", "3"), ("3", "1"), ("4", "2")]).len(), 4);
        assert_eq!(thread(&[("4", "2"), ("1", "2"), ("2", "1")]).len(), 3);
    }

    #[test]
    fn the_same_id_twice_is_shown_twice() {
        assert_eq!(thread(&[("1", ""), ("1", ""), ("2", "1")]).len(), 3);
        assert_eq!(thread(&[("1", "1"), ("1", "1")]).len(), 2);
    }

    fn liked(id: &str, second: f64, up: u32, down: u32) -> Comment {
        let created = Some(Timestamp(second * 1000.0));
        Comment { id: id.into(), created, up: Some(up), down: Some(down), ..Comment::default() }
    }

    #[test]
    fn conversations_are_in_the_order_that_the_reader_wants() {
        let mut comments =
            vec![liked("a", 1.0, 5, 0), liked("b", 2.0, 9, 9), liked("c", 3.0, 5, 0)];
        let answer = Comment { parent: Some("a".into()), ..liked("d", 4.0, 99, 0) };
        comments.push(answer);
        let order = |sort| {
            let rows = reading_order(&comments, sort);
            rows.iter().map(|row| comments[row.index].id.as_str()).collect::<String>()
        };
        assert_eq!(order(Sort::Newest), "cbad");
        assert_eq!(order(Sort::Oldest), "adbc");
        assert_eq!(order(Sort::Best), "cadb");
    }

    #[test]
    fn what_a_collapsed_comment_hides_ends_where_its_answers_do() {
        let depths = [0, 1, 2, 1, 0, 0, 1];
        let rows = depths.map(|depth| Row { index: 0, depth, parent: None });
        let ends = [0, 1, 2, 3, 4, 5, 6].map(|at| end_of_answers(&rows, at));
        assert_eq!(ends, [4, 3, 3, 4, 5, 7, 7]);
    }

    fn answering(id: &str, parent: &str, author: &str) -> Comment {
        Comment {
            id: id.into(),
            parent: (!parent.is_empty()).then(|| parent.into()),
            author: Some(author.into()),
            ..Comment::default()
        }
    }

    #[test]
    fn an_answer_knows_its_parent_and_the_top_of_its_conversation() {
        let comments =
            [answering("1", "", "Ann"), answering("2", "1", "Bob"), answering("3", "2", "Cid")];
        let draft = answer_to(&comments, "3");
        assert_eq!((&*draft.parent, &*draft.root), ("3", "1"));
        assert_eq!(draft.parent_name, "Cid");
        assert_eq!(answer_to(&comments, "1").root, "1");
        assert_eq!(answer_to(&comments, "gone").root, "");
        let ring = [answering("1", "2", "Ann"), answering("2", "1", "Bob")];
        assert!(!answer_to(&ring, "1").root.is_empty());
    }

    #[test]
    fn news_are_counted_and_put_in_once() {
        let mut comments = vec![answering("1", "", "Ann"), answering("2", "", "Bob")];
        let news = vec![answering("2", "", "Bobby"), answering("3", "", "Cid")];
        let unseen = unseen(&comments, news.clone());
        assert_eq!(unseen.iter().map(|new| &*new.id).collect::<Vec<_>>(), ["3"]);
        assert_eq!(merge(&mut comments, news), 1);
        assert_eq!(comments.len(), 3);
        assert_eq!(comments[1].author.as_deref(), Some("Bobby"));
        let dated = [liked("1", 7.0, 0, 0), liked("2", 5.0, 0, 0), answering("3", "", "")];
        assert_eq!((newest_ms(&dated), newest_ms(&[])), (7000.0, 0.0));
    }

    #[test]
    fn what_is_taken_back_leaves_its_place_only_where_it_was_answered() {
        let mut comments = vec![answering("1", "", "Ann"), answering("2", "1", "Bob")];
        remove(&mut comments, "1");
        assert_eq!(comments.len(), 2);
        assert_eq!(comments[0].status, CommentStatus::Deleted);
        remove(&mut comments, "2");
        assert_eq!(comments.len(), 1);
    }

    #[test]
    fn a_vote_pressed_again_is_taken_back_where_that_can_be() {
        assert_eq!([vote_after(0, 1, true), vote_after(1, 1, true)], [1, 0]);
        assert_eq!([vote_after(1, -1, true), vote_after(1, 1, false)], [-1, 1]);
    }

    #[test]
    fn a_comment_can_be_changed_as_long_as_the_server_allows() {
        let comment = liked("1", 10.0, 0, 0);
        assert!(is_open(&comment, Some(5000.0), 14_999.0));
        assert!(!is_open(&comment, Some(5000.0), 15_000.0));
        assert!(is_open(&comment, None, 9e9));
        let deleted = Comment { status: CommentStatus::Deleted, ..comment };
        assert!(!is_open(&deleted, None, 0.0));
    }

    #[test]
    fn fragments_lead_to_comments_and_to_nothing_else() {
        assert_eq!(anchored(&anchor("a-7")), Some("a-7"));
        assert_eq!(anchored("#comment-7"), Some("7"));
        assert_eq!([anchored("#map"), anchored("")], [None, None]);
    }

    #[test]
    fn a_very_deep_thread_is_walked_without_recursion() {
        let ids: Vec<String> = (0..20_000).map(|n| n.to_string()).collect();
        let comments: Vec<(&str, &str)> = (0..ids.len())
            .map(|n| (ids[n].as_str(), if n == 0 { "" } else { &ids[n - 1] }))
            .collect();
        assert_eq!(thread(&comments).last().unwrap().1, 19_999);
    }
}
