//! The browser's own reader and writer of JSON: no byte of WebAssembly, and
//! numbers as every other page writes them.

use article_widget_core::json::Json;
use js_sys::{Array, JSON, Object};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, Visitor};
use wasm_bindgen::{JsCast, JsValue};

use crate::object::set;

/// Deeper values are refused: reading is recursive, and a hostile document
/// must not exhaust the stack. (serde_json's limit.)
const DEPTH_LIMIT: u8 = 128;

/// Reads a text as JSON.
///
/// # Errors
/// What the browser says of the text, in its own words.
pub fn parse(text: &str) -> Result<Json, String> {
    let value = JSON::parse(text).map_err(|error| {
        error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message())).unwrap_or_default()
    })?;
    from_js(value).ok_or_else(|| "it is nested too deeply".into())
}

/// Writes a value as JSON.
pub fn stringify(json: &Json) -> String {
    // A plain value, free of cycles and of `toJSON`, can always be written.
    JSON::stringify(&to_js(json)).map(Into::into).unwrap_or_default()
}

/// A value that came from JavaScript; nothing where it isn't plain data.
pub fn from_js(value: JsValue) -> Option<Json> {
    Json::deserialize(Value { value, depth: 0 }).ok()
}

/// The same value as JavaScript's plain data.
pub fn to_js(json: &Json) -> JsValue {
    match json {
        Json::Null => JsValue::NULL,
        Json::Bool(value) => (*value).into(),
        Json::Number(value) => (*value).into(),
        Json::Text(text) => text.into(),
        Json::List(items) => {
            let list = Array::new();
            for item in items {
                list.push(&to_js(item));
            }
            list.into()
        }
        Json::Object(fields) => {
            let object = Object::new();
            for (key, value) in fields {
                set(&object, key, &to_js(value));
            }
            object.into()
        }
    }
}

/// A value of `JSON.parse` as serde sees it.
struct Value {
    value: JsValue,
    depth: u8,
}

impl<'de> Deserializer<'de> for Value {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let Value { value, depth } = self;
        let inner = move |value| Value { value, depth: depth + 1 };
        if value.is_null() {
            visitor.visit_unit()
        } else if let Some(value) = value.as_bool() {
            visitor.visit_bool(value)
        } else if let Some(value) = value.as_f64() {
            visitor.visit_f64(value)
        } else if let Some(value) = value.as_string() {
            visitor.visit_string(value)
        } else if depth == DEPTH_LIMIT {
            Err(Refused)
        } else if let Some(list) = value.dyn_ref::<Array>() {
            visitor.visit_seq(SeqDeserializer::new(list.iter().map(inner)))
        } else if let Some(object) = value.dyn_ref::<Object>() {
            let entries = Object::entries(object);
            let entries = entries.iter().map(move |entry| {
                let entry = Array::from(&entry);
                (entry.get(0).as_string().unwrap_or_default(), inner(entry.get(1)))
            });
            visitor.visit_map(MapDeserializer::new(entries))
        } else {
            Err(Refused)
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct enum
        identifier ignored_any
    }
}

impl IntoDeserializer<'_, Refused> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The value is not plain data, or too deep. Without words, for they would be
/// formatted, and formatting is heavy.
#[derive(Debug)]
struct Refused;

impl core::fmt::Display for Refused {
    fn fmt(&self, _: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: core::fmt::Display>(_: T) -> Self {
        Refused
    }
}
