//! Requests, filled by a description.

use super::description::Backend;
use super::pick::part;
use super::shape::METHODS;
use super::template::{Subject, Values, fill, fill_json, names, push_percent_encoded, values};
use crate::comments::Draft;
use crate::http::{Body, Request};
use crate::json::Json;

impl Backend {
    /// The request that lists the comments on `subject`. `server_url` has no
    /// slash at its end.
    pub fn list_request(&self, server_url: &str, subject: &Subject) -> Request {
        filled(self.request("list"), server_url, &values(subject, None))
    }

    /// The request that sends `draft` as a comment on `subject`.
    pub fn create_request(&self, server_url: &str, subject: &Subject, draft: &Draft) -> Request {
        filled(self.request("create"), server_url, &values(subject, Some(draft)))
    }

    /// Whether a comment can answer another.
    pub fn takes_replies(&self) -> bool {
        let request = self.request("create");
        let templates = ["path", "query", "headers", "json", "form"];
        templates.iter().any(|key| has_place(part(request, key), "parent"))
    }

    fn request(&self, key: &str) -> &Json {
        part(part(&self.0, key), "request")
    }
}

/// Whether a template in `value` has a place for the value called `name`.
fn has_place(value: &Json, name: &str) -> bool {
    match value {
        Json::Text(template) => names(template, name),
        Json::Object(fields) => fields.iter().any(|(_, value)| has_place(value, name)),
        _ => false,
    }
}

fn filled(request: &Json, server_url: &str, values: &Values<'_>) -> Request {
    let text = |key| part(request, key).as_text().unwrap_or("");
    let mut url = String::from(server_url);
    url.push_str(&fill(text("path"), values, push_percent_encoded).unwrap_or_default());
    let mut before = '?';
    for (name, value) in pairs(part(request, "query"), values) {
        url.push(before);
        push_percent_encoded(&mut url, &name);
        url.push('=');
        push_percent_encoded(&mut url, &value);
        before = '&';
    }
    let method = text("method");
    Request {
        method: METHODS.into_iter().find(|known| *known == method).unwrap_or("GET"),
        url,
        headers: pairs(part(request, "headers"), values),
        body: match (part(request, "json"), part(request, "form")) {
            (Json::Null, Json::Null) => Body::Empty,
            (Json::Null, form) => Body::Form(pairs(form, values)),
            (json, _) => Body::Json(body(json, values)),
        },
        credentials: *part(request, "credentials") == Json::Bool(true),
    }
}

/// Names and values; a pair whose value is absent is left out.
fn pairs(templates: &Json, values: &Values<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    if let Json::Object(fields) = templates {
        for (name, template) in fields {
            if let Some(value) = fill(template.as_text().unwrap_or(""), values, String::push_str) {
                pairs.push((name.clone(), value));
            }
        }
    }
    pairs
}

fn body(part: &Json, values: &Values<'_>) -> Json {
    match part {
        Json::Text(template) => fill_json(template, values),
        Json::Object(fields) => {
            let mut filled = Vec::with_capacity(fields.len());
            for (key, part) in fields {
                filled.push((key.clone(), body(part, values)));
            }
            Json::Object(filled)
        }
        fixed => fixed.clone(),
    }
}
