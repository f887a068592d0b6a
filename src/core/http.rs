//! Requests and answers as plain data: the core builds and reads them, the
//! browser sends them.

use crate::json::Json;

/// A request to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    pub method: &'static str,
    /// Absolute address.
    pub url: String,
    /// Names and values, beside what the body brings.
    pub headers: Vec<(String, String)>,
    /// What is sent.
    pub body: Body,
    /// Whether cookies of the server go along, also from another site.
    pub credentials: bool,
    /// The headers of the answer that will be read; `cookie:NAME` is a cookie
    /// of this page, as it is after the answer.
    pub wanted: Vec<String>,
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
    /// `multipart/form-data`
    Multipart(Vec<(String, String)>),
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
    /// What was found of [`Request::wanted`], under the names that stand there.
    pub headers: Vec<(String, String)>,
    /// In how many milliseconds the server wants to be asked again, by its
    /// `Retry-After` (seconds or a date: the browser reads both).
    pub retry_after_ms: Option<f64>,
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
