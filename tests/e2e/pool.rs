//! Browsers that wait for their next test.
//!
//! Starting a browser takes seconds, so tests share them. What a test leaves in
//! a browser does not reach the next one: each has a site at an origin of its
//! own, and a browser whose test failed is ended.

use std::sync::Mutex;

use anyhow::Result;

use crate::browsers::{Browser, Engine};

/// Browsers that wait for their next test.
#[derive(Default)]
pub struct Pool {
    idle: Mutex<Vec<Browser>>,
}

impl Pool {
    /// A browser of this engine, started if none is idle.
    pub async fn take(&self, engine: Engine) -> Result<Browser> {
        let idle = {
            let mut browsers = self.lock();
            let place = browsers.iter().position(|browser| browser.engine == engine);
            place.map(|place| browsers.swap_remove(place))
        };
        match idle {
            Some(browser) => Ok(browser),
            None => Browser::start(engine).await,
        }
    }

    /// Gives a browser back, with an empty page.
    pub async fn give_back(&self, browser: Browser) {
        // What the console has said is told of nobody else.
        let _ = browser.console().await;
        match browser.driver.goto("about:blank").await {
            Ok(()) => self.lock().push(browser),
            Err(_) => browser.quit().await,
        }
    }

    /// Ends all browsers.
    pub async fn quit(&self) {
        let browsers = std::mem::take(&mut *self.lock());
        for browser in browsers {
            browser.quit().await;
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
