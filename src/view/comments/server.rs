//! The comment server, asked over the network or in this browser.

use article_widget_browser::lock::Lock;
use article_widget_browser::{fetch, locale, storage};
use article_widget_core::comments::backend::{Operation, Page, Values, local};
use article_widget_core::http::{Answer, Body, Request};
use yew::html::Scope;

use super::CommentSection;
use super::section::Message;
use crate::config::CommentsConfig;

/// What an answer is awaited for.
pub enum Purpose {
    /// The server's description.
    Description,
    /// A step on the way to something else.
    Step(usize, Operation, Values, Box<Purpose>),
    /// Whether a captcha is solved, before a comment with these values is sent.
    Solved(Values, Box<Purpose>),
    /// A part of the thread, to be shown.
    List(Page),
    /// What is new in the thread, from a list or a poll.
    News(Operation),
    /// A part of the thread, to see whether the entry with this `id` is in it.
    Look(String, Page),
    /// The entry with this `id`, sent. Nobody else may send it meanwhile, even
    /// when this section is gone.
    Post(String, Option<Lock>),
    /// An edit or the taking back of the comment with this `id`, or a vote on it.
    Change(Operation, String, i8),
}

impl Purpose {
    /// Whether it is something else than reading (see [`super::later`]).
    pub fn is_later(&self) -> bool {
        match self {
            Purpose::Description | Purpose::List(_) | Purpose::News(_) => false,
            Purpose::Step(_, _, _, purpose) => purpose.is_later(),
            _ => true,
        }
    }
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

/// Sends `request` now; `section` goes on with the answer.
pub fn ask(section: Scope<CommentSection>, request: &Request, purpose: Purpose) -> fetch::Sent {
    let hear = move |answer| section.send_message(Message::Answered(purpose, answer));
    fetch::send(request, Box::new(hear))
}

/// What this browser answers when it keeps the comments of `thread` itself.
pub fn local(request: Request, thread: &str) -> Answer {
    let key = local::key(thread);
    let kept = storage::read_json(&key);
    if request.method == "GET" {
        return local::list(kept);
    }
    let kept = local::create(kept, request.body, locale::now());
    let is_kept = storage::write_json(&key, &kept);
    if is_kept { local::created(kept) } else { local::refused() }
}
