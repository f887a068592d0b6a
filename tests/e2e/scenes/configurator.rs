//! The configurator, as it is shipped in `demo/`.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, places, scenes, wait, words};
use serde_json::{Value, json};

scenes![
    what_is_chosen_is_shown_live,
    the_copied_tag_works needs axe,
    an_address_without_an_article_is_told,
    every_comment_server_can_be_chosen,
    a_draft_is_made_in_the_page needs axe,
];

async fn open(stage: &Stage, query: &str) -> Result<()> {
    stage.open(&format!("/dist/demo/index.html{query}")).await?;
    until_checked(stage, "Checked").await
}

/// Waits until the page has said what came of its check.
async fn until_checked(stage: &Stage, words: &str) -> Result<()> {
    wait::until(&format!("the check says {words}"), || async {
        let said = stage.browser.run("return document.getElementById('check').textContent", vec![]);
        Ok(said.await?.as_str().is_some_and(|said| said.contains(words)).then_some(()))
    })
    .await
}

/// Chooses as a reader does: the field's value, then the event.
async fn choose(stage: &Stage, name: &str, value: &str) -> Result<()> {
    let script = "const field = document.getElementById('choices').elements[arguments[0]];
        field.value = arguments[1];
        (field.length && !field.options ? field[0] : field).dispatchEvent(new Event('input', {bubbles: true}));";
    stage.browser.run(script, vec![json!(name), json!(value)]).await.map(drop)
}

async fn tag(stage: &Stage) -> Result<String> {
    let text = stage.browser.run("return document.getElementById('tag').textContent", vec![]);
    Ok(text.await?.as_str().context("no tag")?.to_owned())
}

async fn what_is_chosen_is_shown_live(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=title]", "Niger").await?;
    choose(stage, "theme", "dark").await?;
    widget.until("a dark widget", "root.querySelector('.widget.dark')").await?;
    choose(stage, "map", "table").await?;
    choose(stage, "src", "ozone.json").await?;
    widget.until_text("[part~=title]", "ozone").await?;
    widget.find("[part~=map] table").await?;
    wait::until("the tag", || async {
        let tag = tag(stage).await?;
        Ok((tag.contains("data-map=\"table\"") && tag.contains("ozone.json")).then_some(()))
    })
    .await?;
    // Sent to somebody, the address shows the same.
    stage.browser.driver.refresh().await?;
    until_checked(stage, "ozone").await?;
    ensure!(tag(stage).await?.contains("data-theme=\"dark\""));
    Ok(())
}

async fn the_copied_tag_works(stage: &Stage) -> Result<()> {
    open(stage, "?src=green-wall.json&backend=local&theme=light").await?;
    axe::check(&stage.browser, "the configurator").await?;
    for form in ["script", "element"] {
        open(stage, &format!("?src=green-wall.json&theme=light&form={form}")).await?;
        let tag = tag(stage).await?;
        stage.site.page("/pasted", pages::page("ar", &tag));
        stage.open("/pasted").await?;
        let widget = Widget::first(&stage.browser);
        widget.until_ready().await?;
        let script = "return getComputedStyle(root.querySelector('[part~=body]')).direction";
        let dir = widget.run(script, Value::Null).await?;
        ensure!(dir == json!("rtl"), "{form}: {dir}");
        pages::nothing_uncaught(&stage.browser).await?;
    }
    Ok(())
}

async fn an_address_without_an_article_is_told(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    choose(stage, "src", "nothing-here.json").await?;
    // In the words of the widget.
    let words = words::language("en").errors.not_found;
    wait::until("the error is told", || async {
        let said = stage.browser.run("return document.getElementById('check').textContent", vec![]);
        Ok(said.await?.as_str().is_some_and(|said| said == words).then_some(()))
    })
    .await
}

async fn every_comment_server_can_be_chosen(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    let offered = "return [...document.getElementById('choices').backend.options]
        .map((option) => option.value).filter((name) => name && name != 'own').sort()";
    let offered = stage.browser.run(offered, vec![]).await?;
    let mut described = Vec::new();
    for entry in std::fs::read_dir(places::repository().join("backends"))? {
        described.extend(entry?.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    described.sort();
    ensure!(offered == json!(described), "offered: {offered}, described: {described:?}");
    choose(stage, "backend", "waline").await?;
    wait::until("the tag", || async {
        Ok(tag(stage).await?.contains("data-backend=\"waline\"").then_some(()))
    })
    .await
}

async fn a_draft_is_made_in_the_page(stage: &Stage) -> Result<()> {
    // Two maps in one page would have landmarks of one name.
    open(stage, "?map=none&backend=").await?;
    let path = places::repository().join("www/niger.json");
    let niger: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let mut html =
        format!("<article lang=fr><h1>{}</h1>", niger["title"].as_str().context("a title")?);
    for block in niger["body"].as_array().context("a body")? {
        html.push_str(&format!("<p>{}</p>", block["text"].as_str().unwrap_or_default()));
    }
    let submit = "const form = document.getElementById('draft');
        form.source.value = arguments[0];
        form.requestSubmit()";
    stage.browser.run(submit, vec![json!(html)]).await?;
    // The second widget of the page shows it, with its map.
    let drafted = Widget::nth(&stage.browser, 1);
    drafted.until_text("[part~=title]", "Le Niger rompt").await?;
    drafted.find("svg #actor-niger").await?;
    drafted.find("svg #actor-etats-unis").await?;
    axe::check(&stage.browser, "with a draft").await?;
    // Who is no actor is taken out.
    let take_out = "document.querySelector('#draft-findings [value=etats-unis]').click()";
    stage.browser.run(take_out, vec![]).await?;
    drafted.until("without it", "root.querySelector('svg #actor-niger') && !root.querySelector('svg #actor-etats-unis')").await?;
    let saved = "const done = arguments[arguments.length - 1];
        fetch(document.getElementById('draft-file').href).then((file) => file.json()).then(done)";
    let saved = stage.browser.driver.execute_async(saved, vec![]).await?.json().clone();
    let ids: Vec<_> =
        saved["actors"].as_array().context("actors")?.iter().map(|a| &a["id"]).collect();
    ensure!(ids.contains(&&json!("niger")) && !ids.contains(&&json!("etats-unis")), "{ids:?}");
    // And what is no article is told.
    stage.browser.run(submit, vec![json!("{}")]).await?;
    wait::until("a refusal", || async {
        let said = "return document.getElementById('draft-status').textContent";
        let said = stage.browser.run(said, vec![]).await?;
        Ok(said.as_str().is_some_and(|said| said.contains("title: is missing")).then_some(()))
    })
    .await
}
