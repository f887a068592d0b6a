//! The comment server, asked by its description.

use std::future::Future;

use article_widget_browser::{fetch, json, locale, storage};
use article_widget_core::comments::backend::{Listing, Outcome, Subject, local};
use article_widget_core::comments::{Backend, Draft};
use article_widget_core::decode::Place;
use article_widget_core::http::{Answer, NoAnswer, Request};

use crate::config::CommentsConfig;

/// A comment server and a thread on it.
#[derive(PartialEq)]
pub struct Server {
    /// How it is asked.
    pub backend: Backend,
    /// What is commented on.
    pub subject: Subject,
    url: String,
}

/// Why there is no server to be asked.
pub enum Unusable {
    /// Its description does not come.
    NoAnswer,
    /// Its description is wrong, as this says to whoever wrote it.
    Wrong(String),
}

impl Server {
    /// The server that `config` names, for the thread of `subject`.
    ///
    /// # Errors
    /// Its description does not come, or can't be used.
    pub async fn read(config: CommentsConfig, subject: Subject) -> Result<Self, Unusable> {
        let url = &config.description_url;
        let wrong = |message: &str| Unusable::Wrong([url, ": ", message].concat());
        let answer = fetch::get(url).await.map_err(|NoAnswer| Unusable::NoAnswer)?;
        if !answer.is_success() {
            return Err(wrong("there is no description"));
        }
        let description = answer.json.ok_or_else(|| wrong("this is not JSON"))?;
        match Backend::decode(&Place::document(&description)) {
            Ok(backend) => Ok(Server { backend, subject, url: config.server_url }),
            Err(problem) => Err(wrong(&problem.to_string())),
        }
    }

    /// The comments of the thread; nothing if the server does not list them.
    pub async fn list(&self) -> Option<Listing> {
        let answer = self.ask(self.backend.list_request(&self.url, &self.subject)).await;
        self.backend.read_list(&answer.ok()?)
    }

    /// Sends a comment. The request has begun when this returns.
    pub fn create(&self, draft: &Draft) -> impl Future<Output = Outcome> {
        let answer = self.ask(self.backend.create_request(&self.url, &self.subject, draft));
        async move { self.backend.read_created(&answer.await, draft, locale::now()) }
    }

    async fn ask(&self, request: Request) -> Result<Answer, NoAnswer> {
        if !self.backend.in_this_browser {
            return fetch::send(&request).await;
        }
        let key = local::key(&self.subject.thread);
        let kept = storage::read(&key).and_then(|text| json::parse(&text).ok());
        if request.method == "GET" {
            return Ok(local::list(kept));
        }
        let (keep, answer) = local::create(kept, &request, locale::now());
        let is_kept = storage::write(&key, &json::stringify(&keep));
        Ok(if is_kept { answer } else { local::refused() })
    }
}
