//! By keyboard alone: from the top of the page to a posted comment.

use anyhow::{Result, bail, ensure};
use article_widget_e2e_tests::browsers::Engine;
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::shadow::{Widget, press, type_text};
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, words};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::comment_states::{comment, description, thread};

scenes![
    from_the_top_to_a_comment needs isso,
    trying_again,
    another_view_of_the_map,
    answering_a_comment needs isso,
    going_through_comments,
    changing_a_comment,
    the_focus_is_always_seen,
];

/// More stops than this page has.
const MANY: usize = 60;

/// Presses Tab until something for `selector` has the focus.
async fn tab_to(stage: &Stage, selector: &str) -> Result<()> {
    let widget = Widget::first(&stage.browser);
    for _ in 0..MANY {
        press(&stage.browser, &[Key::Tab]).await?;
        if widget.has_focus(selector).await? {
            return Ok(());
        }
    }
    bail!("{MANY} times Tab do not lead to {selector}")
}

async fn from_the_top_to_a_comment(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    let attributes = format!(
        "data-src=/article.json data-thread=/k data-backend=isso data-backend-url={}",
        server.url
    );
    let body = format!("<a id=top href=#>Top</a>{}", pages::script_tag(&attributes));
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("form").await?;
    stage.browser.run("document.getElementById('top').focus()", vec![]).await?;

    tab_to(stage, "[part~=mention]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_focus("#actor-panel").await?;
    tab_to(stage, "#actor-panel [href^='#mention-']").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_focus("[part~=mention]").await?;

    tab_to(stage, "svg [id^=actor-]").await?;
    press(&stage.browser, &[Key::Right, Key::Enter]).await?;
    widget.find("#actor-panel").await?;
    press(&stage.browser, &[Key::Escape]).await?;
    widget.until_count("#actor-panel", 0).await?;
    widget.until_focus("svg [id^=actor-]").await?;

    let form = CommentForm::main(widget);
    tab_to(stage, &form.field("text")).await?;
    type_text(&stage.browser, "Sans souris").await?;
    tab_to(stage, &form.field("name")).await?;
    type_text(&stage.browser, "Awa").await?;
    tab_to(stage, &form.send_button()).await?;
    press(&stage.browser, &[Key::Enter]).await?;
    form.until_status(words::french().comments.posted).await?;
    widget.until_text("[part~=comment]", "Sans souris").await?;
    // The focus is still somewhere in the widget, not lost to the page.
    widget.until("a focus", "root?.activeElement").await?;
    let comments = server.comments("/k").await?;
    ensure!(comments.len() == 1 && comments[0]["author"] == json!("Awa"), "{comments:?}");
    Ok(())
}

async fn trying_again(stage: &Stage) -> Result<()> {
    stage.site.break_at("/article.json", Fault::Status(404));
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("[part~=error] [part~=button]").await?;
    tab_to(stage, "[part~=button]").await?;
    stage.site.mend("/article.json");
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_ready().await?;
    // Whoever waited for the article is led to it.
    widget.until("a focus in the widget", "root.activeElement").await.map(drop)
}

async fn another_view_of_the_map(stage: &Stage) -> Result<()> {
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("svg [id^=actor-]").await?;
    tab_to(stage, "[part~=map] header [data-view=table]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_count("svg [id^=actor-]", 0).await?;
    tab_to(stage, "[part~=map] table .map-sort").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.find("[part~=map] table [aria-sort=ascending]").await?;
    tab_to(stage, "[part~=map] table [data-actor]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.find("#actor-panel").await?;
    tab_to(stage, "#actor-panel [part~=button]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_count("#actor-panel", 0).await?;
    widget.until("a focus in the widget", "root.activeElement").await.map(drop)
}

async fn answering_a_comment(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    server.post("/k", "Awa", "Premier avis").await?;
    let attributes = format!(
        "data-src=/article.json data-thread=/k data-backend=isso data-backend-url={}",
        server.url
    );
    stage.site.page("/p", pages::page("fr", &pages::script_tag(&attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("[part~=comment] button").await?;
    tab_to(stage, "[part~=comment] button").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    let form = CommentForm::answer(widget);
    widget.until_focus(&form.field("text")).await?;
    type_text(&stage.browser, "Sans souris non plus").await?;
    tab_to(stage, &form.send_button()).await?;
    press(&stage.browser, &[Key::Enter]).await?;
    // The form is gone, and the focus is on what was said.
    widget.until_text("[part~=comment].depth-1", "Sans souris non plus").await?;
    widget.until_focus("[part~=comment].depth-1").await
}

/// The article with comments that the site itself keeps.
async fn open_described(stage: &Stage, list: &Value) -> Result<()> {
    stage.site.page("/description.json", description().to_string());
    stage.site.page("/list.json", list.to_string());
    let attributes = "data-src=/article.json data-thread=/k data-map=none \
        data-backend=/description.json";
    stage.site.page("/p", pages::page("fr", &pages::script_tag(attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("form").await.map(drop)
}

/// As if the reader had come to it.
async fn stand_on(stage: &Stage, selector: &str) -> Result<()> {
    let widget = Widget::first(&stage.browser);
    widget.run("root.querySelector(argument).focus()", json!(selector)).await?;
    widget.until_focus(selector).await
}

async fn going_through_comments(stage: &Stage) -> Result<()> {
    open_described(stage, &thread()).await?;
    let widget = Widget::first(&stage.browser);
    stand_on(stage, "#comments-order").await?;
    tab_to(stage, "#comment-1 .comment-head a[href='#comment-1']").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until("its address", "location.hash === '#comment-1'").await?;
    widget.until_focus("#comment-1").await?;

    stage.site.page("/vote.json", json!({"ok": true, "up": 3}).to_string());
    tab_to(stage, "#comment-1 [name=agree]").await?;
    press(&stage.browser, &[Key::Space]).await?;
    widget.find("#comment-1 [name=agree][aria-pressed=true]").await?;
    widget.until_text("#comment-1 [name=agree]", "3").await?;
    widget.until_focus("#comment-1 [name=agree]").await?;

    tab_to(stage, "#comment-1 [name=fold]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_count("#comment-2", 0).await?;
    widget.until_focus("#comment-1 [name=fold][aria-expanded=false]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.find("#comment-2").await?;
    widget.until_focus("#comment-1 [name=fold][aria-expanded=true]").await?;

    tab_to(stage, "#comment-2 [name=reply]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-2 form textarea").await?;
    tab_to(stage, "#comment-2 form [name=cancel]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-2 [name=reply][aria-expanded=false]").await?;

    // The last comment that is drawn, and the button after it.
    widget.until_count("[part~=comment]", 50).await?;
    stand_on(stage, "[part~=comment]:last-child").await?;
    let last = widget.run("return root.activeElement.id", Value::Null).await?;
    tab_to(stage, "[name=more]").await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_count("[part~=comment]", 60).await?;
    let after = format!("#{} + [part~=comment]", last.as_str().unwrap_or_default());
    widget.until_focus(&after).await?;

    // Another order, by the keys of a list.
    stand_on(stage, "#comments-order").await?;
    if stage.browser.engine == Engine::WebKit {
        // It opens its own window for a list, which no driver reaches.
        return Ok(());
    }
    press(&stage.browser, &[Key::Down]).await?;
    widget
        .until("another order", "root.querySelector('#comments-order').value === 'oldest'")
        .await?;
    widget.until_focus("#comments-order").await
}

async fn changing_a_comment(stage: &Stage) -> Result<()> {
    open_described(stage, &json!({"ok": true, "count": 0, "comments": []})).await?;
    let (site, browser) = (&stage.site, &stage.browser);
    let widget = Widget::first(browser);
    let own = json!({"ok": true, "comment": comment("77", &json!({"text": "Un avis"}))});
    site.page("/new.json", own.to_string());
    let form = CommentForm::main(widget);
    stand_on(stage, &form.field("text")).await?;
    type_text(browser, "Un avis").await?;
    tab_to(stage, &form.send_button()).await?;
    press(browser, &[Key::Enter]).await?;
    widget.find("#comment-77").await?;

    stand_on(stage, "#comment-77").await?;
    tab_to(stage, "[name=edit]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-77 form textarea").await?;
    tab_to(stage, "#comment-77 form [name=cancel]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-77 [name=edit]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-77 form textarea").await?;
    type_text(browser, " corrigé").await?;
    site.page("/edit.json", json!({"ok": true, "text": "Un avis corrigé"}).to_string());
    tab_to(stage, "#comment-77 form [type=submit]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_text("#comment-77 .comment-text", "corrigé").await?;
    widget.until_focus("#comment-77").await?;

    tab_to(stage, "#comment-77 [name=remove]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-77 [name=take-back]").await?;
    tab_to(stage, "#comment-77 [name=keep]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-77 [name=remove]").await?;
    press(browser, &[Key::Enter]).await?;
    widget.until_focus("#comment-77 [name=take-back]").await?;
    site.page("/delete.json", json!({"ok": true}).to_string());
    press(browser, &[Key::Enter]).await?;
    widget.until_count("#comment-77", 0).await?;
    widget.until_focus("#comments-heading").await
}

/// Every stop of Tab looks different from the same element without the focus.
async fn the_focus_is_always_seen(stage: &Stage) -> Result<()> {
    let attributes = "data-src=/article.json data-backend=local";
    let body = format!("<a id=top href=#>Top</a>{}", pages::script_tag(attributes));
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("form").await?;
    widget.find("svg [id^=actor-]").await?;
    stage.browser.run("document.getElementById('top').focus()", vec![]).await?;
    let mut stops = 0;
    for _ in 0..MANY {
        press(&stage.browser, &[Key::Tab]).await?;
        let seen = "const at = root.activeElement;
            if (!at) return null;
            const ring = (e) => { const style = getComputedStyle(e);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };
            const drawn = [...at.querySelectorAll('.map-focus')].some(
                (e) => getComputedStyle(e).stroke !== 'none' && getComputedStyle(e).opacity !== '0'
                    && getComputedStyle(e).visibility === 'visible' && getComputedStyle(e).display !== 'none');
            return ring(at) || drawn || at.outerHTML.slice(0, 200)";
        match widget.run(seen, Value::Null).await? {
            Value::Null if stops > 0 => break,
            Value::Null => {}
            Value::Bool(true) => stops += 1,
            other => bail!("the focus is not seen on {other}"),
        }
    }
    ensure!(stops >= 6, "only {stops} stops");
    Ok(())
}
