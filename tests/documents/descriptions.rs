//! Descriptions of comment servers: the schema and the decoder refuse the same,
//! and accept the same.

use crate::{as_core, json_files, read, root, schema};
use article_widget_core::comments::Backend;
use serde_json::{Value, json};

fn preset(name: &str) -> Value {
    read(&root().join("backends").join(name).with_extension("json"))
}

/// What is refused, by both: a preset, a place in it, and what stands there
/// instead (`null` takes it away).
fn wrong() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("isso", "/name", json!("")),
        ("isso", "/name", Value::Null),
        ("isso", "/feilds", json!({})),
        ("isso", "/fields/text", Value::Null),
        ("isso", "/fields/phone", json!({})),
        ("isso", "/fields/name/required", json!("yes")),
        ("isso", "/fields/text/min", json!("3")),
        ("isso", "/list/request", Value::Null),
        ("isso", "/list/request/method", json!("get")),
        ("isso", "/list/request/path", json!("comments")),
        ("isso", "/list/request/query", json!(["uri"])),
        ("isso", "/list/request/query/uri", json!(7)),
        ("isso", "/list/request/credentials", json!("include")),
        ("isso", "/list/limit", json!("100")),
        ("isso", "/list/sort/latest", json!("newest")),
        ("isso", "/list/complete", json!("no")),
        ("isso", "/list/more", json!({"field": "hidden_replies"})),
        ("isso", "/create/request/json", json!("{text}")),
        ("isso", "/create/coment", json!("data")),
        ("isso", "/create/comment", json!(true)),
        ("isso", "/vote/up", Value::Null),
        ("isso", "/preview/at", Value::Null),
        ("isso", "/comment", Value::Null),
        ("isso", "/comment/id", Value::Null),
        ("isso", "/comment/name", json!(7)),
        ("isso", "/comment/text/format", json!("bbcode")),
        ("isso", "/comment/time/unit", json!("days")),
        ("isso", "/comment/pending", json!({"at": "mode"})),
        ("isso", "/refusal/known/0/means", json!("nothing")),
        ("isso", "/refusal/known/0/when", json!({"says": " "})),
        ("twikoo", "/steps/0/request", Value::Null),
        ("wordpress", "/steps/0/gives/post", json!({"headers": "x-id"})),
        ("wordpress", "/steps/0/request/path", Value::Null),
        ("wordpress", "/refusal/fields/content", json!("body")),
        ("comentario", "/list/join/by", Value::Null),
        ("artalk", "/captcha/picture", json!("img_data")),
    ]
}

/// Puts `value` at `place`, and makes room for it.
fn put(document: &mut Value, place: &str, value: Value) {
    let (owner, key) = place.rsplit_once('/').unwrap();
    let owner = document.pointer_mut(owner).unwrap_or_else(|| panic!("no {owner}"));
    let owner = owner.as_object_mut().unwrap_or_else(|| panic!("{place} is in no object"));
    if value.is_null() {
        assert!(owner.remove(key).is_some(), "{place} is not there");
    } else {
        owner.insert(key.into(), value);
    }
}

#[test]
fn what_is_wrong_is_refused_by_schema_and_decoder_alike() {
    let schema = schema::load("backend");
    for (name, place, value) in wrong() {
        let mut description = preset(name);
        put(&mut description, place, value.clone());
        let errors = schema::errors(&schema, &description);
        assert!(!errors.is_empty(), "the schema lets {place}: {value} of {name} pass");
        let problem = match Backend::decode(as_core(&description)) {
            Err(problem) => problem,
            Ok(_) => panic!("the decoder lets {place}: {value} of {name} pass"),
        };
        let is_there = problem.place.starts_with(place) || place.starts_with(&problem.place);
        assert!(is_there, "{place}: {value} of {name}, but it says {problem}");
    }
}

#[test]
fn every_preset_says_how_it_was_checked() {
    for path in json_files("backends") {
        let checked = read(&path)["checked"].clone();
        for key in ["version", "how", "note"] {
            assert!(checked[key].as_str().is_some(), "{}: no {key}", path.display());
        }
    }
}

#[test]
fn the_reference_page_names_every_preset() {
    let page = std::fs::read_to_string(root().join("docs/backends.md")).unwrap();
    for path in json_files("backends") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(page.contains(&format!("| `{name}` |")), "docs/backends.md lacks {name}");
    }
}
