//! A real comment server: Isso, on a database in a temporary folder.

use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

pub use super::House;
use super::encode;
use crate::{places, wait};

/// A running Isso; ended when dropped.
pub struct Isso {
    /// Its base address.
    pub url: String,
    _process: Child,
    folder: tempfile::TempDir,
}

impl Isso {
    /// Starts a server for pages of `origin`.
    pub async fn start(house: House, origin: &str) -> Result<Isso> {
        let folder = tempfile::tempdir()?;
        let port = wait::free_port()?;
        let configuration = folder.path().join("isso.cfg");
        let moderated = house == House::Moderated;
        let limit = if house == House::Limited { 2 } else { 1000 };
        std::fs::write(
            &configuration,
            format!(
                "[general]\ndbpath = {database}\nhost = {origin}/\nmax-age = 15m\n\
                 [server]\nlisten = http://127.0.0.1:{port}/\n\
                 [moderation]\nenabled = {moderated}\n\
                 [guard]\nenabled = true\nratelimit = {limit}\ndirect-reply = 1000\n\
                 reply-to-self = true\nrequire-author = {moderated}\nrequire-email = {moderated}\n",
                database = folder.path().join("comments.db").display(),
            ),
        )?;
        let process = Command::new(places::isso()?)
            .arg("-c")
            .arg(&configuration)
            .arg("run")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Isso")?;
        wait::until_listening("Isso", port).await?;
        Ok(Isso { url: format!("http://127.0.0.1:{port}"), _process: process, folder })
    }

    /// The comments of a thread, as a plain HTTP request gets them: top
    /// comments, each with its `replies`.
    pub async fn comments(&self, thread: &str) -> Result<Vec<Value>> {
        let address = format!("{}/?uri={}&nested_limit=50", self.url, encode(thread));
        let answer = reqwest::get(address).await?;
        if answer.status() == 404 {
            return Ok(Vec::new());
        }
        let list: Value = serde_json::from_str(&answer.text().await?)?;
        Ok(list["replies"].as_array().cloned().unwrap_or_default())
    }

    /// Writes a comment without a browser and gives its `id`.
    pub async fn post(&self, thread: &str, author: &str, text: &str) -> Result<i64> {
        let body = json!({"author": author, "text": text, "title": "Article"});
        self.create(thread, &body).await
    }

    /// Has it keep so many comments more, "Avis numéro N", each fifth of which
    /// answers the one before: straight into its database, for it takes a
    /// hundredth of a second for each that is sent.
    pub async fn fill(&self, thread: &str, count: usize) -> Result<()> {
        let first = self.post(thread, "Lectrice", "Avis numéro 1").await?;
        let script = format!(
            "import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
columns = 'tid, created, mode, remote_addr, author, likes, dislikes, voters, notification'
for number in range(2, {count} + 1):
    parent = None if number % 5 else {first} + number - 2
    database.execute('INSERT INTO comments (id, parent, text, ' + columns + ') SELECT ?, ?, ?, '
        + columns.replace('created', 'created + ?') + ' FROM comments WHERE id = {first}',
        ({first} + number - 1, parent, f'Avis numéro {{number}}', number))
database.commit()"
        );
        let output = Command::new("python3")
            .args(["-c", &script])
            .arg(self.folder.path().join("comments.db"))
            .output()
            .await?;
        anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    }

    /// Answers a comment without a browser and gives the `id` of the answer.
    pub async fn reply(&self, thread: &str, to: i64, author: &str, text: &str) -> Result<i64> {
        self.create(thread, &json!({"author": author, "text": text, "parent": to})).await
    }

    async fn create(&self, thread: &str, body: &Value) -> Result<i64> {
        let answer = reqwest::Client::new()
            .post(format!("{}/new?uri={}", self.url, encode(thread)))
            .header("content-type", "application/json")
            .body(body.to_string())
            .send()
            .await?
            .error_for_status()?;
        let comment: Value = serde_json::from_str(&answer.text().await?)?;
        comment["id"].as_i64().context("Isso gave no id")
    }
}
