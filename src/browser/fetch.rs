//! The network: requests of the core, sent; answers as the core reads them.
//!
//! By `XMLHttpRequest`, which has a time-out of its own and tells its end by one
//! event. The same with `fetch` takes promises, a timer and an `AbortController`,
//! and Rust's futures to wait for them.

use std::cell::Cell;

use article_widget_core::digits;
use article_widget_core::http::{Answer, Body, NoAnswer, Request};
use article_widget_core::search;
use js_sys::Date;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use crate::json;
use crate::listener::Listener;

const TIME_OUT_MS: i32 = 30_000;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    #[wasm_bindgen(extends = EventTarget)]
    type XMLHttpRequest;
    #[wasm_bindgen(constructor)]
    fn new() -> XMLHttpRequest;
    #[wasm_bindgen(method, catch)]
    fn open(this: &XMLHttpRequest, method: &str, url: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = setRequestHeader)]
    fn set_header(this: &XMLHttpRequest, name: &str, value: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter, js_name = withCredentials)]
    fn set_credentials(this: &XMLHttpRequest, are_sent: bool);
    #[wasm_bindgen(method, setter)]
    fn set_timeout(this: &XMLHttpRequest, after_ms: i32);
    #[wasm_bindgen(method, catch)]
    fn send(this: &XMLHttpRequest, body: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn abort(this: &XMLHttpRequest);
    #[wasm_bindgen(method, getter, js_name = readyState)]
    fn ready_state(this: &XMLHttpRequest) -> u16;
    #[wasm_bindgen(method, getter)]
    fn status(this: &XMLHttpRequest) -> u16;
    #[wasm_bindgen(method, getter, js_name = responseText)]
    fn text(this: &XMLHttpRequest) -> String;
    #[wasm_bindgen(method, js_name = getAllResponseHeaders)]
    fn headers(this: &XMLHttpRequest) -> Option<String>;

    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;

    type Document;
    #[wasm_bindgen(method, getter)]
    fn cookie(this: &Document) -> String;

    type URLSearchParams;
    #[wasm_bindgen(constructor)]
    fn new() -> URLSearchParams;
    #[wasm_bindgen(method)]
    fn append(this: &URLSearchParams, name: &str, value: &str);

    type FormData;
    #[wasm_bindgen(constructor)]
    fn new() -> FormData;
    #[wasm_bindgen(method)]
    fn append(this: &FormData, name: &str, value: &str);
}

/// What goes on with the answer, or without one.
pub type OnAnswer = Box<dyn FnOnce(Result<Answer, NoAnswer>)>;

/// A request that was sent. Dropped, it is given up, and nothing is heard of it.
#[must_use = "a request is given up when it is dropped"]
pub struct Sent {
    // Dropped before the effort, whose end it would hear.
    _listener: Listener,
    effort: Effort,
}

impl Sent {
    /// Whether it is still under way.
    pub fn is_open(&self) -> bool {
        const DONE: u16 = 4;
        self.effort.0.ready_state() != DONE
    }
}

struct Effort(XMLHttpRequest);

impl Drop for Effort {
    fn drop(&mut self) {
        // After the answer this does nothing.
        self.0.abort();
    }
}

/// Sends `request`, and calls `on_answer` with the answer, whatever its status;
/// with [`NoAnswer`] when there is none within 30 seconds, and at once when the
/// request can't be sent.
pub fn send(request: &Request, on_answer: OnAnswer) -> Sent {
    let effort = XMLHttpRequest::new();
    let is_sent = start(&effort, request).is_ok();
    let wanted = request.wanted.clone();
    heard(effort, is_sent, Box::new(move |effort| on_answer(answer(effort, &wanted))))
}

/// Calls `on_end` when a request has ended; at once if it was not even sent.
fn heard(effort: XMLHttpRequest, is_sent: bool, on_end: Box<dyn FnOnce(&XMLHttpRequest)>) -> Sent {
    let (ended, on_end) = (effort.clone(), Cell::new(Some(on_end)));
    let end = move || {
        if let Some(on_end) = on_end.take() {
            on_end(&ended);
        }
    };
    if !is_sent {
        end();
    }
    let listener = Listener::new(effort.clone(), &["loadend"], move |_| end());
    Sent { _listener: listener, effort: Effort(effort) }
}

/// Writes what is to be sent, and sends it.
fn start(effort: &XMLHttpRequest, request: &Request) -> Result<(), JsValue> {
    effort.open(request.method, &request.url)?;
    effort.set_timeout(TIME_OUT_MS);
    effort.set_credentials(request.credentials);
    for (name, value) in &request.headers {
        effort.set_header(name, value)?;
    }
    let body: JsValue = match &request.body {
        Body::Empty => JsValue::UNDEFINED,
        Body::Json(value) => {
            effort.set_header("content-type", "application/json")?;
            json::stringify(value).into()
        }
        Body::Form(fields) => {
            let form = URLSearchParams::new();
            for (name, value) in fields {
                form.append(name, value);
            }
            form.unchecked_into()
        }
        Body::Multipart(fields) => {
            let form = FormData::new();
            for (name, value) in fields {
                form.append(name, value);
            }
            form.unchecked_into()
        }
    };
    effort.send(&body)
}

/// What has come back.
fn answer(effort: &XMLHttpRequest, wanted: &[String]) -> Result<Answer, NoAnswer> {
    let status = effort.status();
    if status == 0 {
        return Err(NoAnswer);
    }
    let text = effort.text();
    // All at once: asked for one that is not exposed, browsers complain.
    let all = effort.headers().unwrap_or_default();
    let mut headers = Vec::new();
    for name in wanted {
        let found = match name.strip_prefix("cookie:") {
            Some(name) => pair(&cookies(), name, b';', "="),
            None => pair(&all, &name.to_ascii_lowercase(), b'\n', ":"),
        };
        if let Some(value) = found {
            headers.push((name.clone(), value));
        }
    }
    // RFC 9110, 10.2.3: seconds, or a date.
    let retry_after = pair(&all, "retry-after", b'\n', ":").map(|text| {
        let seconds = digits::number(&text);
        seconds.map_or_else(|| Date::parse(&text) - Date::now(), |s| f64::from(s) * 1000.0)
    });
    Ok(Answer {
        status,
        json: json::parse(&text).ok(),
        text,
        headers,
        retry_after_ms: retry_after.filter(|wait_ms| *wait_ms > 0.0),
    })
}

/// The page's cookies, as far as it may see them.
fn cookies() -> String {
    DOCUMENT.with(Document::cookie)
}

/// The value after `name` and `mark` in a text of such pairs.
fn pair(text: &str, name: &str, between: u8, mark: &str) -> Option<String> {
    for part in search::parts(text, between) {
        let value = part.trim().strip_prefix(name).and_then(|rest| rest.strip_prefix(mark));
        if let Some(value) = value {
            return Some(value.trim().into());
        }
    }
    None
}
