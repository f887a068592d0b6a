//! The element's attributes become the view's configuration.

use article_widget_browser::address;
use article_widget_core::article::Article;
use article_widget_core::language::{self, Language};
use article_widget_view::config::{CommentsConfig, Config, MapView};
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

/// What the host page asks for, for this article.
pub(crate) fn config(
    host: &HtmlElement,
    locate: &Function,
    is_in_page: bool,
    article: &Article,
    language: &'static Language,
    locale: String,
) -> Config {
    Config {
        language,
        locale,
        locate: locate.clone(),
        map_view: MapView::from_attribute(host.get_attribute("map").as_deref()),
        comments: comments(host, locate, article),
        is_in_page,
    }
}

/// Our tag for the language of the interface and the tag for dates and numbers:
/// of the attribute `lang`, the article, the page, in this order; French when
/// nobody says one that we speak.
pub(crate) fn language(host: &HtmlElement, of_article: Option<&str>) -> (&'static str, String) {
    let around = host.parent_element().and_then(|parent| parent.closest("[lang]").ok()?);
    let root = host.owner_document().and_then(|document| document.document_element());
    let lang_of = |element: Option<Element>| element?.get_attribute("lang");
    let tags = [
        host.get_attribute("lang"),
        of_article.map(Into::into),
        lang_of(around),
        // From inside another shadow tree, nothing around is in sight.
        lang_of(root),
    ];
    for tag in tags.into_iter().flatten() {
        if let Some(ours) = language::of_tag(&tag) {
            return (ours, tag);
        }
    }
    (language::TAGS[0], language::TAGS[0].into())
}

/// The address of a file of the package: a bundler may have put it elsewhere,
/// under another name.
pub(crate) fn file(locate: &Function, name: &str) -> String {
    let url = locate.call1(&JsValue::NULL, &name.into());
    url.ok().and_then(|url| url.as_string()).unwrap_or_default()
}

/// Where comments go; nothing when no backend is named.
fn comments(host: &HtmlElement, locate: &Function, article: &Article) -> Option<CommentsConfig> {
    let attribute = |name: &str| host.get_attribute(name).filter(|value| !value.is_empty());
    let backend = attribute("backend")?;
    let description_url = if is_preset(&backend) {
        file(locate, &["backends/", &backend, ".json"].concat())
    } else {
        address::absolute(&backend)?
    };
    let page = address::page()?;
    let server_url = match attribute("backend-url") {
        Some(url) => address::absolute(&url)?,
        None => address::origin(&page)?,
    };
    let path = |url: &str| address::path(url);
    let thread = attribute("thread")
        .or_else(|| article.thread.clone())
        .or_else(|| article.url.as_ref().and_then(|url| path(url.as_str())))
        .or_else(|| path(&page))?;
    Some(CommentsConfig {
        description_url,
        is_preset: is_preset(&backend),
        server_url: server_url.trim_end_matches('/').into(),
        thread,
        avatars: host.has_attribute("avatars"),
    })
}

/// A name of one of ours, rather than an address.
fn is_preset(backend: &str) -> bool {
    backend.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
