//! One script tag, or the element: from the first words to the article.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{isso, pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    one_script_tag_shows_the_article,
    one_script_tag_shows_the_sample_with_map_and_comments needs isso,
    words_stand_there_before_the_webassembly,
    title_and_picture_are_there_before_the_webassembly,
    a_hostile_title_is_text_before_the_webassembly,
    several_tags_share_one_webassembly,
    loaded_twice_does_no_harm,
    the_tag_in_the_head_does_no_harm,
    the_element_works_by_itself,
    a_document_inside_the_element,
    an_article_in_the_page_stays_there,
    another_origin_may_serve_the_package,
];

async fn one_script_tag_shows_the_article(stage: &Stage) -> Result<()> {
    let tag = pages::script_tag("data-src=/article.json data-theme=light");
    stage.site.page("/p", pages::page("fr", &format!("<p id=before>A{tag}<p id=after>B")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    ensure!(widget.text("[part~=title]").await? == "Le pont et la rivière");
    widget.find("[part~=article]").await?;
    widget.until("its attributes", "host.getAttribute('src') === '/article.json' && host.getAttribute('theme') === 'light'").await?;
    widget
        .until(
            "its place right after the tag",
            "host.previousElementSibling.localName === 'script'",
        )
        .await?;
    let detail = pages::until_happened(&stage.browser, "article-ready").await?;
    ensure!(
        detail == json!({"id": "the-bridge", "title": "Le pont et la rivière", "lang": "fr"}),
        "{detail}"
    );
    widget
        .until(
            "nothing of the loading state is seen",
            "!root.querySelector('[part~=loading]')?.checkVisibility()",
        )
        .await?;
    widget.until("nothing is busy", "![host, ...root.querySelectorAll('*')].some((e) => e.getAttribute('aria-busy') === 'true' && e.checkVisibility())").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// The main job on real input: article, actor map, comments of a real server.
async fn one_script_tag_shows_the_sample_with_map_and_comments(stage: &Stage) -> Result<()> {
    let server = isso::Isso::start(isso::House::Open, &stage.site.origin).await?;
    server.post("/niger", "Awa", "Un premier avis.").await?;
    let attributes = format!(
        "data-src=/niger.json data-backend=isso data-backend-url={} data-thread=/niger",
        server.url
    );
    stage.site.page("/p", pages::page("fr", &pages::script_tag(&attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.until_text("[part~=title]", "Niger").await?;
    widget.find("[part~=map] svg").await?;
    widget.find("[part~=mention]").await?;
    widget.until_text("[part~=comment]", "Un premier avis.").await?;
    widget.until_text("[part~=comments]", "Laisser un commentaire").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn words_stand_there_before_the_webassembly(stage: &Stage) -> Result<()> {
    let wasm = "/dist/article-widget_bg.wasm";
    stage.site.break_at(wasm, Fault::Hold);
    let tag = pages::script_tag("data-src=/article.json");
    stage.site.page("/p", pages::page("fr", &format!("{tag}<p id=below>Below")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=loading]", "Chargement en cours").await?;
    ensure!(widget.state().await? == "loading");
    widget.until("a polite live region", "root.querySelector('[role=status], [aria-live=polite]')?.textContent.includes('Chargement en cours')").await?;
    widget
        .until(
            "something busy",
            "host.matches('[aria-busy=true]') || root.querySelector('[aria-busy=true]')",
        )
        .await?;
    let kept =
        widget.run("return host.getBoundingClientRect().height / innerHeight", Value::Null).await?;
    ensure!(kept.as_f64().is_some_and(|share| share > 0.5), "space is kept: {kept}");
    wait::until("the request for the WebAssembly", || async {
        Ok((stage.site.requests(wasm) > 0).then_some(()))
    })
    .await?;
    stage.site.mend(wasm);
    widget.until_ready().await
}

const MODULE: &str = "/dist/article-widget_bg.wasm";

async fn title_and_picture_are_there_before_the_webassembly(stage: &Stage) -> Result<()> {
    stage.site.break_at(MODULE, Fault::Hold);
    let tag = pages::script_tag("data-src=/niger.json");
    stage.site.page_under_policy("/p", pages::page("fr", &tag), &pages::strict_policy(""));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=loading] h1", "Le Niger rompt son accord militaire").await?;
    widget.until_text("[part~=loading] p:not([role])", "Niamey juge illégale").await?;
    widget
        .until("the picture", "root.querySelector('[part~=loading] img')?.naturalWidth > 0")
        .await?;
    ensure!(widget.state().await? == "loading");
    stage.site.mend(MODULE);
    widget.until_ready().await?;
    // The article itself has taken its place.
    widget.until_count("h1", 1).await?;
    widget.until_count("[part~=article] img[src*=agadez]", 1).await?;
    widget.until("no other", "!root.querySelector('.box img')").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn a_hostile_title_is_text_before_the_webassembly(stage: &Stage) -> Result<()> {
    stage.site.break_at(MODULE, Fault::Hold);
    let document = json!({
        "title": "Un <b>pont</b> <img src=/never onerror=alert(1)> & plus",
        "standfirst": "Avant <i>après</i><script>alert(2)</script>",
        "image": {"src": "javascript:alert(3)", "alt": ""},
        "body": "<p>Texte"
    });
    let says = Fault::Says(200, document.to_string());
    stage.site.break_at("/hostile.json", says);
    let tag = pages::script_tag("data-src=/hostile.json");
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    // What is more than words and tags waits for the reader of HTML.
    widget.until_text("[part~=loading] p:not([role])", "Avant aprèsalert(2)").await?;
    ensure!(widget.text("[part~=loading] h1").await?.is_empty());
    ensure!(widget.count(".box :is(img, script, b, i)").await? == 0);
    ensure!(stage.site.requests("/never") == 0);
    stage.site.mend(MODULE);
    widget.until_ready().await
}

async fn several_tags_share_one_webassembly(stage: &Stage) -> Result<()> {
    let mut other = pages::article();
    other["title"] = json!("Un autre article");
    stage.site.page("/other.json", other.to_string());
    let tags = format!(
        "{}{}{}",
        pages::script_tag("data-src=/article.json"),
        pages::script_tag("data-src=/other.json"),
        pages::script_tag("data-src=/article.json data-map=none"),
    );
    stage.site.page("/p", pages::page("fr", &tags));
    stage.open("/p").await?;
    for (index, title) in
        ["Le pont et la rivière", "Un autre article", "Le pont et la rivière"].iter().enumerate()
    {
        let widget = Widget::nth(&stage.browser, index);
        widget.until_ready().await?;
        ensure!(widget.text("[part~=title]").await? == *title);
    }
    ensure!(Widget::nth(&stage.browser, 2).count("[part~=map]").await? == 0);
    ensure!(stage.site.requests("/dist/article-widget_bg.wasm") == 1);
    pages::nothing_uncaught(&stage.browser).await
}

async fn loaded_twice_does_no_harm(stage: &Stage) -> Result<()> {
    let tags = format!(
        "{}<script src=/dist/embed.js></script><script src=/dist/embed.js?again></script>\
         <script type=module src=/dist/article-widget.js></script>",
        pages::script_tag("data-src=/article.json")
    );
    stage.site.page("/p", pages::page("fr", &tags));
    stage.open("/p").await?;
    Widget::first(&stage.browser).until_ready().await?;
    let count = stage
        .browser
        .run("return document.querySelectorAll('article-widget').length", vec![])
        .await?;
    ensure!(count == json!(1), "{count} elements");
    ensure!(stage.site.requests("/dist/article-widget_bg.wasm") == 1);
    pages::nothing_uncaught(&stage.browser).await
}

/// A tag in the head has no place to put an element; it makes the element known.
async fn the_tag_in_the_head_does_no_harm(stage: &Stage) -> Result<()> {
    let html = pages::page("fr", "<article-widget src=/article.json></article-widget>")
        .replace("</head>", "<script src=/dist/embed.js></script></head>");
    stage.site.page("/p", html);
    stage.open("/p").await?;
    Widget::first(&stage.browser).until_ready().await?;
    let count = stage
        .browser
        .run("return document.querySelectorAll('article-widget').length", vec![])
        .await?;
    ensure!(count == json!(1), "{count} elements");
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_element_works_by_itself(stage: &Stage) -> Result<()> {
    let body = "<script type=module src=/dist/article-widget.js></script>\
                <article-widget src=/article.json lang=en></article-widget>";
    stage.site.page("/p", pages::page("fr", body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    ensure!(widget.text("[part~=title]").await? == "Le pont et la rivière");
    pages::nothing_uncaught(&stage.browser).await
}

async fn a_document_inside_the_element(stage: &Stage) -> Result<()> {
    let body = format!(
        "<script src=/dist/embed.js></script><article-widget><script type=application/json>{}</script></article-widget>",
        pages::article()
    );
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    ensure!(widget.text("[part~=title]").await? == "Le pont et la rivière");
    ensure!(stage.site.requests("/article.json") == 0);
    pages::nothing_uncaught(&stage.browser).await
}

/// The page's own article is never replaced, not even by a loading state.
async fn an_article_in_the_page_stays_there(stage: &Stage) -> Result<()> {
    stage.site.break_at("/dist/article-widget_bg.wasm", Fault::Hold);
    let body = "<script src=/dist/embed.js></script><article-widget map-src=/article.json backend=local>\
                <article id=own><h1>Du site</h1><p>Texte du site.</p></article></article-widget>";
    stage.site.page("/p", pages::page("fr", body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    let seen = "document.getElementById('own').checkVisibility() \
                && document.getElementById('own').getBoundingClientRect().height > 0";
    widget.until("the page's article while loading", seen).await?;
    let top = "return document.getElementById('own').getBoundingClientRect().top";
    let before = widget.run(top, Value::Null).await?;
    stage.site.mend("/dist/article-widget_bg.wasm");
    widget.until("the state \"ready\"", "host.state === 'ready'").await?;
    widget.find("svg #actor-alba").await?;
    widget.find("form").await?;
    widget.until("the page's article", seen).await?;
    ensure!(widget.run(top, Value::Null).await? == before, "the article jumped");
    ensure!(widget.count("[part~=article]").await? == 0, "the article is there twice");
    pages::nothing_uncaught(&stage.browser).await
}

/// A site takes `embed.js` from a CDN: everything comes from the CDN's folder,
/// the article from the page's own origin.
async fn another_origin_may_serve_the_package(stage: &Stage) -> Result<()> {
    let cdn = article_widget_e2e_tests::site::Site::open().await?;
    let tag = format!(
        "<script async src={} data-src=/article.json data-backend=local></script>",
        cdn.url("/dist/embed.js")
    );
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.until_text("[part~=comments]", "Laisser un commentaire").await?;
    ensure!(stage.site.requests("/article.json") == 1 && cdn.requests("/article.json") == 0);
    ensure!(cdn.requests("/dist/article-widget_bg.wasm") == 1);
    pages::nothing_uncaught(&stage.browser).await
}
