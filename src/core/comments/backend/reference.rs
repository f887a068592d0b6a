//! The reference page, `docs/backends.md`, run: each example is laid over the
//! whole description that the page begins with, has to be right, to make the
//! request that the page shows, and to read its answer as the page says. And
//! there is an example for each key.

use std::fs;

use super::Backend;
use super::conformance::{described_request, object, root, run};
use super::shape::keys;
use crate::json::Json;

/// An example: what is laid over the description, and what is shown of it.
#[derive(Default)]
struct Example {
    section: String,
    description: Option<Json>,
    case: Option<Json>,
    request: Option<Json>,
    answer: Option<Json>,
    means: Option<Json>,
}

fn examples() -> Vec<Example> {
    let page = fs::read_to_string(root().join("../../docs/backends.md")).unwrap();
    let mut examples: Vec<Example> = Vec::new();
    let mut section = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading.into();
        }
        let Some(kind) = line.strip_prefix("```json ") else { continue };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let json: Json = serde_json::from_str(&text.join("\n"))
            .unwrap_or_else(|error| panic!("{section}: {error} in {}", text.join("\n")));
        if kind == "description" {
            examples.push(Example { section: section.clone(), ..Example::default() });
        }
        let example = examples.last_mut().unwrap();
        match kind {
            "description" => example.description = Some(json),
            "case" => example.case = Some(json),
            "request" => example.request = Some(json),
            "answer" => example.answer = Some(json),
            "means" => example.means = Some(json),
            other => panic!("{section}: what is {other}?"),
        }
    }
    examples
}

/// Lays `over` over `under`, key by key; a request is replaced as a whole.
fn lay(under: &mut Json, over: &Json) {
    let (Json::Object(fields), Json::Object(news)) = (&mut *under, over) else {
        *under = over.clone();
        return;
    };
    for (key, value) in news {
        match fields.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) if key != "request" => lay(known, value),
            Some((_, known)) => *known = value.clone(),
            None => fields.push((key.clone(), value.clone())),
        }
    }
}

/// Whether `found` has all that is in `shown`.
fn holds(found: &Json, shown: &Json) -> bool {
    match (found, shown) {
        (Json::Object(_), Json::Object(fields)) => fields
            .iter()
            .all(|(key, shown)| found.get(key).is_some_and(|found| holds(found, shown))),
        (Json::List(found), Json::List(shown)) => {
            found.len() == shown.len() && found.iter().zip(shown).all(|(a, b)| holds(a, b))
        }
        _ => found == shown,
    }
}

#[test]
fn every_example_of_the_page_is_right() {
    let examples = examples();
    let whole = examples[0].description.clone().unwrap();
    let mut checked = 0;
    for example in &examples {
        let section = &example.section;
        let mut description = whole.clone();
        lay(&mut description, example.description.as_ref().unwrap());
        let mut backend =
            Backend::decode(description).unwrap_or_else(|problem| panic!("{section}: {problem}"));
        let mut case = example.case.clone().unwrap_or(object([]));
        if let Some(answer) = &example.answer {
            lay(&mut case, &object([("answer", answer.clone())]));
        } else if case.get("operation").is_none() && case.get("draft").is_none() {
            lay(&mut case, &object([("answer", object([("json", Json::List(Vec::new()))]))]));
        }
        if example.request.is_none() && example.means.is_none() {
            continue;
        }
        let run = run(&mut backend, &case);
        if let Some(shown) = &example.request {
            let made = described_request(&run.request.unwrap());
            assert!(holds(&made, shown) && holds(shown, &made), "{section}: {made:?}");
            checked += 1;
        }
        if let Some(shown) = &example.means {
            assert!(holds(&run.meaning, shown), "{section}: {:?}", run.meaning);
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked} requests and answers");
}

#[test]
fn the_page_has_an_example_for_each_key() {
    fn gather(path: &str, json: &Json, seen: &mut Vec<String>) {
        match json {
            Json::Object(fields) => {
                for (key, value) in fields {
                    seen.push(format!("{path}.{key}"));
                    gather(key, value, seen);
                }
            }
            Json::List(items) => items.iter().for_each(|item| gather(path, item, seen)),
            _ => {}
        }
    }
    let mut seen = Vec::new();
    for example in examples() {
        gather("backend", example.description.as_ref().unwrap(), &mut seen);
    }
    for (owner, key) in keys() {
        let is_shown = seen.iter().any(|seen| {
            let (place, name) = seen.split_once('.').unwrap();
            name == key && (owner.is_empty() || place == owner)
        });
        assert!(is_shown, "docs/backends.md has no example for {key} in {owner}");
    }
}
