//! Kinto, a store of JSON records over HTTP, on PostgreSQL: a server that no
//! preset knows, and that a site owner describes in a file of her own.

use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::mariadb::run;
use super::postgres::Postgres;
use super::{encode, get_json};
use crate::{places, wait};

/// A running Kinto with a collection for comments; ended when dropped.
pub struct Kinto {
    /// Its base address.
    pub url: String,
    // Ended in this order.
    _process: Child,
    _database: Postgres,
}

/// Where the comments are.
pub const COMMENTS: &str = "/v1/buckets/gazette/collections/comments";

/// What the owner of a site with a Kinto writes, from the reference page alone.
/// A record is put under the name that the widget gives the comment, so that
/// the same one can't be there twice.
pub const DESCRIPTION: &str = r#"{
  "name": "Kinto",
  "fields": { "text": {}, "name": { "required": true } },
  "list": {
    "request": {
      "method": "GET",
      "path": "/v1/buckets/gazette/collections/comments/records",
      "query": { "thread": "{thread}", "_sort": "{sort}", "_limit": "{limit}" }
    },
    "items": "data",
    "limit": 1000,
    "sort": { "newest": "-last_modified", "oldest": "last_modified" },
    "complete": true
  },
  "create": {
    "request": {
      "method": "PUT",
      "path": "/v1/buckets/gazette/collections/comments/records/{key}",
      "headers": { "If-None-Match": "*" },
      "json": {
        "data": { "thread": "{thread}", "name": "{name}", "text": "{text}", "parent": "{parent}" }
      }
    },
    "comment": "data",
    "repeatable": true
  },
  "comment": {
    "id": "id",
    "parent": "parent",
    "name": "name",
    "text": { "at": "text", "format": "plain" },
    "time": { "at": "last_modified", "unit": "milliseconds" }
  },
  "refusal": {
    "reason": ["message"],
    "known": [
      { "when": { "status": 412 }, "means": "duplicate" },
      { "when": { "at": "details.0.name", "is": "text" }, "field": "text" }
    ]
  }
}"#;

impl Kinto {
    /// Starts a server, in which everybody may add a comment and read all.
    pub async fn start() -> Result<Kinto> {
        let kinto = places::kinto()?;
        let database = Postgres::start().await?;
        let port = wait::free_port()?;
        let command = |what: &str| {
            let mut kinto = Command::new(kinto.clone());
            kinto.arg(what).arg("--ini");
            kinto.arg(places::repository().join("tests/e2e/servers/kinto/kinto.ini"));
            kinto.env("KINTO_STORAGE_URL", &database.url);
            kinto.env("KINTO_PERMISSION_URL", &database.url);
            kinto
        };
        // This makes its tables.
        run(&mut command("migrate")).await?;
        let process = command("start")
            .args(["--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Kinto")?;
        wait::until_listening("Kinto", port).await?;
        let url = format!("http://127.0.0.1:{port}");
        let kinto = Kinto { url, _process: process, _database: database };
        kinto.put("/v1/buckets/gazette", &json!({})).await?;
        let collection = json!({
            "data": {"schema": {
                "type": "object",
                "required": ["text", "thread"],
                "properties": {
                    "text": {"type": "string", "minLength": 3, "maxLength": 500},
                    "thread": {"type": "string"},
                },
            }},
            "permissions": {"read": ["system.Everyone"], "record:create": ["system.Everyone"]},
        });
        kinto.put(COMMENTS, &collection).await?;
        Ok(kinto)
    }

    async fn put(&self, path: &str, body: &Value) -> Result<Value> {
        send(reqwest::Client::new().put(format!("{}{path}", self.url)), body).await
    }
}

/// The comments of a thread, the oldest first.
pub async fn comments(url: &str, thread: &str) -> Result<Vec<Value>> {
    let query = format!("thread={}&_sort=last_modified", encode(thread));
    let list = get_json(&format!("{url}{COMMENTS}/records?{query}")).await?;
    list["data"].as_array().cloned().with_context(|| list.to_string())
}

/// Writes a comment without a browser, and gives it as Kinto does.
pub async fn comment(url: &str, comment: &Value) -> Result<Value> {
    let request = reqwest::Client::new().post(format!("{url}{COMMENTS}/records"));
    send(request, &json!({"data": comment})).await
}

async fn send(request: reqwest::RequestBuilder, body: &Value) -> Result<Value> {
    let request = request.header("content-type", "application/json").body(body.to_string());
    let answer = request.send().await?;
    let (status, words) = (answer.status(), answer.text().await?);
    ensure!(status.is_success(), "{status}: {words}");
    Ok(serde_json::from_str::<Value>(&words)?["data"].clone())
}
