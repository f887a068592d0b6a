//! What every test gets: a browser and a site of its own.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use futures_util::FutureExt;
use libtest_mimic::{Failed, Trial};
use tokio::runtime::Handle;

use crate::browsers::{Browser, Engine};
use crate::places;
use crate::pool::Pool;
use crate::servers::Servers;
use crate::site::Site;
use crate::steadiness::Steadiness;

/// What every test gets.
pub struct Stage {
    /// A browser with an empty page.
    pub browser: Browser,
    /// A site of its own.
    pub site: Site,
    /// The servers that all tests share.
    pub servers: Arc<Servers>,
}

impl Stage {
    /// Opens a path of the site in the browser.
    pub async fn open(&self, path: &str) -> Result<()> {
        Ok(self.browser.driver.goto(self.site.url(path)).await?)
    }
}

/// What a test does, once it is on the stage.
pub type Play = for<'a> fn(&'a Stage) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// A test.
#[derive(Clone, Copy)]
pub struct Scene {
    /// What it shows.
    pub name: &'static str,
    /// What it does.
    pub play: Play,
    /// What it can't do without, beside its browser.
    pub needs: &'static [fn() -> Result<PathBuf>],
}

/// The list of a file's tests, each with what it can't do without (see
/// [`places`]): `scenes![shows_it, posts_it needs isso axe];`
#[macro_export]
macro_rules! scenes {
    ($($name:ident $(needs $($need:ident)+)?),* $(,)?) => {
        /// The tests of this file.
        pub(crate) const SCENES: &[$crate::stage::Scene] = &[$($crate::stage::Scene {
            name: stringify!($name),
            play: |stage| Box::pin($name(stage)),
            needs: &[$($($crate::places::$need),+)?],
        }),*];
    };
}

/// The tests of a file in one engine, named `ENGINE::FILE::SCENE`.
pub fn trials(
    engine: Engine,
    file: &str,
    scenes: &'static [Scene],
    pool: &Arc<Pool>,
    servers: &Arc<Servers>,
    steadiness: &Arc<Steadiness>,
    runtime: &Handle,
) -> Vec<Trial> {
    let in_ci = std::env::var_os("CI").is_some_and(|value| value == "true");
    scenes
        .iter()
        .map(|scene| {
            let name = format!("{}::{file}::{}", engine.name(), scene.name);
            let (pool, servers) = (pool.clone(), servers.clone());
            let steadiness = steadiness.clone();
            let (runtime, scene) = (runtime.clone(), *scene);
            let lacking = scene.needs.iter().find_map(|need| need().err());
            let reason = engine.missing().or(lacking.map(|error| error.to_string()));
            let (is_missing, title) = (reason.is_some(), name.clone());
            Trial::test(name, move || match reason {
                Some(reason) => Err(Failed::from(reason)),
                None => runtime
                    .block_on(
                        steadiness.play(&title, || perform(engine, &title, scene, &pool, &servers)),
                    )
                    .map_err(|error| Failed::from(format!("{error:#}"))),
            })
            .with_ignored_flag(is_missing && !in_ci)
        })
        .collect()
}

/// Longer than any test takes: a browser that answers no more would hold up all.
const LONGEST: Duration = Duration::from_secs(300);

async fn perform(
    engine: Engine,
    title: &str,
    scene: Scene,
    pool: &Pool,
    servers: &Arc<Servers>,
) -> Result<()> {
    let site = Site::open().await?;
    let stage = Stage { browser: pool.take(engine).await?, site, servers: servers.clone() };
    let play = AssertUnwindSafe((scene.play)(&stage)).catch_unwind();
    let outcome = match tokio::time::timeout(LONGEST, play).await {
        Err(_) => Err(anyhow!("it has no end after {LONGEST:?}")),
        Ok(outcome) => outcome.unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<String>().cloned();
            let words = words.or_else(|| panic.downcast_ref::<&str>().map(|&text| text.into()));
            Err(anyhow!("panicked: {}", words.unwrap_or_default()))
        }),
    };
    match outcome {
        Ok(()) => {
            pool.give_back(stage.browser).await;
            Ok(())
        }
        Err(error) => {
            let evidence = evidence(&stage.browser, title).await;
            stage.browser.quit().await;
            Err(error.context(evidence))
        }
    }
}

/// Keeps a picture of a failure, and says what the browser's console said.
async fn evidence(browser: &Browser, title: &str) -> String {
    let folder = places::failures();
    let file = folder.join(format!("{}.png", title.replace("::", "-")));
    let kept =
        std::fs::create_dir_all(&folder).is_ok() && browser.driver.screenshot(&file).await.is_ok();
    let mut words = if kept { format!("picture: {}", file.display()) } else { String::new() };
    for message in browser.console().await {
        words.push_str("\nconsole: ");
        words.push_str(&message);
    }
    words
}
