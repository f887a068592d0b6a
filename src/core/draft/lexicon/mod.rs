//! The words by which actors are known, in each language that is read.
//!
//! All words stand in small letters without accents, as
//! [`fold`](super::words::fold) makes them. To add a language, copy the nearest
//! file, and name it in [`Lexicon::of_tag`].

mod en;
mod fr;

use crate::map::{ActorKind, Sign};
use crate::search;

/// The words of a language, each list as one text with spaces between them.
pub(super) struct Lexicon {
    /// Which of a state's names, capital and demonyms are in this language.
    pub(super) column: usize,
    /// Whether an adjective stands after its noun: « forces américaines ».
    pub(super) noun_first: bool,
    /// What often begins a sentence and is no part of a name.
    pub(super) openers: &'static str,
    /// What is written with a capital and is no name.
    pub(super) no_names: &'static str,
    /// What stands before a person's name.
    pub(super) titles: &'static str,
    /// What leads to a place.
    pub(super) locatives: &'static str,
    /// What may stand between two words, or before the last words, of a name.
    pub(super) particles: &'static str,
    /// "of": between an institution and its state.
    pub(super) of: &'static str,
    /// What a state's capital does when it stands for the state.
    pub(super) verbs: &'static str,
    /// With a capital, part of an organisation's name.
    pub(super) organisation_words: &'static str,
    /// With a capital, part of a place's name.
    pub(super) place_words: &'static str,
    /// With a capital, part of the name of something that does not act.
    pub(super) thing_words: &'static str,
    /// Bodies that act for a state, and those that act against it.
    pub(super) heads: &'static [Head],
    /// Which groups are actors: « groupes terroristes ».
    pub(super) group_words: &'static str,
    /// What a sentence with two actors says of them, by how a word begins.
    pub(super) cues: &'static [Cue],
    /// What a relation is called of which nothing is known.
    pub(super) together: &'static str,
    /// A capital to its state.
    pub(super) capital_of: &'static str,
    /// A body to its state.
    pub(super) belongs_to: &'static str,
    /// Who speaks, to those for whom.
    pub(super) speaks_for: &'static str,
}

/// A noun that names an actor, together with a state, a number or a word.
pub(super) struct Head {
    /// Its forms, and others that mean the same actor.
    pub(super) forms: &'static str,
    /// What the actor is.
    pub(super) kind: ActorKind,
    /// What has to stand beside it.
    pub(super) wants: Wants,
}

/// What has to stand beside a noun to name an actor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wants {
    /// A state, as name or adjective.
    State,
    /// One of the group words, or a state.
    GroupWord,
    /// A number: « base aérienne 201 ».
    Number,
    /// Nothing: whoever speaks is an actor.
    Nothing,
}

/// How a word begins, and what it says of two actors in its sentence.
pub(super) struct Cue(pub(super) &'static str, pub(super) &'static str, pub(super) Sign);

impl Lexicon {
    /// The words of the language with this tag; French when nobody reads it.
    pub(super) fn of_tag(tag: &str) -> &'static Lexicon {
        let primary = search::until(tag, b"-");
        if primary.eq_ignore_ascii_case("en") { &en::ENGLISH } else { &fr::FRENCH }
    }
}

/// Whether `word` is one of `words`, which stand with spaces between them.
pub(super) fn is_in(word: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}
