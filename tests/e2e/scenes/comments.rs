//! Comments, on a real server over a real connection.

use anyhow::{Result, ensure};
use article_widget_core::language::CommentWords;
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait, words};
use serde_json::{Value, json};

scenes![
    comments_are_listed needs isso,
    a_comment_is_posted_and_read_back needs isso,
    an_answer_stands_under_its_comment needs isso,
    refused_input_is_told_beside_its_field needs isso,
    the_rate_limit_keeps_the_text needs isso,
    a_comment_that_waits_says_so needs isso,
    what_the_server_wants_is_asked_for needs isso,
    three_fast_clicks_post_once needs isso,
    a_draft_survives_a_reload needs isso,
    a_dead_server_leaves_the_article,
    a_server_that_dies_keeps_the_text needs isso,
    the_page_can_stop_a_comment needs isso,
    what_readers_write_can_not_act needs isso,
    local_comments_stay_in_this_browser,
    a_closed_article_has_no_form needs isso,
    a_captcha_is_shown_and_solved,
];

const THREAD: &str = "/the-bridge";

fn words() -> &'static CommentWords {
    &words::french().comments
}

/// Opens the article with its comments on a server of its own.
async fn with_isso(stage: &Stage, house: House) -> Result<Isso> {
    let server = Isso::start(house, &stage.site.origin).await?;
    open(stage, &format!("data-backend=isso data-backend-url={}", server.url)).await?;
    Ok(server)
}

/// Opens the article with these attributes of the script tag.
async fn open(stage: &Stage, attributes: &str) -> Result<()> {
    let attributes = format!("data-src=/article.json data-thread={THREAD} {attributes}");
    stage.site.page("/p", pages::page("fr", &pages::script_tag(&attributes)));
    stage.open("/p").await?;
    Widget::first(&stage.browser).until_ready().await
}

/// Waits until the server has so many top comments, and gives them.
async fn until_on_server(server: &Isso, wanted: usize) -> Result<Vec<Value>> {
    wait::until(&format!("{wanted} comments on the server"), || async {
        let comments = server.comments(THREAD).await?;
        ensure!(comments.len() == wanted, "{comments:?}");
        Ok(Some(comments))
    })
    .await
}

async fn comments_are_listed(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    for number in 1..=3 {
        server
            .post(THREAD, &format!("Lectrice {number}"), &format!("Avis numéro {number}"))
            .await?;
    }
    open(stage, &format!("data-backend=isso data-backend-url={}", server.url)).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_count("[part~=comment]", 3).await?;
    let all = widget.text("[part~=comments]").await?;
    for number in 1..=3 {
        ensure!(all.contains(&format!("Lectrice {number}")), "{all}");
        ensure!(all.contains(&format!("Avis numéro {number}")), "{all}");
    }
    ensure!(all.contains("3 commentaires"), "{all}");
    ensure!(widget.count("[part~=comment] time[datetime]").await? == 3);
    Ok(())
}

async fn a_comment_is_posted_and_read_back(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Open).await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "Un pont pour deux villes, enfin !").await?;
    form.fill("name", "Awa").await?;
    form.send().await?;
    form.until_status(words().posted).await?;
    widget.until_text("[part~=comment]", "Un pont pour deux villes, enfin !").await?;
    let comments = until_on_server(&server, 1).await?;
    ensure!(comments[0]["author"] == json!("Awa"), "{comments:?}");
    ensure!(
        comments[0]["text"].to_string().contains("Un pont pour deux villes, enfin !"),
        "{comments:?}"
    );
    let detail = pages::until_happened(&stage.browser, "comment-submit").await?;
    ensure!(detail["thread"] == json!(THREAD) && detail["name"] == json!("Awa"), "{detail}");
    ensure!(detail["parent"] == Value::Null, "{detail}");
    let detail = pages::until_happened(&stage.browser, "comment-posted").await?;
    ensure!(detail["status"] == json!("published"), "{detail}");
    ensure!(form.value("text").await?.is_empty(), "the form is empty again");
    stage.open("/p").await?;
    Widget::first(&stage.browser).until_text("[part~=comment]", "enfin").await.map(drop)
}

async fn an_answer_stands_under_its_comment(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    server.post(THREAD, "Awa", "Premier avis").await?;
    open(stage, &format!("data-backend=isso data-backend-url={}", server.url)).await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::open_answer(widget, "Premier avis").await?;
    widget.until_focus(&form.field("text")).await?;
    form.fill("text", "Une réponse").await?;
    form.fill("name", "Binta").await?;
    form.send().await?;
    widget.until_text("[part~=comment].depth-1", "Une réponse").await?;
    let comments = until_on_server(&server, 1).await?;
    let replies = comments[0]["replies"].as_array().map_or(0, Vec::len);
    ensure!(replies == 1, "{comments:?}");
    let detail = pages::until_happened(&stage.browser, "comment-submit").await?;
    ensure!(detail["parent"] == json!(comments[0]["id"].to_string()), "{detail}");
    Ok(())
}

async fn refused_input_is_told_beside_its_field(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Open).await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "ab").await?;
    form.send().await?;
    let told = form.until_wrong("text").await?;
    ensure!(told.contains("Trop court"), "{told}");
    widget.until_focus(&form.field("text")).await?;
    ensure!(form.value("text").await? == "ab");
    form.fill("email", "nobody").await?;
    form.fill("text", "cd").await?;
    form.send().await?;
    let told = form.until_wrong("email").await?;
    ensure!(told.contains(words().bad_email), "{told}");
    ensure!(form.value("text").await? == "abcd");
    ensure!(server.comments(THREAD).await?.is_empty());
    Ok(())
}

async fn the_rate_limit_keeps_the_text(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Limited).await?;
    server.post(THREAD, "A", "Premier avis").await?;
    server.post(THREAD, "B", "Deuxième avis").await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "Un avis de trop").await?;
    form.send().await?;
    // It waits for its turn, where it will stand.
    let waiting = "[part~=comment].pending";
    widget.until_text(waiting, words().waits_for_turn).await?;
    ensure!(widget.text(waiting).await?.contains("Un avis de trop"));
    ensure!(form.value("text").await?.is_empty());
    let detail = pages::until_happened(&stage.browser, "comment-queued").await?;
    ensure!(detail["localId"].is_string(), "{detail}");
    ensure!(server.comments(THREAD).await?.len() == 2);
    // The reader may take it back, to change it.
    widget.click(&format!("{waiting} [name=modify]")).await?;
    let field = form.field("text");
    let is_back = format!("root.querySelector({})?.value === 'Un avis de trop'", json!(field));
    widget.until("the text in its form", &is_back).await?;
    widget.until_focus(&field).await?;
    widget.until_count(waiting, 0).await
}

async fn a_comment_that_waits_says_so(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Moderated).await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "Un avis qui attend").await?;
    form.fill("name", "Awa").await?;
    form.fill("email", "awa@example.org").await?;
    form.send().await?;
    form.until_status(words().pending).await?;
    widget.until_text("[part~=comment]", "Un avis qui attend").await?;
    let detail = pages::until_happened(&stage.browser, "comment-posted").await?;
    ensure!(detail["status"] == json!("pending"), "{detail}");
    ensure!(server.comments(THREAD).await?.is_empty(), "others don't see it yet");
    Ok(())
}

/// The server wants a name and an e-mail address.
async fn what_the_server_wants_is_asked_for(stage: &Stage) -> Result<()> {
    let _server = with_isso(stage, House::Moderated).await?;
    let form = CommentForm::main(Widget::first(&stage.browser));
    form.fill("text", "Un avis sans nom").await?;
    form.send().await?;
    for field in ["name", "email"] {
        let told = form.until_wrong(field).await?;
        ensure!(told.contains(words().required), "{field}: {told}");
    }
    ensure!(form.value("text").await? == "Un avis sans nom");
    Ok(())
}

async fn three_fast_clicks_post_once(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Open).await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "Une fois suffit").await?;
    let clicks = "const button = root.querySelector(argument); button.click(); button.click(); button.click()";
    widget.run(clicks, json!(form.send_button())).await?;
    form.until_status(words().posted).await?;
    // What a second click had sent would be there before this one.
    form.fill("text", "Un autre avis").await?;
    form.send().await?;
    widget.until_count("[part~=comment]", 2).await?;
    until_on_server(&server, 2).await?;
    Ok(())
}

async fn a_draft_survives_a_reload(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    server.post(THREAD, "Awa", "Premier avis").await?;
    open(stage, &format!("data-backend=isso data-backend-url={}", server.url)).await?;
    let stored = stage.browser.run("return localStorage.length", vec![]).await?;
    ensure!(stored == json!(0), "something was stored before anything was written");
    let widget = Widget::first(&stage.browser);
    CommentForm::main(widget).fill("text", "Une phrase à finir").await?;
    CommentForm::main(widget).fill("name", "Awa").await?;
    let answer = CommentForm::open_answer(widget, "Premier avis").await?;
    answer.fill("text", "Une réponse à finir").await?;
    stage.browser.driver.refresh().await?;
    widget.until_ready().await?;
    let form = CommentForm::main(widget);
    let typed = format!(
        "root?.querySelector({})?.value === 'Une phrase à finir'",
        json!(form.field("text"))
    );
    widget.until("the draft", &typed).await?;
    ensure!(form.value("name").await? == "Awa");
    let answer = CommentForm::open_answer(widget, "Premier avis").await?;
    ensure!(answer.value("text").await? == "Une réponse à finir");
    Ok(())
}

async fn a_dead_server_leaves_the_article(stage: &Stage) -> Result<()> {
    let nobody = format!("http://127.0.0.1:{}", wait::free_port()?);
    open(stage, &format!("data-backend=isso data-backend-url={nobody}")).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=comments]", words().unreachable).await?;
    ensure!(widget.text("[part~=title]").await? == "Le pont et la rivière");
    widget.find("[part~=map] svg").await.map(drop)
}

async fn a_server_that_dies_keeps_the_text(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Open).await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "Personne ne répond").await?;
    drop(server);
    form.send().await?;
    pages::until_happened(&stage.browser, "comment-queued").await?;
    let waiting = "[part~=comment].pending";
    widget.until_text(waiting, "Personne ne répond").await?;
    // In another page of the site it is still there, and so it is after a reload.
    stage.browser.driver.refresh().await?;
    widget.until_text("[part~=comments]", words().unreachable).await?;
    let kept = "return Object.keys(localStorage).filter((key) => key.includes('outbox')).length";
    ensure!(stage.browser.run(kept, vec![]).await? == json!(1));
    Ok(())
}

async fn the_page_can_stop_a_comment(stage: &Stage) -> Result<()> {
    let server = with_isso(stage, House::Open).await?;
    stage.browser.run("window.stopComments = true", vec![]).await?;
    let form = CommentForm::main(Widget::first(&stage.browser));
    form.fill("text", "La page en décide").await?;
    form.send().await?;
    form.until_status(words().stopped).await?;
    ensure!(form.value("text").await? == "La page en décide");
    ensure!(server.comments(THREAD).await?.is_empty());
    stage.browser.run("window.stopComments = false", vec![]).await?;
    form.send().await?;
    until_on_server(&server, 1).await.map(drop)
}

async fn what_readers_write_can_not_act(stage: &Stage) -> Result<()> {
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    let attack = "avis <img src=x onerror=document.title='acted'> <script>document.title='acted'</script> \
                  [lien](javascript:document.title='acted') https://example.org/";
    server.post(THREAD, "<b onclick=alert(1)>Awa</b>", attack).await?;
    open(stage, &format!("data-backend=isso data-backend-url={}", server.url)).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=comment]", "avis").await?;
    let inside =
        "[part~=comment] :is(script, img, iframe, [onclick], [onerror], [href^=javascript])";
    ensure!(widget.count(inside).await? == 0);
    let title = stage.browser.driver.title().await?;
    ensure!(title == "Page", "{title}");
    Ok(())
}

async fn local_comments_stay_in_this_browser(stage: &Stage) -> Result<()> {
    open(stage, "data-backend=local").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=comments]", words().local_only).await?;
    let form = CommentForm::main(widget);
    form.fill("text", "Une note pour moi").await?;
    form.send().await?;
    widget.until_text("[part~=comment]", "Une note pour moi").await?;
    stage.browser.driver.refresh().await?;
    widget.until_ready().await?;
    widget.until_text("[part~=comment]", "Une note pour moi").await.map(drop)
}

async fn a_closed_article_has_no_form(stage: &Stage) -> Result<()> {
    let mut closed = pages::article();
    closed["comments"] = json!({"open": false});
    stage.site.page("/article.json", closed.to_string());
    let server = Isso::start(House::Open, &stage.site.origin).await?;
    server.post(THREAD, "Awa", "Premier avis").await?;
    open(stage, &format!("data-backend=isso data-backend-url={}", server.url)).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=comment]", "Premier avis").await?;
    widget.until_text("[part~=comments]", words().closed).await?;
    ensure!(widget.count("form").await? == 0);
    Ok(())
}

/// As Artalk asks: a picture in the answer, and an address of its own for what
/// the reader has read on it. (It answers as its documentation says; the site
/// stands for it.)
async fn a_captcha_is_shown_and_solved(stage: &Stage) -> Result<()> {
    const COMMENTS: &str = "/api/v2/comments";
    const VERIFY: &str = "/api/v2/captcha/verify";
    let site = &stage.site;
    site.page("/api/v2/comments", json!({"comments": [], "count": 0}).to_string());
    open(stage, &format!("data-backend=artalk data-backend-url=\"{}#site=S\"", site.origin))
        .await?;
    let widget = Widget::first(&stage.browser);
    let form = CommentForm::main(widget);
    form.fill("text", "Un avis de personne").await?;
    form.fill("name", "Awa").await?;
    form.fill("email", "awa@example.org").await?;
    let image = |letter: char| {
        format!("data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAO{letter}==")
    };
    let asks = |letter| json!({"need_captcha": true, "msg": "Captcha", "img_data": image(letter)});
    site.break_at(COMMENTS, Fault::Says(403, asks('w').to_string()));
    form.send().await?;
    let field = form.field("captcha");
    widget.until_focus(&field).await?;
    let shown = widget.run("return root.querySelector('.captcha img').src", Value::Null).await?;
    ensure!(shown == json!(image('w')), "{shown}");
    ensure!(form.value("text").await? == "Un avis de personne", "the text stays");
    ensure!(site.requests(VERIFY) == 0);

    // Wrong letters: it asks again, with another picture.
    site.break_at(VERIFY, Fault::Says(403, json!({"msg": "Wrong"}).to_string()));
    site.break_at(COMMENTS, Fault::Says(403, asks('g').to_string()));
    form.fill("captcha", "abc").await?;
    form.send().await?;
    let another = format!("root.querySelector('.captcha img')?.src === {}", json!(image('g')));
    widget.until("another picture", &another).await?;
    ensure!(site.requests(VERIFY) == 1, "{} requests", site.requests(VERIFY));
    let emptied = format!("root.querySelector({}).value === ''", json!(field));
    widget.until("an empty field", &emptied).await?;

    site.break_at(VERIFY, Fault::Says(200, json!({"msg": "Success"}).to_string()));
    let posted = json!({"id": 7, "content": "Un avis de personne", "nick": "Awa",
        "content_marked": "<p>Un avis de personne</p>", "date": "2026-11-22 12:00:00", "rid": 0});
    site.break_at(COMMENTS, Fault::Says(200, posted.to_string()));
    form.fill("captcha", "d").await?;
    form.send().await?;
    form.until_status(words().posted).await?;
    widget.until_text("[part~=comment]", "Un avis de personne").await?;
    ensure!(site.requests(VERIFY) == 2, "{} requests", site.requests(VERIFY));
    widget.until_count(".captcha", 0).await
}
