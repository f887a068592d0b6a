//! Plain JavaScript objects, for options.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    pub(crate) type Promise;
    #[wasm_bindgen(static_method_of = Promise)]
    fn resolve(value: &JsValue) -> Promise;
    #[wasm_bindgen(method)]
    fn then(this: &Promise, kept: &JsValue, broken: &JsValue);
}

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

/// The text of a field; empty where there is none.
pub fn text(object: &JsValue, name: &str) -> String {
    let value = Reflect::get(object, &name.into()).unwrap_or_default();
    value.as_string().unwrap_or_default()
}

/// Calls the method `name`, which may promise what it returns, and tells `hear`
/// that, or why it does not. `false` where there is no such method.
pub fn call(object: &JsValue, name: &str, hear: impl FnOnce(JsValue) + 'static) -> bool {
    let method = Reflect::get(object, &name.into()).unwrap_or_default();
    let Some(method) = method.dyn_ref::<Function>() else { return false };
    let returned = method.call0(object).unwrap_or_default();
    hear_of(&Promise::resolve(&returned), Box::new(hear));
    true
}

/// Tells `hear` what was promised, or why it can't be kept.
pub(crate) fn hear_of(promise: &Promise, hear: Box<dyn FnOnce(JsValue)>) {
    let end = Closure::once_into_js(hear);
    promise.then(&end, &end);
}
