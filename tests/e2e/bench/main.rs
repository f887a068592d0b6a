//! Measurements against the goals of the project: `cargo xtask bench [NAME…]`.
//!
//! | file | holds |
//! | --- | --- |
//! | `page` | the first paint, with the widget and without |
//! | `comments` | ten thousand comments, beside the clients of others |
//! | `artalk` | answers as Artalk gives them |
//! | `map_articles` | the map beside other layouts, at the sizes of articles |
//! | `map_large` | large networks beside other layouts |
//! | `map` | what the two share |
//! | `conditions` | the line and the machine that are measured on |
//! | `server` | files as a CDN serves them |
//! | `vitals` | what a reader feels of a load |
//! | `report` | the table, and the goals that were missed |
//!
//! To add a bench: a file beside `page.rs`, and its line in [`BENCHES`].

mod artalk;
mod comments;
mod conditions;
mod map;
mod map_articles;
mod map_large;
mod page;
mod report;
mod server;
mod vitals;

use anyhow::{Result, bail};
use article_widget_e2e_tests::browsers::{Browser, Engine};
use futures_util::future::LocalBoxFuture;

use report::Report;

/// One bench: what it is called, what it asks, and how it is answered.
struct Bench {
    name: &'static str,
    asks: &'static str,
    run: for<'a> fn(&'a Browser) -> LocalBoxFuture<'a, Result<Report>>,
}

const BENCHES: &[Bench] = &[
    Bench {
        name: "page",
        asks: "What does the widget cost the first paint?",
        run: |browser| Box::pin(page::run(browser)),
    },
    Bench {
        name: "comments",
        asks: "Do ten thousand comments stay usable?",
        run: |browser| Box::pin(comments::run(browser)),
    },
    Bench {
        name: "map",
        asks: "Is the map of an article more readable than others draw it?",
        run: |browser| Box::pin(map_articles::run(browser)),
    },
    Bench {
        name: "map-large",
        asks: "Is the map of a large network there sooner than others draw it?",
        run: |browser| Box::pin(map_large::run(browser)),
    },
];

#[tokio::main]
async fn main() -> Result<()> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = names.iter().find(|name| BENCHES.iter().all(|it| it.name != **name)) {
        let known: Vec<&str> = BENCHES.iter().map(|bench| bench.name).collect();
        bail!("there is no bench `{unknown}`; there are {}", known.join(", "));
    }
    let mut missed = Vec::new();
    for bench in BENCHES.iter().filter(|it| names.is_empty() || names.contains(&it.name.into())) {
        println!("\n## {}: {}\n", bench.name, bench.asks);
        let browser = Browser::start(Engine::Chromium).await?;
        let outcome = (bench.run)(&browser).await;
        browser.quit().await;
        let report = outcome?;
        print!("{report}");
        missed.extend(report.missed());
    }
    if missed.is_empty() { Ok(()) } else { bail!("missed: {}", missed.join("; ")) }
}
