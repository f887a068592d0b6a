//! Listeners that somebody else adds and never lets go of.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::EventTarget;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["EventTarget", "prototype", "addEventListener"], js_name = call)]
    fn add(target: &EventTarget, kind: &JsValue, listener: &Listener, options: &JsValue);
    #[wasm_bindgen(js_namespace = ["EventTarget", "prototype", "removeEventListener"], js_name = call)]
    fn remove(target: &EventTarget, kind: &JsValue, listener: &Listener, options: &JsValue);

    // A function that wasm-bindgen made of a closure.
    type Listener;
    // Gives the closure back, as dropping it in Rust would.
    #[wasm_bindgen(method, js_name = _wbg_cb_unref)]
    fn release(this: &Listener);
}

type Added = Rc<RefCell<Vec<(JsValue, Listener, JsValue)>>>;

/// The listeners of closures that are added to one element from now on. When
/// dropped, it removes them and frees their closures.
///
/// Yew adds listeners to the element that it mounts on, forgets their closures
/// and never removes either: they would hold the element for ever.
pub struct Listeners {
    target: EventTarget,
    added: Added,
    /// Stands in for the element's `addEventListener`.
    _add: Closure<dyn Fn(JsValue, Listener, JsValue)>,
}

impl Listeners {
    /// Takes note of what is added to `target`.
    pub fn of(target: &EventTarget) -> Self {
        let added = Added::default();
        let (noted, place) = (added.clone(), target.clone());
        let on_add =
            Closure::<dyn Fn(JsValue, Listener, JsValue)>::new(move |kind, listener, options| {
                add(&place, &kind, &listener, &options);
                noted.borrow_mut().push((kind, listener, options));
            });
        // Without it, listeners are added as ever and stay.
        let _ = Reflect::set(target, &"addEventListener".into(), on_add.as_ref());
        Listeners { target: target.clone(), added, _add: on_add }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        for (kind, listener, options) in self.added.take() {
            remove(&self.target, &kind, &listener, &options);
            listener.release();
        }
    }
}
