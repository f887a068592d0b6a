//! What the widget costs the first paint: an article in the page, the same with
//! the widget around it, and the same brought by one script tag, without and with a
//! hint that the document will be wanted.

use std::fmt::Write;

use anyhow::Result;
use article_widget_e2e_tests::browsers::Browser;
use article_widget_e2e_tests::places;
use serde_json::Value;

use crate::conditions;
use crate::report::{Report, median};
use crate::server::Server;
use crate::vitals::{self, Vitals};

/// How often each page is loaded.
const LOADS: usize = 7;

/// True when the map is drawn and the comments can be written.
const READY: &str = "document.querySelector('article-widget')?.shadowRoot\
    ?.querySelector('svg [id^=actor-]') && document.querySelector('article-widget')\
    .shadowRoot.querySelector('form')";

/// Measures the pages in turn, so that the machine is the same for all.
pub(crate) async fn run(browser: &Browser) -> Result<Report> {
    let path = places::repository().join("www/niger.json");
    let document: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let article = article(&document);
    let embed = "<script async src=/dist/embed.js></script>";
    let around = format!(
        "{embed}<article-widget map-src=/niger.json backend=local>{article}</article-widget>"
    );
    let by_tag =
        "<script async src=/dist/embed.js data-src=/niger.json data-backend=local></script>";
    let hint = "<link rel=preload as=fetch crossorigin href=/niger.json>";
    let pages = [
        ("/plain", page(&article), "true"),
        ("/around", page(&around), READY),
        ("/tag", page(by_tag), READY),
        ("/hint", page(&[hint, by_tag].concat()), READY),
    ];
    let served: Vec<(&str, String)> =
        pages.iter().map(|(path, html, _)| (*path, html.clone())).collect();
    let server = Server::start(&served).await?;
    // Once for the browser's own beginnings.
    vitals::load(browser, &format!("{}/plain", server.origin), "true").await?;
    let mut loads: [Vec<Vitals>; 4] = Default::default();
    for _ in 0..LOADS {
        for (index, (path, _, until)) in pages.iter().enumerate() {
            let url = format!("{}{path}", server.origin);
            loads[index].push(vitals::load(browser, &url, until).await?);
        }
    }
    Ok(report(&loads))
}

fn report(loads: &[Vec<Vitals>; 4]) -> Report {
    let mid =
        |page: usize, figure: fn(&Vitals) -> f64| median(loads[page].iter().map(figure).collect());
    let most = |page: usize, figure: fn(&Vitals) -> f64| {
        loads[page].iter().map(figure).fold(0.0, f64::max)
    };
    let names = [
        "article alone",
        "article in the page, widget around it",
        "one script tag, JSON",
        "the tag, and the line that asks for the article",
    ];
    let rows = names.iter().enumerate().map(|(page, name)| {
        let figures = vec![
            format!("{:.0} ms", mid(page, |load| load.fcp_ms)),
            format!("{:.0} ms", mid(page, |load| load.lcp_ms)),
            format!("{:.3}", mid(page, |load| load.shift)),
            format!("{:.0} ms", mid(page, |load| load.blocked_ms)),
            format!("{:.0} ms", mid(page, |load| load.longest_ms)),
            format!("{:.0} ms", mid(page, |load| load.later_ms)),
            format!("{:.0} ms", mid(page, |load| load.ready_ms)),
        ];
        ((*name).to_owned(), figures)
    });
    // Of loads one after the other, so that the machine is the same for both.
    let pairs = loads[0].iter().zip(&loads[1]);
    let later = median(pairs.map(|(alone, around)| around.lcp_ms / alone.lcp_ms).collect());
    Report {
        conditions: format!("{}; medians of {LOADS} first loads.", conditions::NAME),
        columns: vec![
            "FCP",
            "LCP",
            "layout shift",
            "blocked",
            "longest task",
            "longest later",
            "ready",
        ],
        rows: rows.collect(),
        goals: vec![
            ("around: no layout shift in any load".into(), most(1, |load| load.shift) == 0.0),
            (format!("around: LCP within 5 % of the article alone ({later:.3})"), later <= 1.05),
            ("around: blocked for at most 50 ms".into(), mid(1, |load| load.blocked_ms) <= 50.0),
            (
                "the lines of the README: LCP at most 2.5 s".into(),
                mid(3, |load| load.lcp_ms) <= 2_500.0,
            ),
        ],
    }
}

/// A plain page of a site, around its article.
fn page(main: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8>\
         <meta name=viewport content=\"width=device-width, initial-scale=1\"><title>Le Niger</title>\
         <style>body {{ margin: 0 auto; padding: 0 1rem; max-width: 42rem; font: 1.125rem/1.6 serif }}\
         img {{ max-width: 100%; height: auto }} figure {{ margin: 0 }}</style></head>\
         <body><header><a href=/>Le site</a></header><main>{main}</main>\
         <footer><p>Au pied de la page.</p></footer></body></html>"
    )
}

/// The article as a site writes it.
fn article(document: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let figure = |image: &Value| {
        format!(
            "<figure><img src=\"/{}\" width={} height={} alt=\"{}\"><figcaption>{}</figcaption></figure>",
            text(&image["src"]),
            image["width"],
            image["height"],
            text(&image["alt"]),
            text(&image["caption"]),
        )
    };
    let mut html = format!(
        "<article><h1>{}</h1><p><strong>{}</strong></p>{}",
        text(&document["title"]),
        text(&document["standfirst"]),
        figure(&document["image"])
    );
    for block in document["body"].as_array().into_iter().flatten() {
        // Writing into a string can't fail.
        let _ = match block["type"].as_str() {
            Some("heading") => write!(html, "<h2>{}</h2>", text(&block["text"])),
            Some("figure") => write!(html, "{}", figure(block)),
            _ => write!(html, "<p>{}</p>", text(&block["text"])),
        };
    }
    html + "</article>"
}
