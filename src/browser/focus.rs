//! Where the reader is.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

use crate::object::object;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = matchMedia)]
    fn match_media(query: &str) -> MediaQueryList;

    type MediaQueryList;
    #[wasm_bindgen(method, getter)]
    fn matches(this: &MediaQueryList) -> bool;

    // Of HTML and of SVG elements.
    type Target;
    #[wasm_bindgen(method)]
    fn focus(this: &Target, options: &JsValue);
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    fn scroll_into_view(this: &Target, options: &JsValue);
}

/// The element `id` of the shadow tree that `root` is in.
pub fn find(root: &Node, id: &str) -> Option<Element> {
    root.get_root_node().dyn_into::<ShadowRoot>().ok()?.get_element_by_id(id)
}

/// Leads the reader to the element `id` of the shadow tree that `root` is in:
/// focus, and a scroll that is smooth where motion is welcome. Whether it is there.
pub fn to(root: &Node, id: &str) -> bool {
    let Some(element) = find(root, id) else { return false };
    let target: &Target = element.unchecked_ref();
    target.focus(&object(&[("preventScroll", true.into())]));
    show(root, id);
    true
}

/// Moves the focus to the element `id`, and scrolls no further than it takes to
/// see it.
pub fn on(root: &Node, id: &str) {
    let Some(element) = find(root, id) else { return };
    element.unchecked_ref::<Target>().focus(&JsValue::UNDEFINED);
}

/// Scrolls the element `id` to the middle of the screen; the focus stays.
pub fn show(root: &Node, id: &str) {
    let Some(element) = find(root, id) else { return };
    let still = match_media("(prefers-reduced-motion: reduce)").matches();
    element.unchecked_ref::<Target>().scroll_into_view(&object(&[
        ("block", "center".into()),
        ("behavior", if still { "instant" } else { "smooth" }.into()),
    ]));
}

/// Whether the focus is on `element` or inside it, within its shadow tree.
pub fn is_within(element: &HtmlElement) -> bool {
    let Ok(tree) = element.get_root_node().dyn_into::<ShadowRoot>() else { return false };
    tree.active_element().is_some_and(|active| element.contains(Some(&active)))
}
