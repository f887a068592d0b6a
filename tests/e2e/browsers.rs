//! Starting a browser behind its WebDriver, and ending it.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver, WebElement};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::{places, wait};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    WebKit,
}

impl Engine {
    /// All engines.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The first part of a test's name.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// What is missing to start it, if anything.
    pub fn missing(self) -> Option<String> {
        let found = match self {
            Engine::Chromium => places::chromedriver().map(drop),
            Engine::Firefox => places::geckodriver().and(places::firefox()).map(drop),
            Engine::WebKit => {
                places::webkit_driver().and(places::mini_browser()).and(places::xvfb()).map(drop)
            }
        };
        found.err().map(|error| error.to_string())
    }
}

/// A running browser.
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// The connection to its WebDriver.
    pub driver: WebDriver,
    address: String,
    // Killed when dropped, the driver before its screen.
    _driver_process: Child,
    _screen: Option<Child>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts a browser with a fresh profile, whose reader wants no motion: a
    /// click is aimed at a thing that stays where it is.
    pub async fn start(engine: Engine) -> Result<Browser> {
        Self::start_with(engine, &[]).await
    }

    /// As [`Browser::start`]. Chromium gets further options.
    pub async fn start_with(engine: Engine, options: &[&str]) -> Result<Browser> {
        let browser = Self::launch(engine, options).await;
        browser.with_context(|| format!("{} can't be started", engine.name()))
    }

    async fn launch(engine: Engine, options: &[&str]) -> Result<Browser> {
        let profile = tempfile::tempdir()?;
        let port = wait::free_port()?;
        let mut screen = None;
        let driver_process = match engine {
            Engine::Chromium => {
                spawn(Command::new(places::chromedriver()?).arg(format!("--port={port}")))?
            }
            Engine::Firefox => spawn(
                Command::new(places::geckodriver()?)
                    .args(["--port", &port.to_string()])
                    // Two of them must not share the port of Firefox's own protocol.
                    .args(["--websocket-port", &wait::free_port()?.to_string()])
                    .env("TMPDIR", profile.path()),
            )?,
            Engine::WebKit => {
                let settings = profile.path().join("gtk-3.0");
                std::fs::create_dir_all(&settings)?;
                std::fs::write(
                    settings.join("settings.ini"),
                    "[Settings]\ngtk-enable-animations = 0\n",
                )?;
                let (process, display) = start_screen().await?;
                screen = Some(process);
                spawn(
                    Command::new(places::webkit_driver()?)
                        .arg(format!("--port={port}"))
                        .env("DISPLAY", display)
                        .env("GDK_BACKEND", "x11")
                        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
                        .env("LIBGL_ALWAYS_SOFTWARE", "1")
                        .env("XDG_CONFIG_HOME", profile.path())
                        .env("XDG_DATA_HOME", profile.path())
                        .env("XDG_CACHE_HOME", profile.path()),
                )?
            }
        };
        wait::until_listening("the WebDriver", port).await?;
        let address = format!("http://127.0.0.1:{port}");
        let driver =
            WebDriver::new(address.as_str(), capabilities(engine, profile.path(), options)?)
                .await?;
        driver.set_window_rect(0, 0, 1280, 900).await?;
        Ok(Browser {
            engine,
            driver,
            address,
            _driver_process: driver_process,
            _screen: screen,
            _profile: profile,
        })
    }

    /// Ends the browser; its driver ends with it.
    pub async fn quit(self) {
        // A browser that is gone already is what was wanted.
        let _ = self.driver.clone().quit().await;
    }

    /// What the console has said since it was asked last, where the engine tells.
    pub async fn console(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return Vec::new();
        }
        let entries = self.driver.browser_log().await.unwrap_or_default();
        entries.into_iter().map(|entry| entry.message).collect()
    }

    /// Takes the tab from the network, or gives it back; the tab knows it.
    /// Chromium alone can do this.
    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        let cdp = self.driver.cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        let conditions = json!({
            "offline": offline,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        });
        cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// The accessible name that the browser computes for an element (WebDriver,
    /// "Get Computed Label").
    pub async fn computed_name(&self, element: &WebElement) -> Result<String> {
        let (session, id) = (self.driver.session_id(), element.element_id());
        let url = format!("{}/session/{session}/element/{id}/computedlabel", self.address);
        let answer: Value = serde_json::from_str(&reqwest::get(url).await?.text().await?)?;
        Ok(answer["value"].as_str().with_context(|| answer.to_string())?.to_owned())
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }
}

fn spawn(command: &mut Command) -> Result<Child> {
    let quiet = std::env::var_os("ARTICLE_WIDGET_DRIVER_LOG").is_none();
    let output = || if quiet { Stdio::null() } else { Stdio::inherit() };
    command.stdin(Stdio::null()).stdout(output()).stderr(output()).kill_on_drop(true);
    command.spawn().with_context(|| format!("{:?}", command.as_std().get_program()))
}

/// Starts an X server and gives the name of its display.
async fn start_screen() -> Result<(Child, String)> {
    let mut process = Command::new(places::xvfb()?)
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("Xvfb")?;
    let output = process.stdout.take().context("Xvfb has no output")?;
    let number = BufReader::new(output).lines().next_line().await?.context("Xvfb said nothing")?;
    Ok((process, format!(":{}", number.trim())))
}

fn capabilities(engine: Engine, profile: &Path, further: &[&str]) -> Result<Capabilities> {
    let value = match engine {
        Engine::Chromium => {
            let mut options = json!({
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                    "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                    "--force-prefers-reduced-motion", "--window-size=1280,900", "--force-device-scale-factor=1",
                    format!("--user-data-dir={}", profile.join("chromium").display()),
                ],
            });
            let arguments = options["args"].as_array_mut().context("a list")?;
            arguments.extend(further.iter().map(|&option| json!(option)));
            if let Some(binary) = places::chromium() {
                options["binary"] = json!(binary);
            }
            json!({
                "browserName": "chrome",
                "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL"},
            })
        }
        Engine::Firefox => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": places::firefox()?,
                "args": ["-headless"],
                // Tab stops at links on every system.
                "prefs": {"accessibility.tabfocus": 7, "ui.prefersReducedMotion": 1},
            },
        }),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": places::mini_browser()?,
                "args": ["--automation"],
            },
        }),
    };
    let mut map = value.as_object().context("capabilities are an object")?.clone();
    map.insert("timeouts".into(), json!({"script": 60_000, "pageLoad": 60_000}));
    Ok(Capabilities::from(map))
}
