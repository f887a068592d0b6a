//! The comment server, asked by its description.

use std::rc::Rc;

use article_widget_browser::fetch::{self, Sent};
use article_widget_browser::{address, json, locale, storage};
use article_widget_core::article::Article;
use article_widget_core::comments::backend::{Subject, local};
use article_widget_core::http::{Answer, Body, NoAnswer, Request};
use article_widget_core::rich_text::plain_text;

use super::section::Section;
use crate::config::CommentsConfig;

/// What an answer is awaited for.
pub enum Purpose {
    /// The server's description.
    Description,
    /// The thread, to be shown.
    List,
    /// The thread, to see whether what was written as an answer to this comment,
    /// or to the article, has arrived before.
    Look(Option<String>),
    /// What was written as an answer to this comment, or to the article.
    Post(Option<String>),
}

/// The request of the server's description.
pub fn description(config: &CommentsConfig) -> Request {
    Request {
        method: "GET",
        url: config.description_url.clone(),
        headers: Vec::new(),
        body: Body::Empty,
        credentials: false,
        wanted: Vec::new(),
    }
}

/// Sends `request` now; `section` goes on with the answer. When it is gone, so
/// is the request, except for one that sends a comment.
pub fn ask(section: &Rc<Section>, request: &Request, purpose: Purpose) {
    let asking = Rc::downgrade(section);
    let staying = matches!(purpose, Purpose::Look(_) | Purpose::Post(_)).then(|| section.clone());
    let on_answer = move |answer| {
        if let Some(section) = asking.upgrade() {
            section.answered(purpose, answer);
        }
        drop(staying);
    };
    let sent = fetch::send(request, Box::new(on_answer));
    let requests = &mut *section.requests.borrow_mut();
    requests.retain(Sent::is_open);
    requests.push(sent);
}

/// What this browser answers when it keeps the comments of `thread` itself.
pub fn local(request: &Request, thread: &str) -> Result<Answer, NoAnswer> {
    let key = local::key(thread);
    let kept = storage::read(&key).and_then(|text| json::parse(&text).ok());
    if request.method == "GET" {
        return Ok(local::list(kept));
    }
    let (keep, answer) = local::create(kept, request, locale::now());
    let is_kept = storage::write(&key, &json::stringify(&keep));
    Ok(if is_kept { answer } else { local::refused() })
}

/// The article in the words of its comment server.
pub fn subject(article: &Article, config: &CommentsConfig) -> Subject {
    let own = article.url.as_ref().and_then(|url| address::absolute(url.as_str()));
    Subject {
        thread: config.thread.clone(),
        title: plain_text(&article.title),
        url: own.or_else(address::page).unwrap_or_default(),
        lang: String::new(),
    }
}
