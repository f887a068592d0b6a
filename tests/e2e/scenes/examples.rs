//! The examples, as `cargo xtask test package` has built them.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{scenes, wait};
use serde_json::{Value, json};

scenes![
    plain_html,
    react needs examples,
    vue needs examples,
    svelte needs examples,
    astro needs examples,
];

/// The widget is there with its comments, and the page around it hears of the actor.
async fn works(stage: &Stage, name: &str, actor: &str) -> Result<()> {
    stage.open(&format!("/examples/{name}/index.html")).await?;
    let widget = Widget::first(&stage.browser);
    widget.until("the state \"ready\"", "host?.state === 'ready'").await?;
    widget.find("[part~=comment-form] textarea").await?;
    widget.run("host.selectActor(argument)", json!(actor.to_lowercase())).await?;
    wait::until("the page has heard of the actor", || async {
        let words = "return document.querySelector('[role=status]')?.textContent";
        let words = stage.browser.run(words, vec![]).await?;
        Ok((words == json!(format!("Selected: {actor}"))).then_some(()))
    })
    .await
}

async fn plain_html(stage: &Stage) -> Result<()> {
    works(stage, "html", "Niger").await
}

/// What React draws anew around it does not touch it.
async fn react(stage: &Stage) -> Result<()> {
    works(stage, "react", "Niger").await?;
    let widget = Widget::first(&stage.browser);
    widget.run("window.first = host", Value::Null).await?;
    widget.run("host.selectActor('washington')", Value::Null).await?;
    let same = widget.run("return window.first === host && host.state === 'ready'", Value::Null);
    ensure!(same.await? == json!(true));
    Ok(())
}

async fn vue(stage: &Stage) -> Result<()> {
    works(stage, "vue", "Niger").await
}

async fn svelte(stage: &Stage) -> Result<()> {
    works(stage, "svelte", "Niger").await
}

/// The article is the page's own.
async fn astro(stage: &Stage) -> Result<()> {
    works(stage, "astro", "Alba").await?;
    let text = stage
        .browser
        .run("return document.querySelector('article-widget > article').innerText", vec![]);
    ensure!(text.await?.as_str().is_some_and(|text| text.contains("have shared a bridge")));
    Ok(())
}
