//! What the page calls: the exports of the WebAssembly module.
//!
//! | module | does |
//! | --- | --- |
//! | [`source`] | what was found at `src` becomes an article, or a failure in words |
//! | [`host`] | the element's attributes become the view's configuration |
//! | [`widget`] | one article in one element, from `mount` to `destroy` |
//!
//! `www/embed.js` calls [`mount`] once for each element. It has asked for the
//! documents already, while this module was still under way.

mod host;
mod source;
mod widget;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::source::Answer;
use crate::widget::Widget;

/// Shows an article in `place`, an empty element in the shadow root of `host`.
///
/// `folder` is where `embed.js` lies. The answer to the request for `src` is
/// `status` (0 when there was none) and `text`; a document that stands in the
/// page comes with status 200. `is_in_page`: the article stands in the page
/// itself and is left there. `awaits_map`: [`Widget::set_map`] will bring the
/// document of `map-src`.
///
/// # Errors
/// `{code, message}`; the message is for the reader.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    place: HtmlElement,
    folder: String,
    is_in_page: bool,
    status: u16,
    text: String,
    awaits_map: bool,
) -> Result<Widget, JsValue> {
    let found = if is_in_page {
        Ok(source::in_page(&host))
    } else {
        source::document(&host, &Answer { status, text })
    };
    let failure = match found {
        Err(failure) => failure,
        Ok(document) => {
            match Widget::new(host.clone(), place, folder, is_in_page, document, awaits_map) {
                Ok(widget) => return Ok(widget),
                Err(failure) => failure,
            }
        }
    };
    Err(failure.to_js(host::language(&host, None).0))
}

/// Two-level segregated fit (Masmano, Ripoll, Crespo, Real 2004): constant time,
/// and 2.0 KB of brotli less than the standard library's allocator.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
