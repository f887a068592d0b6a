//! From [`Json`] to our types: each value knows its place, and what is wrong
//! says where and what was expected.
//!
//! Two fates of a wrong value: a required one makes its owner wrong (`?`), an
//! optional one or an item of a list is left out with a warning
//! ([`Warnings::optional`], [`Warnings::list`]).

use crate::digits::digits;
use crate::json::Json;

/// What is wrong in a document, and where. It is a pointer, since it is part of
/// the result of all that is read, and there is seldom one.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem(Box<Wrong>);

/// A place and what is wrong there.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// A JSON Pointer (RFC 6901), such as `/relations/3/until`; empty for the
    /// whole document.
    pub place: String,
    /// What was expected and what was found, in English, for whoever wrote the
    /// document.
    pub message: String,
}

impl Problem {
    /// What is wrong at `place`.
    #[inline(never)]
    pub fn new(place: String, message: String) -> Self {
        Problem(Box::new(Wrong { place, message }))
    }

    /// The place and what is wrong there, in one line. (What `to_string` gives,
    /// with less code.)
    #[inline(never)]
    pub fn sentence(&self) -> String {
        let place = if self.place.is_empty() { "(document)" } else { &self.place };
        [place, ": ", &self.message].concat()
    }
}

impl core::ops::Deref for Problem {
    type Target = Wrong;

    fn deref(&self) -> &Wrong {
        &self.0
    }
}

impl core::fmt::Display for Problem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.sentence())
    }
}

/// A value and its place in the document.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The value.
    pub value: &'a Json,
    document: &'a Json,
}

impl<'a> Place<'a> {
    /// The whole document.
    pub fn document(value: &'a Json) -> Self {
        Place { value, document: value }
    }

    fn of(&self, value: &'a Json) -> Self {
        Place { value, document: self.document }
    }

    /// The value under `key`; absent and `null` are the same.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<Place<'a>> {
        match self.value.get(key) {
            None | Some(Json::Null) => None,
            Some(value) => Some(self.of(value)),
        }
    }

    /// The value under `key`, which has to be there.
    #[inline(never)]
    pub fn required(&self, key: &str) -> Result<Place<'a>, Problem> {
        if !matches!(self.value, Json::Object(_)) {
            return Err(self.expected("an object"));
        }
        self.get(key).ok_or_else(|| {
            let mut problem = self.problem("is missing");
            problem.0.place.push_str(&joined(key, ""));
            problem
        })
    }

    /// The text under `key`, which has to be there and to say something.
    #[inline(never)]
    pub fn required_text(&self, key: &str) -> Result<String, Problem> {
        self.required(key)?.filled_text()
    }

    /// A text.
    #[inline(never)]
    pub fn text(&self) -> Result<String, Problem> {
        self.checked_text(|_| true, "a text")
    }

    /// A text that says something.
    #[inline(never)]
    pub fn filled_text(&self) -> Result<String, Problem> {
        self.checked_text(|text| !text.trim().is_empty(), "a text that is not empty")
    }

    /// A text that is as `expected`, which `is_right` tells.
    #[inline(never)]
    pub fn checked_text(
        &self,
        is_right: fn(&str) -> bool,
        expected: &str,
    ) -> Result<String, Problem> {
        match self.value {
            Json::Text(text) if is_right(text) => Ok(text.clone()),
            _ => Err(self.expected(expected)),
        }
    }

    /// A finite number.
    #[inline(never)]
    pub fn number(&self) -> Result<f64, Problem> {
        match self.value {
            Json::Number(number) if number.is_finite() => Ok(*number),
            _ => Err(self.expected("a number")),
        }
    }

    /// `true` or `false`.
    pub fn boolean(&self) -> Result<bool, Problem> {
        match self.value {
            Json::Bool(value) => Ok(*value),
            _ => Err(self.expected("true or false")),
        }
    }

    /// The items of a list.
    #[inline(never)]
    pub fn items(&self) -> Result<Vec<Place<'a>>, Problem> {
        match self.value {
            Json::List(items) => Ok(items.iter().map(|value| self.of(value)).collect()),
            _ => Err(self.expected("a list")),
        }
    }

    /// The entries of an object.
    pub fn entries(&self) -> Result<Vec<(&'a str, Place<'a>)>, Problem> {
        match self.value {
            Json::Object(fields) => {
                Ok(fields.iter().map(|(key, value)| (key.as_str(), self.of(value))).collect())
            }
            _ => Err(self.expected("an object")),
        }
    }

    /// Which of `names` the text is.
    #[inline(never)]
    pub fn choice(&self, names: &[&str]) -> Result<usize, Problem> {
        let found = self.value.as_text().unwrap_or("");
        names.iter().position(|name| *name == found).ok_or_else(|| {
            let mut expected = String::from("one of ");
            expected.push_str(&names.join(", "));
            self.expected(&expected)
        })
    }

    /// The meaning of a text among `choices` of (text, meaning).
    pub fn one_of<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, Problem> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        Ok(choices[self.choice(&names)?].1)
    }

    /// The problem that this value is not what was `expected`.
    #[inline(never)]
    pub fn expected(&self, expected: &str) -> Problem {
        let mut message = String::from("expected ");
        message.push_str(expected);
        message.push_str(", found ");
        match self.value {
            // Long enough to recognise it, short enough for one line.
            Json::Text(text) => {
                message.push('"');
                message.push_str(beginning(text));
                message.push('"');
            }
            other => message.push_str(other.kind()),
        }
        self.problem(&message)
    }

    /// The problem `message` with this value.
    #[inline(never)]
    pub fn problem(&self, message: &str) -> Problem {
        let place = pointer(self.document, self.value).unwrap_or_default();
        Problem::new(place, message.into())
    }
}

/// The JSON Pointer from `from` to `to`, if that is somewhere inside. It is
/// looked for when something is wrong, rather than kept for each right value.
fn pointer(from: &Json, to: &Json) -> Option<String> {
    if core::ptr::eq(from, to) {
        return Some(String::new());
    }
    match from {
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                if let Some(rest) = pointer(item, to) {
                    return Some(joined(&digits(index as i64), &rest));
                }
            }
        }
        Json::Object(fields) => {
            for (key, value) in fields {
                if let Some(rest) = pointer(value, to) {
                    return Some(joined(key, &rest));
                }
            }
        }
        _ => {}
    }
    None
}

/// The pointer `rest`, one step further away.
#[inline(never)]
fn joined(key: &str, rest: &str) -> String {
    let mut pointer = String::from("/");
    // RFC 6901, section 3: "~" and "/" inside a key are escaped.
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
    pointer.push_str(rest);
    pointer
}

/// The first characters of a text, enough to recognise it by.
pub(crate) fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// What was left out of a document, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Warnings(pub Vec<Problem>);

/// How a value is read: required parts with `?`, the rest through the warnings.
pub type Read<T> = fn(&Place<'_>, &mut Warnings) -> Result<T, Problem>;

/// How a value is read into its place, which is less code for large ones.
pub type Fill<T> = fn(&mut T, &Place<'_>, &mut Warnings) -> Result<(), Problem>;

impl Warnings {
    /// The value, or nothing and a warning.
    pub fn keep<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(problem) => {
                self.0.push(problem);
                None
            }
        }
    }

    /// The value under `key`, where it is there and right.
    pub fn optional<T>(&mut self, place: &Place<'_>, key: &str, read: Read<T>) -> Option<T> {
        let found = place.get(key)?;
        let result = read(&found, self);
        self.keep(result)
    }

    /// A text under `key`, where it is there and right.
    #[inline(never)]
    pub fn optional_text(&mut self, place: &Place<'_>, key: &str) -> Option<String> {
        self.optional(place, key, |place, _| place.filled_text())
    }

    /// Whether the value under `key` is true; `otherwise` if it is absent or wrong.
    #[inline(never)]
    pub fn flag(&mut self, place: &Place<'_>, key: &str, otherwise: bool) -> bool {
        self.optional(place, key, |place, _| place.boolean()).unwrap_or(otherwise)
    }

    /// Shows the items of the list under `key` to `read`, one after the other.
    #[inline(never)]
    pub fn each(
        &mut self,
        place: &Place<'_>,
        key: &str,
        read: &mut dyn FnMut(&Place<'_>, &mut Warnings) -> Result<(), Problem>,
    ) {
        let Some(found) = place.get(key) else { return };
        let Json::List(items) = found.value else {
            self.0.push(found.expected("a list"));
            return;
        };
        for value in items {
            if let Err(problem) = read(&found.of(value), self) {
                self.0.push(problem);
            }
        }
    }

    /// Puts a text under `key` where it belongs, if it is there and right.
    #[inline(never)]
    pub fn text(&mut self, place: &Place<'_>, key: &str, to: &mut Option<String>) {
        *to = self.optional_text(place, key);
    }

    /// Puts the items of the list under `key` that are right where they belong.
    pub fn fill<T: Default>(
        &mut self,
        place: &Place<'_>,
        key: &str,
        list: &mut Vec<T>,
        fill: Fill<T>,
    ) {
        self.each(place, key, &mut |item, warnings| {
            list.push(T::default());
            let last = list.len() - 1;
            let result = fill(&mut list[last], item, warnings);
            if result.is_err() {
                list.pop();
            }
            result
        });
    }

    /// The items of the list under `key` that are right; none if it is absent.
    pub fn list<T>(&mut self, place: &Place<'_>, key: &str, read: Read<T>) -> Vec<T> {
        let mut list = Vec::new();
        self.each(place, key, &mut |item, warnings| {
            list.push(read(item, warnings)?);
            Ok(())
        });
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json {
        serde_json::from_str(text).expect("the test's own JSON")
    }

    #[test]
    fn a_problem_names_its_place_and_what_was_expected() {
        let document = json(r#"{"relations": [{"until": 7}]}"#);
        let relation = &Place::document(&document).get("relations").unwrap().items().unwrap()[0];
        let problem = relation.get("until").unwrap().text().unwrap_err();
        assert_eq!(problem.to_string(), "/relations/0/until: expected a text, found a number");
    }

    #[test]
    fn keys_are_escaped_in_pointers() {
        let document = json(r#"{"a/b~c": 1}"#);
        let problem = Place::document(&document).get("a/b~c").unwrap().text().unwrap_err();
        assert_eq!(problem.place, "/a~1b~0c");
    }

    #[test]
    fn a_bad_item_is_left_out_with_a_warning() {
        let document = json(r#"{"names": ["a", 1, "c"]}"#);
        let mut warnings = Warnings::default();
        let names = warnings.list(&Place::document(&document), "names", |place, _| place.text());
        assert_eq!(names, ["a", "c"]);
        assert_eq!(warnings.0[0].place, "/names/1");
    }

    #[test]
    fn a_missing_part_is_named() {
        let document = json("{}");
        let problem = Place::document(&document).required("title").unwrap_err();
        assert_eq!(problem.to_string(), "/title: is missing");
    }
}
