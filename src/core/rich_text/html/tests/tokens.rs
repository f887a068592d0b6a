//! Our tokenizer against the answers of html5lib's tests (`tests/html/html5lib`).

use super::super::entities::{NAMED, decode, look_up};
use super::super::tokenizer::{Token, Tokenizer};
use serde_json::{Value, json};

const TOKENS: &str = include_str!("../../../../../tests/html/html5lib/tokens.json");
const NAMES: &str = include_str!("../../../../../tests/html/html5lib/names.json");

fn tests(file: &str) -> Vec<(String, Value)> {
    serde_json::from_str(file).unwrap()
}

/// Texts side by side made one, and what a later step drops or folds made the
/// same: a lone "\r" is a space, and NUL says nothing.
fn joined(pieces: Vec<Value>) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for piece in pieces {
        let clean = piece.to_string().replace("\\u0000", "\u{fffd}");
        let clean = clean.replace("\\r\\n", "\\n").replace("\\r", "\\n");
        let piece: Value = serde_json::from_str(&clean).unwrap();
        if let Some(last) = all.last_mut()
            && last[0] == "Character"
            && piece[0] == "Character"
        {
            last[1] = json!([last[1].as_str(), piece[1].as_str()].map(Option::unwrap).concat());
        } else {
            all.push(piece);
        }
    }
    all
}

/// Pieces in the notation of html5lib.
fn pieces(source: &str) -> Vec<Value> {
    let mut pieces: Vec<Value> = Vec::new();
    for token in Tokenizer::new(source) {
        match token {
            Token::Text(text) => pieces.push(json!(["Character", decode(text, false)])),
            Token::End(name) => pieces.push(json!(["EndTag", name.to_ascii_lowercase()])),
            Token::Start(tag) => {
                let mut attributes = serde_json::Map::new();
                for (name, _) in tag.attributes() {
                    let value = Value::String(tag.attribute(name));
                    attributes.entry(name.to_ascii_lowercase()).or_insert(value);
                }
                let mut piece = vec![json!("StartTag"), json!(tag.name.to_ascii_lowercase())];
                piece.push(Value::Object(attributes));
                piece.extend(tag.self_closing.then_some(json!(true)));
                pieces.push(Value::Array(piece));
            }
        }
    }
    pieces
}

/// Names that are not in our table stay as they were written: see `decode`.
const UNKNOWN_NAMES: [&str; 2] = ["<p id=\"&NotEqualTilde;\">", "&noti;"];

#[test]
fn pieces_are_those_of_html5lib() {
    let (mut count, mut differ) = (0, Vec::new());
    for (source, expected) in tests(TOKENS) {
        let Value::Array(expected) = expected else { panic!("{expected}") };
        let (ours, expected) = (joined(pieces(&source)), joined(expected));
        count += 1;
        if (ours != expected) != UNKNOWN_NAMES.contains(&&*source) {
            differ.push(format!("{source:?}: {ours:?}, not {expected:?}"));
        }
    }
    assert!(differ.is_empty(), "{}:\n{}", differ.len(), differ.join("\n"));
    assert!(count > 2400, "{count}");
}

#[test]
fn names_mean_what_html5lib_says() {
    let (mut known, mut differ) = (0, Vec::new());
    for (reference, expected) in tests(NAMES) {
        let name = reference.trim_matches(['&', ';']);
        let ours = decode(&reference, false);
        let is_known = look_up(NAMED, name.as_bytes()).is_some();
        known += usize::from(is_known);
        // A name that we don't know stays as it was written.
        if expected != ours && (is_known || ours != reference) {
            differ.push(format!("{reference}: {ours:?}, not {expected}"));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(known > 400, "{known}");
}
