//! Something done again and again.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setInterval)]
    fn set_interval(run: &Function, every_ms: i32) -> f64;
    #[wasm_bindgen(js_name = clearInterval)]
    fn clear_interval(timer: f64);
}

/// Calls something at intervals, until it is dropped.
pub struct Timer {
    timer: f64,
    _closure: Closure<dyn Fn()>,
}

impl Timer {
    /// Calls `run` every so many milliseconds, the first time after one interval.
    pub fn every(every_ms: i32, run: impl Fn() + 'static) -> Self {
        let closure = Closure::<dyn Fn()>::new(run);
        let timer = set_interval(closure.as_ref().unchecked_ref(), every_ms);
        Timer { timer, _closure: closure }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_interval(self.timer);
    }
}
