//! Flat lists of comments as the tree that readers see.

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
    let mut answers: Vec<Vec<usize>> = vec![Vec::new(); comments.len()];
    let mut tops = Vec::new();
    for index in by_time(comments) {
        match parents[index] {
            Some(parent) => answers[parent].push(index),
            None => tops.push(index),
        }
    }

    // A stack of our own: threads may be deeper than WebAssembly's.
    let mut rows = Vec::with_capacity(comments.len());
    let mut waiting: Vec<Row> =
        tops.into_iter().map(|index| Row { index, depth: 0, parent: None }).collect();
    while let Some(row) = waiting.pop() {
        rows.push(row);
        waiting.extend(answers[row.index].iter().rev().map(|&index| Row {
            index,
            depth: row.depth + 1,
            parent: Some(row.index),
        }));
    }
    rows
}

/// Whom each comment answers, without rings.
fn parents(comments: &[Comment]) -> Vec<Option<usize>> {
    let mut by_id: Vec<(&str, usize)> =
        comments.iter().enumerate().map(|(index, comment)| (comment.id.as_str(), index)).collect();
    by_id.sort_unstable();
    let mut parents: Vec<Option<usize>> = comments
        .iter()
        .map(|comment| {
            let parent = comment.parent.as_deref()?;
            let found = by_id.binary_search_by(|(id, _)| id.cmp(&parent)).ok()?;
            Some(by_id[found].1)
        })
        .collect();

    // Walk up from each comment until something known to end; meeting this
    // very walk again means a ring, which is cut where it was entered.
    const UNSEEN: usize = usize::MAX;
    let mut seen_by = vec![UNSEEN; comments.len()];
    for start in 0..comments.len() {
        let mut at = start;
        while seen_by[at] == UNSEEN {
            seen_by[at] = start;
            let Some(parent) = parents[at] else { break };
            if seen_by[parent] == start {
                parents[parent] = None;
                break;
            }
            at = parent;
        }
    }
    parents
}

/// Earlier first; the order of the list where the times don't tell (the sort
/// is stable). What has no time comes before all that has.
fn by_time(comments: &[Comment]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..comments.len()).collect();
    let time = |index: usize| comments[index].created.map_or(f64::NEG_INFINITY, |time| time.0);
    order.sort_by(|a, b| time(*a).total_cmp(&time(*b)));
    order
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
