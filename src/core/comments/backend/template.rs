//! Texts with places for values: `/posts/{thread}/comments`.
//!
//! A place is `{NAME}` or `{NAME:FILTER}`. Each value is encoded for where it
//! stands: in a path or a query by percent signs, in a form as the browser
//! does it, in JSON as a string. A filter changes the value first:
//!
//! | filter | gives |
//! | --- | --- |
//! | `number` | a number where JSON has a string otherwise |
//! | `boolean` | `true` or `false` where JSON has a string otherwise |
//! | `digits` | the value if it is a whole number, else nothing |
//! | `slug` | the last part of a path: `niger` of `/2024/niger/` |
//! | `host` | the host of an address, with its port |
//! | `html` | HTML that says what was typed |
//! | `seconds`, `iso8601` | a moment that is in milliseconds, otherwise |

use super::filter::{FILTERS, filtered};
use crate::comments::{Draft, draft};
use crate::decode::{Place, Problem};
use crate::json::Json;
use crate::search;

/// What is commented on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What the server calls the article.
    pub thread: String,
    /// The article's title, without format.
    pub title: String,
    /// The article's address.
    pub url: String,
    /// The language of the interface.
    pub lang: String,
}

/// The values that there always are, beside those that a description brings
/// itself; what is empty is absent.
pub const NAMES: &[&str] = &[
    "server",
    "thread",
    "title",
    "url",
    "lang",
    "token",
    "text",
    "name",
    "email",
    "website",
    "parent",
    "root",
    "parent_name",
    "key",
    "id",
    "vote",
    "captcha",
    "page",
    "offset",
    "limit",
    "cursor",
    "sort",
    "since",
];

/// Values by their names: a JSON object of texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(Json);

impl Default for Values {
    fn default() -> Self {
        Values(Json::Object(Vec::new()))
    }
}

/// Values that are looked for one after the other.
pub type Layers<'a> = &'a [&'a Values];

/// The value called `name`; empty when there is none.
#[inline(never)]
pub fn value<'a>(layers: Layers<'a>, name: &str) -> &'a str {
    for values in layers {
        let value = values.get(name);
        if !value.is_empty() {
            return value;
        }
    }
    ""
}

impl Values {
    /// The value called `name`; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.text(name)
    }

    /// Gives the value called `name`.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.set_text(name, value);
    }

    /// What is known of a comment that is sent. `key` is its identity, which
    /// stays the same however often it is sent.
    pub fn of_draft(draft: &Draft, key: &str) -> Self {
        let mut values = Values::default();
        draft::write(&mut values.0, draft, Draft::KEYS.len());
        values.set("key", key);
        values
    }
}

/// Checks the template at `place`, which can name these values and [`NAMES`].
///
/// # Errors
/// It names a value or a filter that there is not.
pub fn check(place: &Place<'_>, own: &[String]) -> Result<(), Problem> {
    place.text()?;
    let mut rest = place.value.as_text().unwrap_or("");
    while let Some(hole) = first_hole(rest) {
        if !NAMES.contains(&hole.name) && !own.iter().any(|name| name == hole.name) {
            let mut names = NAMES.join(", ");
            for name in own {
                names.push_str(", ");
                names.push_str(name);
            }
            let message = ["{", hole.name, "} is none of the values ", &names].concat();
            return Err(place.problem(&message));
        }
        if !hole.filter.is_empty() && !FILTERS.contains(&hole.filter) {
            let filters = FILTERS.join(", ");
            let message = [":", hole.filter, " is none of the filters ", &filters].concat();
            return Err(place.problem(&message));
        }
        rest = hole.after;
    }
    Ok(())
}

/// Shows `visit` each name in the templates that `value` holds.
pub fn visit_names(value: &Json, visit: &mut dyn FnMut(&str)) {
    match value {
        Json::Text(template) => {
            let mut rest = &**template;
            while let Some(hole) = first_hole(rest) {
                visit(hole.name);
                rest = hole.after;
            }
        }
        Json::Object(fields) => {
            for (_, value) in fields {
                visit_names(value, visit);
            }
        }
        Json::List(items) => {
            for value in items {
                visit_names(value, visit);
            }
        }
        _ => {}
    }
}

/// The text with its values, each pushed by `push`; nothing if it has places,
/// and the values of all of them are absent.
pub fn fill(template: &str, values: Layers<'_>, push: fn(&mut String, &str)) -> Option<String> {
    let mut text = String::new();
    push_filled(&mut text, template, values, push).then_some(text)
}

/// Pushes the text with its values, each by `push`. Whether it says something:
/// not if it has places, and the values of all of them are absent.
#[inline(never)]
pub fn push_filled(
    text: &mut String,
    template: &str,
    values: Layers<'_>,
    push: fn(&mut String, &str),
) -> bool {
    let mut rest = template;
    let mut is_absent = false;
    let mut is_there = false;
    while let Some(hole) = first_hole(rest) {
        text.push_str(hole.before);
        let value = filtered(value(values, hole.name), hole.filter);
        push(text, &value);
        is_absent |= value.is_empty();
        is_there |= !value.is_empty();
        rest = hole.after;
    }
    text.push_str(rest);
    is_there || !is_absent
}

/// The value of JSON that a part of a body stands for; nothing where the values
/// of all its places are absent.
pub fn fill_json(part: &Json, values: Layers<'_>) -> Option<Json> {
    Some(match part {
        Json::Text(template) => {
            let text = fill(template, values, String::push_str)?;
            let alone =
                first_hole(template).filter(|hole| hole.before.is_empty() && hole.after.is_empty());
            match (alone.map_or("", |hole| hole.filter), big_number(&text)) {
                ("number", Some(number)) => Json::Number(number),
                ("boolean", _) => Json::Bool(text == "true"),
                _ => Json::Text(text),
            }
        }
        Json::Object(fields) => {
            let mut filled = Vec::new();
            for (key, part) in fields {
                if let Some(value) = fill_json(part, values) {
                    filled.push((key.clone(), value));
                }
            }
            Json::Object(filled)
        }
        Json::List(items) => {
            let mut filled = Vec::new();
            for part in items {
                if let Some(value) = fill_json(part, values) {
                    filled.push(value);
                }
            }
            Json::List(filled)
        }
        Json::Bool(fixed) => Json::Bool(*fixed),
        Json::Number(fixed) => Json::Number(*fixed),
        Json::Null => Json::Null,
    })
}

/// A number of decimal digits, as long as a double holds it exactly.
fn big_number(text: &str) -> Option<f64> {
    if text.len() > 15 || text.is_empty() {
        return None;
    }
    let mut number = 0.0;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10.0 + f64::from(byte - b'0');
    }
    Some(number)
}

/// A place for a value.
struct Hole<'t> {
    before: &'t str,
    name: &'t str,
    filter: &'t str,
    after: &'t str,
}

/// The first place in `text`. A brace that encloses no name is an ordinary one.
fn first_hole(text: &str) -> Option<Hole<'_>> {
    let mut start = 0;
    loop {
        start += search::find(&text[start..], "{")? + 1;
        let inside = &text[start..];
        let is_name_byte =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b":_".contains(&byte);
        let length = inside.bytes().position(|byte| !is_name_byte(byte))?;
        if length > 0 && inside.as_bytes()[length] == b'}' {
            let name = search::until(&inside[..length], b":");
            return Some(Hole {
                before: &text[..start - 1],
                name,
                filter: inside[..length].get(name.len() + 1..).unwrap_or(""),
                after: &inside[length + 1..],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::percent;

    fn values() -> Values {
        let mut values = Values::default();
        for (name, value) in [
            ("thread", "/été/1?a&b"),
            ("text", "{name}\n1 < 2"),
            ("id", "42"),
            ("url", "https://example.org:80/a/b"),
            ("since", "1710616500250"),
        ] {
            values.set(name, value);
        }
        values
    }

    fn fill(text: &str, push: fn(&mut String, &str)) -> Option<String> {
        check(&Place::document(&Json::from(text)), &[]).unwrap();
        super::fill(text, &[&values()], push)
    }

    fn plain(text: &str) -> Option<String> {
        fill(text, String::push_str)
    }

    #[test]
    fn values_are_encoded_and_the_rest_stays() {
        let filled = fill("/posts/{thread}/x?", percent::push_encoded);
        assert_eq!(filled.as_deref(), Some("/posts/%2F%C3%A9t%C3%A9%2F1%3Fa%26b/x?"));
    }

    #[test]
    fn what_a_reader_writes_is_never_a_template() {
        assert_eq!(plain("{text}").as_deref(), Some("{name}\n1 < 2"));
    }

    #[test]
    fn where_all_values_are_absent_there_is_nothing() {
        assert_eq!(plain("{name}"), None);
        assert_eq!(plain("Bearer {token}"), None);
        assert_eq!(plain("{name} {id}").as_deref(), Some(" 42"));
        assert_eq!(plain("always").as_deref(), Some("always"));
    }

    #[test]
    fn filters_change_a_value_for_its_place() {
        for (template, filled) in [
            ("{text:html}", Some("<p>{name}<br>1 &lt; 2</p>")),
            ("{thread:slug}", Some("1")),
            ("{thread:digits}", None),
            ("{id:digits}", Some("42")),
            ("{url:host}", Some("example.org:80")),
            ("{since}", Some("1710616500250")),
            ("{since:seconds}", Some("1710616500")),
            ("{since:iso8601}", Some("2024-03-16T19:15:00Z")),
        ] {
            assert_eq!(plain(template).as_deref(), filled, "{template}");
        }
        let mut values = Values::default();
        values.set("thread", "/2024/niger/?x=/y#z");
        assert_eq!(super::fill("{thread:slug}", &[&values], String::push_str).unwrap(), "niger");
    }

    #[test]
    fn bodies_hold_what_there_is() {
        let part = serde_json::from_str(
            r#"{"a": "{id:number}", "b": "{id}", "c": "{name}", "s": "{since:number}", "t": "{thread:number}", "u": "{id:boolean}", "d": ["{id}", "{email}", 1], "e": null}"#,
        )
        .unwrap();
        let filled = fill_json(&part, &[&values()]).unwrap();
        let expected = r#"{"a":42,"b":"42","s":1710616500250,"t":"/été/1?a&b","u":false,"d":["42",1],"e":null}"#;
        assert_eq!(serde_json::to_string(&filled).unwrap(), expected);
    }

    #[test]
    fn other_braces_are_ordinary() {
        for text in ["{", "{}", "{ name }", "}{", "{Name}"] {
            assert_eq!(plain(text).as_deref(), Some(text));
        }
        assert_eq!(plain("{{id}}{").as_deref(), Some("{42}{"));
    }

    #[test]
    fn an_unknown_value_is_named() {
        let check = |text| check(&Place::document(&Json::from(text)), &["post".into()]);
        let problem = check("/{slug}").unwrap_err();
        assert!(problem.message.starts_with("{slug} is none of the values server, "), "{problem}");
        assert!(problem.message.ends_with(", since, post"), "{problem}");
        let problem = check("/{post:big}").unwrap_err();
        assert!(problem.message.starts_with(":big is none of the filters number, "), "{problem}");
    }
}
