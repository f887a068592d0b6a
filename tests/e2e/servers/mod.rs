//! Real comment servers, one file each, and what stands between them and a page.
//!
//! | module | holds |
//! | --- | --- |
//! | [`isso`] | Isso, one for each test |
//! | [`wordpress`] | WordPress, with posts of every shape |
//! | [`waline`] | Waline |
//! | [`kinto`] | Kinto, which no preset knows |
//! | [`mariadb`] | the database of WordPress and Waline |
//! | [`postgres`] | the database of Kinto |
//! | [`thread`] | one article's comments on any of them |
//! | [`proxy`] | a network that loses requests and answers |
//!
//! What takes seconds to start is started when the first test asks for it, on a
//! free port, and shared by all: each test has an article of its own in it. All
//! of it ends with the tests, and its data with it.
//!
//! `README.md` says which scene shows what of which server.

pub mod isso;
pub mod kinto;
pub mod mariadb;
pub mod postgres;
pub mod proxy;
pub mod thread;
pub mod waline;
pub mod wordpress;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;
use tokio::sync::{Mutex, OnceCell};

use kinto::Kinto;
use mariadb::MariaDb;
use waline::Waline;
use wordpress::{Door, Installation, WordPress};

/// How a server treats what readers send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum House {
    /// Everything is published at once, with many comments a minute.
    Open,
    /// As [`House::Open`], with few comments a minute from one address.
    Limited,
    /// Everything waits for approval; name and e-mail address are wanted where
    /// the server can want them.
    Moderated,
}

/// The servers that tests share.
#[derive(Default)]
pub struct Servers {
    database: OnceCell<Arc<MariaDb>>,
    installation: OnceCell<Arc<Installation>>,
    wordpress: Mutex<BTreeMap<Door, Arc<WordPress>>>,
    waline: Mutex<BTreeMap<House, Arc<Waline>>>,
    kinto: OnceCell<Kinto>,
}

impl Servers {
    /// A WordPress that keeps this house.
    pub async fn wordpress(&self, door: impl Into<Door>) -> Result<Arc<WordPress>> {
        let door = door.into();
        let installation = self
            .installation
            .get_or_try_init(|| async {
                let database = self.database().await?;
                Ok::<_, anyhow::Error>(Arc::new(Installation::make(database).await?))
            })
            .await?;
        let mut running = self.wordpress.lock().await;
        if let Some(wordpress) = running.get(&door) {
            return Ok(wordpress.clone());
        }
        let wordpress = Arc::new(WordPress::start(door, installation.clone()).await?);
        running.insert(door, wordpress.clone());
        Ok(wordpress)
    }

    /// A Waline that keeps this house.
    pub async fn waline(&self, house: House) -> Result<Arc<Waline>> {
        let mut running = self.waline.lock().await;
        if let Some(waline) = running.get(&house) {
            return Ok(waline.clone());
        }
        let waline = Arc::new(Waline::start(house, self.database().await?).await?);
        running.insert(house, waline.clone());
        Ok(waline)
    }

    /// A Kinto.
    pub async fn kinto(&self) -> Result<&Kinto> {
        self.kinto.get_or_try_init(Kinto::start).await
    }

    async fn database(&self) -> Result<Arc<MariaDb>> {
        let start = || async { Ok::<_, anyhow::Error>(Arc::new(MariaDb::start().await?)) };
        Ok(self.database.get_or_try_init(start).await?.clone())
    }
}

/// A JSON document that a plain HTTP request gets.
pub(crate) async fn get_json(address: &str) -> Result<serde_json::Value> {
    let answer = reqwest::get(address).await?.error_for_status()?;
    Ok(serde_json::from_str(&answer.text().await?)?)
}

/// A text as it may stand in the query of an address.
pub fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
