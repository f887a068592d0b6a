//! Makes relations of actors that share a sentence, and of what is known of
//! capitals and of bodies of a state.

use super::gather::{Key, Made, Place};
use super::lexicon::{Cue, Lexicon, Wants};
use super::words::Sentence;
use super::{DraftActor, DraftRelation};
use crate::map::Sign;

/// Two actors, and the sentences that they share.
struct Pair {
    one: usize,
    other: usize,
    sentences: Vec<usize>,
    /// Whether nobody is named between them, in one of the sentences.
    are_near: bool,
}

/// The relations between `made`, the surest first.
pub(super) fn relate(
    made: &[Made],
    places: &[Place],
    lexicon: &Lexicon,
    sentences: &[Sentence<'_>],
) -> Vec<DraftRelation> {
    let mut relations = known(made, lexicon);
    let pairs = pairs(places);
    speakers(made, places, lexicon, &mut relations);
    for pair in pairs {
        let (one, other) = (&made[pair.one].actor, &made[pair.other].actor);
        let is_known = relations.iter().any(|relation| {
            [&relation.from, &relation.to] == [&one.id, &other.id]
                || [&relation.from, &relation.to] == [&other.id, &one.id]
        });
        if is_known || !(pair.are_near || pair.sentences.len() > 1) {
            continue;
        }
        let found = pair.sentences.iter().find_map(|at| {
            cue(&sentences[*at], lexicon).map(|Cue(_, label, sign)| (*at, *label, *sign))
        });
        let (at, label, sign) =
            found.unwrap_or((pair.sentences[0], lexicon.together, Sign::Neutral));
        let shared = pair.sentences.len().min(4) as f64;
        relations.push(DraftRelation {
            from: one.id.clone(),
            to: other.id.clone(),
            label,
            directed: false,
            sign,
            sentence: Some(sentences[at].text().to_owned()),
            confidence: 0.1 + 0.1 * shared + if found.is_some() { 0.1 } else { 0.0 },
        });
    }
    relations.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    relations
}

/// What does not stand in the text: a capital is its state's, a body too.
fn known(made: &[Made], lexicon: &Lexicon) -> Vec<DraftRelation> {
    let mut relations = Vec::new();
    for Made { actor, key } in made {
        let (state, label, confidence) = match key {
            Key::Capital(state) => (*state, lexicon.capital_of, 0.95),
            Key::Body { state: Some(state), .. } => (*state, lexicon.belongs_to, 0.7),
            _ => continue,
        };
        if let Some(state) = made.iter().find(|made| made.key == Key::State(state)) {
            relations.push(one_way(actor, &state.actor, label, confidence));
        }
    }
    relations
}

/// Somebody who speaks, speaks for the body that was named last before.
fn speakers(
    made: &[Made],
    places: &[Place],
    lexicon: &Lexicon,
    relations: &mut Vec<DraftRelation>,
) {
    for (index, Made { actor, key }) in made.iter().enumerate() {
        let Key::Body { head, state: None, .. } = key else { continue };
        if lexicon.heads[*head].wants != Wants::Nothing {
            continue;
        }
        let Some(place) = places.iter().find(|place| place.actor == index) else { continue };
        let before = places
            .iter()
            .filter(|other| matches!(made[other.actor].key, Key::Body { state: Some(_), .. }))
            .filter(|other| (other.sentence, other.word) < (place.sentence, place.word))
            .max_by_key(|other| (other.sentence, other.word));
        if let Some(before) = before {
            relations.push(one_way(actor, &made[before.actor].actor, lexicon.speaks_for, 0.4));
        }
    }
}

fn one_way(
    from: &DraftActor,
    to: &DraftActor,
    label: &'static str,
    confidence: f64,
) -> DraftRelation {
    DraftRelation {
        from: from.id.clone(),
        to: to.id.clone(),
        label,
        directed: true,
        sign: Sign::Neutral,
        sentence: None,
        confidence,
    }
}

/// Who shares sentences with whom, each pair once.
fn pairs(places: &[Place]) -> Vec<Pair> {
    let mut places = places.to_vec();
    places.sort_by_key(|place| (place.sentence, place.word));
    let mut pairs: Vec<Pair> = Vec::new();
    for here in places.chunk_by(|a, b| a.sentence == b.sentence) {
        let sentence = here[0].sentence;
        let mut here = here.to_vec();
        // Named twice in a row is named once; a list of names says little.
        here.dedup_by_key(|place| place.actor);
        here.truncate(12);
        for (index, first) in here.iter().enumerate() {
            for (distance, second) in here[index + 1..].iter().enumerate() {
                if first.actor == second.actor {
                    continue;
                }
                let (one, other) = (first.actor, second.actor);
                let same = |pair: &&mut Pair| {
                    (pair.one, pair.other) == (one, other) || (pair.other, pair.one) == (one, other)
                };
                match pairs.iter_mut().find(same) {
                    Some(pair) => {
                        pair.are_near |= distance == 0;
                        if !pair.sentences.contains(&sentence) {
                            pair.sentences.push(sentence);
                        }
                    }
                    None => pairs.push(Pair {
                        one,
                        other,
                        sentences: vec![sentence],
                        are_near: distance == 0,
                    }),
                }
            }
        }
    }
    pairs
}

/// What a sentence says of those in it.
fn cue(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Option<&'static Cue> {
    sentence.words.iter().find_map(|word| {
        lexicon.cues.iter().find(|Cue(beginning, ..)| word.folded.starts_with(beginning))
    })
}
