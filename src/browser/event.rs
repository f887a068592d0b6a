//! Events that the host page hears.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use crate::object::object;

#[wasm_bindgen]
extern "C" {
    type CustomEvent;
    #[wasm_bindgen(constructor)]
    fn new(name: &str, init: &JsValue) -> CustomEvent;
}

/// Tells the page that `name` happened to `host`, with plain data; it bubbles
/// and leaves shadow trees. `false` when the page has prevented what comes next.
pub fn emit(host: &HtmlElement, name: &str, detail: &[(&str, JsValue)], cancelable: bool) -> bool {
    let init = object(&[
        ("bubbles", true.into()),
        ("composed", true.into()),
        ("cancelable", cancelable.into()),
        ("detail", object(detail).into()),
    ]);
    let event = CustomEvent::new(name, &init);
    // It throws only for an event that is being dispatched already.
    host.dispatch_event(event.unchecked_ref()).unwrap_or(true)
}
