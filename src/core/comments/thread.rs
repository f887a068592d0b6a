//! Flat lists of comments as the tree that readers see.

use core::cmp::Ordering;

use super::Comment;

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

/// The comments in the order in which they are read: the newest conversation
/// first, because the form stands above them; within one, each comment before
/// its answers, and these in the order in which they were said.
///
/// Every comment comes exactly once, whatever a server says: an answer to an
/// unknown comment stands at the top, and so does one of a ring.
pub fn reading_order(comments: &[Comment]) -> Vec<Row> {
    let parents = parents(comments);
    // Each comment's latest answer, and the answer before each.
    let mut latest = vec![NONE; comments.len()];
    let mut before = vec![NONE; comments.len()];
    // A stack of our own: threads may be deeper than WebAssembly's.
    let mut waiting = Vec::new();
    // Earlier first; the order of the list where the times don't tell. What
    // has no time comes before all that has.
    let time = |index: usize| comments[index].created.map_or(f64::NEG_INFINITY, |time| time.0);
    for index in sorted(comments, &|a, b| time(a).total_cmp(&time(b))) {
        match parents[index] {
            NONE => waiting.push(Row { index, depth: 0, parent: None }),
            parent => before[index] = core::mem::replace(&mut latest[parent], index),
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

/// No comment, instead of an index.
const NONE: usize = usize::MAX;

/// The indexes of `comments` in this order; those of the list where it does
/// not tell.
fn sorted(comments: &[Comment], order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indexes: Vec<usize> = (0..comments.len()).collect();
    indexes.sort_unstable_by(|&a, &b| order(a, b).then(a.cmp(&b)));
    indexes
}

/// Whom each comment answers, without rings.
fn parents(comments: &[Comment]) -> Vec<usize> {
    let id = |index: usize| comments[index].id.as_str();
    let by_id = sorted(comments, &|a, b| id(a).cmp(id(b)));
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
    use crate::comments::CommentStatus;
    use crate::date::Timestamp;

    /// Comments as (id, parent), one second after the other.
    fn thread(comments: &[(&str, &str)]) -> Vec<(String, usize)> {
        let comments: Vec<Comment> = comments
            .iter()
            .enumerate()
            .map(|(second, (id, parent))| Comment {
                id: (*id).into(),
                parent: (!parent.is_empty()).then(|| (*parent).into()),
                author: None,
                website: None,
                body: Vec::new(),
                created: Some(Timestamp(second as f64 * 1000.0)),
                status: CommentStatus::Published,
            })
            .collect();
        let rows = reading_order(&comments);
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
        let undated = |id: &str| Comment {
            id: id.into(),
            parent: None,
            author: None,
            website: None,
            body: Vec::new(),
            created: None,
            status: CommentStatus::Published,
        };
        let dated = Comment { created: Some(Timestamp(1.0)), ..undated("c") };
        let rows = reading_order(&[undated("a"), dated, undated("b")]);
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

    #[test]
    fn a_very_deep_thread_is_walked_without_recursion() {
        let ids: Vec<String> = (0..20_000).map(|n| n.to_string()).collect();
        let comments: Vec<(&str, &str)> = (0..ids.len())
            .map(|n| (ids[n].as_str(), if n == 0 { "" } else { &ids[n - 1] }))
            .collect();
        assert_eq!(thread(&comments).last().unwrap().1, 19_999);
    }
}
