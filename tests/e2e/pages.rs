//! The pages of the site, as small strings.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browsers::Browser;
use crate::wait;

/// The strictest policy that the widget works under; `comments` is the origin
/// of the comment server.
pub fn strict_policy(comments: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
         connect-src 'self' {comments}; img-src 'self'; style-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// A page in a language, with `body` in its main part. It writes down what
/// happens in it: see [`Happening`].
pub fn page(lang: &str, body: &str) -> String {
    let dir = if lang.starts_with("ar") { "rtl" } else { "ltr" };
    format!(
        "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Page</title><script src=\"/record.js\"></script></head>\
         <body><main>{body}</main></body></html>"
    )
}

/// The one script tag, with attributes as they are written in HTML.
pub fn script_tag(attributes: &str) -> String {
    format!("<script async src=\"/dist/embed.js\" {attributes}></script>")
}

/// A script that writes down every event of the contract, policy violations
/// and uncaught errors. It stands in every page, at `/record.js`.
pub const RECORD: &str = "
    window.happenings = [];
    const write = (name, detail) => window.happenings.push({name, detail});
    for (const name of ['article-ready', 'article-error', 'actor-select', 'comment-submit',
        'comment-posted', 'comment-queued', 'comment-failed']) {
        document.addEventListener(name, (event) => {
            write(name, event.detail);
            if (name === 'comment-submit' && window.stopComments) event.preventDefault();
        });
    }
    document.addEventListener('securitypolicyviolation', (event) =>
        write('violation', `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
    window.addEventListener('error', (event) => write('uncaught', String(event.message)));
    window.addEventListener('unhandledrejection', (event) => write('uncaught', String(event.reason)));
";

/// Something that the page was told.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// The event's name; `violation` and `uncaught` for what should not happen.
    pub name: String,
    /// What it brought.
    pub detail: Value,
}

/// Everything that has happened in the page, in order.
pub async fn happenings(browser: &Browser) -> Result<Vec<Happening>> {
    let list = browser.run("return window.happenings ?? []", Vec::new()).await?;
    let list = list.as_array().context("the page wrote no list")?;
    Ok(list
        .iter()
        .map(|entry| Happening {
            name: entry["name"].as_str().unwrap_or_default().to_owned(),
            detail: entry["detail"].clone(),
        })
        .collect())
}

/// Waits until an event has happened and gives the detail of the last one.
pub async fn until_happened(browser: &Browser, name: &str) -> Result<Value> {
    wait::until(&format!("the event {name}"), || async {
        let mut list = happenings(browser).await?;
        list.retain(|happening| happening.name == name);
        Ok(list.pop().map(|happening| happening.detail))
    })
    .await
}

/// How often an event has happened.
pub async fn times(browser: &Browser, name: &str) -> Result<usize> {
    Ok(happenings(browser).await?.iter().filter(|happening| happening.name == name).count())
}

/// Sees that no error of ours and no violation has reached the page.
pub async fn nothing_uncaught(browser: &Browser) -> Result<()> {
    let mut list = happenings(browser).await?;
    list.retain(|happening| happening.name == "uncaught" || happening.name == "violation");
    ensure!(list.is_empty(), "{list:?}");
    Ok(())
}

/// A short article with a small map, for tests that need no more.
pub fn article() -> Value {
    json!({
        "id": "the-bridge",
        "lang": "fr",
        "title": "Le pont et la rivière",
        "standfirst": "Deux villes, un pont.",
        "authors": [{"name": "Awa Diallo"}],
        "published": "2024-03-16T12:00:00Z",
        "body": [
            {"type": "paragraph", "text": "Alba et Borga partagent un pont depuis 2012."},
            {"type": "paragraph", "text": "La <a href=\"#actor-company\">société du pont</a> l’entretient, et Alba paie."},
        ],
        "actors": [
            {"id": "alba", "name": "Alba", "kind": "place", "role": "Ville du nord"},
            {"id": "borga", "name": "Borga", "kind": "place", "summary": "Ville du sud."},
            {"id": "company", "name": "Société du pont", "kind": "organisation"},
        ],
        "relations": [
            {"from": "alba", "to": "borga", "label": "partage le pont avec", "sign": "cooperation", "since": "2012"},
            {"from": "company", "to": "alba", "label": "attaque en justice", "sign": "conflict", "directed": true, "since": "2020-03", "until": "2023"},
        ],
    })
}
