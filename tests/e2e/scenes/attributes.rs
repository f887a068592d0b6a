//! What a site owner says in attributes.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, words};
use serde_json::{Value, json};

scenes![
    attributes_take_effect_later,
    the_map_may_be_a_document_of_its_own,
    a_map_that_is_not_found_leaves_the_article,
    lazy_waits_until_it_comes_near,
    the_theme_follows_the_attribute_and_the_page,
    the_language_is_the_attribute_s_else_the_article_s,
];

async fn attributes_take_effect_later(stage: &Stage) -> Result<()> {
    let mut other = pages::article();
    other["title"] = json!("Un autre article");
    stage.site.page("/other.json", other.to_string());
    stage.site.page(
        "/p",
        pages::page("fr", &pages::script_tag("data-src=/article.json data-backend=local")),
    );
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.until_text("[part~=comments]", "Laisser un commentaire").await?;
    widget.run("host.setAttribute('lang', 'en')", Value::Null).await?;
    widget
        .until(
            "the form in English",
            "!root.querySelector('[part~=comments]').textContent.includes('Laisser')",
        )
        .await?;
    widget.run("host.setAttribute('map', 'none')", Value::Null).await?;
    widget.until_count("[part~=map]", 0).await?;
    widget.run("host.setAttribute('src', '/other.json')", Value::Null).await?;
    widget.until_text("[part~=title]", "Un autre article").await?;
    widget.run("host.removeAttribute('backend')", Value::Null).await?;
    widget.until_count("[part~=comments]", 0).await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_map_may_be_a_document_of_its_own(stage: &Stage) -> Result<()> {
    let map = json!({
        "actors": [
            {"id": "river", "name": "La rivière", "kind": "place"},
            {"id": "alba", "name": "Alba", "kind": "place"},
        ],
        "relations": [{"from": "river", "to": "alba", "label": "traverse"}],
    });
    stage.site.page("/map.json", map.to_string());
    let tag = pages::script_tag("data-src=/article.json data-map-src=/map.json");
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("svg #actor-river").await?;
    ensure!(widget.count("svg #actor-borga").await? == 0, "an actor of the article's own map");
    pages::nothing_uncaught(&stage.browser).await
}

async fn a_map_that_is_not_found_leaves_the_article(stage: &Stage) -> Result<()> {
    let tag = pages::script_tag("data-src=/article.json data-map-src=/nowhere.json");
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("svg #actor-borga").await?;
    ensure!(pages::times(&stage.browser, "article-error").await? == 0);
    pages::nothing_uncaught(&stage.browser).await
}

async fn lazy_waits_until_it_comes_near(stage: &Stage) -> Result<()> {
    let tag = pages::script_tag("data-src=/article.json data-loading=lazy");
    let body = format!("<div id=far></div>{tag}");
    let html = pages::page("fr", &body)
        .replace("</head>", "<style>#far { block-size: 9000px }</style></head>");
    stage.site.page("/p", html);
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until("the element", "host && root").await?;
    // An eager neighbour is ready, and the lazy one has asked for nothing.
    let eager = "const next = document.createElement('article-widget'); \
                 next.setAttribute('src', '/article.json?eager'); document.body.prepend(next)";
    stage.browser.run(eager, vec![]).await?;
    widget.until_ready().await?;
    let lazy = Widget::nth(&stage.browser, 1);
    ensure!(lazy.state().await? == "loading");
    ensure!(stage.site.requests("/article.json") == 1, "only the eager one has asked");
    lazy.run("host.scrollIntoView()", Value::Null).await?;
    lazy.until_ready().await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_theme_follows_the_attribute_and_the_page(stage: &Stage) -> Result<()> {
    let html = pages::page("fr", &pages::script_tag("data-src=/article.json")).replace(
        "</head>",
        "<style>:root { background: white; color: #222 } \
         :root.night { background: black; color: #ddd }</style></head>",
    );
    stage.site.page("/p", html);
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.until("light", "root.querySelector('.widget.light')").await?;
    widget.run("document.documentElement.className = 'night'", Value::Null).await?;
    widget.until("dark, as the page", "root.querySelector('.widget.dark')").await?;
    widget.run("host.setAttribute('theme', 'light')", Value::Null).await?;
    widget.until("light, as the attribute", "root.querySelector('.widget.light')").await.map(drop)
}

async fn the_language_is_the_attribute_s_else_the_article_s(stage: &Stage) -> Result<()> {
    let tags = format!(
        "{}{}{}",
        pages::script_tag("data-src=/article.json data-backend=local"),
        pages::script_tag("data-src=/article.json data-backend=local data-lang=ar-NE"),
        pages::script_tag("data-src=/article.json data-backend=local data-lang=ha"),
    );
    stage.site.page("/p", pages::page("en", &tags));
    stage.open("/p").await?;
    for (index, language) in ["fr", "ar", "ha"].into_iter().enumerate() {
        let words = words::language(language);
        let widget = Widget::nth(&stage.browser, index);
        widget.until_text("[part~=comments]", words.comments.leave).await?;
        widget.until_text("[part~=map]", words.map.title).await?;
        let direction = words.direction.as_str();
        ensure!(widget.count(&format!("[dir={direction}][lang^={language}]")).await? > 0);
        // The text of the article keeps its own.
        ensure!(widget.count("[part~=article][lang=fr][dir=ltr]").await? == 1);
    }
    pages::nothing_uncaught(&stage.browser).await
}
