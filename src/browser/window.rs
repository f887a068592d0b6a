//! The window of the page.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Window;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
}

/// The window of the page. `web_sys::window` looks for it in four places, and
/// makes sure that it is one.
pub fn window() -> Window {
    WINDOW.with(Window::clone)
}
