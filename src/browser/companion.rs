//! Companion modules: WebAssembly that only those pages load that need it.
//! `www/companion.js` runs them.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use crate::object::{Promise, hear_of};

#[wasm_bindgen(inline_js = "
export const draw = async (map, locate, request) =>
    (await import(locate('companion.js'))).world(map.getRootNode(), locate, request);
export const tell = (file, map, locate, { type, target }) =>
    import(locate(file)).then((it) => it.default(map, locate, type, target), console.error);
")]
extern "C" {
    fn draw(map: &Element, locate: &Function, request: &str) -> Promise;
    // What takes no text has no place in the glue, where `xtask` gives it another name.
    fn tell(file: &str, map: &Element, locate: &Function, event: &Event);
}

/// Has the companion `world` draw what `request` asks for (see
/// [`drawing`](article_widget_core::map::world::drawing)), and calls `hear` with its
/// answer: empty where there is none. `map` is the section that it is for, and `locate` gives the address of a file of the
/// package by its name.
pub fn world(map: &Element, locate: &Function, request: &str, hear: Box<dyn FnOnce(String)>) {
    let hear = move |answer: wasm_bindgen::JsValue| hear(answer.as_string().unwrap_or_default());
    hear_of(&draw(map, locate, request), Box::new(hear));
}

/// Shows `www/map-tools.js` what happens in the section of the map: it comes with the
/// first event, and listens by itself from then on. Presses it is shown each time.
pub fn map_tools(map: &Element, locate: &Function, event: &Event) {
    tell("map-tools.js", map, locate, event);
}
