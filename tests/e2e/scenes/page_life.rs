//! Pages that change under the widget: navigation without loading, the
//! back-forward cache, two versions side by side.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    a_body_that_is_replaced,
    back_from_another_page,
    wrapped_and_unwrapped_while_it_loads,
    two_versions_in_one_page,
];

/// As Turbo does: another body, whose script tags are run again.
async fn a_body_that_is_replaced(stage: &Stage) -> Result<()> {
    let tag = pages::script_tag("data-src=/article.json data-backend=local");
    stage.site.page("/p", pages::page("fr", &tag));
    let mut other = pages::article();
    other["title"] = json!("Une autre page");
    stage.site.page("/other.json", other.to_string());
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    for (address, title) in
        [("/other.json", "Une autre page"), ("/article.json", "Le pont et la rivière")]
    {
        let visit = "const body = document.createElement('body');
            const tag = document.createElement('script');
            tag.src = '/dist/embed.js';
            tag.dataset.src = arguments[0];
            body.append(document.createElement('main'));
            body.firstChild.append(tag);
            document.documentElement.replaceChild(body, document.body);";
        stage.browser.run(visit, vec![json!(address)]).await?;
        widget.until_text("[part~=title]", title).await?;
        let count = stage
            .browser
            .run("return document.querySelectorAll('article-widget').length", vec![])
            .await?;
        ensure!(count == json!(1), "{count} widgets");
    }
    ensure!(stage.site.requests("/dist/article-widget_bg.wasm") == 1);
    pages::nothing_uncaught(&stage.browser).await
}

async fn back_from_another_page(stage: &Stage) -> Result<()> {
    let tag = pages::script_tag("data-src=/article.json data-backend=local");
    stage.site.page("/p", pages::page("fr", &tag));
    stage.site.page("/next", pages::page("fr", "<p>Next</p>"));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.type_into("[part~=comment-form] textarea", "À moitié").await?;
    stage.open("/next").await?;
    stage.browser.driver.back().await?;
    widget.until_ready().await?;
    // From the cache or loaded anew: what was typed is there, and all works.
    wait::until("what was typed", || async {
        Ok((widget.value("[part~=comment-form] textarea").await? == "À moitié").then_some(()))
    })
    .await?;
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// As frameworks do when they take over a page.
async fn wrapped_and_unwrapped_while_it_loads(stage: &Stage) -> Result<()> {
    stage.site.page(
        "/p",
        pages::page("fr", "<script src=/dist/embed.js></script><div id=a></div><div id=b></div>"),
    );
    stage.open("/p").await?;
    let move_it = "const widget = document.createElement('article-widget');
        widget.setAttribute('src', '/article.json');
        const [a, b] = ['a', 'b'].map((id) => document.getElementById(id));
        for (let i = 0; i < 50; i++) (i % 2 ? a : b).append(widget);";
    stage.browser.run(move_it, vec![]).await?;
    Widget::first(&stage.browser).until_ready().await?;
    ensure!(stage.site.requests("/article.json") == 1);
    ensure!(pages::times(&stage.browser, "article-ready").await? == 1);
    pages::nothing_uncaught(&stage.browser).await
}

/// The first that comes defines the element; the second does no harm, and its
/// tag gets an article, too.
async fn two_versions_in_one_page(stage: &Stage) -> Result<()> {
    let embed = stage.site.read("/dist/embed.js")?;
    stage.site.page("/v2/embed.js", format!("/* 2.0.0 */{embed}"));
    // Without `async`, the first in the page is the first that runs.
    let first = pages::script_tag("data-src=/article.json").replace("async ", "");
    let second = first.replace("/dist/", "/v2/");
    stage.site.page(
        "/p",
        pages::page(
            "fr",
            &format!("{first}{second}<script type=module src=/dist/article-widget.js></script>"),
        ),
    );
    stage.open("/p").await?;
    for index in 0..2 {
        let widget = Widget::nth(&stage.browser, index);
        widget.until_ready().await?;
        ensure!(widget.run("return host.state", Value::Null).await? == json!("ready"));
    }
    ensure!(stage.site.requests("/dist/article-widget_bg.wasm") == 1);
    ensure!(stage.site.requests("/v2/article-widget_bg.wasm") == 0);
    pages::nothing_uncaught(&stage.browser).await
}
