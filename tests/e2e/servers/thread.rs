//! One article's comments, on any of the servers: what a test may ask of all.

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::House;
use super::isso::Isso;
use super::kinto;
use super::waline::Waline;
use super::wordpress::WordPress;
use crate::stage::Stage;

/// A comment server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Isso.
    Isso,
    /// WordPress.
    WordPress,
    /// Waline.
    Waline,
    /// Kinto, as the site's owner has described it.
    Kinto,
}

/// The comments on one article, which no other test has.
pub struct Thread {
    server: Server,
    name: String,
}

enum Server {
    Isso(Box<Isso>),
    WordPress(Arc<WordPress>, u64),
    Waline(Arc<Waline>),
    /// Its address.
    Kinto(String),
}

/// A comment as the server has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its name with the server.
    pub id: String,
    /// The comment that it answers.
    pub parent: Option<String>,
    /// Its author's name.
    pub author: String,
    /// Its text, as HTML or as it was typed.
    pub text: String,
}

impl Thread {
    /// A thread without comments, in a house.
    pub async fn start(stage: &Stage, kind: Kind, house: House) -> Result<Thread> {
        let mut name = stage.site.url("/the-bridge");
        let server = match kind {
            Kind::Isso => Server::Isso(Box::new(Isso::start(house, &stage.site.origin).await?)),
            Kind::WordPress => {
                let wordpress = stage.servers.wordpress(house).await?;
                let post = wordpress.new_post("Le pont et la rivière", "<p>Un pont.</p>").await?;
                name = post.to_string();
                Server::WordPress(wordpress, post)
            }
            Kind::Waline => Server::Waline(stage.servers.waline(house).await?),
            Kind::Kinto => {
                stage.site.page("/kinto.json", kinto::DESCRIPTION);
                Server::Kinto(stage.servers.kinto().await?.url.clone())
            }
        };
        Ok(Thread { server, name })
    }

    /// The base address of the server.
    pub fn url(&self) -> &str {
        match &self.server {
            Server::Isso(isso) => &isso.url,
            Server::WordPress(wordpress, _) => &wordpress.url,
            Server::Waline(waline) => &waline.url,
            Server::Kinto(url) => url,
        }
    }

    /// What the server calls the article.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The attributes of the one script tag that show these comments, with the
    /// server at an address of its own or behind another one.
    pub fn attributes(&self, url: &str) -> String {
        let backend = match self.server {
            Server::Isso(_) => "isso",
            Server::WordPress(..) => "wordpress",
            Server::Waline(_) => "waline",
            Server::Kinto(_) => "/kinto.json",
        };
        format!("data-backend={backend} data-backend-url=\"{url}\" data-thread=\"{}\"", self.name)
    }

    /// What everybody gets, by a plain HTTP request: the oldest first, an
    /// answer after its comment.
    pub async fn comments(&self) -> Result<Vec<Kept>> {
        let mut all = Vec::new();
        match &self.server {
            Server::Isso(isso) => {
                let list = isso.comments(&self.name).await?;
                keep_nested(&mut all, &list, ["id", "parent", "author", "text", "replies"]);
            }
            Server::WordPress(wordpress, post) => {
                for one in wordpress.comments(*post).await? {
                    let text = one["content"]["rendered"].clone();
                    all.push(kept(&one, ["id", "parent", "author_name"], &text));
                }
            }
            Server::Waline(waline) => {
                let list = waline.comments(&self.name).await?;
                keep_nested(&mut all, &list, ["objectId", "pid", "nick", "comment", "children"]);
            }
            Server::Kinto(url) => {
                for one in kinto::comments(url, &self.name).await? {
                    all.push(kept(&one, ["id", "parent", "name"], &one["text"]));
                }
            }
        }
        Ok(all)
    }

    /// Writes a comment without a browser and gives its name with the server.
    pub async fn post(&self, author: &str, text: &str) -> Result<String> {
        self.write(None, author, text).await
    }

    /// Has the server keep so many comments, "Avis numéro N", a minute apart
    /// where its database can be told so.
    pub async fn fill(&self, count: usize) -> Result<()> {
        match &self.server {
            Server::WordPress(wordpress, post) => return wordpress.fill(*post, count).await,
            Server::Waline(waline) => return waline.fill(&self.name, count).await,
            Server::Isso(_) | Server::Kinto(_) => {}
        }
        for number in 1..=count {
            self.post("Lectrice", &format!("Avis numéro {number}")).await?;
        }
        Ok(())
    }

    /// Answers a comment without a browser.
    pub async fn reply(&self, to: &str, author: &str, text: &str) -> Result<String> {
        self.write(Some(to), author, text).await
    }

    async fn write(&self, to: Option<&str>, author: &str, text: &str) -> Result<String> {
        let number = to.and_then(|id| id.parse::<u64>().ok());
        Ok(match &self.server {
            Server::Isso(isso) => match number {
                Some(to) => {
                    isso.reply(&self.name, to.cast_signed(), author, text).await?.to_string()
                }
                None => isso.post(&self.name, author, text).await?.to_string(),
            },
            Server::WordPress(wordpress, post) => {
                wordpress.comment(*post, number.unwrap_or(0), author, text).await?.to_string()
            }
            Server::Waline(waline) => {
                name_of(&waline.comment(&self.name, number, author, text).await?["objectId"])
            }
            Server::Kinto(url) => {
                let comment = json!({
                    "thread": self.name, "name": author, "text": text, "parent": to,
                });
                name_of(&kinto::comment(url, &comment).await?["id"])
            }
        })
    }

    /// Lets everybody see a comment that waits, once the server has one.
    pub async fn approve(&self) -> Result<()> {
        match &self.server {
            Server::WordPress(wordpress, post) => {
                let waiting = wordpress.waiting(*post).await?;
                wordpress.approve(waiting.first().context("nothing waits")?).await
            }
            Server::Waline(waline) => waline.approve_last().await,
            _ => bail!("nobody approves comments there"),
        }
    }
}

fn name_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), String::from)
}

fn kept(one: &Value, [id, parent, author]: [&str; 3], text: &Value) -> Kept {
    let parent = Some(&one[parent]).filter(|name| !name.is_null() && **name != json!(0));
    Kept {
        id: name_of(&one[id]),
        parent: parent.map(name_of),
        author: one[author].as_str().unwrap_or_default().to_owned(),
        text: text.as_str().unwrap_or_default().to_owned(),
    }
}

fn keep_nested(all: &mut Vec<Kept>, list: &[Value], keys: [&str; 5]) {
    let [id, parent, author, text, answers] = keys;
    for one in list {
        all.push(kept(one, [id, parent, author], &one[text]));
        keep_nested(all, one[answers].as_array().map_or(&[], Vec::as_slice), keys);
    }
}
