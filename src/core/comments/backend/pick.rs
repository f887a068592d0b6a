//! Where a value stands in an answer, and what has to be there.

use super::template::Values;
use crate::digits::{digits, number};
use crate::http::Answer;
use crate::json::Json;
use crate::search;

/// What stands at `path` in `value`. A path is keys and indexes with dots
/// between them, such as `data.comments.0`; the whole value when empty.
pub fn find<'a>(mut value: &'a Json, path: &str) -> Option<&'a Json> {
    if path.is_empty() {
        return Some(value);
    }
    for key in search::parts(path, b'.') {
        value = match value {
            Json::List(items) => items.get(number(key)? as usize)?,
            _ => value.get(key)?,
        };
    }
    Some(value)
}

/// An item of a list, and what was joined to it.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// The item itself.
    pub own: &'a Json,
    /// What stands under `@`.
    pub joined: &'a Json,
}

/// What stands in `item` at the path that `shape` has under `key`, or at the
/// first of these paths that leads to something; `null` when none does.
#[inline(never)]
pub fn at<'a>(shape: &Json, key: &str, item: Item<'a>) -> &'a Json {
    let path = part(shape, key);
    for path in list(path) {
        let path = text(path);
        let found = match path.strip_prefix("@.") {
            Some(path) => find(item.joined, path),
            None => find(item.own, path),
        };
        match found {
            None | Some(Json::Null) => {}
            Some(Json::Text(text)) if text.is_empty() => {}
            Some(found) => return found,
        }
    }
    &Json::Null
}

/// The items of a list; of anything else but `null`, that alone.
pub fn list(value: &Json) -> &[Json] {
    match value {
        Json::List(items) => items,
        Json::Null => &[],
        one => core::slice::from_ref(one),
    }
}

/// The part of a description under `key`; `null` when absent.
#[inline(never)]
pub fn part<'a>(shape: &'a Json, key: &str) -> &'a Json {
    shape.get(key).unwrap_or(&Json::Null)
}

/// A text; empty for all else.
pub fn text(value: &Json) -> &str {
    value.as_text().unwrap_or("")
}

/// A text, or a whole number as one: how servers name things.
#[inline(never)]
pub fn as_id(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) => Some(text.clone()),
        Json::Number(number) => Some(digits(*number as i64)),
        Json::Bool(true) => Some("true".into()),
        _ => None,
    }
}

/// What an answer has at a path of its JSON, or, for `{"header": NAME}` and
/// `{"cookie": NAME}`, beside it.
#[inline(never)]
pub fn source(shape: &Json, key: &str, answer: &Answer, json: &Json) -> Option<String> {
    if let Some(name) = wanted(part(shape, key)) {
        let found = answer.headers.iter().find(|(known, _)| *known == name)?;
        return Some(found.1.clone());
    }
    as_id(at(shape, key, Item { own: json, joined: &Json::Null }))
}

/// The name under which the browser looks for a source that is no path (see
/// [`crate::http::Request::wanted`]).
pub fn wanted(source: &Json) -> Option<String> {
    for (key, before) in [("header", ""), ("cookie", "cookie:")] {
        if let Json::Text(name) = part(source, key) {
            return Some([before, name].concat());
        }
    }
    None
}

/// Whether `condition` holds for `value`, which is the answer's JSON or a part
/// of it. A condition is `{"status": 202}`, `{"at": "mode", "is": 2}`,
/// `{"at": "code", "not": 0}`, `{"says": "spam"}`, `{"value": "moderated",
/// "is": "no"}`, `true`, or a list of such, of which one is enough; what is
/// absent at a path is `null`.
pub fn holds(condition: &Json, values: &Values, answer: &Answer, value: Item<'_>) -> bool {
    if let Json::List(tests) = condition {
        return tests.iter().any(|test| holds(test, values, answer, value));
    }
    if let Json::Text(name) = part(condition, "value") {
        return values.get(name) == text(part(condition, "is"));
    }
    if let Json::Number(status) = part(condition, "status") {
        return *status == f64::from(answer.status);
    }
    if let Json::Text(words) = part(condition, "says") {
        return search::find(&answer.text, words).is_some();
    }
    let (wanted, expected) = match condition.get("is") {
        Some(wanted) => (wanted, true),
        None => match condition.get("not") {
            Some(wanted) => (wanted, false),
            None => return matches!(condition, Json::Bool(true)),
        },
    };
    let found = at(condition, "at", value);
    let is_it = match wanted {
        Json::List(wanted) => wanted.iter().any(|wanted| is_same(wanted, found)),
        wanted => is_same(wanted, found),
    };
    is_it == expected
}

/// Whether two values are the same; a list or an object is like no other.
pub fn is_same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Null, Json::Null) => true,
        (Json::Bool(one), Json::Bool(other)) => one == other,
        (Json::Number(one), Json::Number(other)) => one == other,
        (Json::Text(one), Json::Text(other)) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn paths_go_through_objects_and_lists() {
        let value = json(r#"{"data": {"list": [{"id": 7}]}}"#);
        let find = |path: &str| find(&value, path).cloned();
        assert_eq!(find("data.list.0.id"), Some(Json::Number(7.0)));
        assert_eq!(find("data.list.1.id"), None);
        assert_eq!(find("data.list.id"), None);
        assert_eq!(find(""), Some(value.clone()));
    }

    #[test]
    fn the_first_path_that_leads_to_something_counts() {
        let (own, joined) = (json(r#"{"name": "", "nick": null}"#), json(r#"{"name": "Ann"}"#));
        let shape = json(r#"{"name": ["nick", "name", "@.name"], "id": "id"}"#);
        let item = Item { own: &own, joined: &joined };
        assert_eq!(at(&shape, "name", item), &Json::from("Ann"));
        assert_eq!(at(&shape, "id", item), &Json::Null);
        assert_eq!(at(&shape, "website", item), &Json::Null);
    }

    #[test]
    fn sources_are_paths_headers_and_cookies() {
        let shape = json(r#"{"a": "n", "b": {"header": "x-total"}, "c": {"cookie": "t"}}"#);
        let headers = vec![("x-total".into(), "0-9/57".into()), ("cookie:t".into(), "k".into())];
        let answer = Answer { headers, ..Answer::default() };
        let source = |key| source(&shape, key, &answer, &json(r#"{"n": 3}"#));
        assert_eq!(source("a").as_deref(), Some("3"));
        assert_eq!(source("b").as_deref(), Some("0-9/57"));
        assert_eq!(source("c").as_deref(), Some("k"));
        assert_eq!(source("d"), None);
    }

    fn is_true(tests: &str, status: u16, text: &str, value: &str) -> bool {
        let answer = Answer { status, text: text.into(), ..Answer::default() };
        holds(
            &json(tests),
            &Values::default(),
            &answer,
            Item { own: &json(value), joined: &Json::Null },
        )
    }

    #[test]
    fn one_test_of_several_is_enough() {
        let tests = r#"[{"status": 202}, {"at": "mode", "is": [2, null]}, {"says": "hm"}]"#;
        assert!(is_true(tests, 202, "", r#"{"mode": 1}"#));
        assert!(is_true(tests, 200, "", r#"{"mode": 2}"#));
        assert!(is_true(tests, 200, "", "{}"));
        assert!(is_true(tests, 200, "ahm", r#"{"mode": 1}"#));
        assert!(!is_true(tests, 200, "", r#"{"mode": 1}"#));
        let not = r#"{"at": "code", "not": [0, null]}"#;
        assert!(is_true(not, 200, "", r#"{"code": 7}"#));
        assert!(!is_true(not, 200, "", r#"{"code": 0}"#));
    }

    #[test]
    fn a_condition_that_is_absent_does_not_hold() {
        assert!(!is_true("null", 200, "", "null"));
    }
}
