//! The stage itself: a rule that never fails would prove nothing.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    axe_sees_into_shadow_roots needs axe,
    isso_keeps_a_comment needs isso,
    violations_are_seen_and_reported,
    looking_into_a_strict_page_violates_nothing needs axe,
    the_reader_wants_no_motion,
];

async fn axe_sees_into_shadow_roots(stage: &Stage) -> Result<()> {
    stage.site.page("/p", pages::page("en", "<h1>Title</h1><div id=host></div>"));
    stage.open("/p").await?;
    axe::check(&stage.browser, "a good page").await?;
    let spoil = "document.getElementById('host').attachShadow({mode: 'open'})
        .append(document.createElement('input'))";
    stage.browser.run(spoil, Vec::new()).await?;
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

async fn violations_are_seen_and_reported(stage: &Stage) -> Result<()> {
    let html = pages::page("en", "<style>p {color: red}</style><p>Hello");
    stage.site.page_under_policy("/p", html, &pages::strict_policy(""));
    stage.open("/p").await?;
    wait::until("a report", || async { Ok(stage.site.reports().pop()) }).await?;
    let detail = pages::until_happened(&stage.browser, "violation").await?;
    ensure!(detail.as_str().is_some_and(|words| words.contains("style-src")), "{detail}");
    Ok(())
}

async fn looking_into_a_strict_page_violates_nothing(stage: &Stage) -> Result<()> {
    let html = pages::page("en", "<h1>Title</h1><p>Hello");
    stage.site.page_under_policy("/p", html, &pages::strict_policy(""));
    stage.open("/p").await?;
    axe::check(&stage.browser, "a strict page").await?;
    let sum = stage.browser.run("return arguments[0] + 1", vec![json!(1)]).await?;
    ensure!(sum == json!(2), "{sum}");
    let happenings = pages::happenings(&stage.browser).await?;
    ensure!(happenings.is_empty(), "{happenings:?}");
    let reports: Vec<Value> = stage.site.reports().into_iter().map(Value::from).collect();
    ensure!(reports.is_empty(), "{reports:?}");
    Ok(())
}

async fn the_reader_wants_no_motion(stage: &Stage) -> Result<()> {
    let still = "return matchMedia('(prefers-reduced-motion: reduce)').matches";
    let still = stage.browser.run(still, Vec::new()).await?;
    ensure!(still == json!(true), "motion is wanted");
    Ok(())
}
