//! What other tools call the keys of actors and relations, in English and French.

use super::{Fields, set};
use crate::json::Json;

/// Names of keys, in small letters without accents, and ours.
type Names = [(&'static str, &'static str)];

/// Of an actor. Of two names for one key, the first found counts.
pub(super) const ACTOR: &Names = &[
    ("name", "name"),
    ("nom", "name"),
    ("label", "name"),
    ("title", "name"),
    ("kind", "kind"),
    ("type", "kind"),
    ("genre", "kind"),
    ("categorie", "kind"),
    ("category", "kind"),
    ("country", "country"),
    ("pays", "country"),
    ("role", "role"),
    ("summary", "summary"),
    ("description", "summary"),
    ("resume", "summary"),
    ("url", "url"),
    ("latitude", "latitude"),
    ("lat", "latitude"),
    ("longitude", "longitude"),
    ("lon", "longitude"),
    ("lng", "longitude"),
];

/// Of a relation.
pub(super) const RELATION: &Names = &[
    ("from", "from"),
    ("source", "from"),
    ("de", "from"),
    ("to", "to"),
    ("target", "to"),
    ("a", "to"),
    ("vers", "to"),
    ("cible", "to"),
    ("label", "label"),
    ("relation", "label"),
    ("libelle", "label"),
    ("lien", "label"),
    ("type", "type"),
    ("since", "since"),
    ("depuis", "since"),
    ("start", "since"),
    ("debut", "since"),
    ("until", "until"),
    ("jusqu'a", "until"),
    ("jusqu’a", "until"),
    ("end", "until"),
    ("fin", "until"),
    ("sign", "sign"),
    ("signe", "sign"),
    ("directed", "directed"),
    ("dirige", "directed"),
    ("summary", "summary"),
    ("description", "summary"),
    ("resume", "summary"),
];

/// What others call the kinds of actors.
const KINDS: &Names = &[
    ("state", "state"),
    ("etat", "state"),
    ("country", "state"),
    ("pays", "state"),
    ("person", "person"),
    ("personne", "person"),
    ("people", "person"),
    ("organisation", "organisation"),
    ("organization", "organisation"),
    ("org", "organisation"),
    ("company", "organisation"),
    ("entreprise", "organisation"),
    ("place", "place"),
    ("lieu", "place"),
    ("city", "place"),
    ("ville", "place"),
    ("group", "group"),
    ("groupe", "group"),
    ("event", "event"),
    ("evenement", "event"),
];

/// What others call the signs of relations.
const SIGNS: &Names = &[
    ("cooperation", "cooperation"),
    ("positive", "cooperation"),
    ("positif", "cooperation"),
    ("+", "cooperation"),
    ("conflict", "conflict"),
    ("conflit", "conflict"),
    ("negative", "conflict"),
    ("negatif", "conflict"),
    ("-", "conflict"),
    ("neutral", "neutral"),
    ("neutre", "neutral"),
];

/// Ours for a name of theirs.
pub(super) fn ours(names: &Names, theirs: &str) -> Option<&'static str> {
    let plain = plain(theirs);
    names.iter().find(|(name, _)| *name == plain).map(|(_, ours)| *ours)
}

/// A name in small letters, without accents and what stands around it.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::new();
    for c in name.trim().chars() {
        plain.push(match c {
            'à' | 'â' | 'À' | 'Â' => 'a',
            'é' | 'è' | 'ê' | 'É' | 'È' | 'Ê' => 'e',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'ç' => 'c',
            '_' => ' ',
            other => other.to_ascii_lowercase(),
        });
    }
    plain
}

/// Puts what a text says under one of our keys.
pub(super) fn put(fields: &mut Fields, key: &str, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let value = match key {
        "kind" => Json::from(ours(KINDS, text).unwrap_or(UNKNOWN_KIND)),
        // A wrong one is told by who reads the document.
        "sign" => Json::from(ours(SIGNS, text).unwrap_or(text)),
        "directed" => Json::Bool(matches!(
            plain(text).as_str(),
            "true" | "1" | "yes" | "oui" | "vrai" | "directed" | "x"
        )),
        _ => Json::from(text),
    };
    set(fields, key, value);
}

/// For an actor of whom nothing else is said.
const UNKNOWN_KIND: &str = "group";

/// Completes an actor: a name, a kind, and its coordinates as one.
pub(super) fn finish_actor(mut fields: Fields) -> Json {
    let mut at = Vec::new();
    for key in ["longitude", "latitude"] {
        let found = fields.iter().position(|(known, _)| known == key);
        let text = found.map(|index| fields.remove(index).1);
        let number = text.as_ref().and_then(Json::as_text);
        at.extend(number.and_then(|text| crate::json_text::read(text).ok()));
    }
    if at.len() == 2 {
        set(&mut fields, "at", Json::List(at));
    }
    if super::text_of(&fields, "name").is_empty() {
        let id = super::text_of(&fields, "id").to_owned();
        set(&mut fields, "name", Json::Text(id));
    }
    set(&mut fields, "kind", UNKNOWN_KIND.into());
    Json::Object(fields)
}

/// Completes a relation: it has something to be called.
pub(super) fn finish_relation(mut fields: Fields) -> Json {
    let label = super::text_of(&fields, "type").to_owned();
    set(&mut fields, "label", Json::Text(if label.is_empty() { "–".into() } else { label }));
    Json::Object(fields)
}
