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
        let mut names = Names(Vec::new());
        for (index, actor) in actors.iter().enumerate() {
            names.add(&actor.name, ActorIndex(index));
            for alias in &actor.aliases {
                names.add(alias, ActorIndex(index));
            }
        }
        names
    }

    fn add(&mut self, name: &str, actor: ActorIndex) {
        let mut folded: Vec<char> = name.trim().chars().map(fold).collect();
        if !folded.iter().any(|c| is_word_char(*c)) {
            return;
        }
        self.insert(folded.clone(), actor);
        // In Arabic, "to" swallows a letter of the article: ل + ال = لل.
        if folded.starts_with(&['ا', 'ل']) {
            folded[0] = 'ل';
            self.insert(folded, actor);
        }
    }

    /// Keeps the names sorted.
    #[inline(never)]
    fn insert(&mut self, name: Vec<char>, actor: ActorIndex) {
        let after = self.count_up_to(&name);
        let is_known = after > 0 && self.0[after - 1].0 == name;
        if !is_known {
            self.0.insert(after, (name, actor));
        }
    }

    /// How many names sort up to `text`: among them, the longest last, are all
    /// that it begins with.
    #[inline(never)]
    fn count_up_to(&self, text: &[char]) -> usize {
        self.0.partition_point(|(name, _)| name.as_slice() <= text)
    }

    /// All names in `text`, which stands between two characters. Where several
    /// begin at one place, the longest; they don't overlap.
    pub(super) fn find_all(&self, previous: char, text: &str, next: char) -> Vec<Found> {
        let mut found = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        // The neighbours are folded in, so that every place has two of them.
        let mut chars = vec![fold(previous)];
        let mut starts = vec![0];
        for (start, c) in text.char_indices() {
            chars.push(fold(c));
            starts.push(start);
        }
        chars.push(fold(next));
        starts.push(text.len());
        let mut at = 1;
        let mut last_end = 0;
        while at + 1 < chars.len() {
            match self.find_at(&chars, at, last_end) {
                Some((length, actor)) => {
                    let start = starts[at];
                    at += length;
                    last_end = at;
                    found.push(Found { start, end: starts[at], actor });
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
        // Arabic writes "and", "so", "with", "to", "like" as one letter before
        // the word, and two of them may meet: وبالنيجر.
        let letters = match (chars[at], chars[at + 1]) {
            ('و' | 'ف', 'ب' | 'ل' | 'ك') => 2,
            ('و' | 'ف' | 'ب' | 'ل' | 'ك', _) => 1,
            _ => 0,
        };
        for skipped in 0..=letters {
            let is_arabic = matches!(chars.get(at + skipped), Some('\u{620}'..='\u{64a}'));
            if (skipped == 0 || is_arabic)
                && let Some((length, actor)) = self.longest(chars, at + skipped, true)
            {
                return Some((length + skipped, actor));
            }
        }
        None
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
            let (name, actor) = &self.0[self.count_up_to(text).checked_sub(1)?];
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
