//! Comments on every server that runs here: the same scenes on each, and what
//! each can do beside.

use anyhow::{Context, Result, ensure};
use article_widget_core::language::CommentWords;
use article_widget_e2e_tests::browsers::Engine;
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::pages;
use article_widget_e2e_tests::servers::thread::{Kind, Thread};
use article_widget_e2e_tests::servers::{House, kinto as kinto_server};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{wait, words};
use serde_json::json;

/// A module of scenes for one server; `also` names those of its own.
macro_rules! on {
    ($kind:ident as $module:ident needs $need:ident: $($scene:ident),* $(; also $($own:ident),*)?) => {
        pub(crate) mod $module {
            use super::*;
            article_widget_e2e_tests::scenes![$($scene needs $need,)* $($($own needs $need),*)?];
            $(async fn $scene(stage: &Stage) -> Result<()> {
                super::$scene(stage, Kind::$kind).await
            })*
            $($(use super::$own;)*)?
        }
    };
}

on!(Isso as isso needs isso:
    lists, posts, replies, pages_through, waits_for_approval, refuses_in_words;
    also isso_limits_the_rate);
on!(WordPress as wordpress needs wordpress:
    lists, posts, replies, pages_through, waits_for_approval, limits_the_rate, refuses_in_words;
    also wordpress_refuses_what_is_there, wordpress_closes);
on!(Waline as waline needs waline:
    lists, posts, replies, pages_through, waits_for_approval, limits_the_rate;
    also waline_votes, waline_shows_markdown, waline_refuses_what_is_there);
// No preset knows Kinto: its description is the site owner's.
on!(Kinto as kinto needs kinto: lists, posts, replies, pages_through, refuses_in_words;
    also a_slip_in_a_description_is_told_at_once);

fn words() -> &'static CommentWords {
    &words::french().comments
}

/// Opens the article with the comments of a thread.
pub(crate) async fn open<'a>(stage: &'a Stage, thread: &Thread, url: &str) -> Result<Widget<'a>> {
    let attributes = format!("data-src=/article.json {}", thread.attributes(url));
    stage.site.page("/p", pages::page("fr", &pages::script_tag(&attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_comments().await?;
    Ok(widget)
}

/// Fills a form, with all that any of the servers may want.
pub(crate) async fn fill(form: &CommentForm<'_>, name: &str, text: &str) -> Result<()> {
    form.fill("text", text).await?;
    form.fill("name", name).await?;
    form.fill_if_there("email", "lectrice@example.org").await
}

async fn lists(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Open).await?;
    for number in 1..=3 {
        thread.post(&format!("Lectrice {number}"), &format!("Avis numéro {number} & fin")).await?;
    }
    let widget = open(stage, &thread, thread.url()).await?;
    widget.until_count("[part~=comment]", 3).await?;
    let all = widget.text("[part~=comments]").await?;
    for number in 1..=3 {
        ensure!(all.contains(&format!("Lectrice {number}")), "{all}");
        ensure!(all.contains(&format!("Avis numéro {number} & fin")), "{all}");
    }
    ensure!(all.contains("3 commentaires"), "{all}");
    ensure!(widget.count("[part~=comment] time[datetime]").await? == 3);
    pages::nothing_uncaught(&stage.browser).await
}

async fn posts(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Open).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    let text = "Un pont pour deux villes, l’été & l’hiver : enfin !";
    fill(&form, "Awa Maïga", text).await?;
    form.send().await?;
    form.until_status(words().posted).await?;
    widget.until_text("[part~=comment]", "l’été & l’hiver").await?;
    let kept = thread.comments().await?;
    ensure!(kept.len() == 1 && kept[0].author == "Awa Maïga", "{kept:?}");
    let read = kept[0].text.replace("&amp;", "&").replace("&#038;", "&");
    ensure!(read.contains("l’été & l’hiver") || read.contains("l&#8217;été"), "{kept:?}");
    let detail = pages::until_happened(&stage.browser, "comment-posted").await?;
    ensure!(detail["status"] == json!("published"), "{detail}");
    // It is still there for who comes later.
    stage.open("/p").await?;
    widget.until_text("[part~=comment]", "l’été & l’hiver").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn replies(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Open).await?;
    let first = thread.post("Awa", "Premier avis").await?;
    thread.post("Binta", "Deuxième avis").await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::open_answer(widget, "Premier avis").await?;
    fill(&form, "Chaïbou", "Une réponse au premier").await?;
    form.send().await?;
    widget.until_text("[part~=comment].depth-1", "Une réponse au premier").await?;
    let kept = thread.comments().await?;
    let answer = kept.iter().find(|one| one.author == "Chaïbou");
    let answer = answer.with_context(|| format!("{kept:?}"))?;
    ensure!(answer.parent.as_ref() == Some(&first), "{kept:?}");
    // It stands there for who comes later, too.
    stage.open("/p").await?;
    widget.until_count("[part~=comment]", 3).await?;
    widget.until_text("[part~=comment].depth-1", "Une réponse au premier").await?;
    ensure!(widget.count("[part~=comment].depth-1").await? == 1);
    Ok(())
}

/// More comments than the server gives at once: all can be read.
async fn pages_through(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Open).await?;
    thread.fill(120).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    widget.until_text("[part~=comments]", "120 commentaires").await?;
    wait::until("120 comments", || async {
        let count = widget.count("[part~=comment]").await?;
        // What comes meanwhile may take the button away.
        if count < 120 && widget.count("[name=more]").await? > 0 {
            widget.click("[name=more]").await?;
        }
        ensure!(count == 120, "there are {count}");
        Ok(Some(()))
    })
    .await?;
    let texts = "const all = [...root.querySelectorAll('[part~=comment]')]
        .map((one) => one.textContent.match(/Avis numéro (\\d+)/)?.[1]);
        return new Set(all).size";
    let different = widget.run(texts, json!(null)).await?;
    ensure!(different == json!(120), "{different} different ones");
    Ok(())
}

async fn waits_for_approval(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Moderated).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    fill(&form, "Awa", "Un avis qui attend").await?;
    form.send().await?;
    form.until_status(words().pending).await?;
    widget.until_text("[part~=comment]", "Un avis qui attend").await?;
    let detail = pages::until_happened(&stage.browser, "comment-posted").await?;
    ensure!(detail["status"] == json!("pending"), "{detail}");
    ensure!(thread.comments().await?.is_empty(), "others see it");
    if kind == Kind::Isso {
        return Ok(());
    }
    thread.approve().await?;
    ensure!(thread.comments().await?.len() == 1, "it was approved");
    stage.open("/p").await?;
    widget.until_text("[part~=comment]", "Un avis qui attend").await?;
    widget.until_count("[part~=comment]", 1).await
}

async fn limits_the_rate(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Limited).await?;
    // Whether this one passes or another test was quicker: the next is too much.
    thread.post("Awa", "Un avis").await.ok();
    let before = thread.comments().await?.len();
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    fill(&form, "Binta", "Un avis de trop").await?;
    form.send().await?;
    widget.until_text("[part~=comments]", words().waits_for_turn).await?;
    // It is kept, and the reader may change it or throw it away meanwhile.
    widget.until_text("[part~=comment]", "Un avis de trop").await?;
    widget.find("[part~=comment] [name=modify]").await?;
    pages::until_happened(&stage.browser, "comment-queued").await?;
    ensure!(thread.comments().await?.len() == before);
    Ok(())
}

/// What only the server knows is told beside the field that it is about: in our
/// words where there are some, else in its own.
async fn refuses_in_words(stage: &Stage, kind: Kind) -> Result<()> {
    let thread = Thread::start(stage, kind, House::Open).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    let (text, value, field, reason) = match kind {
        Kind::WordPress => ("Un avis", "awa@la_gazette.org", "email", words().bad_email),
        Kind::Isso => ("Un avis", "https://-gazette.example.org", "website", words().bad_website),
        _ => ("?", "", "text", "is too short"),
    };
    form.fill("text", text).await?;
    form.fill("name", "Awa").await?;
    if !value.is_empty() {
        form.fill(field, value).await?;
    }
    form.send().await?;
    let told = form.until_wrong(field).await?;
    ensure!(told.contains(reason), "{told}");
    ensure!(form.value("text").await? == text, "the text stays");
    ensure!(form.value("name").await? == "Awa", "the name stays");
    let detail = pages::until_happened(&stage.browser, "comment-failed").await?;
    ensure!(detail["message"].as_str().is_some_and(|words| !words.is_empty()), "{detail}");
    ensure!(thread.comments().await?.is_empty());
    Ok(())
}

async fn wordpress_refuses_what_is_there(stage: &Stage) -> Result<()> {
    let thread = Thread::start(stage, Kind::WordPress, House::Open).await?;
    thread.post("Awa", "Un avis").await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    form.fill("text", "Un avis").await?;
    form.fill("name", "Awa").await?;
    form.fill("email", "reader@example.org").await?;
    form.send().await?;
    form.until_status(words().duplicate).await?;
    ensure!(thread.comments().await?.len() == 1);
    Ok(())
}

/// Isso counts the comments of a minute, and answers 403 with words.
async fn isso_limits_the_rate(stage: &Stage) -> Result<()> {
    let thread = Thread::start(stage, Kind::Isso, House::Limited).await?;
    thread.post("Awa", "Un avis").await?;
    thread.post("Awa", "Un autre avis").await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    fill(&form, "Binta", "Un avis de trop").await?;
    form.send().await?;
    widget.until_text("[part~=comments]", words().waits_for_turn).await?;
    ensure!(thread.comments().await?.len() == 2);
    Ok(())
}

async fn waline_refuses_what_is_there(stage: &Stage) -> Result<()> {
    let thread = Thread::start(stage, Kind::Waline, House::Open).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let form = CommentForm::main(widget);
    fill(&form, "Awa", "Un avis").await?;
    form.send().await?;
    form.until_status(words().posted).await?;
    form.fill("text", "Un avis").await?;
    form.send().await?;
    form.until_status(words().duplicate).await?;
    ensure!(thread.comments().await?.len() == 1);
    Ok(())
}

async fn wordpress_closes(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    let thread = Thread::start(stage, Kind::WordPress, House::Open).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    let post = thread.name().parse()?;
    wordpress.set_comments(post, false).await?;
    let form = CommentForm::main(widget);
    fill(&form, "Awa", "Trop tard").await?;
    form.send().await?;
    form.until_status(words().closed).await?;
    ensure!(thread.comments().await?.is_empty());
    Ok(())
}

async fn waline_votes(stage: &Stage) -> Result<()> {
    let thread = Thread::start(stage, Kind::Waline, House::Open).await?;
    thread.post("Awa", "Un avis").await?;
    let widget = open(stage, &thread, thread.url()).await?;
    widget.until_text("[part~=comment]", "Un avis").await?;
    widget.press_button(words().agree).await?;
    wait::until("the vote on the server", || async {
        let waline = stage.servers.waline(House::Open).await?;
        let likes = waline.comments(thread.name()).await?[0]["like"].clone();
        ensure!(likes == json!(1), "{likes}");
        Ok(Some(()))
    })
    .await
}

/// Waline answers with HTML that it has made of what was typed.
async fn waline_shows_markdown(stage: &Stage) -> Result<()> {
    let thread = Thread::start(stage, Kind::Waline, House::Open).await?;
    let text = "Un **avis** <script>document.title='acted'</script> <img src=x onerror=document.title='acted'>";
    thread.post("<i>Awa</i>", text).await?;
    let widget = open(stage, &thread, thread.url()).await?;
    widget.until_text("[part~=comment] strong", "avis").await?;
    let inside = "[part~=comment] :is(script, img, iframe, [onerror])";
    ensure!(widget.count(inside).await? == 0);
    ensure!(stage.browser.driver.title().await? == "Page", "something acted");
    Ok(())
}

/// Who wrote the description is told the place and what was expected, when it is
/// loaded; readers keep their article.
async fn a_slip_in_a_description_is_told_at_once(stage: &Stage) -> Result<()> {
    let slip = kinto_server::DESCRIPTION.replace("\"items\": \"data\"", "\"itmes\": \"data\"");
    ensure!(slip != kinto_server::DESCRIPTION);
    stage.site.page("/slip.json", slip);
    let url = &stage.servers.kinto().await?.url;
    let attributes =
        format!("data-src=/article.json data-backend=/slip.json data-backend-url={url}");
    stage.site.page("/p", pages::page("fr", &pages::script_tag(&attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.until_text("[part~=title]", "Le pont et la rivière").await?;
    if stage.browser.engine != Engine::Chromium {
        // The others do not tell what the console says.
        return Ok(());
    }
    wait::until("the place in the console", || async {
        let said = stage.browser.console().await.join("\n");
        ensure!(said.contains("/list/itmes") && said.contains("items"), "it says {said}");
        Ok(Some(()))
    })
    .await
}
