//! What can go wrong before the article is there: each time a sentence, an
//! event, and a retry button that works.

use std::time::Duration;

use anyhow::{Result, ensure};
use article_widget_core::language::TAGS;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait, words};
use serde_json::{Value, json};

scenes![
    webassembly_refused_by_policy,
    module_not_found,
    webassembly_not_found,
    webassembly_with_a_wrong_content_type_works,
    webassembly_cut_short,
    words_not_found,
    words_of_another_kind,
    words_that_come_too_late_change_nothing,
    article_not_found,
    article_server_gone,
    article_not_json,
    article_wrong,
    a_wrong_part_is_left_out,
    no_article_named,
    it_takes_long,
    it_takes_too_long,
    sentences_in_the_page_s_language,
];

/// Breaks something, sees the sentence and the event, mends it, tries again.
async fn fails_and_recovers(
    stage: &Stage,
    path: &str,
    fault: Fault,
    code: &str,
    sentence: &str,
) -> Result<()> {
    stage.site.break_at(path, fault);
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let detail = fails(stage, code, sentence).await?;
    ensure!(detail["url"] == json!(stage.site.url("/article.json")), "{detail}");
    stage.site.mend(path);
    let widget = Widget::first(&stage.browser);
    widget.click("[part~=button]").await?;
    widget.until_ready().await?;
    ensure!(widget.text("[part~=title]").await? == "Le pont et la rivière");
    Ok(())
}

/// Sees the sentence and the event, and gives the event's detail.
async fn fails(stage: &Stage, code: &str, sentence: &str) -> Result<Value> {
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=error]", sentence).await?;
    ensure!(widget.state().await? == "error");
    let detail = pages::until_happened(&stage.browser, "article-error").await?;
    ensure!(detail["code"] == json!(code), "{detail}");
    ensure!(detail["message"].as_str().is_some_and(|message| !message.is_empty()), "{detail}");
    ensure!(widget.text("[part~=button]").await? == "Réessayer");
    let busy = "return root.querySelectorAll('[aria-busy=true]:not([hidden])').length";
    ensure!(widget.run(busy, Value::Null).await? == json!(0), "something is still busy");
    Ok(detail)
}

async fn webassembly_refused_by_policy(stage: &Stage) -> Result<()> {
    let html = pages::page("fr", &pages::script_tag("data-src=/article.json"));
    let policy = pages::strict_policy("").replace(" 'wasm-unsafe-eval'", "");
    stage.site.page_under_policy("/p", html, &policy);
    stage.open("/p").await?;
    fails(stage, "policy", "sécurité").await.map(drop)
}

async fn module_not_found(stage: &Stage) -> Result<()> {
    fails_and_recovers(stage, "/dist/article-widget.js", Fault::Status(404), "module", "programme")
        .await
}

async fn webassembly_not_found(stage: &Stage) -> Result<()> {
    fails_and_recovers(
        stage,
        "/dist/article-widget_bg.wasm",
        Fault::Status(404),
        "module",
        "programme",
    )
    .await
}

/// Old servers don't know `.wasm`.
async fn webassembly_with_a_wrong_content_type_works(stage: &Stage) -> Result<()> {
    let fault = Fault::ContentType("application/octet-stream");
    stage.site.break_at("/dist/article-widget_bg.wasm", fault);
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    Widget::first(&stage.browser).until_ready().await
}

async fn webassembly_cut_short(stage: &Stage) -> Result<()> {
    fails_and_recovers(
        stage,
        "/dist/article-widget_bg.wasm",
        Fault::Cut(10_000),
        "module",
        "programme",
    )
    .await
}

async fn words_not_found(stage: &Stage) -> Result<()> {
    let path = "/dist/languages/fr.json";
    fails_and_recovers(stage, path, Fault::Status(404), "module", "programme").await
}

/// Words of another kind: a page that says that there is nothing.
async fn words_of_another_kind(stage: &Stage) -> Result<()> {
    let fault = Fault::Instead { content_type: "text/html", body: "<h1>Home</h1>".into() };
    fails_and_recovers(stage, "/dist/languages/fr.json", fault, "module", "programme").await
}

/// The article stays as it is when it can't be shown in another language.
async fn words_that_come_too_late_change_nothing(stage: &Stage) -> Result<()> {
    stage.site.break_at("/dist/languages/ha.json", Fault::Status(404));
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    ensure!(stage.site.requests("/dist/languages/fr.json") == 1);
    widget.run("host.setAttribute('lang', 'ha')", Value::Null).await?;
    wait::until("the request for Hausa", || async {
        Ok((stage.site.requests("/dist/languages/ha.json") > 0).then_some(()))
    })
    .await?;
    widget.run("host.setAttribute('lang', 'en')", Value::Null).await?;
    widget.until_text("[part~=map]", words::language("en").map.title).await?;
    ensure!(widget.state().await? == "ready");
    pages::nothing_uncaught(&stage.browser).await
}

async fn article_not_found(stage: &Stage) -> Result<()> {
    let sentence = words::french().errors.not_found;
    fails_and_recovers(stage, "/article.json", Fault::Status(404), "not-found", sentence).await
}

async fn article_server_gone(stage: &Stage) -> Result<()> {
    let sentence = words::french().errors.unreachable;
    fails_and_recovers(stage, "/article.json", Fault::Cut(20), "network", sentence).await
}

async fn article_not_json(stage: &Stage) -> Result<()> {
    let fault = Fault::Instead { content_type: "application/json", body: "{\"title\": ".into() };
    let sentence = words::french().errors.not_json;
    fails_and_recovers(stage, "/article.json", fault, "not-json", sentence).await
}

/// The place of the mistake is told in words, in the event and in the console.
async fn article_wrong(stage: &Stage) -> Result<()> {
    let mut wrong = pages::article();
    wrong["title"] = json!(12);
    let fault = Fault::Instead { content_type: "application/json", body: wrong.to_string() };
    fails_and_recovers(stage, "/article.json", fault, "wrong-document", "/title").await?;
    let events = pages::happenings(&stage.browser).await?;
    let detail =
        events.iter().find(|event| event.name == "article-error").map(|event| &event.detail);
    ensure!(
        detail.is_some_and(|detail| detail["message"].to_string().contains("/title")),
        "{detail:?}"
    );
    Ok(())
}

/// The article is shown without the wrong relation.
async fn a_wrong_part_is_left_out(stage: &Stage) -> Result<()> {
    let mut wrong = pages::article();
    wrong["relations"][1]["until"] = json!("next summer");
    wrong["actors"][2]["kind"] = json!("dragon");
    stage.site.page("/article.json", wrong.to_string());
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("#actor-alba").await?;
    ensure!(widget.count("#actor-company").await? == 0, "an actor of an unknown kind");
    Ok(())
}

async fn no_article_named(stage: &Stage) -> Result<()> {
    let body = "<script src=/dist/embed.js></script><article-widget></article-widget>";
    stage.site.page("/p", pages::page("fr", body));
    stage.open("/p").await?;
    fails(stage, "no-source", words::french().errors.no_source).await.map(drop)
}

async fn it_takes_long(stage: &Stage) -> Result<()> {
    stage.site.break_at("/article.json", Fault::Hold);
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=loading]", "C’est plus long").await?;
    ensure!(widget.state().await? == "loading");
    stage.site.mend("/article.json");
    widget.until_ready().await
}

async fn it_takes_too_long(stage: &Stage) -> Result<()> {
    stage.site.break_at("/dist/article-widget_bg.wasm", Fault::Hold);
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    let patience = Duration::from_secs(45);
    widget.until_within(patience, "the end of its patience", "host?.state === 'error'").await?;
    fails(stage, "timeout", "à temps").await?;
    stage.site.mend("/dist/article-widget_bg.wasm");
    widget.click("[part~=button]").await?;
    widget.until_ready().await
}

async fn sentences_in_the_page_s_language(stage: &Stage) -> Result<()> {
    for language in TAGS.iter().map(|tag| words::language(tag)) {
        let path = format!("/{}", language.tag);
        stage
            .site
            .page(&path, pages::page(language.tag, &pages::script_tag("data-src=/nowhere.json")));
        stage.open(&path).await?;
        Widget::first(&stage.browser)
            .until_text("[part~=error]", language.errors.not_found)
            .await?;
    }
    Ok(())
}
