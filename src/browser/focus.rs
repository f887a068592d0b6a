//! Where the reader is.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Node, ShadowRoot};

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

/// Leads the reader to the element `id` of the shadow tree that `root` is in:
/// focus, and a scroll that is smooth where motion is welcome.
pub fn to(root: &Node, id: &str) {
    let Ok(tree) = root.get_root_node().dyn_into::<ShadowRoot>() else { return };
    let Some(element) = tree.get_element_by_id(id) else { return };
    let target: &Target = element.unchecked_ref();
    target.focus(&object(&[("preventScroll", true.into())]));
    let still = match_media("(prefers-reduced-motion: reduce)").matches();
    target.scroll_into_view(&object(&[
        ("block", "center".into()),
        ("behavior", if still { "instant" } else { "smooth" }.into()),
    ]));
}

/// Whether the focus is on `element` or inside it, within its shadow tree.
pub fn is_within(element: &HtmlElement) -> bool {
    let Ok(tree) = element.get_root_node().dyn_into::<ShadowRoot>() else { return false };
    tree.active_element().is_some_and(|active| element.contains(Some(&active)))
}
