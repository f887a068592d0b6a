//! Companion modules: WebAssembly that only those pages load that need it.
//! `www/companion.js` runs them.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::object::{Promise, hear_of};

#[wasm_bindgen(inline_js = "
export const draw = async (locate, request) =>
    (await import(locate('companion.js'))).world(locate, request);
export const check = async (locate, description, address) =>
    (await import(locate('companion.js'))).check(locate, description, address);
export const rest = async (exports, locate, name) => {
    try {
        await exports.rest?.(locate(name));
        return true;
    } catch (error) {
        console.error(error);
    }
};
")]
extern "C" {
    fn draw(locate: &Function, request: &str) -> Promise;
    fn check(locate: &Function, description: &str, address: &str) -> Promise;
    fn rest(exports: &JsValue, locate: &Function, name: &str) -> Promise;
}

/// Has the companion `descriptions` say what is wrong with the description of a comment
/// server that is at `address`, and calls `hear` with its answer (see
/// [`description`](article_widget_core::companion::description)): empty where there
/// is none.
pub fn description(
    locate: &Function,
    description: &str,
    address: &str,
    hear: Box<dyn FnOnce(String)>,
) {
    hear_text(&check(locate, description, address), hear);
}

/// Loads what `cargo xtask dist` has split off this module, and tells `hear` whether
/// it is there.
pub fn load(locate: &Function, hear: Box<dyn FnOnce(bool)>) {
    let hear = move |is_here: JsValue| hear(is_here.is_truthy());
    hear_of(&rest(&wasm_bindgen::exports(), locate, "writing.wasm"), Box::new(hear));
}

fn hear_text(promise: &Promise, hear: Box<dyn FnOnce(String)>) {
    let hear = move |answer: JsValue| hear(answer.as_string().unwrap_or_default());
    hear_of(promise, Box::new(hear));
}

/// Has the companion `world` draw what `request` asks for (see
/// [`drawing`](article_widget_core::map::world::drawing)), and calls `hear` with its
/// answer: empty where there is none. `locate` gives the address of a file of the
/// package by its name.
pub fn world(locate: &Function, request: &str, hear: Box<dyn FnOnce(String)>) {
    hear_text(&draw(locate, request), hear);
}
