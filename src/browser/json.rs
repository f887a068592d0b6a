//! The browser's own reader and writer of JSON: no byte of WebAssembly, and
//! numbers as every other page writes them.

use article_widget_core::json::Json;
use js_sys::{Array, JSON, Object};
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
    read(value, 0)
}

fn read(value: JsValue, depth: u8) -> Option<Json> {
    if value.is_null() {
        return Some(Json::Null);
    }
    if let Some(value) = value.as_bool() {
        return Some(Json::Bool(value));
    }
    if let Some(value) = value.as_f64() {
        return Some(Json::Number(value));
    }
    if let Some(value) = value.as_string() {
        return Some(Json::Text(value));
    }
    if depth == DEPTH_LIMIT {
        return None;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for index in 0..list.length() {
            items.push(read(list.get(index), depth + 1)?);
        }
        return Some(Json::List(items));
    }
    let entries = Object::entries(value.dyn_ref::<Object>()?);
    let mut fields = Vec::new();
    for index in 0..entries.length() {
        let entry = Array::from(&entries.get(index));
        fields.push((entry.get(0).as_string()?, read(entry.get(1), depth + 1)?));
    }
    Some(Json::Object(fields))
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
            // Not by `push`, which the page may have overwritten.
            for (index, item) in items.iter().enumerate() {
                list.set(index as u32, to_js(item));
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
