//! Files, and JSON that knows the place of each of its values.

use std::io::Read;
use std::ops::Range;
use std::path::Path;

use article_widget_core::json::Json;
use jsonc_parser::ast::{ObjectProp, Value as Node};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

/// The text of a file; of the standard input, if that is `-`.
pub(crate) fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let outcome = if file == Path::new("-") {
        std::io::stdin().read_to_end(&mut bytes).map(drop)
    } else {
        std::fs::read(file).map(|found| bytes = found)
    };
    let name = file.display();
    outcome.map_err(|error| format!("{name} can't be read: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{name} is not in UTF-8"))?;
    // What a browser drops, too.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// A document as it was written and as it is read.
pub(crate) struct Document<'a> {
    pub(crate) text: &'a str,
    /// As JSON Schema sees it.
    pub(crate) value: Value,
    /// As the core sees it.
    pub(crate) json: Json,
    root: Node<'a>,
}

/// What is wrong with a text that is no JSON.
pub(crate) struct NotJson {
    pub(crate) range: Range<usize>,
    pub(crate) message: String,
}

impl<'a> Document<'a> {
    /// Reads JSON, as strictly as browsers do.
    pub(crate) fn parse(text: &'a str) -> Result<Self, NotJson> {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let root = parse_to_ast(text, &CollectOptions::default(), &strict)
            .map_err(|error| {
                let range = error.range();
                NotJson { range: range.start..range.end, message: error.kind().to_string() }
            })?
            .value;
        let empty = || NotJson { range: 0..0, message: "the file is empty".into() };
        let root = root.ok_or_else(empty)?;
        // What counts in the end: numbers, escapes, depth.
        let refused = |error: serde_json::Error| {
            let at = offset(text, error.line(), error.column());
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            NotJson { range: at..at, message }
        };
        let value = serde_json::from_str(text).map_err(refused)?;
        let json = serde_json::from_str(text).map_err(refused)?;
        Ok(Document { text, value, json, root })
    }

    /// Where to look for what `pointer` names: a value that is a text or a
    /// number, the name of what holds more than fits a line, or what comes
    /// nearest to something that is missing.
    pub(crate) fn range(&self, pointer: &str) -> Range<usize> {
        let mut node = &self.root;
        let mut name: Option<Range<usize>> = None;
        for key in keys(pointer) {
            let found = match node {
                Node::Object(object) => find(&object.properties, &key).map(|property| {
                    let range = property.name.range();
                    name = Some(range.start..range.end);
                    &property.value
                }),
                Node::Array(array) => key.parse().ok().and_then(|index: usize| {
                    name = None;
                    array.elements.get(index)
                }),
                _ => None,
            };
            match found {
                Some(found) => node = found,
                None => return self.opening(node),
            }
        }
        match node {
            Node::Object(_) | Node::Array(_) => name.unwrap_or_else(|| self.opening(node)),
            other => other.start()..other.end(),
        }
    }

    /// Where the name of the key stands that `pointer` ends in.
    pub(crate) fn name_range(&self, pointer: &str) -> Range<usize> {
        let (owner, key) = pointer.rsplit_once('/').unwrap_or_default();
        let found = match (self.node(owner), keys(&format!("/{key}")).pop()) {
            (Some(Node::Object(object)), Some(key)) => find(&object.properties, &key),
            _ => None,
        };
        found.map_or_else(
            || self.range(pointer),
            |property| property.name.start()..property.name.end(),
        )
    }

    /// Keys that an object has twice: their pointer, and where the second is.
    pub(crate) fn repeated(&self) -> Vec<(String, Range<usize>)> {
        let mut found = Vec::new();
        repeated(&self.root, "", &mut found);
        found
    }

    /// All of what stands at `pointer`.
    pub(crate) fn whole(&self, pointer: &str) -> Option<Range<usize>> {
        self.node(pointer).map(|node| node.start()..node.end())
    }

    fn node(&self, pointer: &str) -> Option<&Node<'a>> {
        keys(pointer).iter().try_fold(&self.root, |node, key| match node {
            Node::Object(object) => find(&object.properties, key).map(|property| &property.value),
            Node::Array(array) => array.elements.get(key.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The bracket that a value begins with; the value, if it has none.
    fn opening(&self, node: &Node<'a>) -> Range<usize> {
        match node {
            Node::Object(_) | Node::Array(_) => node.start()..node.start() + 1,
            other => other.start()..other.end(),
        }
    }
}

/// The last one counts, as in browsers.
fn find<'b, 'a>(properties: &'b [ObjectProp<'a>], key: &str) -> Option<&'b ObjectProp<'a>> {
    properties.iter().rev().find(|property| property.name.as_str() == key)
}

fn repeated(node: &Node<'_>, pointer: &str, found: &mut Vec<(String, Range<usize>)>) {
    match node {
        Node::Object(object) => {
            for (index, property) in object.properties.iter().enumerate() {
                let name = property.name.as_str();
                let place = joined(pointer, name);
                if object.properties[..index].iter().any(|other| other.name.as_str() == name) {
                    found.push((place.clone(), property.name.start()..property.name.end()));
                }
                repeated(&property.value, &place, found);
            }
        }
        Node::Array(array) => {
            for (index, item) in array.elements.iter().enumerate() {
                repeated(item, &format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// The pointer to `key` of what `pointer` names.
pub(crate) fn joined(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The keys of a JSON Pointer.
pub(crate) fn keys(pointer: &str) -> Vec<String> {
    let keys = pointer.split('/').skip(1);
    keys.map(|key| key.replace("~1", "/").replace("~0", "~")).collect()
}

/// The byte at a line and a column that serde_json names, both from 1 on.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The line and the column of a byte, both from 1 on; columns count characters.
pub(crate) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [{\"é\": 1}, \"zwei\"],\n  \"a/b\": null\n}";

    fn at(pointer: &str) -> &'static str {
        let Ok(document) = Document::parse(TEXT) else { panic!("it is JSON") };
        &TEXT[document.range(pointer)]
    }

    #[test]
    fn a_pointer_leads_to_its_place() {
        assert_eq!(at("/a/1"), "\"zwei\"");
        assert_eq!(at("/a/0/é"), "1");
        assert_eq!(at("/a~1b"), "null");
        // Of what has more in it, the name; of what is missing, who lacks it.
        assert_eq!(at("/a"), "\"a\"");
        assert_eq!(at("/a/0"), "{");
        assert_eq!(at("/a/0/missing"), "{");
        assert_eq!(at("/missing"), "{");
        assert_eq!(at(""), "{");
    }

    #[test]
    fn columns_count_characters() {
        let Ok(document) = Document::parse(TEXT) else { panic!("it is JSON") };
        assert_eq!(position(TEXT, document.range("/a/1").start), (2, 19));
    }

    #[test]
    fn what_browsers_refuse_is_refused_with_its_place() {
        for (text, at) in [
            ("{\"a\": 1,}", 7),
            ("{\"a\": 1} // comment", 9),
            ("{'a': 1}", 1),
            ("{\"a\": 01}", 7),
            ("{\"a\" 1}", 5),
            ("", 0),
        ] {
            let Err(problem) = Document::parse(text) else { panic!("{text} is read") };
            assert!(problem.range.start.abs_diff(at) <= 1, "{text}: {:?}", problem.range);
        }
    }
}
