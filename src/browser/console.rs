//! The console, where the host page's author reads.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn console_warn(message: &str);
}

/// Warns whoever looks after the page.
pub fn warn(message: &str) {
    console_warn(message);
}
