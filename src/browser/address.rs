//! URLs, by the browser's own reader of them.

use web_sys::Url;

use crate::window::window;

/// `url` as an absolute address: as it is, or relative to the page.
/// Nothing when it isn't one.
pub fn absolute(url: &str) -> Option<String> {
    let page = window().document()?.base_uri().ok()??;
    Url::new_with_base(url, &page).ok().map(|url| url.href())
}

/// `url` as an absolute address, relative to `base`, which may be relative to
/// the page itself. Nothing when it isn't one.
pub fn resolve(base: &str, url: &str) -> Option<String> {
    Url::new_with_base(url, &absolute(base)?).ok().map(|url| url.href())
}

/// The path of an absolute address, without query and fragment.
pub fn path(url: &str) -> Option<String> {
    Url::new(url).ok().map(|url| url.pathname())
}

/// The scheme, host and port of an absolute address.
pub fn origin(url: &str) -> Option<String> {
    Url::new(url).ok().map(|url| url.origin())
}

/// The page's own address.
pub fn page() -> Option<String> {
    window().document()?.url().ok()
}
