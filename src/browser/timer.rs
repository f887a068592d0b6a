//! Later, once or again and again.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(run: &JsValue, after_ms: f64) -> JsValue;
    #[wasm_bindgen(js_name = setInterval)]
    fn set_interval(run: &JsValue, every_ms: f64) -> JsValue;
    /// For both: they are kept in one list (HTML standard, "timers").
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// Something that will be done, unless this is dropped before.
pub struct Timer {
    timer: JsValue,
    _run: Closure<dyn FnMut()>,
}

impl Timer {
    /// Does `run` in so many milliseconds, at most 24 days from now.
    pub fn after(after_ms: f64, run: Box<dyn FnMut()>) -> Self {
        let run = Closure::wrap(run);
        let timer = set_timeout(run.as_ref(), after_ms.min(2_000_000_000.0));
        Timer { timer, _run: run }
    }

    /// Does `run` every so many milliseconds, the first time after one interval.
    pub fn every(every_ms: f64, run: Box<dyn FnMut()>) -> Self {
        let run = Closure::wrap(run);
        let timer = set_interval(run.as_ref(), every_ms);
        Timer { timer, _run: run }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
    }
}
