//! Kinto, a store of JSON records over HTTP: a server that no preset knows, and
//! that a site owner describes in a file of her own.

use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::{encode, get_json};
use crate::{places, wait};

/// A running Kinto with a collection for comments; ended when dropped.
pub struct Kinto {
    /// Its base address.
    pub url: String,
    _process: Child,
}

/// Where the comments are.
pub const COMMENTS: &str = "/v1/buckets/gazette/collections/comments";

impl Kinto {
    /// Starts a server, in which everybody may add a comment and read all.
    pub async fn start() -> Result<Kinto> {
        let port = wait::free_port()?;
        let process = Command::new(places::kinto()?)
            .arg("start")
            .args(["--port", &port.to_string(), "--ini"])
            .arg(places::repository().join("tests/e2e/servers/kinto/kinto.ini"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Kinto")?;
        wait::until_listening("Kinto", port).await?;
        let kinto = Kinto { url: format!("http://127.0.0.1:{port}"), _process: process };
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

    /// The comments of a thread, the oldest first.
    pub async fn comments(&self, thread: &str) -> Result<Vec<Value>> {
        let query = format!("thread={}&_sort=last_modified", encode(thread));
        let list = get_json(&format!("{}{COMMENTS}/records?{query}", self.url)).await?;
        list["data"].as_array().cloned().with_context(|| list.to_string())
    }

    /// Writes a comment without a browser, and gives it as Kinto does.
    pub async fn comment(&self, thread: &str, name: &str, text: &str) -> Result<Value> {
        let comment = json!({"data": {"thread": thread, "name": name, "text": text}});
        let address = format!("{}{COMMENTS}/records", self.url);
        let request = reqwest::Client::new().post(address);
        send(request, &comment).await
    }

    async fn put(&self, path: &str, body: &Value) -> Result<Value> {
        send(reqwest::Client::new().put(format!("{}{path}", self.url)), body).await
    }
}

async fn send(request: reqwest::RequestBuilder, body: &Value) -> Result<Value> {
    let request = request.header("content-type", "application/json").body(body.to_string());
    let answer = request.send().await?;
    let (status, words) = (answer.status(), answer.text().await?);
    ensure!(status.is_success(), "{status}: {words}");
    Ok(serde_json::from_str::<Value>(&words)?["data"].clone())
}
