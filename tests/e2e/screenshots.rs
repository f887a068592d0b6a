//! Pictures of the widget in a page under the strictest policy, by Chromium.
//!
//! `cargo run -p article-widget-e2e-tests -- FOLDER`

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use article_widget_e2e_tests::browsers::{Browser, Engine};
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::pages;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::{Fault, Site};
use serde_json::{Value, json};

/// What is seen of the widget.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Loading,
    Error,
    Ready,
    Selected,
    Table,
    FormErrors,
}

/// A picture to be taken.
struct Picture {
    name: &'static str,
    lang: &'static str,
    dark: bool,
    state: State,
}

const PICTURES: &[Picture] = &[
    Picture { name: "light", lang: "fr", dark: false, state: State::Ready },
    Picture { name: "dark", lang: "fr", dark: true, state: State::Ready },
    Picture { name: "light", lang: "en", dark: false, state: State::Ready },
    Picture { name: "light", lang: "ar", dark: false, state: State::Ready },
    Picture { name: "dark-selected", lang: "ar", dark: true, state: State::Selected },
    Picture { name: "light-selected", lang: "fr", dark: false, state: State::Selected },
    Picture { name: "dark-selected", lang: "fr", dark: true, state: State::Selected },
    Picture { name: "light-table", lang: "fr", dark: false, state: State::Table },
    Picture { name: "light-form-errors", lang: "fr", dark: false, state: State::FormErrors },
    Picture { name: "light-loading", lang: "fr", dark: false, state: State::Loading },
    Picture { name: "dark-loading", lang: "fr", dark: true, state: State::Loading },
    Picture { name: "light-error", lang: "fr", dark: false, state: State::Error },
];

/// A phone and a desk.
const WIDTHS_PX: [u32; 2] = [360, 1280];

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).map_or_else(|| "target/screenshots".into(), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let browser = Browser::start(Engine::Chromium).await?;
    let outcome = take_all(&browser, &folder).await;
    browser.quit().await;
    outcome
}

async fn take_all(browser: &Browser, folder: &Path) -> Result<()> {
    let site = Site::open().await?;
    let server = Isso::start(House::Open, &site.origin).await?;
    write_comments(&server).await?;
    for picture in PICTURES {
        for width_px in WIDTHS_PX {
            let article = document(picture.lang).trim_matches('/').trim_end_matches(".json");
            let file = folder.join(format!("{article}-{width_px}-{}.png", picture.name));
            take(browser, &site, &server, picture, width_px, &file)
                .await
                .with_context(|| file.display().to_string())?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

fn document(lang: &str) -> &'static str {
    match lang {
        "ar" => "/green-wall.json",
        "en" => "/ozone.json",
        _ => "/niger.json",
    }
}

async fn write_comments(server: &Isso) -> Result<()> {
    let threads = [
        (
            "/fr",
            "Mariama",
            "Merci pour cette carte : on voit enfin qui parle à qui.",
            "Ibrahim",
            "Il manquerait encore l’Algérie, non ?",
        ),
        (
            "/en",
            "Grace",
            "The best short account of the treaty that I have read.",
            "Tom",
            "Agreed. The table helped me most.",
        ),
        ("/ar", "سلمى", "خريطة واضحة، شكرًا لكم.", "يوسف", "أتفق معك."),
    ];
    for (thread, first, text, second, answer) in threads {
        let id = server.post(thread, first, text).await?;
        server.reply(thread, id, second, answer).await?;
    }
    Ok(())
}

async fn take(
    browser: &Browser,
    site: &Site,
    server: &Isso,
    picture: &Picture,
    width_px: u32,
    file: &Path,
) -> Result<()> {
    let cdp = browser.driver.cdp();
    let metrics =
        json!({"width": width_px, "height": 800, "deviceScaleFactor": 1, "mobile": false});
    cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    let scheme = if picture.dark { "dark" } else { "light" };
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    cdp.send_raw("Emulation.setEmulatedMedia", media).await?;

    let source = match picture.state {
        State::Error => "/nowhere.json",
        _ => document(picture.lang),
    };
    let attributes = format!(
        "data-src={source} data-thread=/{} data-backend=isso data-backend-url={}",
        picture.lang, server.url
    );
    let html = pages::page(picture.lang, &pages::script_tag(&attributes))
        .replace("<title>", "<meta name=color-scheme content=\"light dark\"><title>");
    site.page_under_policy("/picture", html, &pages::strict_policy(&server.url));
    if picture.state == State::Loading {
        site.break_at(source, Fault::Hold);
    }
    browser.driver.goto(site.url("/picture")).await?;
    // The page's own font, by the one way that its policy leaves open.
    let font = "document.body.style.fontFamily = '\"Noto Serif\", \"Noto Naskh Arabic\", serif'";
    browser.run(font, Vec::new()).await?;
    reach(Widget::first(browser), picture.state).await?;
    photograph(browser, width_px, file).await?;
    site.mend(source);
    Ok(())
}

/// Brings the widget into a state.
async fn reach(widget: Widget<'_>, state: State) -> Result<()> {
    match state {
        State::Loading => return widget.find("[part~=loading]").await.map(drop),
        State::Error => return widget.find("[part~=error]").await.map(drop),
        _ => widget.until_ready().await?,
    }
    widget.find("[part~=comment]").await?;
    widget.find("svg [id^=actor-]").await?;
    let pictures = "[...root.querySelectorAll('img')].every((image) => {
        image.loading = 'eager'; return image.complete })";
    widget.until("the pictures", pictures).await?;
    match state {
        State::Selected => {
            let first = "host.selectActor(root.querySelector('svg [id^=actor-]').id.slice(6))";
            widget.run(first, Value::Null).await?;
            widget.find("#actor-panel").await?;
        }
        State::Table => {
            let view = "host.setAttribute('map', 'table')";
            widget.run(view, Value::Null).await?;
            widget.until_count("svg [id^=actor-]", 0).await?;
        }
        State::FormErrors => {
            widget.type_into("form textarea", "a").await?;
            widget.click("form [type=submit]").await?;
            widget.find("form [aria-invalid=true]").await?;
        }
        _ => {}
    }
    Ok(())
}

/// Keeps the whole page, however long it is, as a picture.
async fn photograph(browser: &Browser, width_px: u32, file: &Path) -> Result<()> {
    let settle = "scrollTo(0, 0); const done = arguments[arguments.length - 1];
        document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => {
            for (const animation of document.querySelector('article-widget').shadowRoot.getAnimations()) {
                animation.cancel();
            }
            done(document.documentElement.scrollHeight);
        })))";
    let height = browser.driver.execute_async(settle, Vec::new()).await?;
    let clip = json!({"x": 0, "y": 0, "width": width_px, "height": height.json(), "scale": 1});
    let order = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
    let answer = browser.driver.cdp().send_raw("Page.captureScreenshot", order).await?;
    let data = answer["data"].as_str().context("no picture")?;
    std::fs::write(file, from_base64(data)?)?;
    Ok(())
}

/// RFC 4648, section 4.
fn from_base64(text: &str) -> Result<Vec<u8>> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text.bytes().filter(|&digit| digit != b'=') {
        let value = ALPHABET.iter().position(|&known| known == digit).context("not base64")?;
        bits = bits << 6 | u32::try_from(value)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Ok(bytes)
}
