//! Listening to what happens inside an element.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, EventTarget};

#[wasm_bindgen]
extern "C" {
    type Target;
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add(this: &Target, kind: &str, handler: &Handler);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    fn remove(this: &Target, kind: &str, handler: &Handler);

    type Handler;
}

/// Hears of some kinds of events in one element, until it is dropped.
///
/// Yew's own listeners are not used: they stay on the element that Yew was
/// mounted on, and where the page is a Yew application, too, each of the two
/// takes the other's elements for its own.
pub struct Listener {
    target: EventTarget,
    kinds: &'static [&'static str],
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Calls `handle` for every event of `kinds` that comes up to `target`.
    pub fn new(
        target: impl Into<EventTarget>,
        kinds: &'static [&'static str],
        handle: impl Fn(Event) + 'static,
    ) -> Self {
        Self::with_closure(target.into(), kinds, Closure::new(handle))
    }

    fn with_closure(
        target: EventTarget,
        kinds: &'static [&'static str],
        closure: Closure<dyn Fn(Event)>,
    ) -> Self {
        let listener = Listener { target, kinds, closure };
        for kind in kinds {
            listener.target().add(kind, listener.handler());
        }
        listener
    }

    fn target(&self) -> &Target {
        self.target.unchecked_ref()
    }

    fn handler(&self) -> &Handler {
        self.closure.as_ref().unchecked_ref()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for kind in self.kinds {
            self.target().remove(kind, self.handler());
        }
    }
}
