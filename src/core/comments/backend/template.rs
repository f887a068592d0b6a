//! Texts with places for values: `/posts/{thread}/comments`.
//!
//! A place is `{NAME}`, or `{NAME:number}` where JSON wants a number. Each
//! value is encoded for where it stands: in a path, a query or a form by
//! percent signs, in JSON as a string.

use crate::comments::Draft;
use crate::decode::{Place, Problem};
use crate::digits::number;
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
}

/// The names of the values.
const NAMES: [&str; 8] = ["thread", "title", "url", "text", "name", "email", "website", "parent"];

/// The values that a template can name, in the order of their names; what is
/// empty is absent.
pub type Values<'a> = [&'a str; NAMES.len()];

/// The values of a subject, and of the comment that is sent, if one is.
pub fn values<'a>(subject: &'a Subject, draft: Option<&'a Draft>) -> Values<'a> {
    let mut values = [&*subject.thread, &*subject.title, &*subject.url, "", "", "", "", ""];
    if let Some(draft) = draft {
        values[3] = &draft.text;
        values[4] = &draft.name;
        values[5] = &draft.email;
        values[6] = &draft.website;
        values[7] = draft.parent.as_deref().unwrap_or("");
    }
    values
}

/// Checks the template at `place`.
///
/// # Errors
/// It names a value that there is not.
pub fn check(place: &Place<'_>) -> Result<(), Problem> {
    place.text()?;
    let mut rest = place.value.as_text().unwrap_or("");
    while let Some(hole) = first_hole(rest) {
        if !NAMES.contains(&hole.name) {
            let names = NAMES.join(", ");
            let message = ["{", hole.name, "} is none of the values ", &names].concat();
            return Err(place.problem(&message));
        }
        rest = hole.after;
    }
    Ok(())
}

/// Whether `template` has a place for the value called `name`.
pub fn names(template: &str, name: &str) -> bool {
    let mut rest = template;
    while let Some(hole) = first_hole(rest) {
        if hole.name == name {
            return true;
        }
        rest = hole.after;
    }
    false
}

/// The text with its values, each pushed by `push`; nothing if it is one place
/// alone whose value is absent.
pub fn fill(template: &str, values: &Values<'_>, push: fn(&mut String, &str)) -> Option<String> {
    let mut text = String::new();
    let mut rest = template;
    while let Some(hole) = first_hole(rest) {
        text.push_str(hole.before);
        let value = NAMES.iter().position(|name| *name == hole.name).map_or("", |at| values[at]);
        if value.is_empty() && hole.is_alone_in(template) {
            return None;
        }
        push(&mut text, value);
        rest = hole.after;
    }
    text.push_str(rest);
    Some(text)
}

/// The value of JSON that a template stands for: a number where one is asked
/// for, `null` where it is one place alone whose value is absent.
pub fn fill_json(template: &str, values: &Values<'_>) -> Json {
    let Some(text) = fill(template, values, String::push_str) else { return Json::Null };
    let wants_number =
        first_hole(template).is_some_and(|hole| hole.is_number && hole.is_alone_in(template));
    match number(&text) {
        Some(number) if wants_number => Json::Number(f64::from(number)),
        _ => Json::Text(text),
    }
}

/// A place for a value.
struct Hole<'t> {
    before: &'t str,
    name: &'t str,
    /// JSON wants a number here.
    is_number: bool,
    after: &'t str,
}

impl Hole<'_> {
    fn is_alone_in(&self, template: &str) -> bool {
        let number = if self.is_number { NUMBER.len() } else { 0 };
        template.len() == "{}".len() + self.name.len() + number
    }
}

/// After the name of a value that is a number in JSON.
const NUMBER: &str = ":number";

/// The first place in `text`. A brace that encloses no name is an ordinary one.
fn first_hole(text: &str) -> Option<Hole<'_>> {
    let mut start = 0;
    loop {
        start += search::find(&text[start..], "{")? + 1;
        let inside = &text[start..];
        let is_name_byte = |byte: u8| byte.is_ascii_lowercase() || byte == b':';
        let length = inside.bytes().position(|byte| !is_name_byte(byte))?;
        if length > 0 && inside.as_bytes()[length] == b'}' {
            let name = &inside[..length];
            let plain = name.strip_suffix(NUMBER);
            return Some(Hole {
                before: &text[..start - 1],
                name: plain.unwrap_or(name),
                is_number: plain.is_some(),
                after: &inside[length + 1..],
            });
        }
    }
}

/// Pushes `value` as a part of an address (RFC 3986, section 2.3: what is not
/// unreserved is escaped).
pub fn push_percent_encoded(text: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.push(char::from(HEX[usize::from(byte >> 4)]));
            text.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(text: &str, push: fn(&mut String, &str)) -> Option<String> {
        check(&Place::document(&Json::from(text))).unwrap();
        let subject = Subject { thread: "/été/1?a&b".into(), ..Subject::default() };
        let draft = Draft { text: "{name}".into(), ..Draft::default() };
        super::fill(text, &values(&subject, Some(&draft)), push)
    }

    #[test]
    fn values_are_encoded_and_the_rest_stays() {
        let filled = fill("/posts/{thread}/x?", push_percent_encoded);
        assert_eq!(filled.as_deref(), Some("/posts/%2F%C3%A9t%C3%A9%2F1%3Fa%26b/x?"));
    }

    #[test]
    fn what_a_reader_writes_is_never_a_template() {
        assert_eq!(fill("{text}", String::push_str).as_deref(), Some("{name}"));
    }

    #[test]
    fn an_absent_value_alone_is_nothing() {
        assert_eq!(fill("{name}", String::push_str), None);
        assert_eq!(fill("by {name}", String::push_str).as_deref(), Some("by "));
    }

    #[test]
    fn other_braces_are_ordinary() {
        for text in ["{", "{}", "{ name }", "}{", "{Name}"] {
            assert_eq!(fill(text, String::push_str).as_deref(), Some(text));
        }
        assert_eq!(fill("{{text}}{", String::push_str).as_deref(), Some("{{name}}{"));
    }

    #[test]
    fn an_unknown_value_is_named() {
        let problem = check(&Place::document(&Json::from("/{slug}"))).unwrap_err();
        assert!(problem.message.starts_with("{slug} is none of the values thread, "), "{problem}");
    }
}
