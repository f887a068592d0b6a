//! Coming near to an element by scrolling.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use crate::object::object;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = IntersectionObserver)]
    type Observer;
    #[wasm_bindgen(constructor, js_class = "IntersectionObserver")]
    fn new(callback: &JsValue, options: &JsValue) -> Observer;
    #[wasm_bindgen(method)]
    fn observe(this: &Observer, element: &Element);
    #[wasm_bindgen(method)]
    fn disconnect(this: &Observer);

    /// What the observer has seen: an array.
    type Entries;
    #[wasm_bindgen(method)]
    fn pop(this: &Entries) -> Entry;
    type Entry;
    #[wasm_bindgen(method, getter, js_name = isIntersecting)]
    fn is_intersecting(this: &Entry) -> bool;
}

/// Waits for the reader to come near to an element, until it is dropped.
pub struct Near {
    observer: Observer,
    // Of the kind that listeners have, which is in the module anyway.
    _closure: Closure<dyn Fn(Event)>,
}

impl Near {
    /// Calls `act` when `element` is within a screen of what is seen, be it at
    /// once or later.
    pub fn new(element: &Element, act: impl Fn() + 'static) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(move |entries: Event| {
            let entries: &Entries = entries.unchecked_ref();
            if entries.pop().is_intersecting() {
                act();
            }
        });
        let observer = Observer::new(closure.as_ref(), &object(&[("rootMargin", "100%".into())]));
        observer.observe(element);
        Near { observer, _closure: closure }
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
