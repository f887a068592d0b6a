//! Companion modules: WebAssembly that only those pages load that need it.
//! `www/companion.js` runs them.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use crate::object::{Promise, hear_of};

#[wasm_bindgen(inline_js = "
export const draw = async (map, locate, request) =>
    (await import(locate('companion.js'))).world(map.getRootNode(), locate, request);
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
export const tell = (file, map, locate, { type, target }) =>
    import(locate(file)).then((it) => it.default(map, locate, type, target), console.error);
")]
extern "C" {
    fn draw(map: &Element, locate: &Function, request: &str) -> Promise;
    fn check(locate: &Function, description: &str, address: &str) -> Promise;
    fn rest(exports: &JsValue, locate: &Function, name: &str) -> Promise;
    // What takes no text has no place in the glue, where `xtask` gives it another name.
    fn tell(file: &str, map: &Element, locate: &Function, event: &Event);
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
/// answer: empty where there is none. `map` is the section that it is for, and
/// `locate` gives the address of a file of the package by its name.
pub fn world(map: &Element, locate: &Function, request: &str, hear: Box<dyn FnOnce(String)>) {
    hear_text(&draw(map, locate, request), hear);
}

/// Shows `www/map-tools.js` what happens in the section of the map: it comes with the
/// first event, and listens by itself from then on. Presses it is shown each time.
pub fn map_tools(map: &Element, locate: &Function, event: &Event) {
    tell("map-tools.js", map, locate, event);
}
