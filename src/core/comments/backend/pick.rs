//! Where a value stands in an answer, and what has to be there.

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

/// What stands in `value` at the path that `shape` has under `key`.
pub fn at<'a>(shape: &Json, key: &str, value: &'a Json) -> Option<&'a Json> {
    find(value, shape.get(key)?.as_text()?)
}

/// The part of a description under `key`; `null` when absent.
pub fn part<'a>(shape: &'a Json, key: &str) -> &'a Json {
    shape.get(key).unwrap_or(&Json::Null)
}

/// A text, or a whole number as one: how servers name things.
pub fn as_id(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) => Some(text.clone()),
        Json::Number(number) => Some(digits(*number as i64)),
        _ => None,
    }
}

/// Whether `condition` holds for `value`, which is the answer's JSON or a part
/// of it. A condition is `{"status": 202}`, `{"at": "mode", "is": 2}`,
/// `{"says": "spam"}`, or a list of such, of which one is enough; what is
/// absent at a path is `null`.
pub fn holds(condition: &Json, answer: &Answer, value: &Json) -> bool {
    if let Json::List(tests) = condition {
        return tests.iter().any(|test| holds(test, answer, value));
    }
    if let Json::Number(status) = part(condition, "status") {
        return *status == f64::from(answer.status);
    }
    if let Json::Text(words) = part(condition, "says") {
        return search::find(&answer.text, words).is_some();
    }
    let found = at(condition, "at", value).unwrap_or(&Json::Null);
    match condition.get("is") {
        Some(Json::List(wanted)) => wanted.contains(found),
        wanted => wanted == Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::backend::shape::{Shape, check};
    use crate::decode::Place;

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
    fn one_test_of_several_is_enough() {
        let tests = json(r#"[{"status": 202}, {"at": "mode", "is": [2, null]}, {"says": "hm"}]"#);
        check(&Place::document(&tests), &Shape::Condition).unwrap();
        let holds = |status, text: &str, value: &str| {
            let answer = Answer { status, text: text.into(), ..Answer::default() };
            holds(&tests, &answer, &json(value))
        };
        assert!(holds(202, "", r#"{"mode": 1}"#));
        assert!(holds(200, "", r#"{"mode": 2}"#));
        assert!(holds(200, "", "{}"));
        assert!(holds(200, "ahm", r#"{"mode": 1}"#));
        assert!(!holds(200, "", r#"{"mode": 1}"#));
    }

    #[test]
    fn a_condition_that_is_absent_does_not_hold() {
        assert!(!holds(&Json::Null, &Answer::default(), &Json::Null));
    }
}
