//! A page that is itself a Yew application: each of the two leaves the other's
//! events alone.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    what_happens_in_a_widget_runs_nothing_of_the_page needs yew_host,
    what_happens_in_the_page_runs_nothing_of_a_widget needs yew_host,
    the_page_hears_what_bubbles_up needs yew_host,
    the_page_draws_around_a_widget needs yew_host,
];

/// What the page counts on all its buttons together.
const BUTTONS: &str = "[...document.querySelectorAll('button')].reduce((sum, button) => sum + +button.textContent, 0)";

async fn open(stage: &Stage) -> Result<[Widget<'_>; 2]> {
    let body = format!(
        "{}<div id=host></div><script type=module>\
         import start from '/yew-host/host.js'; start();</script>",
        pages::script_tag("")
    );
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widgets = [0, 1].map(|index| Widget::nth(&stage.browser, index));
    for widget in widgets {
        widget.until_ready().await?;
    }
    Ok(widgets)
}

/// Waits until an expression in the page is this number.
async fn until_number(stage: &Stage, expression: &str, wanted: u64) -> Result<()> {
    wait::until(&format!("{wanted} as {expression}"), || async {
        let value = stage.browser.run(&format!("return +({expression})"), Vec::new()).await?;
        ensure!(value == json!(wanted), "it is {value}");
        Ok(Some(()))
    })
    .await
}

async fn what_happens_in_a_widget_runs_nothing_of_the_page(stage: &Stage) -> Result<()> {
    for (index, widget) in open(stage).await?.into_iter().enumerate() {
        widget.click("[part~=mention]").await?;
        widget.until_text("#actor-panel", "Alba").await?;
        widget.click(".map-close").await?;
        widget.until_count("#actor-panel", 0).await?;
        widget.click("[data-view=table]").await?;
        widget.type_into("[part~=comment-form] textarea", "Bien vu").await?;
        widget.type_into("[part~=comment-form] input[name=name]", "Awa").await?;
        widget.click("[part~=comment-form] [type=submit]").await?;
        widget.until_text("[part~=comment]", "Bien vu").await?;
        // Three clicks, and those that put the cursor into a field.
        let heard = "document.getElementById('clicks').textContent";
        wait::until("clicks that the page hears", || async {
            let heard = stage.browser.run(&format!("return +{heard}"), Vec::new()).await?;
            Ok((heard.as_u64() >= Some(4 * (index as u64 + 1))).then_some(()))
        })
        .await?;
    }
    until_number(stage, BUTTONS, 0).await?;
    until_number(stage, "document.getElementById('inputs').textContent", 0).await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn what_happens_in_the_page_runs_nothing_of_a_widget(stage: &Stage) -> Result<()> {
    let widgets = open(stage).await?;
    let all = "for (const button of document.querySelectorAll('button')) {
        if (button.id !== 'button-1') button.click();
    }";
    stage.browser.run(all, Vec::new()).await?;
    until_number(stage, BUTTONS, 39).await?;
    ensure!(pages::times(&stage.browser, "actor-select").await? == 0);
    for widget in widgets {
        ensure!(widget.count("#actor-panel").await? == 0);
        ensure!(widget.state().await? == "ready");
    }
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_page_hears_what_bubbles_up(stage: &Stage) -> Result<()> {
    let widgets = open(stage).await?;
    for (index, widget) in widgets.into_iter().enumerate() {
        widget.click("[part~=mention]").await?;
        widget.until_text("#actor-panel", "Alba").await?;
        let clicks = "document.getElementById('clicks').textContent";
        until_number(stage, clicks, index as u64 + 1).await?;
    }
    Ok(())
}

async fn the_page_draws_around_a_widget(stage: &Stage) -> Result<()> {
    let [first, second] = open(stage).await?;
    first.run("host.selectActor('alba')", Value::Null).await?;
    first.until_text("#actor-panel", "Alba").await?;
    let toggle = "document.getElementById('button-1').click()";
    let widgets = "document.querySelectorAll('article-widget').length";
    for _ in 0..3 {
        stage.browser.run(toggle, Vec::new()).await?;
        until_number(stage, widgets, 1).await?;
        stage.browser.run(toggle, Vec::new()).await?;
        until_number(stage, widgets, 2).await?;
        second.until_ready().await?;
    }
    ensure!(first.text("#actor-panel").await?.contains("Alba"), "it was drawn anew");
    pages::nothing_uncaught(&stage.browser).await
}
