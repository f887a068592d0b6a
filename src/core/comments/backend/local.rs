//! This browser as a comment server: what it keeps is a list of the bodies
//! that were posted, and it answers as a server would. So comments in this
//! browser go the same way as all others, from the form to the list.

use crate::date::Timestamp;
use crate::digits::digits;
use crate::http::{Answer, Body};
use crate::json::Json;

/// Under which name the comments of a thread are kept.
pub fn key(thread: &str) -> String {
    ["article-widget:comments:", thread].concat()
}

/// The answer to a `GET`: everything that is `kept`.
pub fn list(kept: Json) -> Answer {
    answer(200, Json::List(kept.into_items()))
}

/// Everything that has to be kept from a `POST` on. To the body that was posted,
/// `id` and `created` (milliseconds) are added.
pub fn create(kept: Json, posted: Body, now: Timestamp) -> Json {
    let mut items = kept.into_items();
    let Body::Json(mut created) = posted else { return Json::List(items) };
    created.set_text("id", &digits(items.len() as i64 + 1));
    created.set_number("created", now.0);
    items.push(created);
    Json::List(items)
}

/// The answer to a `POST`, once what [`create`] gives is kept.
pub fn created(kept: Json) -> Answer {
    answer(201, kept.into_items().pop().unwrap_or(Json::Null))
}

/// The answer when the browser keeps nothing: its storage is full or refused.
pub fn refused() -> Answer {
    answer(413, Json::Null)
}

fn answer(status: u16, json: Json) -> Answer {
    Answer { status, json: Some(json), ..Answer::default() }
}
