//! The pages that `article-widget prerender` writes, with the widget over them.

use anyhow::{Result, anyhow, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, places, scenes};
use serde_json::{Value, json};

scenes![the_niger_page_is_completed_in_place, the_ozone_page_too, the_green_wall_page_too];

async fn the_niger_page_is_completed_in_place(stage: &Stage) -> Result<()> {
    completes_in_place(stage, "niger").await
}

async fn the_ozone_page_too(stage: &Stage) -> Result<()> {
    completes_in_place(stage, "ozone").await
}

async fn the_green_wall_page_too(stage: &Stage) -> Result<()> {
    completes_in_place(stage, "green-wall").await
}

/// The page of a sample under a strict policy: it can be read before any
/// script, and nothing of it moves when map and comments come.
async fn completes_in_place(stage: &Stage, sample: &str) -> Result<()> {
    let file = places::repository().join(format!("www/{sample}.json"));
    let html = article_widget_cli::prerendered([
        file.to_string_lossy().as_ref(),
        "--widget=/dist/",
        "--backend=local",
        "--stylesheet=/site.css",
        &format!("--url={}", stage.site.url("/p")),
    ])
    .map_err(|error| anyhow!(error))?;
    // What writes down events and violations, before all else.
    let html = html.replace("<head>", "<head><script src=\"/record.js\"></script>");
    // A site has styles: without, a picture is as wide as it is, a scrollbar
    // comes, and the page moves by itself while it arrives.
    stage.site.page(
        "/site.css",
        "html { overflow-y: scroll } img { max-inline-size: 100%; block-size: auto }",
    );
    let policy = pages::strict_policy(&stage.site.origin);
    let policy = policy.replace("style-src 'none'", "style-src 'self'");
    stage.site.page_under_policy("/p", html, &policy);
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    let places = "return [...document.querySelectorAll('article, article *')]\
        .map((e) => [e.localName, Math.round(e.getBoundingClientRect().top + scrollY), e.getBoundingClientRect().height])";
    widget
        .until(
            "pictures in their places",
            "[...document.images].every((i) => i.complete || i.loading === 'lazy')",
        )
        .await?;
    let before = widget.run(places, Value::Null).await?;
    ensure!(before.as_array().is_some_and(|list| list.len() > 20), "{before}");

    widget.until("the state \"ready\"", "host.state === 'ready'").await?;
    widget.find("[part~=map] svg").await?;
    widget.find("form").await?;
    let after = widget.run(places, Value::Null).await?;
    ensure!(after == before, "the article moved: {before} {after}");
    widget.until("the same article, seen", "document.querySelectorAll('article').length === 1 && document.querySelector('article').checkVisibility()").await?;
    ensure!(widget.count("[part~=article]").await? == 0, "the article is there twice");
    let shift = "if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return 0;\
        let sum = 0;\
        const add = (list) => list.forEach((entry) => sum += entry.value);\
        const watch = new PerformanceObserver((list) => add(list.getEntries()));\
        watch.observe({ type: 'layout-shift', buffered: true });\
        add(watch.takeRecords());\
        return new Promise((go) => setTimeout(() => go(sum), 300))";
    let shift = widget.run(shift, Value::Null).await?;
    ensure!(shift == json!(0), "layout shift {shift}");
    pages::nothing_uncaught(&stage.browser).await
}
