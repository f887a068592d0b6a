//! Makes actors of what was found in all sentences: what means the same is one
//! actor, and what was seen too seldom is none.

use super::find::{Found, What};
use super::gazetteer::Gazetteer;
use super::lexicon::{Lexicon, is_in};
use super::words::Sentence;
use super::{DraftActor, words};
use crate::map::ActorKind;

/// What two findings have in common that mean the same actor.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key {
    State(usize),
    Capital(usize),
    Body {
        head: usize,
        state: Option<usize>,
        words: String,
    },
    /// Folded words.
    Name(String),
}

/// All findings that mean the same.
#[derive(Clone, Debug)]
struct Seen {
    key: Key,
    /// What it is called, and how often.
    names: Vec<(String, usize)>,
    places: Vec<Place>,
    count: usize,
    /// How often it is certain that it is meant: the capital of a name says
    /// something, and in a state's capital something happens.
    sure: usize,
    demonyms: usize,
    is_titled: bool,
    is_local: bool,
    /// Of an acronym, who stood before its bracket.
    expands: Option<String>,
}

/// Where an actor is named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The sentence.
    pub(super) sentence: usize,
    /// The word.
    pub(super) word: usize,
    /// Which actor of the list.
    pub(super) actor: usize,
}

/// An actor and what it was made of.
pub(super) struct Made {
    pub(super) actor: DraftActor,
    pub(super) key: Key,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Gathered {
    seen: Vec<Seen>,
    /// The last name in the sentence that is read, and where it ends.
    last: Option<(usize, usize, String)>,
}

impl Gathered {
    /// Adds what was found in the sentence with this number.
    pub(super) fn add(&mut self, number: usize, sentence: &Sentence<'_>, found: Found) {
        let name = sentence.slice(found.from, found.to).to_owned();
        let key = match &found.what {
            What::State(state) | What::Demonym(state) => Key::State(*state),
            What::Capital(state) | What::Acting(state) => Key::Capital(*state),
            What::Body { head, state, words } => {
                Key::Body { head: *head, state: *state, words: words.clone() }
            }
            What::Name { .. } => Key::Name(words::fold(&name)),
        };
        let index = self.seen.iter().position(|seen| seen.key == key).unwrap_or_else(|| {
            self.seen.push(Seen {
                key,
                names: Vec::new(),
                places: Vec::new(),
                count: 0,
                sure: 0,
                demonyms: 0,
                is_titled: false,
                is_local: false,
                expands: None,
            });
            self.seen.len() - 1
        });
        let seen = &mut self.seen[index];
        seen.places.push(Place { sentence: number, word: found.from, actor: index });
        if let What::Demonym(_) = found.what {
            seen.demonyms += 1;
            return;
        }
        seen.count += 1;
        seen.sure += usize::from(matches!(found.what, What::Capital(_)));
        if let What::Name { is_titled, is_local, begins, in_brackets } = found.what {
            seen.sure += usize::from(!begins);
            seen.is_titled |= is_titled;
            seen.is_local |= is_local;
            if let Some((sentence, end, before)) = &self.last
                && in_brackets
                && (*sentence, *end) == (number, found.from)
            {
                seen.expands = Some(before.clone());
            }
            self.last = Some((number, found.to, words::fold(&name)));
        }
        match seen.names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => seen.names.push((name, 1)),
        }
    }

    /// The actors, in the order of the text, and where each is named.
    pub(super) fn actors(
        mut self,
        lexicon: &Lexicon,
        gazetteer: &Gazetteer,
        sentences: &[Sentence<'_>],
    ) -> (Vec<Made>, Vec<Place>) {
        self.join_capitals(gazetteer);
        self.join_short_names();
        self.join_speakers();
        let mut made: Vec<Made> = Vec::new();
        let mut places = Vec::new();
        self.seen.sort_by_key(|seen| {
            seen.places.first().map_or((usize::MAX, 0), |place| (place.sentence, place.word))
        });
        for seen in self.seen {
            let Some(mut actor) = judge(&seen, lexicon, gazetteer, sentences) else { continue };
            let taken = made.iter().filter(|other| is_same_id(&other.actor.id, &actor.id)).count();
            if taken > 0 {
                actor.id.push('-');
                actor.id.push_str(&crate::digits::digits(taken as i64 + 1));
            }
            for place in seen.places {
                places.push(Place { actor: made.len(), ..place });
            }
            made.push(Made { actor, key: seen.key });
        }
        (made, places)
    }

    /// A capital where nobody ever goes is another word for its state.
    fn join_capitals(&mut self, gazetteer: &Gazetteer) {
        for state in 0..gazetteer.states.len() {
            let position = |key: Key| self.seen.iter().position(|seen| seen.key == key);
            let Some(capital) = position(Key::Capital(state)) else { continue };
            if self.seen[capital].sure > 0 {
                continue;
            }
            match position(Key::State(state)) {
                None => self.seen[capital].key = Key::State(state),
                Some(index) => {
                    let capital = self.seen[capital].clone();
                    self.seen[index].take(capital);
                    self.seen.retain(|seen| seen.key != Key::Capital(state));
                }
            }
        }
    }

    /// A surname alone, or an acronym, is the one whose whole name is known.
    fn join_short_names(&mut self) {
        for index in (0..self.seen.len()).rev() {
            let Key::Name(short) = &self.seen[index].key else { continue };
            let expands = self.seen[index].expands.clone();
            let whole = self.seen.iter().position(|other| match &other.key {
                Key::Name(long) => {
                    expands.as_ref() == Some(long)
                        || (long.len() > short.len()
                            && !other.is_local
                            && long.strip_suffix(short.as_str()).is_some_and(|r| r.ends_with(' ')))
                }
                _ => false,
            });
            if let Some(whole) = whole.filter(|whole| *whole != index) {
                let short = self.seen.remove(index);
                let whole = if whole > index { whole - 1 } else { whole };
                self.seen[whole].take(short);
            }
        }
    }

    /// « le porte-parole » is the one who was said to be somebody's.
    fn join_speakers(&mut self) {
        let is_bare =
            |key: &Key| matches!(key, Key::Body { state: None, words, .. } if words.is_empty());
        for index in (0..self.seen.len()).rev() {
            if !is_bare(&self.seen[index].key) {
                continue;
            }
            let Key::Body { head: mine, .. } = self.seen[index].key else { continue };
            let mut others = self.seen.iter().enumerate().filter(|(at, other)| {
                *at != index && matches!(other.key, Key::Body { head, .. } if head == mine)
            });
            if let (Some((other, _)), None) = (others.next(), others.next()) {
                let bare = self.seen.remove(index);
                let other = if other > index { other - 1 } else { other };
                self.seen[other].take(bare);
            }
        }
    }
}

impl Seen {
    fn take(&mut self, other: Seen) {
        for (name, count) in other.names {
            match self.names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known += count,
                None => self.names.push((name, count)),
            }
        }
        self.places.extend(other.places);
        self.places.sort_by_key(|place| (place.sentence, place.word));
        self.count += other.count;
        self.sure += other.sure;
        self.is_titled |= other.is_titled;
    }
}

/// The actor that was seen, if it was seen well enough.
fn judge(
    seen: &Seen,
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    sentences: &[Sentence<'_>],
) -> Option<DraftActor> {
    let often = seen.count >= 2;
    let (mut country, mut at_deg) = (None, None);
    let name;
    let (kind, confidence, because) = match &seen.key {
        Key::State(state) => {
            let state = &gazetteer.states[*state];
            // Who is of a state does not make it an actor, unless that is said often.
            if seen.count == 0 && seen.demonyms < 2 {
                return None;
            }
            name = state.name.to_owned();
            (country, at_deg) = (Some(state.code), state.at_deg);
            match seen.count {
                0 => (ActorKind::State, 0.5, "a state, by what is of it alone"),
                1 => (ActorKind::State, 0.9, "a state, by its name"),
                _ => (ActorKind::State, 0.99, "a state, by its name"),
            }
        }
        Key::Capital(state) => {
            let state = &gazetteer.states[*state];
            name = state.capital.to_owned();
            (country, at_deg) = (Some(state.code), state.capital_at_deg);
            (ActorKind::Place, if often { 0.9 } else { 0.75 }, "the capital of a state")
        }
        Key::Body { head, state, .. } => {
            let head = &lexicon.heads[*head];
            name = capitalised(&most(&seen.names));
            country = state.map(|state| gazetteer.states[state].code);
            match (head.kind, state) {
                (ActorKind::Person, Some(_)) => (ActorKind::Person, 0.5, "an office of a state"),
                (ActorKind::Person, None) => (ActorKind::Person, 0.5, "an office"),
                (kind, Some(_)) => (kind, if often { 0.85 } else { 0.7 }, "a body of a state"),
                (ActorKind::Place, None) => (ActorKind::Place, 0.75, "a place with a number"),
                (kind, None) => (kind, if often { 0.7 } else { 0.6 }, "a kind of group"),
            }
        }
        Key::Name(_) => {
            let (kind, confidence, because) = judge_name(seen, lexicon, sentences)?;
            name = most(&seen.names);
            (kind, confidence, because)
        }
    };
    let aliases = seen.names.iter().map(|(alias, _)| alias);
    let mut aliases: Vec<String> = aliases.filter(|alias| **alias != name).cloned().collect();
    // What is found anyway.
    aliases.dedup();
    Some(DraftActor {
        id: slug(&name),
        kind,
        aliases,
        country,
        at_deg,
        count: seen.count,
        confidence,
        because,
        name,
    })
}

/// What a name that the gazetteer does not know may be, if it is a name at all.
fn judge_name(
    seen: &Seen,
    lexicon: &Lexicon,
    sentences: &[Sentence<'_>],
) -> Option<(ActorKind, f64, &'static str)> {
    let place = seen.places.first()?;
    let longest = seen.names.iter().max_by_key(|(name, _)| name.len())?;
    let folded = words::fold(&longest.0);
    let mut parts = folded.split([' ', '\u{a0}']);
    let (first, more) = (parts.next()?, parts.next().is_some());
    let is_acronym = {
        let words = &sentences[place.sentence].words;
        !more && words.get(place.word).is_some_and(super::words::Word::is_acronym)
    };
    let of_words = |list: &str| folded.split([' ', '\u{a0}']).any(|part| is_in(part, list));
    let often = seen.count >= 2;
    if seen.sure == 0 {
        return None;
    }
    if seen.is_titled {
        let confidence = if often { 0.9 } else { 0.8 };
        return Some((ActorKind::Person, confidence, "a name after a title"));
    }
    if is_acronym {
        let confidence = if often { 0.8 } else { 0.6 };
        return Some((ActorKind::Organisation, confidence, "an acronym"));
    }
    if more {
        if is_in(first, lexicon.place_words) || of_words(lexicon.place_words) {
            return Some((ActorKind::Place, 0.7, "a name with a word for a place"));
        }
        if of_words(lexicon.organisation_words) {
            let confidence = if often { 0.8 } else { 0.65 };
            return Some((ActorKind::Organisation, confidence, "a name with a word for a body"));
        }
        if seen.is_local {
            let confidence = if often { 0.7 } else { 0.5 };
            return Some((ActorKind::Place, confidence, "a name where one goes to"));
        }
        let confidence = if often { 0.75 } else { 0.6 };
        return Some((ActorKind::Person, confidence, "a name of several words"));
    }
    match (often, seen.is_local) {
        (true, true) => Some((ActorKind::Place, 0.7, "a name that recurs, where one goes to")),
        (true, false) => Some((ActorKind::Organisation, 0.5, "a name that recurs")),
        (false, true) => Some((ActorKind::Place, 0.4, "a name where one goes to")),
        (false, false) => None,
    }
}

/// The name that is used most; of those, the first.
fn most(names: &[(String, usize)]) -> String {
    let mut best: Option<&(String, usize)> = None;
    for name in names {
        if best.is_none_or(|best| name.1 > best.1) {
            best = Some(name);
        }
    }
    best.map(|(name, _)| name.clone()).unwrap_or_default()
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// An `id` made of a name.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in words::fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "actor".into() } else { slug.into() }
}

/// Whether two ids are the same but for the number at their end.
fn is_same_id(taken: &str, wanted: &str) -> bool {
    let rest = taken.strip_prefix(wanted);
    rest.is_some_and(|rest| {
        let digits = rest.strip_prefix('-').unwrap_or("");
        rest.is_empty() || (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    })
}
