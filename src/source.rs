//! What was found at `src` becomes an article, or a failure in words.

use article_widget_browser::json::{parse, to_js};
use article_widget_browser::{address, console};
use article_widget_core::article::Article;
use article_widget_core::decode::{Place, Problem, Warnings};
use article_widget_core::json::Json;
use article_widget_core::language::Language;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// The keys of an actor map, in an article's document and in one of its own.
const MAP_KEYS: [&str; 3] = ["actors", "relations", "events"];

/// What a server said.
pub(crate) struct Answer {
    /// The HTTP status; 0 when there was no answer.
    pub(crate) status: u16,
    /// The body.
    pub(crate) text: String,
}

/// Why there is no article.
pub(crate) enum Failure {
    /// The page names no article.
    NoSource,
    /// There was no answer.
    Network,
    /// The server has no article there.
    NotFound,
    /// What is there is not JSON.
    NotJson,
    /// It is JSON, and not an article.
    WrongDocument(Problem),
}

impl Failure {
    /// The failure as the page is told of it, and the reader, in `language`.
    pub(crate) fn to_js(&self, language: &Language) -> JsValue {
        let words = &language.errors;
        let (code, message) = match self {
            Failure::NoSource => ("no-source", words.no_source.to_owned()),
            Failure::Network => ("network", words.unreachable.to_owned()),
            Failure::NotFound => ("not-found", words.not_found.to_owned()),
            Failure::NotJson => ("not-json", words.not_json.to_owned()),
            Failure::WrongDocument(problem) => {
                ("wrong-document", (words.wrong_document)(&problem.place))
            }
        };
        to_js(&Json::Object(vec![
            ("code".to_owned(), code.into()),
            ("message".to_owned(), Json::Text(message)),
        ]))
    }
}

/// The document that the element names or holds.
pub(crate) fn document(host: &HtmlElement, answer: &Answer) -> Result<Json, Failure> {
    match answer.status {
        0 => return Err(Failure::Network),
        200..300 => {}
        _ => return Err(Failure::NotFound),
    }
    let has_source = host.get_attribute("src").is_some_and(|src| !src.is_empty());
    if !has_source && answer.text.trim().is_empty() {
        return Err(Failure::NoSource);
    }
    parse(&answer.text).map_err(|message| {
        warn(&message);
        Failure::NotJson
    })
}

/// What a page that holds its article says of it: for now its title, which
/// names the thread of comments. The text is the page's and is not read.
pub(crate) fn in_page(host: &HtmlElement) -> Json {
    let heading = host.query_selector("h1").ok().flatten().and_then(|found| found.text_content());
    let title = heading
        .filter(|title| !title.trim().is_empty())
        .or_else(|| Some(host.owner_document()?.title()))
        .filter(|title| !title.trim().is_empty())
        // A page without any title: the last that is left is its address.
        .or_else(address::page)
        .unwrap_or_default();
    let title = Json::Text(title.trim().replace('&', "&amp;").replace('<', "&lt;"));
    Json::Object(vec![("title".to_owned(), title.clone()), ("body".to_owned(), title)])
}

/// The document with another actor map, or with none.
pub(crate) fn with_map(document: &Json, map: Option<&Json>) -> Json {
    let Json::Object(fields) = document else { return document.clone() };
    let is_of_map = |key: &str| MAP_KEYS.contains(&key);
    let mut fields = fields.clone();
    fields.retain(|(key, _)| !is_of_map(key));
    if let Some(Json::Object(others)) = map {
        fields.extend(others.iter().filter(|(key, _)| is_of_map(key)).cloned());
    }
    Json::Object(fields)
}

/// Reads a document, and tells what is wrong with it.
pub(crate) fn article(document: &Json, tell: fn(&str)) -> Result<Article, Failure> {
    let (article, Warnings(warnings)) = Article::decode(document).map_err(|problem| {
        warn(&problem.to_string());
        Failure::WrongDocument(problem)
    })?;
    for problem in warnings {
        tell(&problem.to_string());
    }
    Ok(article)
}

/// The document of an actor map. A wrong one leaves the article readable.
pub(crate) fn map(answer: &Answer) -> Option<Json> {
    let wrong = |what: &str| {
        warn(&["map-src: ", what].concat());
        None
    };
    if !(200..300).contains(&answer.status) {
        return wrong("there is no answer, or none of success");
    }
    match parse(&answer.text) {
        Ok(map) => match Place::document(&map).required("actors") {
            Ok(_) => Some(map),
            Err(problem) => wrong(&problem.to_string()),
        },
        Err(message) => wrong(&message),
    }
}

/// Tells the console.
pub(crate) fn warn(message: &str) {
    console::warn(&["article-widget: ", message].concat());
}
