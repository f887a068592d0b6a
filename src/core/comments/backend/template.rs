//! Texts with places for values: `/posts/{thread}/comments`.
//!
//! A place is `{NAME}`, or `{NAME:number}` where JSON wants a number. Each
//! value is encoded for where it stands: in a path, a query or a form by
//! percent signs, in JSON as a string.

use crate::comments::Draft;
use crate::comments::form::Field;
use crate::decode::{Place, Problem};
use crate::json::Json;

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

/// The values that a template can name.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    /// What is commented on.
    pub subject: &'a Subject,
    /// The comment that is sent, if one is.
    pub draft: Option<&'a Draft>,
}

/// The names of the values.
const NAMES: [&str; 8] = ["thread", "title", "url", "text", "name", "email", "website", "parent"];

impl<'a> Values<'a> {
    /// The value called `name`, unless it is empty.
    fn get(&self, name: &str) -> Option<&'a str> {
        let value = match (name, self.draft) {
            ("thread", _) => &self.subject.thread,
            ("title", _) => &self.subject.title,
            ("url", _) => &self.subject.url,
            ("parent", Some(draft)) => draft.parent.as_deref()?,
            (_, Some(draft)) => Field::from_key(name)?.of(draft),
            (_, None) => return None,
        };
        (!value.is_empty()).then_some(value)
    }
}

/// A text with places for values, checked when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(String);

/// A part of a template.
enum Piece<'t> {
    Literal(&'t str),
    Value { name: &'t str, number: bool },
}

impl Template {
    /// Reads the template at `place`.
    ///
    /// # Errors
    /// It names a value that there is not.
    pub fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        let text = place.text()?;
        for piece in pieces(&text) {
            if let Piece::Value { name, .. } = piece
                && !NAMES.contains(&name)
            {
                let mut message = String::from("{");
                message.push_str(name);
                message.push_str("} is none of the values ");
                message.push_str(&NAMES.join(", "));
                return Err(place.problem(&message));
            }
        }
        Ok(Template(text))
    }

    /// Whether it has a place for the value called `name`.
    pub fn names(&self, name: &str) -> bool {
        pieces(&self.0)
            .iter()
            .any(|piece| matches!(piece, Piece::Value { name: found, .. } if *found == name))
    }

    /// The text with its values, each pushed by `push`; nothing if it is one
    /// place alone whose value is absent.
    pub fn fill(&self, values: Values<'_>, push: fn(&mut String, &str)) -> Option<String> {
        let pieces = pieces(&self.0);
        let mut text = String::new();
        for piece in &pieces {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Value { name, .. } => match values.get(name) {
                    Some(value) => push(&mut text, value),
                    None if pieces.len() == 1 => return None,
                    None => {}
                },
            }
        }
        Some(text)
    }

    /// The value of JSON that it stands for: a number where one is asked for,
    /// `null` where it is one place alone whose value is absent.
    pub fn fill_json(&self, values: Values<'_>) -> Json {
        let Some(text) = self.fill(values, String::push_str) else { return Json::Null };
        let wants_number =
            matches!(pieces(&self.0).as_slice(), [Piece::Value { number: true, .. }]);
        match text.parse::<u32>() {
            Ok(number) if wants_number => Json::Number(f64::from(number)),
            _ => Json::Text(text),
        }
    }
}

/// The parts of a template. A brace that encloses no name is an ordinary one.
fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((name, start, end)) = first_name(rest) {
        if start > 0 {
            pieces.push(Piece::Literal(&rest[..start]));
        }
        let (name, number) = match name.strip_suffix(":number") {
            Some(name) => (name, true),
            None => (name, false),
        };
        pieces.push(Piece::Value { name, number });
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    pieces
}

/// The first `{name}`: the name, where its brace opens, and where it has closed.
fn first_name(text: &str) -> Option<(&str, usize, usize)> {
    let mut start = text.find('{')?;
    loop {
        let end = start + text[start..].find('}')?;
        let name = &text[start + 1..end];
        match name.rfind('{') {
            Some(inner) => start += 1 + inner,
            None if !name.is_empty() && name.bytes().all(is_name_byte) => {
                return Some((name, start, end + 1));
            }
            None => start = end + text[end..].find('{')?,
        }
    }
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte == b':'
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

    fn template(text: &str) -> Result<Template, Problem> {
        Template::decode(&Place::document(&Json::from(text)))
    }

    fn fill(text: &str, push: fn(&mut String, &str)) -> Option<String> {
        let subject = Subject { thread: "/été/1?a&b".into(), ..Subject::default() };
        let draft = Draft { text: "{name}".into(), ..Draft::default() };
        template(text).unwrap().fill(Values { subject: &subject, draft: Some(&draft) }, push)
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
        let problem = template("/{slug}").unwrap_err();
        assert!(problem.message.starts_with("{slug} is none of the values thread, "), "{problem}");
    }
}
