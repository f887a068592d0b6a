//! Ten thousand comments in one thread: our section beside the clients of Isso,
//! Waline and Artalk, each on the same server as ours and in the same browser.
//!
//! Isso and Waline are real servers. Artalk's is written in Go, which no registry
//! has built: a server of our own answers as its API says (see `artalk`).

use std::time::Duration;

use anyhow::{Context, Result};
use article_widget_e2e_tests::browsers::Browser;
use article_widget_e2e_tests::servers::isso::Isso;
use article_widget_e2e_tests::servers::{House, Servers};
use article_widget_e2e_tests::site::Site;
use article_widget_e2e_tests::{pages, places, wait};
use serde_json::{Value, json};

use crate::artalk::Artalk;
use crate::report::{Report, median};

/// How many comments the thread has.
pub(crate) const COUNT: usize = 10_000;
/// How often each page is loaded.
const LOADS: usize = 3;
/// How long a page has for its first comment, and for all that is done to it then.
const PATIENCE: Duration = Duration::from_secs(400);

/// A page with comments, and where its parts are.
struct Client {
    name: &'static str,
    /// The one that it is compared with, if it is ours.
    rival: Option<usize>,
    path: &'static str,
    html: String,
    /// An expression for the first comment.
    comment: &'static str,
    /// An expression for where a comment is typed.
    field: &'static str,
}

/// What a reader feels of one load.
#[derive(Clone, Copy)]
struct Felt {
    first_ms: f64,
    frame_ms: f64,
    worst_frame_ms: f64,
    key_ms: f64,
    nodes: f64,
}

const OUR_COMMENT: &str =
    "document.querySelector('article-widget')?.shadowRoot?.querySelector('[part~=comment]')";
const OUR_FIELD: &str =
    "document.querySelector('article-widget')?.shadowRoot?.querySelector('#form textarea')";

/// Measures all pages in turn, so that the machine is the same for all.
pub(crate) async fn run(browser: &Browser) -> Result<Report> {
    let site = Site::open().await?;
    let isso = Isso::start(House::Open, &site.origin).await?;
    isso.fill("/thread", COUNT).await?;
    let servers = Servers::default();
    let waline = servers.waline(House::Open).await?;
    waline.fill("/thread", COUNT).await?;
    let artalk = Artalk::start(COUNT).await?;
    let clients = clients(&site, &isso.url, &waline.url, &artalk.origin)?;
    for client in &clients {
        site.page(client.path.split('#').next().unwrap_or_default(), client.html.clone());
    }
    let mut felt: Vec<Vec<Felt>> = vec![Vec::new(); clients.len()];
    for _ in 0..LOADS {
        for (index, client) in clients.iter().enumerate() {
            let load = load(browser, &site, client).await;
            felt[index].push(load.with_context(|| client.name.to_owned())?);
        }
    }
    Ok(report(&clients, &felt))
}

fn clients(site: &Site, isso: &str, waline: &str, artalk: &str) -> Result<Vec<Client>> {
    let ours = |backend: &str, url: &str| {
        pages::page(
            "en",
            &pages::script_tag(&format!(
                "data-src=/article.json data-map=none data-thread=/thread \
                 data-backend={backend} data-backend-url=\"{url}\""
            )),
        )
    };
    let waline_js = std::fs::read_to_string(places::waline_client()?)?;
    let artalk_js = std::fs::read_to_string(places::artalk_client()?)?;
    let style = |file: std::path::PathBuf, name: &str| {
        std::fs::read_to_string(file.with_file_name(name)).unwrap_or_default()
    };
    site.page("/waline.js", waline_js);
    site.page("/waline.css", style(places::waline_client()?, "waline.css"));
    site.page("/artalk.js", artalk_js);
    site.page("/artalk.css", style(places::artalk_client()?, "Artalk.css"));
    let theirs = |body: String| pages::page("en", &format!("<h1>The bridge</h1>{body}"));
    Ok(vec![
        Client {
            name: "Isso's client",
            rival: None,
            path: "/isso",
            html: theirs(format!(
                "<script data-isso=\"{isso}/\" src=\"{isso}/js/embed.min.js\" async></script>\
                 <section id=isso-thread data-isso-id=/thread data-title=T></section>"
            )),
            comment: "document.querySelector('#isso-root > .isso-comment')",
            field: "document.querySelector('.isso-postbox [contenteditable], .isso-postbox textarea')",
        },
        Client {
            name: "ours, on Isso",
            rival: Some(0),
            path: "/ours-isso",
            html: ours("isso", isso),
            comment: OUR_COMMENT,
            field: OUR_FIELD,
        },
        Client {
            name: "ours, on Isso, by a link to the 2,400th",
            rival: Some(0),
            path: "/ours-isso#comment-7601",
            html: ours("isso", isso),
            comment: "document.querySelector('article-widget')?.shadowRoot?.getElementById('comment-7601')",
            field: OUR_FIELD,
        },
        Client {
            name: "Waline's client",
            rival: None,
            path: "/waline",
            html: theirs(format!(
                "<link rel=stylesheet href=/waline.css><div id=waline></div><script type=module>\
                 import {{init}} from '/waline.js';\
                 init({{el: '#waline', serverURL: '{waline}', path: '/thread', lang: 'en', \
                 emoji: false, search: false, imageUploader: false}})</script>"
            )),
            comment: "document.querySelector('.wl-card-item')",
            field: "document.querySelector('#wl-edit')",
        },
        Client {
            name: "ours, on Waline",
            rival: Some(3),
            path: "/ours-waline",
            html: ours("waline", waline),
            comment: OUR_COMMENT,
            field: OUR_FIELD,
        },
        Client {
            name: "Artalk's client",
            rival: None,
            path: "/artalk",
            html: theirs(format!(
                "<link rel=stylesheet href=/artalk.css><div id=artalk></div>\
                 <script src=/artalk.js></script><script>\
                 Artalk.init({{el: '#artalk', pageKey: '/thread', pageTitle: 'T', \
                 server: '{artalk}', site: 'S', locale: 'en', emoticons: false}})</script>"
            )),
            comment: "document.querySelector('.atk-comment')",
            field: "document.querySelector('.atk-textarea')",
        },
        Client {
            name: "ours, on Artalk",
            rival: Some(5),
            path: "/ours-artalk",
            html: ours("artalk", &format!("{artalk}#site=S")),
            comment: OUR_COMMENT,
            field: OUR_FIELD,
        },
    ])
}

/// Loads a page with nothing kept, scrolls through its comments, types.
async fn load(browser: &Browser, site: &Site, client: &Client) -> Result<Felt> {
    let cdp = browser.driver.cdp();
    browser.driver.goto("about:blank").await?;
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.clearBrowserCache", json!({})).await?;
    let watch = format!(
        "const look = () => {{ const first = {};
             if (first?.getBoundingClientRect().height) window.firstComment = performance.now();
             else requestAnimationFrame(look); }};
         requestAnimationFrame(look);",
        client.comment
    );
    let added =
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({"source": watch})).await?;
    browser.driver.goto(site.url(client.path)).await?;
    let seen = felt(browser, client).await;
    let added = json!({"identifier": added["identifier"]});
    cdp.send_raw("Page.removeScriptToEvaluateOnNewDocument", added).await?;
    seen
}

/// Twenty frames of scrolling, then twelve letters.
const FEEL: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    const painted = async () => { await frame(); await new Promise((next) => setTimeout(next)); };
    (async () => {
        const comment = COMMENT, field = FIELD;
        comment.scrollIntoView({behavior: 'instant'});
        await painted();
        const frames = [];
        let last = await frame();
        for (let step = 0; step < 20; step++) {
            scrollBy({top: 300, behavior: 'instant'});
            const now = await frame();
            frames.push(now - last);
            last = now;
        }
        field.scrollIntoView({block: 'center', behavior: 'instant'});
        field.focus();
        await painted();
        const keys = [];
        for (let letter = 0; letter < 12; letter++) {
            const before = performance.now();
            document.execCommand('insertText', false, 'abcde '[letter % 6]);
            await painted();
            keys.push(performance.now() - before);
        }
        const nodes = (root) => [...root.querySelectorAll('*')].reduce(
            (sum, e) => sum + 1 + (e.shadowRoot ? nodes(e.shadowRoot) : 0), 0);
        window.felt = {frames, keys, nodes: nodes(document)};
    })().catch((error) => (window.felt = String(error)));
";

async fn felt(browser: &Browser, client: &Client) -> Result<Felt> {
    let ready =
        format!("return {} && {} ? window.firstComment : null", client.comment, client.field);
    let first = wait::until_within(PATIENCE, "a comment", || async {
        Ok(Some(browser.run(&ready, Vec::new()).await?).filter(|value| !value.is_null()))
    })
    .await?;
    let script = FEEL.replace("COMMENT", client.comment).replace("FIELD", client.field);
    // Some take longer for it than a script may.
    browser.run(&script, Vec::new()).await?;
    let seen = wait::until_within(PATIENCE, "the end of it", || async {
        Ok(Some(browser.run("return window.felt", Vec::new()).await?).filter(|it| !it.is_null()))
    })
    .await?;
    let figures = |name: &str| -> Vec<f64> {
        seen[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    };
    let frames = figures("frames");
    anyhow::ensure!(!frames.is_empty(), "{seen}");
    Ok(Felt {
        first_ms: first.as_f64().unwrap_or(f64::NAN),
        worst_frame_ms: frames.iter().copied().fold(0.0, f64::max),
        frame_ms: median(frames),
        key_ms: median(figures("keys")),
        nodes: seen["nodes"].as_f64().unwrap_or(f64::NAN),
    })
}

fn report(clients: &[Client], felt: &[Vec<Felt>]) -> Report {
    let mid =
        |client: usize, figure: fn(&Felt) -> f64| median(felt[client].iter().map(figure).collect());
    let mut rows = Vec::new();
    let mut goals = Vec::new();
    for (index, client) in clients.iter().enumerate() {
        let against = |figure: fn(&Felt) -> f64, shown: String| match client.rival {
            Some(rival) => format!("{shown} (× {:.2})", mid(index, figure) / mid(rival, figure)),
            None => shown,
        };
        let ms =
            |figure: fn(&Felt) -> f64| against(figure, format!("{:.0} ms", mid(index, figure)));
        let figures = vec![
            ms(|felt| felt.first_ms),
            ms(|felt| felt.frame_ms),
            ms(|felt| felt.worst_frame_ms),
            ms(|felt| felt.key_ms),
            format!("{:.0}", mid(index, |felt| felt.nodes)),
        ];
        rows.push((client.name.to_owned(), figures));
        if client.rival.is_some() {
            let key_ms = mid(index, |felt| felt.key_ms);
            goals.push((
                format!("{}: a letter is seen within 100 ms ({key_ms:.0})", client.name),
                key_ms <= 100.0,
            ));
        }
    }
    Report {
        conditions: format!(
            "{COUNT} comments; Chromium, the machine as it is, no network between; \
             medians of {LOADS} first loads, and of what is in each; in brackets against the \
             client of the same server."
        ),
        columns: vec!["first comment", "frame", "worst frame", "letter", "elements"],
        rows,
        goals,
    }
}
