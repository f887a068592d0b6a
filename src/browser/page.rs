//! The page around the widget: its network, whether it is seen, and the place
//! that its address names.

use article_widget_core::percent::decoded;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use crate::fragment;
use crate::listener::Listener;
use crate::window::window;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;

    type Navigator;
    #[wasm_bindgen(method, getter, js_name = onLine)]
    fn online(this: &Navigator) -> bool;
    type Document;
    #[wasm_bindgen(method, getter)]
    fn hidden(this: &Document) -> bool;
}

/// Whether there may be a network.
pub fn is_online() -> bool {
    NAVIGATOR.with(Navigator::online)
}

/// Whether the reader sees the page.
pub fn is_seen() -> bool {
    !DOCUMENT.with(Document::hidden)
}

/// The element that the page's address names.
pub fn named() -> String {
    decoded(&fragment::read())
}

/// Says by `changed` when one of these may be another, and which event says it.
pub fn listen(changed: impl Fn(Event) + 'static) -> Listener {
    Listener::new(window(), &["online", "hashchange", "visibilitychange"], changed)
}
