//! A post of WordPress's REST API, as `/wp-json/wp/v2/posts/ID?_embed` and
//! `/wp-json/wp/v2/posts?slug=SLUG&_embed` give it (REST API Handbook, "Posts";
//! checked against WordPress 6.1).

use super::Refusal;
use super::draft::{Draft, items_of, number_of, push_candidate, text_of, words};
use crate::digits::digits;
use crate::json::Json;
use crate::search;

/// Whether `json` is a post, a list of posts, or WordPress's own word that there
/// is none.
pub fn is_one(json: &Json) -> bool {
    match json {
        Json::List(posts) => posts.first().is_none_or(is_post),
        _ => is_post(json) || is_error(json),
    }
}

fn is_post(json: &Json) -> bool {
    ["title", "content"].iter().all(|key| rendered(json, key).is_some())
}

/// `{"code", "message", "data": {"status"}}`
fn is_error(json: &Json) -> bool {
    let status = json.get("data").and_then(|data| data.get("status"));
    status.is_some() && !text_of(json, "message").is_empty()
}

/// The article document of a post; of a list, which a search by slug gives, its
/// only post.
///
/// # Errors
/// The post is not there, not public, or wants a password.
pub fn document(json: &Json) -> Result<Json, Refusal> {
    let post = match json {
        Json::List(posts) => match &posts[..] {
            [post] => post,
            _ => return Err(Refusal::NoArticle),
        },
        post => post,
    };
    if is_error(post) {
        return Err(Refusal::Refused(words(text_of(post, "message"))));
    }
    let content = rendered(post, "content").unwrap_or_default();
    let is_protected = |part: &Json| matches!(part.get("protected"), Some(Json::Bool(true)));
    if post.get("content").is_some_and(is_protected) && content.is_empty() {
        return Err(Refusal::Protected);
    }
    if words(content).is_empty() && search::find(content, "<img").is_none() {
        return Err(Refusal::NoArticle);
    }
    let mut article = Draft::default();
    let id = digits(number_of(post, "id") as i64);
    let is_open = text_of(post, "comment_status") != "closed";
    article.text("url", text_of(post, "link"));
    article.text("lang", text_of(post, "lang"));
    article.text("title", rendered(post, "title").unwrap_or_default());
    article.text("standfirst", own_excerpt(post, content).unwrap_or_default());
    article.text("published", &moment(post, "date_gmt"));
    let modified = moment(post, "modified_gmt");
    // A correction within the hour is not a new version.
    if modified.get(..13) != moment(post, "date_gmt").get(..13) {
        article.text("modified", &modified);
    }
    let mut comments = Draft::default();
    comments.text("thread", &id);
    comments.set("open", Json::Bool(is_open));
    article.set("comments", comments.into_json());
    article.text("id", &id);
    if let Some(embedded) = post.get("_embedded") {
        read_embedded(embedded, &mut article);
    }
    article.text("body", content);
    Ok(article.into_json())
}

/// What `?_embed` brings: who wrote it, its picture, its category.
fn read_embedded(embedded: &Json, article: &mut Draft) {
    let mut authors = Vec::new();
    for author in items_of(embedded, "author") {
        let mut named = Draft::default();
        named.words("name", text_of(author, "name"));
        if !named.is_empty() {
            named.text("url", text_of(author, "link"));
            authors.push(named.into_json());
        }
    }
    article.set("authors", Json::List(authors));
    if let Some(media) = items_of(embedded, "wp:featuredmedia").first() {
        article.set("image", image(media));
    }
    if let Json::List(taxonomies) = embedded.get("wp:term").unwrap_or(&Json::Null) {
        for terms in taxonomies {
            let Json::List(terms) = terms else { continue };
            if let Some(term) = terms.first()
                && text_of(term, "taxonomy") == "category"
            {
                article.words("section", text_of(term, "name"));
            }
        }
    }
}

fn image(media: &Json) -> Json {
    let mut image = Draft::default();
    let src = text_of(media, "source_url");
    if src.is_empty() || text_of(media, "media_type") == "file" {
        return Json::Null;
    }
    image.text("src", src);
    image.words("alt", text_of(media, "alt_text"));
    image.text("caption", rendered(media, "caption").unwrap_or_default());
    if let Some(details) = media.get("media_details") {
        let (width, height) = (number_of(details, "width"), number_of(details, "height"));
        if width > 0.0 && height > 0.0 {
            image.set("width", Json::Number(width));
            image.set("height", Json::Number(height));
        }
        let mut srcset = String::new();
        if let Some(Json::Object(sizes)) = details.get("sizes") {
            for (_, size) in sizes {
                let (w, h) = (number_of(size, "width"), number_of(size, "height"));
                // Thumbnails that were cut show another picture.
                let is_whole = (w * height - h * width).abs() <= width.max(height);
                if w > 0.0 && is_whole {
                    push_candidate(&mut srcset, text_of(size, "source_url"), w);
                }
            }
        }
        image.text("srcset", &srcset);
    }
    image.into_json()
}

/// The excerpt that somebody wrote; WordPress makes one of the first words of a
/// post that has none.
fn own_excerpt<'j>(post: &'j Json, content: &str) -> Option<&'j str> {
    let excerpt = rendered(post, "excerpt")?;
    let said = words(excerpt);
    let begins = words(content);
    let is_made = ["[…]", "…", "[...]"].iter().any(|end| said.trim_ascii_end().ends_with(end));
    if is_made || begins.starts_with(said.trim_ascii()) { None } else { Some(excerpt) }
}

/// The HTML under `key`: `{"rendered": "…"}`.
#[inline(never)]
fn rendered<'j>(json: &'j Json, key: &str) -> Option<&'j str> {
    json.get(key)?.get("rendered")?.as_text()
}

/// A moment of WordPress, which is in Greenwich's time and doesn't say so.
fn moment(post: &Json, key: &str) -> String {
    let moment = text_of(post, key);
    if moment.is_empty() { String::new() } else { [moment, "Z"].concat() }
}
