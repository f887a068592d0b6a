//! The schemas of `schemas/`, ready to judge.

use crate::{json_files, read, root};
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

/// Where the schemas would be served; they name each other relative to it.
const BASE: &str = "https://example.org/schemas/";

/// The schema `name`, with its siblings in reach.
pub(crate) fn load(name: &str) -> Validator {
    build(&json!({ "$ref": format!("{BASE}{name}.json") }))
}

fn build(schema: &Value) -> Validator {
    let mut registry = Registry::new();
    for path in json_files("schemas") {
        let uri = format!("{BASE}{}", path.file_name().unwrap().to_str().unwrap());
        registry = registry.add(uri, read(&path)).unwrap();
    }
    let registry = registry.prepare().unwrap();
    jsonschema::options().with_registry(&registry).build(schema).unwrap()
}

/// Where `document` breaks the schema, as JSON Pointers, with what was said.
pub(crate) fn errors(schema: &Validator, document: &Value) -> Vec<(String, String)> {
    schema
        .iter_errors(document)
        .map(|error| (error.instance_path().to_string(), error.to_string()))
        .collect()
}

#[test]
fn every_schema_is_a_schema() {
    for path in json_files("schemas") {
        jsonschema::meta::validate(&read(&path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

#[test]
fn every_key_of_a_document_is_described() {
    for name in ["article", "map"] {
        let schema = read(&root().join(format!("schemas/{name}.json")));
        let mut silent = Vec::new();
        collect_silent_keys(&schema, "", &mut silent);
        assert_eq!(silent, [""; 0], "{name}");
    }
}

/// Each example stands beside what it is an example of, and is right.
#[test]
fn every_example_is_right() {
    for name in ["article", "map"] {
        let mut found = 0;
        each_example(
            &read(&root().join(format!("schemas/{name}.json"))),
            "",
            &mut |at, example| {
                found += 1;
                let schema = json!({ "$ref": format!("{BASE}{name}.json#{at}") });
                let errors = errors(&build(&schema), example);
                assert_eq!(errors, [], "{name}{at}: {example}");
            },
        );
        assert!(found > 15, "{name} has {found} examples");
    }
}

fn each_example(schema: &Value, place: &str, visit: &mut dyn FnMut(&str, &Value)) {
    let fields = schema.as_object().into_iter().flatten();
    let items = schema.as_array().into_iter().flatten().enumerate();
    for (key, value) in fields {
        if key == "examples" && !place.ends_with("/properties") {
            value.as_array().unwrap().iter().for_each(|example| visit(place, example));
        } else {
            each_example(value, &format!("{place}/{key}"), visit);
        }
    }
    for (index, value) in items {
        each_example(value, &format!("{place}/{index}"), visit);
    }
}

fn collect_silent_keys(schema: &Value, place: &str, silent: &mut Vec<String>) {
    let Some(fields) = schema.as_object() else { return };
    for (key, value) in fields {
        let place = format!("{place}/{key}");
        match key.as_str() {
            // Tests of a value, not keys of a document.
            "if" | "not" => {}
            "properties" => {
                for (key, value) in value.as_object().unwrap() {
                    let place = format!("{place}/{key}");
                    let is_elsewhere = value["$ref"].is_string();
                    if !value["description"].is_string() && !is_elsewhere {
                        silent.push(place.clone());
                    }
                    collect_silent_keys(value, &place, silent);
                }
            }
            _ => match value.as_array() {
                Some(items) => {
                    for item in items {
                        collect_silent_keys(item, &place, silent);
                    }
                }
                None => collect_silent_keys(value, &place, silent),
            },
        }
    }
}
