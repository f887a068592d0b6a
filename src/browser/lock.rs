//! What only one page of a site may do at a time: the browser's Web Locks.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: JsValue;

    type Locks;
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, granted: &JsValue) -> JsValue;
}

/// A lock that is held, or waited for; given back when the last one that has
/// it is dropped, and by the browser when the page goes.
#[derive(Clone)]
pub struct Lock(#[expect(dead_code, reason = "it is held")] Rc<Held>);

struct Held {
    is_wanted: Rc<Cell<bool>>,
    give_back: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.is_wanted.set(false);
        if let Some(give_back) = &self.give_back {
            let _ = give_back.call0(&JsValue::UNDEFINED);
        }
    }
}

impl Lock {
    /// Waits for the lock `name` and says by `granted` that it is had. Nothing
    /// where the browser has no locks: on pages without TLS.
    pub fn request(name: &str, mut granted: Box<dyn FnMut()>) -> Option<Lock> {
        let locks = NAVIGATOR.with(|navigator| Reflect::get(navigator, &"locks".into())).ok()?;
        if locks.is_undefined() {
            return None;
        }
        let mut give_back = None;
        // The browser takes the lock back when this promise is kept.
        let held = Promise::new(&mut |keep, _| give_back = Some(keep));
        let is_wanted = Rc::new(Cell::new(true));
        let still = is_wanted.clone();
        let on_granted = Closure::once_into_js(move || {
            if still.get() {
                granted();
            }
            held
        });
        locks.unchecked_ref::<Locks>().request(name, &on_granted);
        Some(Lock(Rc::new(Held { is_wanted, give_back })))
    }
}
