//! All names of all actors, sorted, so that finding one takes a binary search.

use super::word::{fold, is_hyphen, is_small, is_word_char};
use crate::map::{Actor, ActorIndex};

/// A name in a text: bytes `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub actor: ActorIndex,
}

/// Names and aliases, folded, each with its actor.
pub(super) struct Names(Vec<(Vec<char>, ActorIndex)>);

impl Names {
    /// All names of `actors`. A name that two share is the first one's.
    pub(super) fn of(actors: &[Actor]) -> Self {
        let mut names = Vec::new();
        for (index, actor) in actors.iter().enumerate() {
            for name in core::iter::once(&actor.name).chain(&actor.aliases) {
                let folded: Vec<char> = name.trim().chars().map(fold).collect();
                // In Arabic, "to" swallows a letter of the article: ل + ال = لل.
                if let ['ا', 'ل', rest @ ..] = &folded[..] {
                    let joined = ['ل', 'ل'].iter().chain(rest).copied().collect();
                    names.push((joined, ActorIndex(index)));
                }
                names.push((folded, ActorIndex(index)));
            }
        }
        names.retain(|(name, _)| name.iter().any(|c| is_word_char(*c)));
        names.sort();
        names.dedup_by(|later, first| later.0 == first.0);
        Names(names)
    }

    /// All names in `text`, which stands between two characters. Where several
    /// begin at one place, the longest; they don't overlap.
    pub(super) fn find_all(&self, previous: char, text: &str, next: char) -> Vec<Found> {
        let mut found = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        // The neighbours are folded in, so that every place has two of them.
        let chars: Vec<char> =
            [previous].into_iter().chain(text.chars()).chain([next]).map(fold).collect();
        let mut at = 1;
        let mut last_end = 0;
        while at + 1 < chars.len() {
            match self.find_at(&chars, at, last_end) {
                Some((length, actor)) => {
                    let (start, end) = (bytes[at - 1], bytes[at - 1 + length]);
                    found.push(Found { start, end, actor });
                    at += length;
                    last_end = at;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The name that begins at `at`, and how many characters the mention has.
    fn find_at(&self, chars: &[char], at: usize, last_end: usize) -> Option<(usize, ActorIndex)> {
        if !begins_word(chars, at, last_end) {
            return None;
        }
        let found = self.longest(chars, at, true);
        found.or_else(|| {
            // Arabic writes "and", "so", "with", "to", "like" as one letter
            // before the word, and two of them may meet: وبالنيجر.
            let letters = match (chars[at], chars[at + 1]) {
                ('و' | 'ف', 'ب' | 'ل' | 'ك') => 2,
                ('و' | 'ف' | 'ب' | 'ل' | 'ك', _) => 1,
                _ => 0,
            };
            (1..=letters).find_map(|skipped| {
                let is_arabic = matches!(chars.get(at + skipped), Some('\u{620}'..='\u{64a}'));
                let name = is_arabic.then(|| self.longest(chars, at + skipped, true)).flatten();
                name.map(|(length, actor)| (length + skipped, actor))
            })
        })
    }

    /// The longest name at `at` that ends with a word; `with_hyphens` tells
    /// whether a hyphen after it is looked at.
    fn longest(
        &self,
        chars: &[char],
        at: usize,
        with_hyphens: bool,
    ) -> Option<(usize, ActorIndex)> {
        // Without the neighbour at the end, which is no part of the text.
        let mut text = chars.get(at..chars.len() - 1)?;
        loop {
            // All names that `text` begins with sort before it, the longest last.
            let after = self.0.partition_point(|(name, _)| name.as_slice() <= text);
            let (name, actor) = &self.0[after.checked_sub(1)?];
            let same = name.iter().zip(text).take_while(|(a, b)| a == b).count();
            if same < name.len() {
                text = &text[..same];
                continue;
            }
            if self.ends_word(chars, at + same, with_hyphens) {
                return Some((same, *actor));
            }
            text = &text[..same - 1];
        }
    }

    /// Whether a name may end before `end`.
    fn ends_word(&self, chars: &[char], end: usize, with_hyphens: bool) -> bool {
        let (last, next) = (chars[end - 1], chars[end]);
        if is_word_char(last) && is_word_char(next) {
            return false;
        }
        // "Guinée-Bissau" is not Guinée; "Niger-Iran" is Niger, "Niger-based" too.
        match chars.get(end + 1) {
            Some(c) if with_hyphens && is_hyphen(next) && is_word_char(*c) => {
                is_small(*c) || self.longest(chars, end + 1, false).is_some()
            }
            _ => true,
        }
    }
}

/// Whether a name may begin at `at`, when the last one ended at `last_end`.
fn begins_word(chars: &[char], at: usize, last_end: usize) -> bool {
    let (previous, first) = (chars[at - 1], chars[at]);
    if first == ' ' || (is_word_char(previous) && is_word_char(first)) {
        return false;
    }
    if !is_hyphen(previous) || last_end + 1 == at {
        return true;
    }
    // "pro-Iran" is Iran; "Guinée-Bissau" is not Bissau.
    let before = chars[..at - 1].iter().rev().take_while(|c| is_word_char(**c)).last();
    before.is_none_or(|c| is_small(*c))
}
