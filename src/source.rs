//! What was found at `src` becomes an article, or a failure in words.

use std::rc::Rc;

use article_widget_browser::json::parse;
use article_widget_browser::object::object;
use article_widget_browser::{address, console};
use article_widget_core::article::Article;
use article_widget_core::decode::{Place, Problem, Warnings};
use article_widget_core::json::Json;
use article_widget_core::language::Language;
use article_widget_core::source::{self, Refusal};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// How many parts of a text are shown; more of them would hold up the page.
const MAX_SIZE: usize = 10_000;

/// What a server said.
pub(crate) struct Answer {
    /// The HTTP status; 0 when there was no answer.
    pub(crate) status: u16,
    /// The body.
    pub(crate) text: String,
    /// Where it was found in the end.
    pub(crate) url: String,
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
    /// There is nothing to read in it.
    NoArticle,
    /// It wants a password or a login.
    Protected,
    /// It is longer than a page can show without halting.
    TooLong,
    /// It is JSON, and not an article.
    WrongDocument(Problem),
}

impl Failure {
    /// The failure as the page is told of it, and the reader, in `language`.
    pub(crate) fn to_js(&self, language: &Language) -> JsValue {
        let words = &language.errors;
        let told = |code: &str, message: &str| {
            object(&[("code", code.into()), ("message", message.into())]).into()
        };
        match self {
            Failure::NoSource => told("no-source", words.no_source),
            Failure::Network => told("network", words.unreachable),
            Failure::NotFound => told("not-found", words.not_found),
            Failure::NotJson => told("not-json", words.not_json),
            Failure::NoArticle => told("no-article", words.not_json),
            Failure::Protected => told("protected", words.protected),
            Failure::TooLong => told("too-long", words.too_long),
            Failure::WrongDocument(problem) => {
                told("wrong-document", &words.wrong_document.with(&problem.place))
            }
        }
    }
}

/// The document that the element names or holds.
pub(crate) fn document(host: &HtmlElement, answer: &Answer) -> Result<Json, Failure> {
    match answer.status {
        0 => return Err(Failure::Network),
        204 => return Err(Failure::NoArticle),
        200..300 => {}
        413 => return Err(Failure::TooLong),
        401 | 403 => return Err(Failure::Protected),
        _ => return Err(Failure::NotFound),
    }
    let has_source = host.get_attribute("src").is_some_and(|src| !src.is_empty());
    if !has_source && answer.text.trim().is_empty() {
        return Err(Failure::NoSource);
    }
    let read = |text: &str| parse(text).map_err(|message| warn(&message)).ok();
    let mut document =
        source::own_document(&answer.text, &read).map_err(|refusal| match refusal {
            Refusal::NotJson => Failure::NotJson,
            Refusal::TooLong => Failure::TooLong,
            Refusal::NoArticle => Failure::NoArticle,
            Refusal::Protected => Failure::Protected,
            Refusal::Refused(message) => {
                warn(&message);
                Failure::NotFound
            }
        })?;
    if has_source {
        set_base(&mut document, &answer.url);
    }
    Ok(document)
}

/// Says what the addresses in a document are relative to: `url`, where it was found.
fn set_base(document: &mut Json, url: &str) {
    let Json::Object(fields) = document else { return };
    match fields.iter_mut().find(|(key, _)| key == "base") {
        // A page may say it, relative to where it is.
        Some((_, Json::Text(base))) => *base = address::resolve(url, base).unwrap_or_default(),
        _ => fields.push(("base".to_owned(), url.into())),
    }
}

/// What a page that holds its article says of it: for now its title, which
/// names the thread of comments. The text is the page's and is not read.
pub(crate) fn in_page(host: &HtmlElement) -> Json {
    let heading = host.query_selector("h1").ok().flatten().and_then(|found| found.text_content());
    let mut title = heading.unwrap_or_default();
    if title.trim().is_empty() {
        title = host.owner_document().map(|page| page.title()).unwrap_or_default();
    }
    if title.trim().is_empty() {
        // A page without any title: the last that is left is its address.
        title = address::page().unwrap_or_default();
    }
    let mut escaped = String::new();
    source::push_escaped(&mut escaped, title.trim());
    let field = |key: &str| (key.to_owned(), Json::from(escaped.as_str()));
    Json::Object(vec![field("title"), field("body")])
}

/// Reads a document and its map, and tells what is wrong with them.
pub(crate) fn article(document: &Json, map: &Json, tell: fn(&str)) -> Result<Rc<Article>, Failure> {
    let mut article = Rc::<Article>::default();
    let mut warnings = Warnings::default();
    if let Some(new) = Rc::get_mut(&mut article)
        && let Err(problem) = new.read(document, map, &mut warnings)
    {
        warn(&problem.sentence());
        return Err(Failure::WrongDocument(problem));
    }
    for problem in warnings.0 {
        tell(&problem.sentence());
    }
    if let Some(new) = Rc::get_mut(&mut article) {
        if new.size() > MAX_SIZE {
            return Err(Failure::TooLong);
        }
        new.resolve(&address::resolve);
    }
    Ok(article)
}

/// The document of an actor map. A wrong one leaves the article readable.
pub(crate) fn map(answer: Answer) -> Option<Json> {
    let found = match answer.status {
        200..300 => parse(&answer.text),
        // Of a foreign format: the companion says what is wrong, and where.
        422 => Err(answer.text),
        _ => Err("there is no answer, or none of success".to_owned()),
    };
    let map = found.and_then(|mut map| match Place::document(&map).required("actors") {
        Ok(_) => {
            set_base(&mut map, &answer.url);
            Ok(map)
        }
        Err(problem) => Err(problem.sentence()),
    });
    map.map_err(|what| warn(&["map-src: ", &what].concat())).ok()
}

/// Tells the console.
pub(crate) fn warn(message: &str) {
    console::warn(&["article-widget: ", message].concat());
}
