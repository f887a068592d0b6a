//! An article that stands in the page: it stays as it is, and gets its actors.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes};
use serde_json::{Value, json};

scenes![
    mentions_are_marked_without_a_change_to_the_page,
    a_press_on_a_mention_leads_to_its_actor_and_back,
    links_to_actors_lead_to_them,
    nothing_is_left_behind,
    what_follows_does_not_jump,
    the_map_waits_until_the_reader_comes_near,
    a_link_to_an_actor_does_not_wait,
    without_webassembly_the_article_stays,
];

const ARTICLE: &str = "<article id=own><h1>Le pont d’Alba</h1>\
    <p id=first>À Alba, le pont. <code>Alba</code> et <a href=/elsewhere>Alba ailleurs</a>. Borga, \
    <em>Al</em>ba\u{a0}: Albanie.</p><p>La <a href='#actor-company'>société</a> d’Alba.</p></article>";

/// Opens a page with the article, and waits for its map.
async fn open(stage: &Stage) -> Result<Widget<'_>> {
    let body = format!(
        "<script src=/dist/embed.js></script>\
         <article-widget map-src=/article.json backend=local>{ARTICLE}</article-widget><p id=after>Suite"
    );
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until("the state \"ready\"", "host.state === 'ready'").await?;
    widget.find("svg #actor-alba").await?;
    Ok(widget)
}

/// What is marked, in the order of the text.
const MARKED: &str =
    "return [...(CSS.highlights?.get('article-widget-mention') ?? [])].map(String)";

async fn mentions_are_marked_without_a_change_to_the_page(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    let marked = widget.run(MARKED, Value::Null).await?;
    ensure!(marked == json!(["Alba", "Borga", "société", "Alba"]), "{marked}");
    let own = "return document.getElementById('own').outerHTML";
    let html = widget.run(own, Value::Null).await?;
    let text = html.as_str().unwrap_or_default();
    let expected =
        "return new DOMParser().parseFromString(arguments[0], 'text/html').body.innerHTML";
    let expected = stage.browser.run(expected, vec![json!(ARTICLE)]).await?;
    ensure!(json!(text) == expected, "{text}");
    pages::nothing_uncaught(&stage.browser).await
}

/// Presses where a word of the page stands.
async fn press(widget: &Widget<'_>, number: usize) -> Result<()> {
    let press = "const range = [...CSS.highlights.get('article-widget-mention')][argument]; \
        const {x, y, width, height} = range.getBoundingClientRect(); \
        const point = {clientX: x + width / 2, clientY: y + height / 2}; \
        range.startContainer.parentElement.dispatchEvent(new MouseEvent('click', \
            {...point, bubbles: true, cancelable: true, composed: true}))";
    widget.run(press, json!(number)).await.map(drop)
}

const SELECTED: &str =
    "return [...(CSS.highlights.get('article-widget-selected') ?? [])].map(String)";

async fn a_press_on_a_mention_leads_to_its_actor_and_back(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    press(&widget, 0).await?;
    widget.until_text("#actor-panel h3", "Alba").await?;
    let detail = pages::until_happened(&stage.browser, "actor-select").await?;
    ensure!(detail["id"] == json!("alba"), "{detail}");
    widget.until("the focus on the panel", "root.activeElement?.id === 'actor-panel'").await?;
    let selected = widget.run(SELECTED, Value::Null).await?;
    ensure!(selected == json!(["Alba", "Alba"]), "{selected}");
    // And back, to the second of the two.
    widget.click("[data-mention='3']").await?;
    widget.until("the mention, selected", "String(getSelection()) === 'Alba'").await?;
    let holder = "getSelection().anchorNode.parentElement.previousElementSibling?.id === 'first'";
    widget.until("the second one", holder).await?;
    widget.until("nothing added", "!document.querySelector('#own [tabindex]')").await?;
    // A press beside the words means nothing.
    widget.run("getSelection().removeAllRanges()", Value::Null).await?;
    press(&widget, 1).await?;
    widget.until_text("#actor-panel h3", "Borga").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn links_to_actors_lead_to_them(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    widget.run("document.querySelector('[href=\"#actor-company\"]').click()", Value::Null).await?;
    widget.find("#actor-panel").await?;
    let detail = pages::until_happened(&stage.browser, "actor-select").await?;
    ensure!(detail["id"] == json!("company"), "{detail}");
    widget.click("[data-mention='2']").await?;
    let focused = "document.activeElement.getAttribute('href') === '#actor-company'";
    widget.until("the focus on the link", focused).await.map(drop)
}

async fn nothing_is_left_behind(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    press(&widget, 0).await?;
    widget.find("#actor-panel").await?;
    stage.browser.run("document.querySelector('article-widget').remove()", vec![]).await?;
    let left = "return [CSS.highlights.size, document.adoptedStyleSheets.length]";
    article_widget_e2e_tests::wait::until("nothing", || async {
        let left = stage.browser.run(left, vec![]).await?;
        Ok((left == json!([0, 0])).then_some(()))
    })
    .await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// What stands after the widget is seen to move by nobody who reads the article.
async fn what_follows_does_not_jump(stage: &Stage) -> Result<()> {
    stage.site.break_at("/dist/article-widget_bg.wasm", Fault::Hold);
    let body = format!(
        "<script src=/dist/embed.js></script>\
         <article-widget map-src=/article.json backend=local>{ARTICLE}</article-widget><p id=after>Suite"
    );
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    let is_below = "document.getElementById('after').getBoundingClientRect().top >= innerHeight";
    widget.until("space below the article", is_below).await?;
    stage.site.mend("/dist/article-widget_bg.wasm");
    widget.until("the state \"ready\"", "host.state === 'ready'").await?;
    widget.find("form").await?;
    widget.until("still below", is_below).await.map(drop)
}

/// An article that is so long that its map is far below.
async fn open_long<'stage>(stage: &'stage Stage, path: &str) -> Result<Widget<'stage>> {
    let long = ARTICLE.replace("</article>", &"<p>Et le fleuve coule.".repeat(400));
    let body = format!(
        "<script src=/dist/embed.js></script>\
         <article-widget map-src=/article.json backend=local>{long}</article></article-widget>"
    );
    stage.site.page("/p", pages::page("fr", &body));
    stage.open(path).await?;
    let widget = Widget::first(&stage.browser);
    widget.until("the state \"ready\"", "host.state === 'ready'").await?;
    Ok(widget)
}

async fn the_map_waits_until_the_reader_comes_near(stage: &Stage) -> Result<()> {
    let widget = open_long(stage, "/p").await?;
    // Its article is marked all the same.
    let marked = "CSS.highlights?.get('article-widget-mention')?.size === 4 || !window.Highlight";
    widget.until("the marks", marked).await?;
    ensure!(widget.count("#map, form").await? == 0, "the map was there at once");
    widget.run("scrollTo(0, document.body.scrollHeight)", Value::Null).await?;
    widget.find("svg #actor-alba").await?;
    widget.find("form").await.map(drop)
}

async fn a_link_to_an_actor_does_not_wait(stage: &Stage) -> Result<()> {
    let widget = open_long(stage, "/p#actor=alba").await?;
    widget.until_text("#actor-panel h3", "Alba").await.map(drop)
}

/// The article stays, and one sentence says why there is no more.
async fn without_webassembly_the_article_stays(stage: &Stage) -> Result<()> {
    let body = format!(
        "<script src=/dist/embed.js></script>\
         <article-widget map-src=/article.json backend=local>{ARTICLE}</article-widget>"
    );
    let policy = pages::strict_policy("").replace(" 'wasm-unsafe-eval'", "");
    stage.site.page_under_policy("/p", pages::page("fr", &body), &policy);
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=error]", "sécurité").await?;
    widget.until("the article", "document.getElementById('own').checkVisibility()").await?;
    let first = "root.querySelector('slot').assignedElements()[0]?.id === 'own'";
    widget.until("the article, shown", first).await?;
    Ok(())
}
