//! From a description and values to a request.

use super::description::{Backend, Call, CallBody, Part};
use super::template::{Subject, Template, Values, push_percent_encoded};
use crate::comments::Draft;
use crate::http::{Body, Request};
use crate::json::Json;

impl Backend {
    /// The request that lists the comments on `subject`. `server_url` has no
    /// slash at its end.
    pub fn list_request(&self, server_url: &str, subject: &Subject) -> Request {
        self.list.request.fill(server_url, Values { subject, draft: None })
    }

    /// The request that sends `draft` as a comment on `subject`.
    pub fn create_request(&self, server_url: &str, subject: &Subject, draft: &Draft) -> Request {
        self.create.request.fill(server_url, Values { subject, draft: Some(draft) })
    }
}

impl Call {
    fn fill(&self, server_url: &str, values: Values<'_>) -> Request {
        let mut url = String::from(server_url);
        url.push_str(&self.path.fill(values, push_percent_encoded).unwrap_or_default());
        for (index, (name, value)) in pairs(&self.query, values).iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            push_percent_encoded(&mut url, name);
            url.push('=');
            push_percent_encoded(&mut url, value);
        }
        Request {
            method: self.method,
            url,
            headers: pairs(&self.headers, values),
            body: match &self.body {
                CallBody::Empty => Body::Empty,
                CallBody::Json(parts) => Body::Json(object(parts, values)),
                CallBody::Form(fields) => Body::Form(pairs(fields, values)),
            },
            credentials: self.credentials,
        }
    }
}

/// Names and values; a pair whose value is absent is left out.
fn pairs(templates: &[(String, Template)], values: Values<'_>) -> Vec<(String, String)> {
    templates
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), value.fill(values, String::push_str)?)))
        .collect()
}

fn object(parts: &[(String, Part)], values: Values<'_>) -> Json {
    let fields = parts.iter().map(|(key, part)| {
        let value = match part {
            Part::Text(template) => template.fill_json(values),
            Part::Object(parts) => object(parts, values),
            Part::Fixed(value) => value.clone(),
        };
        (key.clone(), value)
    });
    Json::Object(fields.collect())
}
