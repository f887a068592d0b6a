//! What the page calls: the exports of the WebAssembly module.
//!
//! | module | does |
//! | --- | --- |
//! | [`source`] | what was found at `src` becomes an article, or a failure in words |
//! | [`host`] | the element's attributes become the view's configuration |
//! | [`languages`] | the languages that have been read |
//! | [`widget`] | one article in one element, from `mount` to `destroy` |
//!
//! `www/embed.js` calls [`mount`] once for each element. It has asked for the
//! documents and the words already, while this module was still under way.

mod host;
mod languages;
mod source;
mod widget;

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use article_widget_browser::page::Page;

use crate::source::Answer;
use crate::widget::Widget;

/// Takes an article that is to be shown in `place`, an empty element in the
/// shadow root of `host`. [`Widget::update`] shows it, as soon as its words are
/// there.
///
/// `locate` gives the address of a file of the package by its name. The answer
/// to the request for `src` is `status` (0 when there was none) and `text`; a document that stands in the
/// page comes with status 200. With `page`, the article stands in the page itself
/// and is left there. `awaits_map`: [`Widget::set_map`] will bring the
/// document of `map-src`.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    place: HtmlElement,
    locate: Function,
    page: Option<Page>,
    status: u16,
    text: String,
    awaits_map: bool,
) -> Widget {
    let found = if page.is_some() {
        Ok(source::in_page(&host))
    } else {
        source::document(&host, &Answer { status, text })
    };
    Widget::new(host, place, locate, page, found, awaits_map)
}

/// Two-level segregated fit (Masmano, Ripoll, Crespo, Real 2004): constant time,
/// and 2.0 KB of brotli less than the standard library's allocator.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
