//! What a reader does with the comments that are there.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes, wait, words};
use serde_json::{Value, json};

scenes![
    own_comments_are_changed_and_taken_back needs isso axe,
    comments_come_in_portions needs isso,
    an_address_leads_to_its_comment needs isso,
    answers_fold_and_the_order_changes needs isso axe,
    a_vote_counts needs isso,
    a_name_is_remembered_when_the_reader_wants_it needs isso,
    the_page_may_say_who_the_reader_is needs isso,
];

const THREAD: &str = "/the-bridge";

async fn open<'a>(stage: &'a Stage, server: &Isso, path: &str) -> Result<Widget<'a>> {
    let attributes = format!(
        "data-src=/article.json data-thread={THREAD} data-backend=isso data-backend-url={}",
        server.url
    );
    stage.site.page("/p", pages::page("fr", &pages::script_tag(&attributes)));
    stage.open(path).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    Ok(widget)
}

async fn with_comments(stage: &Stage, count: usize) -> Result<Isso> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    for number in 1..=count {
        server.post(THREAD, "Awa", &format!("Avis numéro {number}.")).await?;
    }
    Ok(server)
}

async fn own_comments_are_changed_and_taken_back(stage: &Stage) -> Result<()> {
    let server = with_comments(stage, 1).await?;
    let widget = open(stage, &server, "/p").await?;
    let form = CommentForm::main(widget);
    form.fill("text", "Un avis à corriger").await?;
    form.send().await?;
    widget.click("[name=edit]").await?;
    let edit = CommentForm::answer(widget);
    widget.until_focus(&edit.field("text")).await?;
    ensure!(edit.value("text").await? == "Un avis à corriger");
    axe::check(&stage.browser, "a comment is edited").await?;
    edit.fill("text", ", corrigé").await?;
    edit.send().await?;
    widget.until_text("[part~=comment]", "Un avis à corriger, corrigé").await?;
    let comments = server.comments(THREAD).await?;
    ensure!(comments[1]["text"].to_string().contains("corrigé"), "{comments:?}");
    ensure!(widget.count("[name=edit]").await? == 1, "others' comments can't be changed");

    widget.click("[name=remove]").await?;
    widget.until_focus("[name=take-back]").await?;
    widget.until_text("[part~=comment]", words::french().comments.remove_ask).await?;
    widget.click("[name=take-back]").await?;
    widget.until_count("[part~=comment]", 1).await?;
    ensure!(server.comments(THREAD).await?.len() == 1);
    Ok(())
}

/// Thirty comments, the first of which has thirty answers.
async fn with_many(stage: &Stage) -> Result<Isso> {
    let server = with_comments(stage, 30).await?;
    for number in 31..=60 {
        server.reply(THREAD, 1, "Binta", &format!("Réponse numéro {number}.")).await?;
    }
    Ok(server)
}

async fn comments_come_in_portions(stage: &Stage) -> Result<()> {
    let server = with_many(stage).await?;
    let widget = open(stage, &server, "/p").await?;
    widget.until_count("[part~=comment]", 50).await?;
    widget.until_text("[part~=comments]", "60 commentaires").await?;
    widget.click("[name=more]").await?;
    widget.until_count("[part~=comment]", 60).await?;
    // Who reads on goes on at the first one that was not there.
    widget.until_focus("#comment-51").await?;
    ensure!(widget.count("[name=more]").await? == 0);
    Ok(())
}

async fn an_address_leads_to_its_comment(stage: &Stage) -> Result<()> {
    let server = with_many(stage).await?;
    let widget = open(stage, &server, "/p#comment-55").await?;
    widget.until_focus("#comment-55").await?;
    let in_sight = "(() => { const box = root.getElementById('comment-55').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight })()";
    widget.until("the comment in sight", in_sight).await?;
    // Another address in the same page leads on.
    stage.browser.run("location.hash = '#comment-29'", vec![]).await?;
    widget.until_focus("#comment-29").await
}

async fn answers_fold_and_the_order_changes(stage: &Stage) -> Result<()> {
    let server = with_comments(stage, 2).await?;
    server.reply(THREAD, 1, "Binta", "Une réponse.").await?;
    let widget = open(stage, &server, "/p").await?;
    widget.until_count("[part~=comment]", 3).await?;
    widget.until_text("[part~=comment].depth-1 .answers", "En réponse à Awa").await?;
    axe::check(&stage.browser, "answers").await?;
    let first = "[part~=comment]:first-child";
    widget.until_text(first, "Avis numéro 2").await?;
    widget.click("[name=fold]").await?;
    widget.until_count("[part~=comment]", 2).await?;
    widget
        .until("a button that says so", "root.querySelector('[name=fold][aria-expanded=false]')")
        .await?;
    widget.click("[name=fold]").await?;
    widget.until_count("[part~=comment]", 3).await?;
    let choose = "const order = root.querySelector('[name=order]'); order.value = 'oldest';
        order.dispatchEvent(new Event('input', {bubbles: true}))";
    widget.run(choose, Value::Null).await?;
    widget.until_text(first, "Avis numéro 1").await.map(drop)
}

async fn a_vote_counts(stage: &Stage) -> Result<()> {
    let server = with_comments(stage, 1).await?;
    let widget = open(stage, &server, "/p").await?;
    widget.until_text("[name=agree]", "0").await?;
    widget.click("[name=agree]").await?;
    wait::until("a vote on the server", || async {
        let comments = server.comments(THREAD).await?;
        // Isso does not count who wrote it, by their address: then it says so.
        let likes = &comments[0]["likes"];
        let pressed = widget.count("[name=agree][aria-pressed=true]").await?;
        Ok((*likes == json!(1) || pressed == 1).then_some(()))
    })
    .await
}

async fn a_name_is_remembered_when_the_reader_wants_it(stage: &Stage) -> Result<()> {
    let server = with_comments(stage, 0).await?;
    let widget = open(stage, &server, "/p").await?;
    let form = CommentForm::main(widget);
    for (number, is_remembered) in [(1, false), (2, true)] {
        form.fill("text", &format!("Un avis, le numéro {number}")).await?;
        if number == 1 {
            form.fill("name", "Awa").await?;
        } else {
            widget.click(&form.field("remember")).await?;
        }
        form.send().await?;
        pages::until_happened(&stage.browser, "comment-posted").await?;
        widget.until_count("[part~=comment]", number).await?;
        let kept = "return localStorage.getItem('article-widget:reader') !== null";
        let kept = stage.browser.run(kept, vec![]).await?;
        ensure!(kept == json!(is_remembered), "after {number}: {kept}");
    }
    stage.browser.driver.refresh().await?;
    widget.until_count("[part~=comment]", 2).await?;
    widget.click(&form.field("text")).await?;
    widget.find(&form.field("name")).await?;
    ensure!(form.value("name").await? == "Awa");
    Ok(())
}

async fn the_page_may_say_who_the_reader_is(stage: &Stage) -> Result<()> {
    let server = with_comments(stage, 0).await?;
    let widget = open(stage, &server, "/p").await?;
    let form = CommentForm::main(widget);
    widget.run("host.reader = async () => ({name: 'Capitaine'})", Value::Null).await?;
    form.fill("text", "Un avis sous mon nom").await?;
    form.send().await?;
    widget.until_text("[part~=comment]", "Capitaine").await?;
    widget.until_count(&form.field("name"), 0).await?;
    let comments = server.comments(THREAD).await?;
    ensure!(comments[0]["author"] == json!("Capitaine"), "{comments:?}");
    Ok(())
}
