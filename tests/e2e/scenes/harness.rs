//! The stage itself: what the other tests stand on.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, scenes};
use serde_json::json;

scenes![
    axe_finds_what_is_wrong,
    isso_keeps_a_comment,
    violations_are_reported,
    scripts_run_under_strict_policy
];

/// A rule that never fails would prove nothing.
async fn axe_finds_what_is_wrong(stage: &Stage) -> Result<()> {
    stage
        .site
        .page("/good", "<!doctype html><html lang=en><title>t</title><main><h1>Good</h1></main>");
    stage.open("/good").await?;
    axe::check(&stage.browser, "a good page").await?;
    stage.site.page(
        "/bad",
        "<!doctype html><html lang=en><title>t</title><main><h1>Bad</h1><div id=h></div></main>",
    );
    stage.open("/bad").await?;
    stage
        .browser
        .run("h.attachShadow({mode: 'open'}).append(document.createElement('input'))", vec![])
        .await?;
    let found = axe::check(&stage.browser, "a bad page").await;
    let words = found.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(words.contains("label"), "axe did not see the input without a label: {words}");
    Ok(())
}

async fn isso_keeps_a_comment(stage: &Stage) -> Result<()> {
    let isso = Isso::start(House::Open, &stage.site.origin).await?;
    let id = isso.post("/a", "Ann", "Hello").await?;
    let list = isso.comments("/a").await?;
    ensure!(list.len() == 1 && list[0]["id"] == json!(id), "{list:?}");
    Ok(())
}

async fn violations_are_reported(stage: &Stage) -> Result<()> {
    let html = "<!doctype html><title>t</title><style>p {color: red}</style><p>Hello";
    stage.site.page_under_policy("/p", html, "style-src 'none'");
    stage.open("/p").await?;
    article_widget_e2e_tests::wait::until("a report", || async {
        Ok(stage.site.reports().into_iter().next())
    })
    .await?;
    Ok(())
}

async fn scripts_run_under_strict_policy(stage: &Stage) -> Result<()> {
    let html = "<!doctype html><title>t</title><p>Hello";
    stage.site.page_under_policy("/p", html, article_widget_e2e_tests::pages::STRICT_POLICY);
    stage.open("/p").await?;
    let sum = stage.browser.run("return arguments[0] + 1", vec![json!(1)]).await?;
    ensure!(sum == json!(2), "{sum}");
    axe::check(&stage.browser, "x").await.err();
    let t = stage.browser.run("return typeof axe", vec![]).await?;
    ensure!(t == json!("object"), "{t}");
    ensure!(stage.site.reports().is_empty(), "{:?}", stage.site.reports());
    Ok(())
}
