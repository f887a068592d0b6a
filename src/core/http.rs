//! Requests and answers as plain data: the core builds and reads them, the
//! browser sends them.

use crate::json::Json;

/// A request to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// Absolute address.
    pub url: String,
    /// Names and values, beside what the body brings.
    pub headers: Vec<(String, String)>,
    /// What is sent.
    pub body: Body,
    /// Whether cookies of the server go along, also from another site.
    pub credentials: bool,
}

/// What a request carries.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Nothing.
    Empty,
    /// `application/json`
    Json(Json),
    /// `application/x-www-form-urlencoded`
    Form(Vec<(String, String)>),
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as text.
    pub text: String,
    /// The body as JSON, where it is that.
    pub json: Option<Json>,
}

impl Answer {
    /// Whether the status is one of success.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// There was no answer: no network, a refused connection, a time-out, or a
/// server that does not let this page ask (CORS).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoAnswer;
