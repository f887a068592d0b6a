//! The strictest page: nothing of ours violates its policy.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    everything_works_under_the_strictest_policy needs isso,
    failing_violates_nothing_either,
    no_source_violates_anything,
];

const SOURCES: [(&str, &str); 4] = [
    ("/page", include_str!("../../../src/core/source/examples/page-linked-data.html")),
    ("/portable-text", include_str!("../../../src/core/source/examples/portable-text.json")),
    ("/ninjs", include_str!("../../../src/core/source/examples/ninjs.json")),
    ("/wordpress", include_str!("../../../src/core/source/examples/wordpress-blocks.json")),
];

/// Neither the page nor the server that it reports to has heard of a violation.
async fn no_violation(stage: &Stage) -> Result<()> {
    pages::nothing_uncaught(&stage.browser).await?;
    // Reports are sent in order: once this one is here, all are.
    let provoke = "document.body.setAttribute('style', 'color: red')";
    stage.browser.run(provoke, vec![]).await?;
    wait::until("the provoked report", || async { Ok(stage.site.reports().pop()) }).await?;
    let reports = stage.site.reports();
    ensure!(reports.len() == 1, "{reports:#?}");
    Ok(())
}

async fn everything_works_under_the_strictest_policy(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    server.post("/niger", "Awa", "Un *premier* avis, voir https://example.org/").await?;
    let attributes = format!(
        "data-src=/niger.json data-backend=isso data-backend-url={} data-thread=/niger",
        server.url
    );
    let html = pages::page("fr", &pages::script_tag(&attributes));
    stage.site.page_under_policy("/p", html, &pages::strict_policy(&server.url));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.until_text("[part~=comment]", "Un premier avis").await?;
    let image = "[...root.querySelectorAll('[part~=article] img')].every((image) => {
        image.loading = 'eager'; return image.complete && image.naturalWidth > 0 })";
    widget.until("the pictures", image).await?;
    // It is styled, though no style sheet of the page's is allowed.
    let font = "parseFloat(getComputedStyle(root.querySelector('[part~=title]')).fontSize) > 20";
    widget.until("adopted style sheets", font).await?;
    widget.click("[part~=body] [part~=mention]").await?;
    widget.find("#actor-panel").await?;
    let views = "root.querySelectorAll('[part~=map] [aria-pressed=false]:not(svg *)').forEach(
        (button) => button.click())";
    widget.run(views, Value::Null).await?;
    let form = CommentForm::main(widget);
    form.fill("text", "a").await?;
    form.send().await?;
    form.until_wrong("text").await?;
    form.fill("text", " Un second avis").await?;
    form.send().await?;
    widget.until_count("[part~=comment]", 2).await?;
    let answer = CommentForm::open_answer(widget, "Un premier avis").await?;
    answer.fill("text", "Une réponse").await?;
    widget.run("host.setAttribute('theme', 'dark')", Value::Null).await?;
    widget.run("host.setAttribute('lang', 'ar')", Value::Null).await?;
    widget.until("right to left", "root.querySelector('[dir=rtl]')").await?;
    no_violation(stage).await
}

async fn failing_violates_nothing_either(stage: &Stage) -> Result<()> {
    let html = pages::page("fr", &pages::script_tag("data-src=/nowhere.json"));
    stage.site.page_under_policy("/p", html, &pages::strict_policy(""));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("[part~=error]").await?;
    let detail = pages::until_happened(&stage.browser, "article-error").await?;
    ensure!(detail["code"] == json!("not-found"), "{detail}");
    no_violation(stage).await
}

/// Pictures may come from everywhere here, since the examples have some of others.
async fn no_source_violates_anything(stage: &Stage) -> Result<()> {
    for (path, text) in SOURCES {
        stage.site.page(path, text);
        let before = stage.site.reports().len();
        let html = pages::page("fr", &pages::script_tag(&format!("data-src={path}")));
        let policy = pages::strict_policy("").replace("img-src 'self'", "img-src *");
        stage.site.page_under_policy("/p", html, &policy);
        stage.open("/p").await?;
        Widget::first(&stage.browser).until_ready().await?;
        pages::nothing_uncaught(&stage.browser).await?;
        let provoke = "document.body.setAttribute('style', 'color: red')";
        stage.browser.run(provoke, vec![]).await?;
        let heard = || async { Ok(stage.site.reports().get(before).cloned()) };
        wait::until("the provoked report", heard).await?;
        let reports = stage.site.reports().split_off(before);
        ensure!(reports.len() == 1 && reports[0].contains("style"), "{path}: {reports:#?}");
    }
    Ok(())
}
