//! Maps of other tools, as actor map documents, and back.
//!
//! | module | knows |
//! | --- | --- |
//! | [`graphml`] | GraphML, which Gephi, yEd, Cytoscape and NetworkX write |
//! | [`csv`] | a table of relations, as spreadsheets write it |
//! | [`oligrapher`] | Oligrapher's JSON, of LittleSis |
//! | [`name`] | what each of them calls the keys of actors and relations |
//!
//! A reader gives the document in the shape of `docs/article-format.md`, or a sentence
//! that names the place and what was expected there. What is wrong with a single actor
//! or relation is left to the one reader of documents, which leaves it out and says
//! so. A new format is a new file here, and a line in [`document`].

pub mod csv;
pub mod graphml;
mod name;
pub mod oligrapher;

use crate::json::Json;

/// Longer texts are refused, in bytes.
pub const MAX_LENGTH: usize = 10_000_000;

/// The actor map document in `text`; nothing where it is of no kind that is known
/// here. `json` is what the text says as JSON, if it does.
///
/// # Errors
/// What is wrong with it, and where.
pub fn document(text: &str, json: Option<&Json>) -> Option<Result<Json, String>> {
    let start = text.trim_ascii_start();
    let is_one = match json {
        Some(json) => oligrapher::is_one(json),
        None if start.starts_with('<') => graphml::is_one(start),
        None => csv::is_one(start),
    };
    if !is_one {
        return None;
    }
    if text.len() > MAX_LENGTH {
        return Some(Err("expected a map of 10 megabytes at most".into()));
    }
    Some(match json {
        Some(json) => oligrapher::document(json),
        None if start.starts_with('<') => graphml::document(text),
        None => csv::document(text),
    })
}

/// What a document is made of: objects that are put together key by key.
type Fields = Vec<(String, Json)>;

fn text_of<'f>(fields: &'f Fields, key: &str) -> &'f str {
    let found = fields.iter().find(|(known, _)| known == key);
    found.and_then(|(_, value)| value.as_text()).unwrap_or_default()
}

/// Puts a value under `key`, unless something is there already.
fn set(fields: &mut Fields, key: &str, value: Json) {
    if fields.iter().all(|(known, _)| known != key) {
        fields.push((key.into(), value));
    }
}

fn document_of(actors: Vec<Json>, relations: Vec<Json>) -> Json {
    let fields = [("actors", actors), ("relations", relations)];
    Json::Object(fields.into_iter().map(|(key, items)| (key.into(), Json::List(items))).collect())
}

/// Where in a text something is, for who looks for it: "line 3, column 5".
fn place(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.matches('\n').count() + 1;
    let column = before[line_start..].chars().count() + 1;
    let digits = |number: usize| crate::digits::digits(number as i64);
    ["line ", &digits(line), ", column ", &digits(column)].concat()
}

#[cfg(test)]
mod tests;
