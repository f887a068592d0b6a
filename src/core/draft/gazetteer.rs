//! All states, their capitals and their demonyms, in French and English.
//!
//! `gazetteer/states.tsv` is made by `gazetteer/build.mjs`, which says where
//! the data come from; `gazetteer/LICENCES.md` holds their licences.

use super::words::{Word, fold, sentences};
use crate::json::Json;
use crate::json_text;

const STATES: &str = include_str!("gazetteer/states.tsv");

/// A state, in one language.
pub(super) struct State {
    /// ISO 3166-1 alpha-2.
    pub(super) code: &'static str,
    /// The name that comes first.
    pub(super) name: &'static str,
    /// Its capital.
    pub(super) capital: &'static str,
    /// Longitude and latitude, in degrees.
    pub(super) at_deg: Option<[f64; 2]>,
    /// The same of its capital.
    pub(super) capital_at_deg: Option<[f64; 2]>,
}

/// What a name in the gazetteer names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// A state.
    State(usize),
    /// A state's capital.
    Capital(usize),
    /// Who or what is of a state, as noun or adjective.
    Demonym(usize),
}

/// The gazetteer in one language.
pub(super) struct Gazetteer {
    pub(super) states: Vec<State>,
    /// Names as folded words, sorted.
    names: Vec<(Vec<String>, Known)>,
}

impl Gazetteer {
    /// That of the language in this column, 0 or 1.
    pub(super) fn load(column: usize) -> Self {
        let mut gazetteer = Gazetteer { states: Vec::new(), names: Vec::new() };
        for line in STATES.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&'static str> = line.split('\t').collect();
            let index = gazetteer.states.len();
            let [names, capital, demonyms] = [0, 1, 2].map(|field| fields[1 + column * 3 + field]);
            let name = names.split(',').next().unwrap_or(names);
            gazetteer.states.push(State {
                code: fields[0],
                name,
                capital,
                at_deg: coordinates(fields[7]),
                capital_at_deg: coordinates(fields[8]),
            });
            for name in names.split(',') {
                gazetteer.add(name, Known::State(index));
            }
            // A city that is a state is named once.
            if names.split(',').all(|name| name != capital) {
                gazetteer.add(capital, Known::Capital(index));
            }
            for demonym in demonyms.split(',').filter(|demonym| !demonym.is_empty()) {
                for form in forms(&fold(demonym), column == 0) {
                    gazetteer.add(&form, Known::Demonym(index));
                }
            }
        }
        gazetteer.names.sort_by(|a, b| a.0.cmp(&b.0));
        gazetteer
    }

    fn add(&mut self, name: &str, known: Known) {
        let words: Vec<String> = sentences(name, 0)
            .into_iter()
            .flat_map(|sentence| sentence.words.into_iter().map(|word| word.folded))
            .collect();
        // Of two states with one name, the first: there are few, and a
        // journalist sees it.
        if !words.is_empty() && !self.names.iter().any(|(other, _)| *other == words) {
            self.names.push((words, known));
        }
    }

    /// The longest name that `words` begin with, and how many words it has.
    pub(super) fn find(&self, words: &[Word<'_>]) -> Option<(usize, Known)> {
        let first = words.first()?;
        let from = self.names.partition_point(|(name, _)| name[0] < first.folded);
        let mut found = None;
        for (name, known) in &self.names[from..] {
            if name[0] != first.folded {
                break;
            }
            let same = name.len() <= words.len()
                && name.iter().zip(words).all(|(a, b)| *a == b.folded)
                && words[1..name.len()].iter().all(|word| word.is_joined);
            if same && found.is_none_or(|(length, _)| name.len() > length) {
                found = Some((name.len(), *known));
            }
        }
        found
    }
}

/// "16,8", latitude first as the source has it, to longitude and latitude.
fn coordinates(field: &str) -> Option<[f64; 2]> {
    let (latitude, longitude) = field.split_once(',')?;
    let degrees = |text: &str| match json_text::read(text) {
        Ok(Json::Number(degrees)) => Some(degrees),
        _ => None,
    };
    Some([degrees(longitude)?, degrees(latitude)?])
}

/// The forms of a demonym: in French by gender and number (Grevisse, « Le bon
/// usage », on the feminine and the plural of adjectives), in English by number.
fn forms(base: &str, is_french: bool) -> Vec<String> {
    let mut forms = vec![base.to_owned()];
    if is_french {
        let feminine = if base.ends_with('e') {
            base.to_owned()
        } else if base.ends_with("en") || base.ends_with("on") {
            format!("{base}ne")
        } else if base.ends_with("ec") {
            format!("{base}que")
        } else if let Some(stem) = base.strip_suffix('c') {
            format!("{stem}que")
        } else {
            format!("{base}e")
        };
        forms.push(format!("{feminine}s"));
        forms.push(feminine);
    }
    if !base.ends_with(['s', 'x']) {
        forms.push(format!("{base}s"));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(column: usize, text: &str) -> Option<(String, usize)> {
        let gazetteer = Gazetteer::load(column);
        let sentences = sentences(text, 0);
        let (length, known) = gazetteer.find(&sentences[0].words)?;
        let (Known::State(at) | Known::Capital(at) | Known::Demonym(at)) = known;
        Some((
            format!("{known:?} {}", gazetteer.states[at].code).replace(&at.to_string(), ""),
            length,
        ))
    }

    #[test]
    fn it_holds_every_state_in_both_languages() {
        for column in [0, 1] {
            let gazetteer = Gazetteer::load(column);
            assert_eq!(gazetteer.states.len(), 197);
            for state in &gazetteer.states {
                assert!(state.at_deg.is_some() && state.capital_at_deg.is_some(), "{}", state.code);
                assert!(!state.name.is_empty() && !state.capital.is_empty(), "{}", state.code);
            }
        }
    }

    #[test]
    fn the_longest_name_is_found_whatever_its_accents() {
        for (column, text, expected) in [
            (0, "Etats-Unis d'Amérique et", Some(("State() US", 3))),
            (0, "Guinée équatoriale", Some(("State() GQ", 2))),
            (0, "Guinée est", Some(("State() GN", 1))),
            (0, "américaines", Some(("Demonym() US", 1))),
            (0, "grecque", Some(("Demonym() GR", 1))),
            (0, "turques", Some(("Demonym() TR", 1))),
            (0, "nigérienne", Some(("Demonym() NE", 1))),
            (0, "nigérians", Some(("Demonym() NG", 1))),
            (0, "Téhéran", Some(("Capital() IR", 1))),
            (0, "N'Djamena", Some(("Capital() TD", 2))),
            (1, "U.S. troops", Some(("State() US", 1))),
            (1, "South Koreans", Some(("Demonym() KR", 2))),
            (1, "Burkina Faso", Some(("State() BF", 2))),
            (1, "Kyiv", Some(("Capital() UA", 1))),
            (0, "Tombouctou", None),
        ] {
            let expected = expected.map(|(what, length)| (what.to_owned(), length));
            assert_eq!(find(column, text), expected, "{text}");
        }
    }
}
