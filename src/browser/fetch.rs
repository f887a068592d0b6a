//! The network: requests of the core, sent; answers as the core reads them.

use std::future::Future;

use article_widget_core::http::{Answer, Body, NoAnswer, Request};
use js_sys::{Array, Function, JsString, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::json;
use crate::object::{object, set};

const TIME_OUT_MS: i32 = 30_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch)]
    fn start(url: &str, init: &JsValue) -> Promise;

    type AbortController;
    #[wasm_bindgen(constructor)]
    fn new() -> AbortController;
    #[wasm_bindgen(method)]
    fn abort(this: &AbortController);
    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> JsValue;

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(run: &Function, after_ms: i32) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);

    type URLSearchParams;
    #[wasm_bindgen(constructor)]
    fn new() -> URLSearchParams;
    #[wasm_bindgen(method)]
    fn append(this: &URLSearchParams, name: &str, value: &str);

    type Response;
    #[wasm_bindgen(method, getter)]
    fn status(this: &Response) -> u16;
    #[wasm_bindgen(method)]
    fn text(this: &Response) -> Promise;
}

/// Sends `request` now. The future brings the answer, whatever its status;
/// dropped, it gives the request up.
///
/// # Errors
/// [`NoAnswer`] when there is none within 30 seconds.
pub fn send(request: &Request) -> impl Future<Output = Result<Answer, NoAnswer>> + use<> {
    let effort = Effort::new();
    let headers = Array::new();
    for (name, value) in &request.headers {
        push_header(&headers, name, value);
    }
    let body: JsValue = match &request.body {
        Body::Empty => JsValue::UNDEFINED,
        Body::Json(value) => {
            push_header(&headers, "content-type", "application/json");
            json::stringify(value).into()
        }
        Body::Form(fields) => {
            let form = URLSearchParams::new();
            for (name, value) in fields {
                form.append(name, value);
            }
            form.into()
        }
    };
    let init = object(&[
        ("method", request.method.into()),
        ("headers", headers.into()),
        ("signal", effort.controller.signal()),
        ("credentials", if request.credentials { "include" } else { "same-origin" }.into()),
    ]);
    if !body.is_undefined() {
        set(&init, "body", &body);
    }
    // `fetch` never throws: a malformed address rejects its promise.
    let response = JsFuture::from(start(&request.url, &init));
    async move {
        let _effort = effort;
        let response: Response = response.await.map_err(|_| NoAnswer)?.unchecked_into();
        let text = JsFuture::from(response.text()).await.map_err(|_| NoAnswer)?;
        let text = text.as_string().unwrap_or_default();
        Ok(Answer { status: response.status(), json: json::parse(&text).ok(), text })
    }
}

#[inline(never)]
fn push_header(headers: &Array, name: &str, value: &str) {
    headers.push(&Array::of2(&name.into(), &value.into()));
}

/// A request under way with its time-out: both end when this is dropped.
struct Effort {
    controller: AbortController,
    timer: JsValue,
}

impl Effort {
    fn new() -> Self {
        let controller = AbortController::new();
        // A function of JavaScript's own: no closure to be kept alive.
        let abort = Reflect::get(&controller, &JsString::from("abort")).unwrap_or_default();
        let abort = abort.unchecked_ref::<Function>().bind0(&controller);
        let timer = set_timeout(&abort, TIME_OUT_MS);
        Effort { controller, timer }
    }
}

impl Drop for Effort {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
        // After the answer this does nothing.
        self.controller.abort();
    }
}
