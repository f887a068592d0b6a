//! Constructed style sheets: allowed by every `style-src`, parsed once, shared
//! by all elements of the page.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ShadowRoot;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type CSSStyleSheet;
    #[wasm_bindgen(constructor)]
    fn new() -> CSSStyleSheet;
    #[wasm_bindgen(method, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, css: &str);

    type Root;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted_style_sheets(this: &Root) -> Array;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted_style_sheets(this: &Root, sheets: &Array);
}

thread_local! {
    /// Sheets by the address of their text, which is a constant.
    static SHEETS: RefCell<Vec<(*const u8, CSSStyleSheet)>> = const { RefCell::new(Vec::new()) };
}

/// Gives `root` these styles after those it has; each only once.
pub fn adopt(root: &ShadowRoot, css: &[&'static str]) {
    let root: &Root = root.unchecked_ref();
    let adopted = Array::from(&root.adopted_style_sheets());
    for text in css {
        let sheet = shared_sheet(text);
        // Not by `includes` and `push`, which the page may have overwritten.
        let sheet = JsValue::from(sheet);
        let count = adopted.length();
        if !(0..count).any(|index| adopted.get(index) == sheet) {
            adopted.set(count, sheet);
        }
    }
    root.set_adopted_style_sheets(&adopted);
}

fn shared_sheet(text: &'static str) -> CSSStyleSheet {
    SHEETS.with_borrow_mut(|sheets| {
        if let Some((_, sheet)) = sheets.iter().find(|(address, _)| *address == text.as_ptr()) {
            return sheet.clone();
        }
        let sheet = CSSStyleSheet::new();
        sheet.replace_sync(text);
        sheets.push((text.as_ptr(), sheet.clone()));
        sheet
    })
}
