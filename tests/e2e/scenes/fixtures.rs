//! The servers of the tests: a fixture that lies would prove nothing.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::scenes;
use article_widget_e2e_tests::servers::isso::Isso;
use article_widget_e2e_tests::servers::proxy::{Fault, Proxy};
use article_widget_e2e_tests::servers::{House, kinto};
use article_widget_e2e_tests::stage::Stage;
use serde_json::{Value, json};

scenes![
    wordpress_keeps_a_comment needs wordpress,
    wordpress_has_posts_of_every_shape needs wordpress,
    wordpress_keeps_its_houses_apart needs wordpress,
    waline_keeps_a_comment needs waline,
    waline_keeps_its_houses_apart needs waline,
    kinto_keeps_a_comment needs kinto,
    the_bad_network_does_what_it_is_told needs isso,
];

async fn wordpress_keeps_a_comment(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    let post = wordpress.new_post("Un essai", "<p>Un essai.</p>").await?;
    let id = wordpress.comment(post, 0, "Awa", "Un avis").await?;
    let answer = wordpress.comment(post, id, "Binta", "Une réponse").await?;
    let list = wordpress.comments(post).await?;
    ensure!(list.len() == 2 && list[0]["id"] == json!(id), "{list:?}");
    ensure!(list[1]["id"] == json!(answer) && list[1]["parent"] == json!(id), "{list:?}");
    Ok(())
}

async fn wordpress_has_posts_of_every_shape(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    for slug in [
        "arabic",
        "blocks",
        "classic",
        "embeds",
        "empty",
        "footnotes",
        "gallery",
        "long",
        "protected",
        "table",
        "untitled",
    ] {
        let address = wordpress.rest(&format!("/wp/v2/posts/{}?_embed=1", wordpress.post(slug)?));
        let post: Value = serde_json::from_str(&reqwest::get(address).await?.text().await?)?;
        ensure!(post["slug"] == json!(slug), "{slug}: {post}");
        let author = &post["_embedded"]["author"][0]["name"];
        ensure!(*author == json!("Aïssa Maïga"), "{slug}: {author}");
        let picture = &post["_embedded"]["wp:featuredmedia"][0]["source_url"];
        let picture = picture.as_str().unwrap_or_default().to_owned();
        ensure!(picture.starts_with(&wordpress.url), "{slug}: {picture}");
        let content = post["content"].to_string();
        ensure!(!content.contains("fixture.invalid"), "{slug}: {content}");
    }
    let draft = wordpress.rest(&format!("/wp/v2/posts/{}", wordpress.post("draft")?));
    ensure!(reqwest::get(draft).await?.status() == 401);
    ensure!(reqwest::get(wordpress.rest("/wp/v2/posts/999999")).await?.status() == 404);
    Ok(())
}

async fn wordpress_keeps_its_houses_apart(stage: &Stage) -> Result<()> {
    let limited = stage.servers.wordpress(House::Limited).await?;
    let post = limited.new_post("Un essai", "<p>Un essai.</p>").await?;
    limited.comment(post, 0, "Awa", "Un avis").await.ok();
    let refused = limited.comment(post, 0, "Awa", "Un autre avis").await;
    let words = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(words.contains("comment_flood"), "{words}");
    let moderated = stage.servers.wordpress(House::Moderated).await?;
    let post = moderated.new_post("Un essai", "<p>Un essai.</p>").await?;
    moderated.comment(post, 0, "Awa", "Un avis").await?;
    ensure!(moderated.comments(post).await?.is_empty());
    let waiting = moderated.waiting(post).await?;
    ensure!(waiting.len() == 1, "{waiting:?}");
    moderated.approve(&waiting[0]).await?;
    ensure!(moderated.comments(post).await?.len() == 1);
    moderated.set_comments(post, false).await?;
    let refused = moderated.comment(post, 0, "Awa", "Trop tard").await;
    let words = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(words.contains("rest_comment_closed"), "{words}");
    Ok(())
}

async fn waline_keeps_a_comment(stage: &Stage) -> Result<()> {
    let waline = stage.servers.waline(House::Open).await?;
    let page = stage.site.url("/harness");
    let comment = waline.comment(&page, None, "Awa", "Un *avis*").await?;
    waline.comment(&page, comment["objectId"].as_u64(), "Binta", "Une réponse").await?;
    let list = waline.comments(&page).await?;
    ensure!(list.len() == 1 && list[0]["objectId"] == comment["objectId"], "{list:?}");
    ensure!(list[0]["children"].as_array().is_some_and(|answers| answers.len() == 1), "{list:?}");
    Ok(())
}

async fn waline_keeps_its_houses_apart(stage: &Stage) -> Result<()> {
    let page = stage.site.url("/harness");
    let limited = stage.servers.waline(House::Limited).await?;
    limited.comment(&page, None, "Awa", "Un avis").await.ok();
    let refused = limited.comment(&page, None, "Awa", "Un autre avis").await;
    let words = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(words.contains("too fast"), "{words}");
    let moderated = stage.servers.waline(House::Moderated).await?;
    let comment = moderated.comment(&page, None, "Awa", "Un avis").await?;
    ensure!(comment["status"] == json!("waiting"), "{comment}");
    ensure!(moderated.comments(&page).await?.is_empty());
    moderated.approve(&comment).await?;
    ensure!(moderated.comments(&page).await?.len() == 1);
    Ok(())
}

async fn kinto_keeps_a_comment(stage: &Stage) -> Result<()> {
    let url = &stage.servers.kinto().await?.url;
    let thread = stage.site.url("/harness");
    let comment = |text: &str| json!({"thread": thread, "name": "Awa", "text": text});
    let kept = kinto::comment(url, &comment("Un avis")).await?;
    let list = kinto::comments(url, &thread).await?;
    ensure!(list.len() == 1 && list[0]["id"] == kept["id"], "{list:?}");
    let refused = kinto::comment(url, &comment("?")).await;
    let words = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(words.contains("is too short"), "{words}");
    Ok(())
}

/// Each fault, seen from this side, and what the server has of it.
async fn the_bad_network_does_what_it_is_told(stage: &Stage) -> Result<()> {
    let isso = Isso::start(House::Open, &stage.site.origin).await?;
    let proxy = Proxy::before(&isso.url).await?;
    let post = async |text: &str| send(&proxy, text).await;
    let there = async || Ok::<_, anyhow::Error>(isso.comments("/a").await?.len());
    proxy.next(&[
        Fault::LoseRequest,
        Fault::LoseAnswer,
        Fault::CutAnswer,
        Fault::ErrorAfterAll,
        Fault::Page(502),
        Fault::TooMany { retry_after: 7 },
    ]);
    ensure!(post("perdu").await.is_err() && there().await? == 0);
    ensure!(post("réponse perdue").await.is_err() && there().await? == 1);
    ensure!(post("réponse coupée").await.is_err() && there().await? == 2);
    ensure!(post("erreur après coup").await?.0 == 500 && there().await? == 3);
    let page = post("page d’erreur").await?;
    ensure!(page.0 == 502 && page.2.contains("<h1>") && there().await? == 3, "{page:?}");
    let wait = post("trop vite").await?;
    ensure!(wait.0 == 429 && wait.1.is_some_and(|seconds| seconds == "7") && there().await? == 3);
    ensure!(post("enfin").await?.0 == 201 && there().await? == 4);
    proxy.take_down(true);
    ensure!(post("éteint").await.is_err() && there().await? == 4);
    ensure!(proxy.sent().len() == 7, "{}", proxy.sent().len());
    Ok(())
}

/// The status, `Retry-After` and text of the answer to a comment.
async fn send(proxy: &Proxy, text: &str) -> Result<(u16, Option<String>, String)> {
    let request = reqwest::Client::new().post(format!("{}/new?uri=%2Fa", proxy.url));
    let request = request.header("content-type", "application/json");
    let answer = request.body(json!({"text": text, "title": "A"}).to_string()).send().await?;
    let wait = answer.headers().get("retry-after").and_then(|value| value.to_str().ok());
    let wait = wait.map(String::from);
    Ok((answer.status().as_u16(), wait, answer.text().await?))
}
