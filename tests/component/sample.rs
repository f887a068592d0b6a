//! An article with a small map.

use std::rc::Rc;

use article_widget_browser::json;
use article_widget_core::article::Article;
use article_widget_view::config::{CommentsConfig, Config, MapView};
use wasm_bindgen::UnwrapThrowExt;

use crate::languages::language;

const DOCUMENT: &str = r##"{
    "lang": "en",
    "title": "The bridge and the river",
    "published": "2024-03-16T12:00:00Z",
    "body": [
        {"type": "paragraph", "text": "Alba and Borga share a bridge, kept by a <a href=\"#actor-company\">company</a>."},
        {"type": "table", "head": ["Year", "Trains"], "rows": [["2012", "7"]], "caption": "Trains"}
    ],
    "actors": [
        {"id": "alba", "name": "Alba", "kind": "place", "role": "Town in the north"},
        {"id": "borga", "name": "Borga", "kind": "place"},
        {"id": "company", "name": "Bridge Company", "kind": "organisation"}
    ],
    "relations": [
        {"from": "alba", "to": "borga", "label": "shares the bridge with", "sign": "cooperation", "since": "2012"},
        {"from": "company", "to": "alba", "label": "sues", "sign": "conflict", "directed": true, "since": "2020-03"}
    ]
}"##;

/// The article.
pub fn article() -> Rc<Article> {
    let document = json::parse(DOCUMENT).expect_throw("JSON");
    let (article, _) = Article::decode(&document).ok().expect_throw("an article");
    Rc::new(article)
}

/// What a host page asks for that shows the article in English.
pub fn config(map_view: MapView) -> Rc<Config> {
    let language = language("en");
    Rc::new(Config {
        language,
        locale: "en".into(),
        locate: js_sys::Function::default(),
        map_view,
        comments: None,
        is_in_page: false,
    })
}

/// As [`config`], with comments that are kept in this browser, in a thread that
/// is new to it.
pub fn config_with_comments() -> Rc<Config> {
    let description = js_sys::encode_uri_component(include_str!("../../backends/local.json"));
    let comments = CommentsConfig {
        description_url: format!("data:application/json,{description}"),
        is_preset: true,
        server_url: String::new(),
        thread: format!("/{}", js_sys::Math::random()),
        avatars: false,
    };
    let plain = config(MapView::Network);
    Rc::new(Config { comments: Some(comments), ..(*plain).clone() })
}
