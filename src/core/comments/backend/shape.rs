//! What a description may say where: one table, one check. What has passed it
//! is read where it is needed, as the JSON that it is.

use super::template;
use crate::comments::form::{Cause, Field};
use crate::decode::{Place, Problem};
use crate::json::Json;

/// What stands at a place of a description.
pub enum Shape {
    /// Whatever.
    Any,
    /// A text; as a path (see [`super::pick::find`]), all are right.
    Text,
    /// A text that says something.
    Filled,
    /// A text with places for values.
    Template,
    /// The same, as what comes after a server's address.
    AddressPath,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// An object with these keys.
    Object(&'static [Key]),
    /// An object of any keys, with values of this shape.
    Entries(&'static Shape),
    /// A list with items of this shape.
    Items(&'static Shape),
    /// A part of a body of JSON: templates in objects. `null` is kept, so that
    /// a server that wants it gets it.
    Body,
    /// See [`super::pick::holds`].
    Condition,
    /// Whether a field has to be filled: said here, or by the server at a path.
    Required,
}

/// A key of an object.
pub struct Key {
    name: &'static str,
    is_required: bool,
    shape: Shape,
}

const fn must(name: &'static str, shape: Shape) -> Key {
    Key { name, is_required: true, shape }
}

const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, is_required: false, shape }
}

/// How a server is asked.
pub const METHODS: [&str; 4] = ["GET", "POST", "PUT", "DELETE"];

/// A whole description. What each key means is documented in
/// `schemas/backend.json`.
pub static DESCRIPTION: Shape = Shape::Object(&[
    must("name", Shape::Filled),
    may("checked", Shape::Any),
    may("storage", Shape::OneOf(&["server", "browser"])),
    must(
        "fields",
        Shape::Object(&[
            must(Field::KEYS[0], FIELD),
            may(Field::KEYS[1], FIELD),
            may(Field::KEYS[2], FIELD),
            may(Field::KEYS[3], FIELD),
        ]),
    ),
    must(
        "list",
        Shape::Object(&[
            must("request", REQUEST),
            may("items", Shape::Text),
            may("replies", Shape::Text),
        ]),
    ),
    must("create", Shape::Object(&[must("request", REQUEST), may("comment", Shape::Text)])),
    must("comment", COMMENT),
    may("success", Shape::Condition),
    may(
        "refusal",
        Shape::Object(&[
            may("reason", Shape::Items(&Shape::Text)),
            may("known", Shape::Items(&KNOWN_REFUSAL)),
        ]),
    ),
]);

const REQUEST: Shape = Shape::Object(&[
    must("method", Shape::OneOf(&METHODS)),
    must("path", Shape::AddressPath),
    may("query", Shape::Entries(&Shape::Template)),
    may("headers", Shape::Entries(&Shape::Template)),
    may("json", Shape::Entries(&Shape::Body)),
    may("form", Shape::Entries(&Shape::Template)),
    may("credentials", Shape::Boolean),
]);

const FIELD: Shape = Shape::Object(&[
    may("required", Shape::Required),
    may("min", Shape::Number),
    may("max", Shape::Number),
]);

const COMMENT: Shape = Shape::Object(&[
    must("id", Shape::Text),
    may("parent", Shape::Text),
    may("name", Shape::Text),
    may("website", Shape::Text),
    must(
        "text",
        Shape::Object(&[must("at", Shape::Text), must("format", Shape::OneOf(&["html", "plain"]))]),
    ),
    may(
        "time",
        Shape::Object(&[
            must("at", Shape::Text),
            must("unit", Shape::OneOf(&["seconds", "milliseconds", "iso8601"])),
        ]),
    ),
    may("pending", Shape::Condition),
    may("deleted", Shape::Condition),
]);

const KNOWN_REFUSAL: Shape = Shape::Object(&[
    must("when", Shape::Condition),
    may("means", Shape::OneOf(&Cause::NAMES)),
    may("field", Shape::OneOf(&Field::KEYS)),
]);

/// Checks what stands at `place`.
///
/// # Errors
/// The first place that is wrong.
pub fn check(place: &Place<'_>, shape: &Shape) -> Result<(), Problem> {
    match shape {
        Shape::Any => Ok(()),
        Shape::Text => place.text().map(drop),
        Shape::Filled => place.filled_text().map(drop),
        Shape::Number => place.number().map(drop),
        Shape::Boolean => place.boolean().map(drop),
        Shape::Template => template::check(place),
        Shape::AddressPath if place.value.as_text().is_some_and(|path| path.starts_with('/')) => {
            template::check(place)
        }
        Shape::AddressPath => Err(place.expected("a path that begins with /")),
        Shape::OneOf(names) => match place.value.as_text() {
            Some(text) if names.contains(&text) => Ok(()),
            _ => Err(place.expected(&["one of ", &names.join(", ")].concat())),
        },
        Shape::Object(keys) => object(place, keys),
        Shape::Entries(inner) => {
            for (_, value) in place.entries()? {
                check(&value, inner)?;
            }
            Ok(())
        }
        Shape::Items(inner) => {
            for item in place.items()? {
                check(&item, inner)?;
            }
            Ok(())
        }
        Shape::Body => match place.value {
            Json::Text(_) => template::check(place),
            Json::Object(_) => check(place, &Shape::Entries(&Shape::Body)),
            _ => Ok(()),
        },
        Shape::Condition => match place.value {
            Json::List(_) => check(place, &Shape::Items(&Shape::Condition)),
            _ => test(place),
        },
        Shape::Required => match place.value {
            Json::Object(_) => object(place, &[must("at", Shape::Text)]),
            _ => place.boolean().map(drop),
        },
    }
}

/// Refuses keys that mean nothing: a key with a slip of the pen would be
/// missed in silence. `$schema` and `$comment` are everybody's.
fn object(place: &Place<'_>, keys: &[Key]) -> Result<(), Problem> {
    for (name, value) in place.entries()? {
        match keys.iter().find(|key| key.name == name) {
            Some(_) if *value.value == Json::Null => {}
            Some(key) => check(&value, &key.shape)?,
            None if name.starts_with('$') => {}
            None => {
                let mut names = Vec::new();
                for key in keys {
                    names.push(key.name);
                }
                let message = ["is no key here; there are ", &names.join(", ")].concat();
                return Err(value.problem(&message));
            }
        }
    }
    for key in keys {
        if key.is_required {
            place.required(key.name)?;
        }
    }
    Ok(())
}

fn test(place: &Place<'_>) -> Result<(), Problem> {
    if let Some(status) = place.get("status") {
        status.number().map(drop)
    } else if let Some(words) = place.get("says") {
        words.filled_text().map(drop)
    } else if let Some(path) = place.get("at") {
        // Asked of the object itself: `null` is a value here.
        if place.value.get("is").is_none() {
            return Err(place.expected("\"is\" beside \"at\""));
        }
        path.text().map(drop)
    } else {
        Err(place.expected("\"status\", \"says\" or \"at\" with \"is\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let tests = serde_json::from_str(text).unwrap();
            let problem = check(&Place::document(&tests), &Shape::Condition).unwrap_err();
            assert_eq!(problem.to_string(), place);
        }
    }
}
