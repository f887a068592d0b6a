//! A post of WordPress's REST API, as `/wp-json/wp/v2/posts/ID?_embed` and
//! `/wp-json/wp/v2/posts?slug=SLUG&_embed` give it (REST API Handbook, "Posts";
//! checked against WordPress 6.1).

use super::Refusal;
use super::draft::Written::{Alike, ByNumber, InGreenwich, InHtml};
use super::draft::{Draft, Written, beginning, number_of, push_candidate, text_of, words};
use crate::comments::backend::pick::find;
use crate::json::Json;
use crate::search;

const POST: &[(&str, &str, Written)] = &[
    ("id", "id", ByNumber),
    ("url", "link", Alike),
    // Its addresses are those of the page that it is shown on.
    ("base", "link", Alike),
    ("lang", "lang", Alike),
    ("title", "title.rendered", Alike),
    ("published", "date_gmt", InGreenwich),
    ("modified", "modified_gmt", InGreenwich),
    ("section", "_embedded.wp:term.0.0.name", InHtml),
    ("body", "content.rendered", Alike),
];

const AUTHOR: &[(&str, &str, Written)] = &[("name", "name", InHtml), ("url", "link", Alike)];

const IMAGE: &[(&str, &str, Written)] = &[
    ("src", "source_url", Alike),
    ("alt", "alt_text", InHtml),
    ("caption", "caption.rendered", Alike),
    ("width", "media_details.width", Alike),
    ("height", "media_details.height", Alike),
];

/// Whether `json` is a post, a list of posts, or WordPress's own word that there
/// is none.
#[inline(never)]
pub fn is_one(json: &Json) -> bool {
    match json {
        Json::List(posts) => posts.first().is_none_or(is_post),
        _ => is_post(json) || is_error(json),
    }
}

fn is_post(json: &Json) -> bool {
    let title = json.get("title").and_then(|title| title.get("rendered"));
    title.is_some() && json.get("content").is_some_and(|content| content.get("rendered").is_some())
}

/// `{"code", "message", "data": {"status"}}`
fn is_error(json: &Json) -> bool {
    number_of(json, "data.status") > 0.0 && !text_of(json, "message").is_empty()
}

/// The article document of a post; of a list, which a search by slug gives, its
/// only post.
///
/// # Errors
/// The post is not there, not public, or wants a password.
#[inline(never)]
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
    let content = text_of(post, "content.rendered");
    let said = words(head_of(content));
    if said.is_empty() && search::find(content, "<img").is_none() {
        let is_protected = find(post, "content.protected");
        let is_protected = matches!(is_protected, Some(Json::Bool(true)));
        return Err(if is_protected { Refusal::Protected } else { Refusal::NoArticle });
    }
    let mut article = Draft::default().take(post, POST);
    if words(text_of(post, "title.rendered")).trim_ascii().is_empty() {
        article.escaped("title", &beginning(&said));
    }
    // The excerpt that somebody wrote; WordPress makes one of the first words of a
    // post that has none.
    let excerpt = text_of(post, "excerpt.rendered");
    let summary = words(excerpt);
    let summary = summary.trim_ascii();
    if !summary.ends_with('…') && !summary.ends_with("…]") && !said.starts_with(summary) {
        article.text("standfirst", excerpt);
    }
    // A correction within the hour is not a new version.
    let hour = |path| text_of(post, path).get(..13);
    if hour("date_gmt") == hour("modified_gmt") {
        article.remove("modified");
    }
    let mut comments = Draft::default().take(post, &[("thread", "id", ByNumber)]);
    comments.set("open", Json::Bool(text_of(post, "comment_status") != "closed"));
    article.set("comments", comments.into_json());
    if let Some(author) = find(post, "_embedded.author.0") {
        article.set_one("authors", Draft::default().take(author, AUTHOR));
    }
    if let Some(media) = find(post, "_embedded.wp:featuredmedia.0")
        && text_of(media, "media_type") == "image"
    {
        article.set("image", image(media));
    }
    Ok(article.into_json())
}

#[inline(never)]
fn image(media: &Json) -> Json {
    let mut image = Draft::default().take(media, IMAGE);
    let of_media =
        number_of(media, "media_details.width") / number_of(media, "media_details.height");
    let mut srcset = String::new();
    if let Some(Json::Object(sizes)) = find(media, "media_details.sizes") {
        for (_, size) in sizes {
            let width = number_of(size, "width");
            // Thumbnails that were cut show another picture.
            let is_whole = (width / number_of(size, "height") / of_media - 1.0).abs() < 0.02;
            if is_whole {
                push_candidate(&mut srcset, text_of(size, "source_url"), width);
            }
        }
    }
    image.text("srcset", &srcset);
    image.into_json()
}

/// Enough of a text to know how it begins.
fn head_of(content: &str) -> &str {
    let mut end = content.len().min(8_000);
    while !content.is_char_boundary(end) {
        end -= 1;
    }
    &content[..end]
}
