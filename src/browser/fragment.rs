//! The fragment of the page's address, and the history that it makes.

use article_widget_core::search;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::address;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = history)]
    static HISTORY: History;

    type History;
    #[wasm_bindgen(method, getter)]
    fn state(this: &History) -> JsValue;
    #[wasm_bindgen(method, catch, js_name = pushState)]
    fn push(this: &History, state: &JsValue, unused: &str, url: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = replaceState)]
    fn replace(this: &History, state: &JsValue, unused: &str, url: &str) -> Result<(), JsValue>;
}

/// The fragment of the page's address, without its `#`.
pub fn read() -> String {
    let page = address::page().unwrap_or_default();
    page.get(search::until(&page, b"#").len() + 1..).unwrap_or_default().into()
}

/// Gives the page's address this fragment; with `is_step`, the browser's back
/// button leads to what it was before. The page keeps its state in the history.
pub fn write(fragment: &str, is_step: bool) {
    let page = address::page().unwrap_or_default();
    let mark = if fragment.is_empty() { "" } else { "#" };
    let url = [search::until(&page, b"#"), mark, fragment].concat();
    HISTORY.with(|history| {
        let state = history.state();
        // Refused where the document is nobody's, as in a sandbox.
        let _ = if is_step {
            history.push(&state, "", &url)
        } else {
            history.replace(&state, "", &url)
        };
    });
}
