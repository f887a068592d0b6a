//! The examples, as `cargo xtask test package` has built them.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{scenes, wait};
use serde_json::{Value, json};

scenes![
    plain_html,
    react needs examples,
    a_react_tree_that_re_renders needs examples,
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

async fn react(stage: &Stage) -> Result<()> {
    works(stage, "react", "Niger").await
}

/// What React draws anew, around it and of it, does not touch it: each actor that is
/// selected is a state of the tree, and a handler that is another function.
async fn a_react_tree_that_re_renders(stage: &Stage) -> Result<()> {
    works(stage, "react", "Niger").await?;
    let widget = Widget::first(&stage.browser);
    widget.type_into("[part~=comment-form] textarea", "À moitié").await?;
    widget.run("window.first = host", Value::Null).await?;
    for (id, name) in [("france", "France"), ("niger", "Niger")].repeat(5) {
        widget.run("host.selectActor(argument)", json!(id)).await?;
        let said =
            format!("document.querySelector('[role=status]').textContent == 'Selected: {name}'");
        widget.until("the tree as it is now", &said).await?;
    }
    let same = "return window.first === host && host.state === 'ready'";
    ensure!(widget.run(same, Value::Null).await? == json!(true));
    ensure!(widget.value("[part~=comment-form] textarea").await? == "À moitié");
    ensure!(widget.text("#actor-panel").await?.contains("Niger"));
    ensure!(stage.site.requests("/niger.json") == 1);
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
