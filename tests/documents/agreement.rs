//! That the schemas refuse nothing that the decoders take without a word.

use crate::{as_core, json_files, read, schema};
use article_widget_core::article::Article;
use article_widget_core::comments::backend::Backend;
use serde_json::{Value, json};
use std::collections::HashSet;

/// What may stand at a place instead. Each is something that a content system
/// really writes.
fn others() -> Vec<Value> {
    vec![json!(null), json!("2024-03-16"), json!("a"), json!(1), json!(640.5), json!(false)]
}

#[test]
fn of_the_samples_with_another_value_at_each_place() {
    let schema = schema::load("article");
    let mut taken = 0;
    for path in json_files("www") {
        let document = read(&path);
        if document["$schema"] != "../schemas/article.json" {
            continue;
        }
        let mut places = Vec::new();
        collect(&document, "", &mut places);
        // One actor, one relation is as good as another.
        let mut kinds = HashSet::new();
        places.retain(|place| kinds.insert(place.replace(|c: char| c.is_ascii_digit(), "")));
        for place in places {
            for other in others() {
                let mut changed = document.clone();
                *changed.pointer_mut(&place).unwrap() = other.clone();
                let decoded = Article::decode(&as_core(&changed));
                let is_taken = decoded.is_ok_and(|(_, warnings)| warnings.0.is_empty());
                if is_taken && !is_of_no_effect(&place, &other) {
                    taken += 1;
                    let errors = schema::errors(&schema, &changed);
                    assert_eq!(errors, [], "{}: {place} is {other}", path.display());
                }
            }
        }
    }
    assert!(taken > 100, "{taken} taken");
}

/// What the decoder does not look at, where the schema says what belongs there.
fn is_of_no_effect(place: &str, other: &Value) -> bool {
    place == "/$schema" || (place == "/comments" && !other.is_null())
}

#[test]
fn of_code_under_both_its_names() {
    let schema = schema::load("article");
    for block in [
        json!({ "type": "code", "code": "x" }),
        json!({ "type": "code", "text": "x" }),
        json!({ "type": "code", "code": null, "text": "x" }),
        json!({ "type": "note", "blocks": null, "text": "x" }),
        json!({ "type": "quote", "text": null, "blocks": [{ "type": "paragraph", "text": "x" }] }),
        json!({ "type": "heading", "level": 1, "text": "x" }),
        json!({ "type": "table", "head": null, "rows": [["x"]] }),
    ] {
        let document = json!({ "title": "T", "body": [block] });
        let (_, warnings) = Article::decode(&as_core(&document)).unwrap();
        assert_eq!(warnings.0, [], "{document}");
        assert_eq!(schema::errors(&schema, &document), [], "{document}");
    }
}

#[test]
fn of_presets_without_any_of_their_parts() {
    let schema = schema::load("backend");
    for path in json_files("backends") {
        let document = read(&path);
        let mut places = Vec::new();
        collect(&document, "", &mut places);
        for place in places {
            // A comparison without its place: the decoder takes it, and the
            // schema tells its author.
            if place.ends_with("/at") || place.ends_with("/value") {
                continue;
            }
            let mut changed = document.clone();
            remove(&mut changed, &place);
            if Backend::decode(as_core(&changed)).is_ok() {
                let errors = schema::errors(&schema, &changed);
                assert_eq!(errors, [], "{} without {place}", path.display());
            }
        }
    }
}

/// The places of all values in `value`.
fn collect(value: &Value, place: &str, places: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Value| {
        let place = format!("{place}/{}", key.replace('~', "~0").replace('/', "~1"));
        places.push(place.clone());
        collect(value, &place, places);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| visit(key, value)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| visit(&at.to_string(), value));
        }
        _ => {}
    }
}

fn remove(document: &mut Value, place: &str) {
    let (owner, key) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(owner).unwrap() {
        Value::Object(fields) => drop(fields.remove(&key.replace("~1", "/").replace("~0", "~"))),
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        _ => unreachable!("a place is in something"),
    }
}
