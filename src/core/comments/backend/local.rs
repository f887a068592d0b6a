//! This browser as a comment server: what it keeps is a list of the bodies
//! that were posted, and it answers as a server would. So comments in this
//! browser go the same way as all others, from the form to the list.

use crate::date::Timestamp;
use crate::digits::digits;
use crate::http::{Answer, Body, Request};
use crate::json::Json;

/// Under which name the comments of a thread are kept.
pub fn key(thread: &str) -> String {
    ["article-widget:comments:", thread].concat()
}

/// The answer to a `GET`: everything that is `kept`.
pub fn list(kept: Option<Json>) -> Answer {
    let kept = kept.filter(|kept| matches!(kept, Json::List(_)));
    answer(200, kept.unwrap_or(Json::List(Vec::new())))
}

/// The answer to a `POST`, and everything that has to be kept from now on. To
/// the body that was posted, `id` and `created` (milliseconds) are added.
pub fn create(kept: Option<Json>, request: &Request, now: Timestamp) -> (Json, Answer) {
    let mut items = match kept {
        Some(Json::List(items)) => items,
        _ => Vec::new(),
    };
    let mut fields = match &request.body {
        Body::Json(Json::Object(fields)) => fields.clone(),
        _ => Vec::new(),
    };
    let number = digits(items.len() as i64 + 1);
    fields.push(("id".into(), Json::Text(number)));
    fields.push(("created".into(), Json::Number(now.0)));
    let created = Json::Object(fields);
    items.push(created.clone());
    (Json::List(items), answer(201, created))
}

/// The answer when the browser keeps nothing: its storage is full or refused.
pub fn refused() -> Answer {
    answer(413, Json::Null)
}

fn answer(status: u16, json: Json) -> Answer {
    Answer { status, json: Some(json), ..Answer::default() }
}
