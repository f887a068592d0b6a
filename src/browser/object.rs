//! Plain JavaScript objects, for options.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// An object with these fields.
#[inline(never)]
pub fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object
}

/// Sets a field. This can't fail on an object that nobody has frozen.
pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}
