//! Answers as Artalk 2.9 does, out of a thread that it makes up: what its client
//! asks for on a page, and nothing that is kept.

use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::response::Response;
use serde_json::{Value, json};

/// A server on this machine; gone when dropped.
pub(crate) struct Artalk {
    /// `http://127.0.0.1:PORT`
    pub(crate) origin: String,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Artalk {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Artalk {
    /// Starts one with so many comments, a fifth of them answers.
    pub(crate) async fn start(count: usize) -> Result<Self> {
        let comments: Arc<Vec<Value>> = Arc::new((1..=count).map(comment).collect());
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new().fallback(answer).with_state(comments);
        let task = tokio::spawn(async move {
            // It ends when the server is dropped; there is nobody to tell of an error.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Artalk { origin, task })
    }
}

fn comment(id: usize) -> Value {
    let text = format!("Avis numéro {id}");
    json!({
        "id": id, "content": text, "content_marked": format!("<p>{text}</p>"),
        "nick": "Lectrice", "email_encrypted": "", "link": "", "ua": "",
        "date": format!("2026-{:02}-{:02} {:02}:00:00", 1 + id % 9, 1 + id % 28, id % 24),
        "rid": if id.is_multiple_of(5) { id - 1 } else { 0 },
        "is_collapsed": false, "is_pending": false, "is_pinned": false, "is_verified": false,
        "badge_name": "", "badge_color": "", "ip_region": "", "is_allow_reply": true,
        "page_key": "/thread", "page_url": "/thread", "visible": true, "site_name": "S",
        "vote_up": 0, "vote_down": 0,
    })
}

async fn answer(State(comments): State<Arc<Vec<Value>>>, request: Request) -> Response {
    let path = request.uri().path();
    let query = request.uri().query().unwrap_or_default();
    let answer = match path {
        _ if request.method() == Method::OPTIONS => Value::Null,
        "/api/v2/comments" => list(&comments, query),
        "/api/v2/conf" => json!({
            "frontend_conf": {}, "version": {"app": "artalk", "version": "2.9.1", "commit_hash": ""},
        }),
        "/api/v2/pages/pv" => json!({"pv": 1}),
        "/api/v2/user" => {
            json!({"user": null, "is_login": false, "notifies": [], "notifies_count": 0})
        }
        "/api/v2/user/status" => json!({"is_admin": false, "is_login": false}),
        "/api/v2/notifies" => json!({"notifies": [], "count": 0}),
        _ => json!({}),
    };
    let mut response = Response::new(Body::from(answer.to_string()));
    let mut set = |name, value| {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    };
    set(header::CONTENT_TYPE, "application/json");
    set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    set(header::ACCESS_CONTROL_ALLOW_HEADERS, "*");
    set(header::ACCESS_CONTROL_ALLOW_METHODS, "*");
    response
}

/// The newest first; `limit` and `offset` count all comments of a flat list, and
/// else those at the top, whose answers come along.
fn list(comments: &[Value], query: &str) -> Value {
    let number = |name: &str| {
        let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        found.and_then(|value| value.parse::<usize>().ok())
    };
    let (limit, offset) = (number("limit").unwrap_or(20), number("offset").unwrap_or(0));
    let is_root = |comment: &&Value| comment["rid"] == json!(0);
    let roots = comments.iter().filter(is_root).count();
    let mut found: Vec<Value> = Vec::new();
    if query.contains("flat_mode=true") {
        found.extend(comments.iter().rev().skip(offset).take(limit).cloned());
    } else {
        for root in comments.iter().rev().filter(is_root).skip(offset).take(limit) {
            found.push(root.clone());
            let answers = comments.iter().filter(|comment| comment["rid"] == root["id"]);
            found.extend(answers.cloned());
        }
    }
    let page = json!({
        "id": 1, "admin_only": false, "key": "/thread", "url": "/thread", "title": "T",
        "site_name": "S", "vote_up": 0, "vote_down": 0, "pv": 1, "date": "2026-01-01 00:00:00",
    });
    json!({"comments": found, "count": comments.len(), "roots_count": roots, "page": page})
}
