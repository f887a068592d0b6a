//! Where a value stands in an answer, and what has to be there.

use crate::decode::{Place, Problem};
use crate::http::Answer;
use crate::json::Json;

/// Keys and indexes with dots between them, such as `data.comments.0`; the
/// whole value when empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// Reads the path at `place`.
    pub fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        place.text().map(Path)
    }

    /// What stands there in `value`.
    pub fn find<'a>(&self, value: &'a Json) -> Option<&'a Json> {
        if self.0.is_empty() {
            return Some(value);
        }
        self.0.split('.').try_fold(value, |value, key| match value {
            Json::List(items) => items.get(key.parse::<usize>().ok()?),
            _ => value.get(key),
        })
    }
}

/// A text, or a whole number as one: how servers name things.
pub fn as_id(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) => Some(text.clone()),
        Json::Number(number) => Some((*number as i64).to_string()),
        _ => None,
    }
}

/// Something that an answer, or a comment in it, can fulfil.
#[derive(Clone, Debug, PartialEq)]
enum Test {
    /// The HTTP status is this.
    Status(u16),
    /// What stands at the path is one of these; what is absent is `null`.
    Is(Path, Vec<Json>),
    /// The answer's text has this in it.
    Says(String),
}

/// What has to be so: one of its tests is enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition(Vec<Test>);

impl Condition {
    /// Reads `{"status": 202}`, `{"at": "mode", "is": 2}`, `{"says": "spam"}`,
    /// or a list of such.
    pub fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        match place.value {
            Json::List(_) => {
                place.items()?.iter().map(decode_test).collect::<Result<_, _>>().map(Condition)
            }
            _ => decode_test(place).map(|test| Condition(vec![test])),
        }
    }

    /// Whether it holds for `value`, which is the answer's JSON or a part of it.
    pub fn holds(&self, answer: &Answer, value: &Json) -> bool {
        self.0.iter().any(|test| match test {
            Test::Status(status) => answer.status == *status,
            Test::Is(path, wanted) => wanted.contains(path.find(value).unwrap_or(&Json::Null)),
            Test::Says(words) => answer.text.contains(words.as_str()),
        })
    }
}

fn decode_test(place: &Place<'_>) -> Result<Test, Problem> {
    if let Some(status) = place.get("status") {
        Ok(Test::Status(status.number()? as u16))
    } else if let Some(words) = place.get("says") {
        words.filled_text().map(Test::Says)
    } else if let Some(path) = place.get("at") {
        // Asked of the object itself: `null` is a value here.
        let wanted = match place.value.get("is") {
            Some(Json::List(values)) => values.clone(),
            Some(value) => vec![value.clone()],
            None => return Err(place.expected("\"is\" beside \"at\"")),
        };
        Ok(Test::Is(Path::decode(&path)?, wanted))
    } else {
        Err(place.expected("\"status\", \"says\" or \"at\" with \"is\""))
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
        let find = |path: &str| Path(path.into()).find(&value).cloned();
        assert_eq!(find("data.list.0.id"), Some(Json::Number(7.0)));
        assert_eq!(find("data.list.1.id"), None);
        assert_eq!(find("data.list.id"), None);
        assert_eq!(find(""), Some(value.clone()));
    }

    #[test]
    fn one_test_of_several_is_enough() {
        let tests = json(r#"[{"status": 202}, {"at": "mode", "is": [2, null]}, {"says": "hm"}]"#);
        let condition = Condition::decode(&Place::document(&tests)).unwrap();
        let holds = |status, text: &str, value: &str| {
            let answer = Answer { status, text: text.into(), ..Answer::default() };
            condition.holds(&answer, &json(value))
        };
        assert!(holds(202, "", r#"{"mode": 1}"#));
        assert!(holds(200, "", r#"{"mode": 2}"#));
        assert!(holds(200, "", "{}"));
        assert!(holds(200, "ahm", r#"{"mode": 1}"#));
        assert!(!holds(200, "", r#"{"mode": 1}"#));
    }

    #[test]
    fn a_wrong_test_is_named() {
        for (text, place) in [
            (r#"{"at": "mode"}"#, "(document): expected \"is\" beside \"at\", found an object"),
            (r#"{"status": "200"}"#, "/status: expected a number, found \"200\""),
            (
                r#"[{"status": 1}, {}]"#,
                "/1: expected \"status\", \"says\" or \"at\" with \"is\", found an object",
            ),
        ] {
            let tests = json(text);
            let problem = Condition::decode(&Place::document(&tests)).unwrap_err();
            assert_eq!(problem.to_string(), place);
        }
    }
}
