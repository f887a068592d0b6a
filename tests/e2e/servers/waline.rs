//! Waline, the server of npm's `@waline/vercel`, on tables in MariaDB.

use std::process::Stdio;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::mariadb::MariaDb;
use super::{House, encode, get_json};
use crate::{places, wait};

/// A running Waline; ended when dropped.
pub struct Waline {
    /// Its base address.
    pub url: String,
    _process: Child,
    database: Arc<MariaDb>,
    tables: &'static str,
}

impl Waline {
    /// Starts a server with a database of its own.
    pub async fn start(house: House, database: Arc<MariaDb>) -> Result<Waline> {
        let port = wait::free_port()?;
        let name = match house {
            House::Open => "waline_open",
            House::Limited => "waline_limited",
            House::Moderated => "waline_moderated",
        };
        database.run("", &format!("CREATE DATABASE {name} CHARACTER SET utf8mb4")).await?;
        database.run(name, include_str!("waline/tables.sql")).await?;
        let process = Command::new("node")
            .arg(places::repository().join("tests/e2e/servers/waline/start.js"))
            .arg(places::waline()?)
            .arg(port.to_string())
            .env("MYSQL_PORT", database.port.to_string())
            .env("MYSQL_DB", name)
            .env("MYSQL_USER", "root")
            .env("JWT_TOKEN", "tests")
            .env("SITE_NAME", "La Gazette")
            .env("SITE_URL", "http://127.0.0.1/")
            .env("AKISMET_KEY", "false")
            .env("COMMENT_AUDIT", if house == House::Moderated { "true" } else { "false" })
            // Seconds between two comments from one address.
            .env("IPQPS", if house == House::Limited { "600" } else { "0" })
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Node.js")?;
        wait::until_listening("Waline", port).await?;
        let url = format!("http://127.0.0.1:{port}");
        Ok(Waline { url, _process: process, database, tables: name })
    }

    /// The comments on a page: top comments, the oldest first, each with its
    /// `children`.
    pub async fn comments(&self, page: &str) -> Result<Vec<Value>> {
        let query = "pageSize=100&page=1&sortBy=insertedAt_asc&lang=en";
        let address = format!("{}/api/comment?path={}&{query}", self.url, encode(page));
        let answer = get_json(&address).await?;
        answer["data"]["data"].as_array().cloned().with_context(|| answer.to_string())
    }

    /// Writes a comment without a browser, and gives it as Waline does.
    pub async fn comment(
        &self,
        page: &str,
        to: Option<u64>,
        nick: &str,
        text: &str,
    ) -> Result<Value> {
        let mut comment = json!({"comment": text, "nick": nick, "url": page});
        if let Some(to) = to {
            comment["pid"] = json!(to);
            comment["rid"] = json!(to);
        }
        self.send(reqwest::Method::POST, "", &comment, None).await
    }

    /// Has it keep so many comments, a minute apart: those of one second it
    /// gives in any order, and so some twice on two pages and some not at all.
    pub async fn fill(&self, page: &str, count: usize) -> Result<()> {
        let row = |number: usize| {
            let ago = count - number;
            format!(
                "('Avis numéro {number}', 'Lectrice', 'approved', '{page}', \
                 NOW() - INTERVAL {ago} MINUTE)"
            )
        };
        let rows: Vec<String> = (1..=count).map(row).collect();
        let columns = "comment, nick, status, url, insertedAt";
        // A command line has no room for ten thousand.
        for some in rows.chunks(500) {
            let insert = format!("INSERT INTO wl_Comment ({columns}) VALUES {}", some.join(", "));
            self.database.run(self.tables, &insert).await?;
        }
        Ok(())
    }

    /// Lets a comment be seen by everybody.
    pub async fn approve(&self, comment: &Value) -> Result<()> {
        let token = self.sign_in().await?;
        let tail = format!("/{}", comment["objectId"]);
        let approved = json!({"status": "approved"});
        self.send(reqwest::Method::PUT, &tail, &approved, Some(&token)).await.map(drop)
    }

    /// Lets the comment be seen that was written last and waits.
    pub async fn approve_last(&self) -> Result<()> {
        let token = self.sign_in().await?;
        let query = "type=list&owner=all&status=waiting&keyword=&page=1&lang=en";
        let request = reqwest::Client::new().get(format!("{}/api/comment?{query}", self.url));
        let answer = request.bearer_auth(token).send().await?.text().await?;
        let answer: Value = serde_json::from_str(&answer).with_context(|| answer.clone())?;
        let waiting = answer["data"]["data"].get(0).with_context(|| answer.to_string())?;
        self.approve(waiting).await
    }

    /// Signs in as the first user, who is the administrator.
    async fn sign_in(&self) -> Result<String> {
        let (email, password) = ("editor@example.org", "editor-editor");
        let user = json!({"display_name": "Editor", "email": email, "password": password});
        // The second time, she is there already.
        self.send_to("user", reqwest::Method::POST, &user, None).await.ok();
        let login = json!({"email": email, "password": password});
        let token = self.send_to("token", reqwest::Method::POST, &login, None).await?;
        token["token"].as_str().map(String::from).context("no token")
    }

    async fn send(
        &self,
        method: reqwest::Method,
        tail: &str,
        body: &Value,
        token: Option<&str>,
    ) -> Result<Value> {
        self.send_to(&format!("comment{tail}"), method, body, token).await
    }

    async fn send_to(
        &self,
        what: &str,
        method: reqwest::Method,
        body: &Value,
        token: Option<&str>,
    ) -> Result<Value> {
        let address = format!("{}/api/{what}?lang=en", self.url);
        let mut request = reqwest::Client::new().request(method, address);
        request = request.header("content-type", "application/json").body(body.to_string());
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await?.text().await?;
        let answer: Value = serde_json::from_str(&answer).with_context(|| answer.clone())?;
        ensure!(answer["errno"] == json!(0), "{answer}");
        Ok(answer["data"].clone())
    }
}
