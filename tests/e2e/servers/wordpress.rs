//! WordPress, as Debian packages it, with posts of every shape.
//!
//! One installation in a temporary folder is several houses: a server of PHP's
//! own for each, told in its environment what to be strict about (see
//! `wordpress/fixture.php`). `wordpress/posts` holds the posts: a new shape is
//! a new file there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use super::mariadb::{MariaDb, run};
use super::{House, get_json};
use crate::{places, wait};

/// Which WordPress: one with house rules, or as the plugin leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    /// Comments without an account, under the rules of a house.
    House(House),
    /// Nothing but our plugin and its settings.
    Plugin,
}

impl From<House> for Door {
    fn from(house: House) -> Self {
        Door::House(house)
    }
}

/// A WordPress in a folder and a database; gone when dropped.
pub struct Installation {
    site: PathBuf,
    password: String,
    posts: BTreeMap<String, u64>,
    database: Arc<MariaDb>,
    _folder: tempfile::TempDir,
}

impl Installation {
    /// Copies WordPress, installs it and writes the posts.
    pub async fn make(database: Arc<MariaDb>) -> Result<Installation> {
        let folder = tempfile::tempdir()?;
        let site = folder.path().join("site");
        let fixtures = fixtures();
        copy(&places::wordpress()?, &site).await?;
        let content = site.join("wp-content");
        std::fs::create_dir_all(content.join("uploads"))?;
        std::fs::create_dir_all(content.join("mu-plugins"))?;
        std::fs::copy(fixtures.join("wp-config.php"), site.join("wp-config.php"))?;
        std::fs::copy(fixtures.join("fixture.php"), content.join("mu-plugins/fixture.php"))?;
        copy(&fixtures.join("theme"), &content.join("themes/fixture")).await?;
        let plugin = content.join("plugins/article-widget");
        copy(&plugin_source(), &plugin).await?;
        copy(&places::dist()?, &plugin.join("dist")).await?;
        database.run("", "CREATE DATABASE wordpress CHARACTER SET utf8mb4").await?;
        let told = run(Command::new(places::php()?)
            .arg(fixtures.join("install.php"))
            .arg(&site)
            .arg(fixtures.join("posts"))
            .env("FIXTURE_SOCKET", &database.socket))
        .await
        .context("installing WordPress")?;
        let told: Value = serde_json::from_str(&told).with_context(|| told.clone())?;
        let posts = told["posts"].as_object().context("no posts")?.iter();
        let posts = posts.filter_map(|(slug, id)| Some((slug.clone(), id.as_u64()?))).collect();
        let password = told["password"].as_str().context("no password")?.to_owned();
        Ok(Installation { site, password, posts, database, _folder: folder })
    }
}

/// A running WordPress; ended when dropped.
pub struct WordPress {
    /// Its base address.
    pub url: String,
    installation: Arc<Installation>,
    _process: Child,
}

impl WordPress {
    /// Starts a server for an installation.
    pub async fn start(door: Door, installation: Arc<Installation>) -> Result<WordPress> {
        let port = wait::free_port()?;
        let house = match door {
            Door::House(House::Open) => "open",
            Door::House(House::Limited) => "limited",
            Door::House(House::Moderated) => "moderated",
            Door::Plugin => "plugin",
        };
        let process = Command::new(places::php()?)
            .args(["-d", "opcache.enable_cli=1", "-S", &format!("127.0.0.1:{port}"), "-t"])
            .arg(&installation.site)
            .arg(fixtures().join("router.php"))
            .env("FIXTURE_HOUSE", house)
            .env("FIXTURE_SOCKET", &installation.database.socket)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("PHP")?;
        wait::until_listening("WordPress", port).await?;
        Ok(WordPress { url: format!("http://127.0.0.1:{port}"), installation, _process: process })
    }

    /// The number of one of the posts, by the name of its file.
    pub fn post(&self, slug: &str) -> Result<u64> {
        self.installation.posts.get(slug).copied().with_context(|| format!("no post {slug}"))
    }

    /// Writes a post that no other test has, and gives its number.
    pub async fn new_post(&self, title: &str, content: &str) -> Result<u64> {
        let post = json!({
            "title": title,
            "content": content,
            "status": "publish",
            "comment_status": "open",
        });
        let post = self.as_editor("/wp/v2/posts", &post).await?;
        post["id"].as_u64().context("no id")
    }

    /// Opens or closes the comments on a post.
    pub async fn set_comments(&self, post: u64, open: bool) -> Result<()> {
        let status = json!({"comment_status": if open { "open" } else { "closed" }});
        self.as_editor(&format!("/wp/v2/posts/{post}"), &status).await.map(drop)
    }

    /// The comments on a post that everybody sees, the oldest first.
    pub async fn comments(&self, post: u64) -> Result<Vec<Value>> {
        let query = "per_page=100&order=asc&orderby=id";
        let list = get_json(&self.rest(&format!("/wp/v2/comments?post={post}&{query}"))).await?;
        list.as_array().cloned().context("no list")
    }

    /// Writes a comment without a browser and gives its number.
    pub async fn comment(&self, post: u64, to: u64, author: &str, text: &str) -> Result<u64> {
        let comment = json!({
            "post": post,
            "parent": to,
            "author_name": author,
            "author_email": "reader@example.org",
            "content": text,
        });
        let answer = reqwest::Client::new()
            .post(self.rest("/wp/v2/comments"))
            .header("content-type", "application/json")
            .body(comment.to_string())
            .send()
            .await?;
        let (status, words) = (answer.status(), answer.text().await?);
        ensure!(status == 201, "{status}: {words}");
        serde_json::from_str::<Value>(&words)?["id"].as_u64().context("no id")
    }

    /// Has it keep so many comments on a post, a minute apart.
    pub async fn fill(&self, post: u64, count: usize) -> Result<()> {
        let row = |number: usize| {
            let at = format!("UTC_TIMESTAMP() - INTERVAL {} MINUTE", count - number);
            format!("({post}, 'Lectrice', 'Avis numéro {number}', {at}, {at}, '1', 'comment')")
        };
        let rows: Vec<String> = (1..=count).map(row).collect();
        let columns = "comment_post_ID, comment_author, comment_content, comment_date, \
                       comment_date_gmt, comment_approved, comment_type";
        let insert = format!("INSERT INTO wp_comments ({columns}) VALUES {}", rows.join(", "));
        self.installation.database.run("wordpress", &insert).await
    }

    /// The comments on a post that wait for approval.
    pub async fn waiting(&self, post: u64) -> Result<Vec<Value>> {
        let path = format!("/wp/v2/comments?post={post}&status=hold");
        let answer = self.editor(reqwest::Client::new().get(self.rest(&path))).send().await?;
        let list: Value = serde_json::from_str(&answer.error_for_status()?.text().await?)?;
        list.as_array().cloned().context("no list")
    }

    /// Lets a comment be seen by everybody.
    pub async fn approve(&self, comment: &Value) -> Result<()> {
        let path = format!("/wp/v2/comments/{}", comment["id"]);
        self.as_editor(&path, &json!({"status": "approved"})).await.map(drop)
    }

    /// The address of something in the REST interface.
    pub fn rest(&self, path: &str) -> String {
        format!("{}/wp-json{path}", self.url)
    }

    /// Sends JSON as the editor, who may do everything.
    pub async fn as_editor(&self, path: &str, body: &Value) -> Result<Value> {
        let request = reqwest::Client::new().post(self.rest(path));
        let request = request.header("content-type", "application/json").body(body.to_string());
        let answer = self.editor(request).send().await?;
        let (status, words) = (answer.status(), answer.text().await?);
        ensure!(status.is_success(), "{path}: {status}: {words}");
        Ok(serde_json::from_str(&words)?)
    }

    fn editor(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        request.basic_auth("editor", Some(&self.installation.password))
    }
}

/// The plugin for WordPress, without `dist/`.
pub fn plugin_source() -> PathBuf {
    places::repository().join("www/wordpress/article-widget")
}

fn fixtures() -> PathBuf {
    places::repository().join("tests/e2e/servers/wordpress")
}

/// Copies a folder, and what its links lead to.
async fn copy(from: &Path, to: &Path) -> Result<()> {
    ensure!(from.is_dir(), "there is no {}", from.display());
    std::fs::create_dir_all(to)?;
    run(Command::new("cp").arg("-rL").arg(from.join(".")).arg(to)).await.map(drop)
}
