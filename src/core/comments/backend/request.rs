//! A request with places for values, and how it is filled.

use super::description::{Backend, only_keys, read};
use super::template::{Subject, Template, Values, push_percent_encoded};
use crate::comments::Draft;
use crate::decode::{Place, Problem};
use crate::http::{Body, Request};
use crate::json::Json;

/// A request with places for values.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// After the server's address.
    pub path: Template,
    /// After the path.
    pub query: Vec<(String, Template)>,
    /// Names and values.
    pub headers: Vec<(String, Template)>,
    /// What is sent.
    pub body: CallBody,
    /// Whether the server's cookies go along.
    pub credentials: bool,
}

/// The body of a request, with places for values.
#[derive(Clone, Debug, PartialEq)]
pub enum CallBody {
    /// Nothing.
    Empty,
    /// An object of JSON.
    Json(Vec<(String, Part)>),
    /// The fields of a form.
    Form(Vec<(String, Template)>),
}

/// A part of a body of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A text with places for values.
    Text(Template),
    /// An object.
    Object(Vec<(String, Part)>),
    /// What is always the same.
    Fixed(Json),
}

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
    /// Reads the request at `place`.
    pub(super) fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        only_keys(place, &["method", "path", "query", "headers", "json", "form", "credentials"])?;
        let method = place.required("method")?.one_of(&[
            ("GET", "GET"),
            ("POST", "POST"),
            ("PUT", "PUT"),
            ("DELETE", "DELETE"),
        ])?;
        let body = match (place.get("json"), place.get("form")) {
            (Some(json), None) => CallBody::Json(parts(&json)?),
            (None, Some(form)) => CallBody::Form(templates(&form)?),
            (None, None) => CallBody::Empty,
            (Some(_), Some(form)) => return Err(form.problem("there is a body of JSON already")),
        };
        let path = place.required("path")?;
        if !path.text()?.starts_with('/') {
            return Err(path.expected("a path that begins with /"));
        }
        Ok(Call {
            method,
            path: Template::decode(&path)?,
            query: read(place, "query", templates)?.unwrap_or_default(),
            headers: read(place, "headers", templates)?.unwrap_or_default(),
            body,
            credentials: read(place, "credentials", Place::boolean)?.unwrap_or(false),
        })
    }

    /// Whether it has a place for the value called `name`.
    pub(super) fn names(&self, name: &str) -> bool {
        let any = |pairs: &[(String, Template)]| pairs.iter().any(|(_, value)| value.names(name));
        self.path.names(name)
            || any(&self.query)
            || any(&self.headers)
            || match &self.body {
                CallBody::Empty => false,
                CallBody::Json(parts) => parts.iter().any(|(_, part)| part.names(name)),
                CallBody::Form(pairs) => any(pairs),
            }
    }
}

impl Part {
    fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        match place.value {
            Json::Text(_) => Template::decode(place).map(Part::Text),
            Json::Object(_) => parts(place).map(Part::Object),
            other => Ok(Part::Fixed(other.clone())),
        }
    }

    fn names(&self, name: &str) -> bool {
        match self {
            Part::Text(template) => template.names(name),
            Part::Object(parts) => parts.iter().any(|(_, part)| part.names(name)),
            Part::Fixed(_) => false,
        }
    }
}

/// The entries of an object of a body of JSON. `null` is kept, so that a
/// server that wants it gets it.
fn parts(place: &Place<'_>) -> Result<Vec<(String, Part)>, Problem> {
    let entries = place.entries()?;
    entries.into_iter().map(|(key, value)| Ok((key.into(), Part::decode(&value)?))).collect()
}

fn templates(place: &Place<'_>) -> Result<Vec<(String, Template)>, Problem> {
    let entries = place.entries()?;
    entries.into_iter().map(|(key, value)| Ok((key.into(), Template::decode(&value)?))).collect()
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
