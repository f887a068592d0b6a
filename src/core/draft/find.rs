//! Finds names in a sentence: states and capitals by the gazetteer, offices and
//! bodies by their noun, and whatever else is written with a capital.

use super::gazetteer::{Gazetteer, Known};
use super::lexicon::{Head, Lexicon, Wants, is_in};
use super::words::{Sentence, Word};

/// Something found in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its first word.
    pub(super) from: usize,
    /// The word after its last.
    pub(super) to: usize,
    pub(super) what: What,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A state, by its name.
    State(usize),
    /// A state, by who is of it: « les Américains », « américaine ».
    Demonym(usize),
    /// A capital as a place.
    Capital(usize),
    /// A capital that acts, and so may mean its state: « Washington dit ».
    Acting(usize),
    /// The head with this number, of this state or with these folded words.
    Body { head: usize, state: Option<usize>, words: String },
    /// A name that the gazetteer does not know.
    Name {
        /// What stands before it says that it is a person.
        is_titled: bool,
        /// What stands before it says that it is a place.
        is_local: bool,
        /// Its capital says nothing: it stands at the start of a sentence.
        begins: bool,
        /// It stands in brackets, right after another name.
        in_brackets: bool,
    },
}

/// Reads sentences of one language.
pub(super) struct Reader<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) gazetteer: &'a Gazetteer,
}

impl Reader<'_> {
    /// What is found in `sentence`, in its order. In headings, where some
    /// languages write most words with capitals, only what the gazetteer knows.
    pub(super) fn read(&self, sentence: &Sentence<'_>, is_heading: bool) -> Vec<Found> {
        let words = &sentence.words;
        let known = self.known(words);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let here = known.iter().find(|known| known.from == at);
            if let Some(body) = self.body(words, at, &known) {
                // A state that is named in it is found, too.
                let named = known.iter().filter(|k| k.from >= body.from && k.to <= body.to);
                found.extend(named.filter(|k| matches!(k.what, What::State(_))).cloned());
                at = body.to;
                found.push(body);
            } else if let Some(known) = here
                && !self.begins_a_name(words, known)
            {
                found.push(known.clone());
                at = known.to;
            } else if let Some(name) = self.name(words, at, &known) {
                at = name.to;
                if !is_heading {
                    found.push(name);
                }
            } else {
                at += 1;
            }
        }
        found
    }

    /// What the gazetteer knows in a sentence.
    fn known(&self, words: &[Word<'_>]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((length, known)) = self.gazetteer.find(&words[at..]) else {
                at += 1;
                continue;
            };
            let to = at + length;
            let what = match known {
                Known::Demonym(state) => Some(What::Demonym(state)),
                // « mali » in small letters is no state, and "Jordan" beside
                // another name is a person.
                _ if !words[at].is_capital || self.is_in_a_name(words, at, to) => None,
                Known::State(state) => Some(What::State(state)),
                Known::Capital(state) if self.acts(words, at, to) => Some(What::Acting(state)),
                Known::Capital(state) => Some(What::Capital(state)),
            };
            found.extend(what.map(|what| Found { from: at, to, what }));
            at = to;
        }
        found
    }

    /// Whether the words beside those from `from` up to `to` make another name
    /// of them.
    fn is_in_a_name(&self, words: &[Word<'_>], from: usize, to: usize) -> bool {
        let is_of_a_name = |word: &Word<'_>| {
            let is_opener = word.begins && is_in(&word.folded, self.lexicon.openers);
            word.is_capital
                && !is_opener
                && !is_in(&word.folded, self.lexicon.titles)
                && !is_in(&word.folded, self.lexicon.no_names)
                && !self.is_known(core::slice::from_ref(word))
                && !self.is_head(word)
        };
        let before = from > 0 && words[from].is_joined && is_of_a_name(&words[from - 1]);
        let after = words.get(to).is_some_and(|word| word.is_joined && is_of_a_name(word));
        before || after
    }

    /// Whether a capitalised adjective is the first word of a name: "British
    /// Antarctic Survey".
    fn begins_a_name(&self, words: &[Word<'_>], known: &Found) -> bool {
        matches!(known.what, What::Demonym(_))
            && words[known.from].is_capital
            && words.get(known.to).is_some_and(|next| {
                next.is_joined
                    && next.is_capital
                    && !is_in(&next.folded, self.lexicon.titles)
                    && !is_in(&next.folded, self.lexicon.no_names)
                    && !self.is_known(core::slice::from_ref(next))
            })
    }

    fn is_known(&self, words: &[Word<'_>]) -> bool {
        self.gazetteer.find(words).is_some()
    }

    fn is_head(&self, word: &Word<'_>) -> bool {
        self.lexicon.heads.iter().any(|head| is_in(&word.folded, head.forms))
    }

    /// Whether a capital does something that only a state does.
    fn acts(&self, words: &[Word<'_>], from: usize, to: usize) -> bool {
        let lexicon = self.lexicon;
        let before = from.checked_sub(1).map(|at| words[at].folded.as_str()).unwrap_or_default();
        words.get(to).is_some_and(|next| next.is_joined && is_in(&next.folded, lexicon.verbs))
            && !is_in(before, lexicon.locatives)
            && !is_in(before, lexicon.of)
    }

    /// A body or an office whose words begin at `at`.
    fn body(&self, words: &[Word<'_>], at: usize, known: &[Found]) -> Option<Found> {
        for (number, head) in self.lexicon.heads.iter().enumerate() {
            let found = if self.lexicon.noun_first {
                self.noun_first(words, at, known, head)
            } else {
                self.noun_last(words, at, known, head)
                    .or_else(|| self.noun_first(words, at, known, head))
            };
            if let Some((to, state, words)) = found {
                let what = What::Body { head: number, state, words };
                return Some(Found { from: at, to, what });
            }
        }
        None
    }

    /// « forces armées américaines », « gouvernement du Niger », « base
    /// aérienne 201 »: where it ends, its state, its words.
    fn noun_first(
        &self,
        words: &[Word<'_>],
        at: usize,
        known: &[Found],
        head: &Head,
    ) -> Option<(usize, Option<usize>, String)> {
        let noun = words.get(at).filter(|word| is_in(&word.folded, head.forms))?;
        let joined = |at: usize| words.get(at).filter(|word| word.is_joined);
        let known_at = |at: usize| known.iter().find(|known| known.from == at);
        let mut qualities = String::new();
        // Up to two words may stand between the noun and what tells which it is.
        for next in at + 1..at + 4 {
            let Some(word) = joined(next) else { break };
            if word.is_number() && head.wants == Wants::Number {
                qualities.push_str(&word.folded);
                return Some((next + 1, None, qualities));
            }
            if head.wants == Wants::GroupWord && is_in(&word.folded, self.lexicon.group_words) {
                // « groupes armés terroristes »: all of them.
                let mut end = next + 1;
                while joined(end).is_some_and(|w| is_in(&w.folded, self.lexicon.group_words)) {
                    end += 1;
                }
                return Some((end, None, String::new()));
            }
            if let Some(Found { to, what, .. }) = known_at(next)
                && let What::Demonym(state) = what
                && matches!(head.wants, Wants::State | Wants::GroupWord)
                && (self.lexicon.noun_first || !word.is_capital)
            {
                return Some((*to, Some(*state), String::new()));
            }
            if is_in(&word.folded, self.lexicon.of) {
                // « du Niger », « de la Russie », « de l’Iran », "of the US".
                let mut named = next + 1;
                while joined(named).is_some_and(|w| {
                    !w.is_capital && matches!(w.folded.as_str(), "la" | "l" | "le" | "les" | "the")
                }) {
                    named += 1;
                }
                let of = known_at(named).filter(|_| joined(named).is_some());
                if let Some(Found { to, what: What::State(state), .. }) = of
                    && head.wants == Wants::State
                {
                    return Some((*to, Some(*state), String::new()));
                }
                break;
            }
            if word.is_capital || word.is_number() {
                break;
            }
            qualities.push_str(&word.folded);
            qualities.push(' ');
        }
        // A title before a name is no actor of its own.
        let names_somebody = joined(at + 1).is_some_and(|word| word.is_capital);
        let is_speaker = head.wants == Wants::Nothing && !names_somebody && !noun.is_acronym();
        is_speaker.then(|| (at + 1, None, String::new()))
    }

    /// "American troops", "the Nigerien army", "Niger’s government",
    /// "terrorist groups".
    fn noun_last(
        &self,
        words: &[Word<'_>],
        at: usize,
        known: &[Found],
        head: &Head,
    ) -> Option<(usize, Option<usize>, String)> {
        let is_noun = |at: usize| words.get(at).is_some_and(|w| is_in(&w.folded, head.forms));
        let first = words.get(at)?;
        if head.wants == Wants::GroupWord && is_in(&first.folded, self.lexicon.group_words) {
            return is_noun(at + 1).then_some((at + 2, None, String::new()));
        }
        let of = known.iter().find(|known| known.from == at)?;
        let (What::State(state) | What::Demonym(state)) = of.what else { return None };
        if !matches!(head.wants, Wants::State | Wants::GroupWord) {
            return None;
        }
        let mut next = of.to;
        if words.get(next).is_some_and(|word| word.folded == "s") {
            next += 1;
        }
        // One adjective may stand between: "American air forces".
        for noun in [next, next + 1] {
            let between = words.get(next).is_some_and(|word| word.is_capital || !word.is_joined);
            if is_noun(noun) && (noun == next || !between) && words[noun].is_joined {
                return Some((noun + 1, Some(state), String::new()));
            }
        }
        None
    }

    /// A name that begins at `at`.
    fn name(&self, words: &[Word<'_>], at: usize, known: &[Found]) -> Option<Found> {
        let lexicon = self.lexicon;
        let is_taken = |at: usize| {
            known.iter().any(|k| k.from <= at && at < k.to && !matches!(k.what, What::Demonym(_)))
        };
        let is_name = |at: usize| {
            words.get(at).is_some_and(|word| {
                let folded = word.folded.as_str();
                let is_opener = word.begins && is_in(folded, lexicon.openers);
                word.is_capital
                    && !is_taken(at)
                    && !is_opener
                    && !is_in(folded, lexicon.no_names)
                    && folded.chars().any(char::is_alphabetic)
                    && (folded.chars().count() > 1
                        || words.get(at + 1).is_some_and(|next| next.is_capital))
            })
        };
        if !is_name(at) {
            return None;
        }
        let mut from = at;
        let mut to = at + 1;
        let mut is_titled = false;
        loop {
            let next = words.get(to).filter(|word| word.is_joined);
            if next.is_some() && is_name(to) {
                to += 1;
                continue;
            }
            // « Abdourahamane ben Omar », "Bank of England", « Union africaine ».
            let is_particle = |at: usize| {
                words.get(at).is_some_and(|w| w.is_joined && is_in(&w.folded, lexicon.particles))
            };
            let mut after = to;
            while is_particle(after) && after < to + 2 {
                after += 1;
            }
            let takes_more = after > to
                && is_name(after)
                && words[after].is_joined
                // « le Mali de Keïta » and « Alba et Borga » are two names.
                && (words[from..to].iter().any(|w| self.is_institution(w)) || is_name_particle(&words[to].folded));
            if takes_more {
                to = after + 1;
                continue;
            }
            break;
        }
        // « Union africaine », « Nations unies », « Organisation mondiale ».
        if lexicon.noun_first && to == from + 1 && self.is_institution(&words[from]) {
            let next = words.get(to).filter(|word| word.is_joined && !word.is_capital);
            if next.is_some_and(|word| {
                word.folded.len() > 3
                    && !is_in(&word.folded, lexicon.verbs)
                    && !is_in(&word.folded, lexicon.openers)
            }) {
                to += 1;
            }
        }
        // A number belongs to a place: "Air Base 201".
        if words.get(to).is_some_and(|word| word.is_joined && word.is_number())
            && is_in(&words[to - 1].folded, lexicon.place_words)
        {
            to += 1;
        }
        while to - from > 1 && is_in(&words[from].folded, lexicon.titles) {
            from += 1;
            is_titled = true;
        }
        let before = from.checked_sub(1).map(|at| &words[at]).filter(|_| words[from].is_joined);
        if let Some(before) = before {
            is_titled |= is_in(&before.folded, lexicon.titles);
        }
        let is_demonym = known.iter().any(|known| known.from == from);
        let is_thing = words[from..to].iter().any(|w| is_in(&w.folded, lexicon.thing_words));
        if is_thing || is_plural_acronym(words[from].text) {
            return None;
        }
        if to == from + 1 && (is_demonym || is_in(&words[from].folded, lexicon.titles)) {
            return None;
        }
        let is_local = before.is_some_and(|word| {
            // « l’ensemble du Sahel », « la Crimée », "in Agadez".
            is_in(&word.folded, lexicon.locatives) || (lexicon.noun_first && word.folded == "du")
        });
        let begins = words[from].begins && to == from + 1;
        let in_brackets = words[from].in_brackets;
        let what = What::Name { is_titled, is_local, begins, in_brackets };
        Some(Found { from, to, what })
    }

    fn is_institution(&self, word: &Word<'_>) -> bool {
        is_in(&word.folded, self.lexicon.organisation_words)
    }
}

/// Things rather than actors: "CFCs", "NGOs".
fn is_plural_acronym(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or_default();
    stem.chars().count() > 1 && stem.chars().all(char::is_uppercase)
}

/// What joins the parts of one person's name, rather than two names.
fn is_name_particle(word: &str) -> bool {
    matches!(
        word,
        "ben" | "bin" | "ibn" | "el" | "al" | "ould" | "ag" | "von" | "van" | "da" | "dos" | "di"
    )
}
