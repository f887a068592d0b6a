//! The published schemas, and what they say of a place in a document.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use super::kind::Kind;
use crate::document::{joined, keys};

/// The schemas name each other relative to wherever they are served.
const BASE: &str = "https://schemas.invalid/";

const FILES: [(&str, &str); 3] = [
    ("article.json", include_str!("../../../schemas/article.json")),
    ("map.json", include_str!("../../../schemas/map.json")),
    ("backend.json", include_str!("../../../schemas/backend.json")),
];

/// What a schema refuses.
pub(crate) struct Refusal {
    /// The place; of what is missing, where it would be.
    pub(crate) pointer: String,
    pub(crate) message: String,
    /// It only says that none of several shapes fits.
    pub(crate) is_vague: bool,
}

/// The schemas of `schemas/`.
pub(crate) struct Schemas {
    documents: Vec<(&'static str, Value)>,
}

impl Schemas {
    /// Those that this program was built with.
    pub(crate) fn load() -> Self {
        let parse = |text| serde_json::from_str(text).unwrap_or(Value::Null);
        Schemas { documents: FILES.map(|(name, text)| (name, parse(text))).into() }
    }

    fn validator(&self, kind: Kind) -> Option<Validator> {
        let mut registry = Registry::new();
        for (name, schema) in &self.documents {
            registry = registry.add(format!("{BASE}{name}"), schema.clone()).ok()?;
        }
        let registry = registry.prepare().ok()?;
        let schema = json!({ "$ref": format!("{BASE}{}.json", kind.name()) });
        jsonschema::options().with_registry(&registry).build(&schema).ok()
    }

    /// What the schema refuses in `document`.
    pub(crate) fn refusals(&self, kind: Kind, document: &Value) -> Vec<Refusal> {
        let Some(validator) = self.validator(kind) else { return Vec::new() };
        let mut refusals: Vec<Refusal> = Vec::new();
        for error in validator.iter_errors(document) {
            let mut pointer = error.instance_path().to_string();
            let mut message = error.to_string();
            if message.chars().count() > 160 {
                message = error.masked().to_string();
            }
            if let ValidationErrorKind::Required { property } = error.kind() {
                pointer = joined(&pointer, property.as_str().unwrap_or_default());
                message = "is missing".into();
            }
            if let ValidationErrorKind::Pattern { .. } = error.kind() {
                let form = self.type_description(kind, document, &pointer);
                let form = form.unwrap_or_else(|| "another form".into());
                message = format!("expected {}, found {}", lower(&form), error.instance());
            }
            let is_vague = matches!(
                error.kind(),
                ValidationErrorKind::AnyOf { .. }
                    | ValidationErrorKind::OneOfNotValid { .. }
                    | ValidationErrorKind::OneOfMultipleValid { .. }
                    | ValidationErrorKind::AdditionalProperties { .. }
            );
            // One sentence for one place.
            if !refusals.iter().any(|known| known.pointer == pointer) {
                refusals.push(Refusal { pointer, message, is_vague });
            }
        }
        refusals
    }

    /// What the schema says of the value at `pointer`, whether it is there or not.
    pub(crate) fn description(
        &self,
        kind: Kind,
        document: &Value,
        pointer: &str,
    ) -> Option<String> {
        let mut description = None;
        if !pointer.is_empty() {
            self.visit(kind, document, pointer, &mut |schema| {
                description = description.take().or(schema["description"].as_str().map(Into::into));
            });
        }
        description
    }

    /// What the schema says of the type of the value at `pointer`.
    fn type_description(&self, kind: Kind, document: &Value, pointer: &str) -> Option<String> {
        let mut description = None;
        self.visit(kind, document, pointer, &mut |schema| {
            if schema["pattern"].is_string() {
                description = description.take().or(schema["description"].as_str().map(Into::into));
            }
        });
        description
    }

    /// The texts of which the value at `pointer` has to be one.
    pub(crate) fn choices(&self, kind: Kind, document: &Value, pointer: &str) -> Vec<String> {
        let mut choices = Vec::new();
        self.visit(kind, document, pointer, &mut |schema| {
            let options = schema["enum"].as_array().into_iter().flatten();
            choices.extend(options.filter_map(|option| option.as_str().map(str::to_owned)));
        });
        choices
    }

    /// The keys that are read of the object at `pointer`.
    pub(crate) fn known_keys(&self, kind: Kind, document: &Value, pointer: &str) -> Vec<String> {
        let mut known = Vec::new();
        self.visit(kind, document, pointer, &mut |schema| {
            known.extend(
                schema["properties"].as_object().into_iter().flat_map(|p| p.keys().cloned()),
            );
        });
        known
    }

    /// Shows each key that nobody reads to `visit`: its pointer, the key, and
    /// the keys that are read there and aren't given.
    pub(crate) fn each_unknown_key(
        &self,
        kind: Kind,
        document: &Value,
        visit: &mut dyn FnMut(&str, &str, &[String]),
    ) {
        self.unknown_below(kind, document, document, "", visit);
    }

    fn unknown_below(
        &self,
        kind: Kind,
        document: &Value,
        value: &Value,
        pointer: &str,
        visit: &mut dyn FnMut(&str, &str, &[String]),
    ) {
        match value {
            Value::Object(fields) => {
                let mut known = self.known_keys(kind, document, pointer);
                let is_known: Vec<bool> = fields.keys().map(|key| known.contains(key)).collect();
                known.retain(|key| !fields.contains_key(key));
                for ((key, value), is_known) in fields.iter().zip(is_known) {
                    let place = joined(pointer, key);
                    if is_known {
                        self.unknown_below(kind, document, value, &place, visit);
                    } else if !key.starts_with('$') {
                        visit(&place, key, &known);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let place = format!("{pointer}/{index}");
                    self.unknown_below(kind, document, item, &place, visit);
                }
            }
            _ => {}
        }
    }

    /// Shows each schema that speaks of the value at `pointer` to `visit`, the
    /// nearest first.
    fn visit(&self, kind: Kind, document: &Value, pointer: &str, visit: &mut dyn FnMut(&Value)) {
        let file = format!("{}.json", kind.name());
        if let Some(schema) = self.find(&file) {
            self.walk(schema, &file, document, &keys(pointer), visit);
        }
    }

    fn find(&self, file: &str) -> Option<&Value> {
        self.documents.iter().find(|(name, _)| *name == file).map(|(_, schema)| schema)
    }

    fn walk(
        &self,
        schema: &Value,
        file: &str,
        value: &Value,
        path: &[String],
        visit: &mut dyn FnMut(&Value),
    ) {
        match path.split_first() {
            None => visit(schema),
            Some((key, rest)) => {
                let inner = match key.parse::<usize>() {
                    Ok(index) if value.is_array() => {
                        let of_place = &schema["prefixItems"][index];
                        if of_place.is_null() { &schema["items"] } else { of_place }
                    }
                    _ => {
                        let of_name = &schema["properties"][key];
                        if of_name.is_null() { &schema["additionalProperties"] } else { of_name }
                    }
                };
                let below = match value {
                    Value::Array(items) => key.parse::<usize>().ok().and_then(|at| items.get(at)),
                    other => other.get(key),
                };
                if inner.is_object() {
                    self.walk(inner, file, below.unwrap_or(&Value::Null), rest, visit);
                }
            }
        }
        if let Some(reference) = schema["$ref"].as_str() {
            let (other, pointer) = reference.split_once('#').unwrap_or((reference, ""));
            let other = if other.is_empty() { file } else { other };
            if let Some(found) = self.find(other).and_then(|schema| schema.pointer(pointer)) {
                self.walk(found, other, value, path, visit);
            }
        }
        for several in ["allOf", "anyOf", "oneOf"] {
            for part in schema[several].as_array().into_iter().flatten() {
                self.walk(part, file, value, path, visit);
            }
        }
        if schema["if"].is_object() {
            // What is asked is never in another file.
            let branch = if jsonschema::is_valid(&schema["if"], value) { "then" } else { "else" };
            if schema[branch].is_object() {
                self.walk(&schema[branch], file, value, path, visit);
            }
        }
    }
}

/// A sentence as a part of one.
fn lower(sentence: &str) -> String {
    let sentence = sentence.split(';').next().unwrap_or_default().trim_end_matches('.');
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
