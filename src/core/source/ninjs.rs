//! ninjs 3.1, the news item in JSON of the International Press
//! Telecommunications Council (<https://iptc.org/std/ninjs/>).

use super::draft::{Draft, items_of, number_of, push_candidate, push_escaped, text_of};
use super::page;
use crate::json::Json;
use crate::search;

/// Whether `json` is a news item: one with bodies and headlines in lists.
pub fn is_one(json: &Json) -> bool {
    !items_of(json, "bodies").is_empty() && !text_of(json, "uri").is_empty()
}

/// The article document of a news item; nothing where it has no text.
pub fn document(item: &Json) -> Option<Json> {
    let mut article = Draft::default();
    article.text("id", text_of(item, "uri"));
    article.text("lang", text_of(item, "language"));
    article.escaped("title", value_of(items_of(item, "headlines")));
    article.escaped("kicker", text_of(item, "located"));
    article.text("section", subject(item));
    article.text("published", text_of(item, "firstCreated"));
    article.text("modified", text_of(item, "versionCreated"));
    if text_of(item, "firstCreated").is_empty() {
        article.text("published", text_of(item, "versionCreated"));
        article.remove("modified");
    }
    let mut author = Draft::default();
    author.text("name", text_of(item, "by"));
    if !author.is_empty() {
        article.set("authors", Json::List(vec![author.into_json()]));
    }
    let body = body(items_of(item, "bodies"));
    if body.trim_ascii().is_empty() {
        return None;
    }
    let summary = value_of(items_of(item, "descriptions"));
    if search::find(&body, summary).is_none() {
        article.escaped("standfirst", summary);
    }
    for found in items_of(item, "associations") {
        let image = image(found);
        if text_of(found, "type") == "picture" && !is_shown(found, &body) {
            article.set("image", image);
            break;
        }
    }
    article.text("body", &body);
    Some(article.into_json())
}

/// Of texts with roles, that of the role "main", else the first.
fn value_of(texts: &[Json]) -> &str {
    let main = texts.iter().find(|text| text_of(text, "role") == "main");
    main.or(texts.first()).map_or("", |text| text_of(text, "value"))
}

/// The name of the first subject that classifies the item.
fn subject(item: &Json) -> &str {
    items_of(item, "subjects").first().map_or("", |subject| text_of(subject, "name"))
}

/// The body with most format, as HTML.
fn body(bodies: &[Json]) -> String {
    let (mut best, mut best_rank) = (None, 0);
    for body in bodies {
        let rank = match text_of(body, "contentType") {
            "text/html" | "application/xhtml+xml" => 2,
            "text/plain" | "" => 1,
            _ => 0,
        };
        // Of two in HTML, the one with the pictures is longer.
        let length = text_of(body, "value").len();
        if rank > 0 && (rank, length) > (best_rank, best.map_or(0, str::len)) {
            (best, best_rank) = (Some(text_of(body, "value")), rank);
        }
    }
    let Some(text) = best else { return String::new() };
    if best_rank == 2 {
        return page::body(text);
    }
    let mut html = String::from("<p>");
    for line in text.lines() {
        push_escaped(&mut html, line);
        html.push_str("<p>");
    }
    html
}

/// The picture of an association, in all the sizes that there are.
fn image(found: &Json) -> Json {
    let mut image = Draft::default();
    let mut srcset = String::new();
    let mut widest = 0.0;
    for rendition in items_of(found, "renditions") {
        let (address, width) = (text_of(rendition, "href"), number_of(rendition, "width"));
        if address.is_empty() || search::find(text_of(rendition, "contentType"), "image").is_none()
        {
            continue;
        }
        if width > 0.0 {
            push_candidate(&mut srcset, address, width);
        }
        if width >= widest {
            widest = width;
            image.text("src", address);
            let height = number_of(rendition, "height");
            if width > 0.0 && height > 0.0 {
                image.set("width", Json::Number(width));
                image.set("height", Json::Number(height));
            }
        }
    }
    if image.is_empty() {
        return Json::Null;
    }
    let caption = value_of(items_of(found, "descriptions"));
    image.text("srcset", &srcset);
    image.text("alt", value_of(items_of(found, "headlines")));
    image.escaped("caption", caption);
    image.text("credit", text_of(found, "by"));
    image.into_json()
}

/// Whether the body shows one of the renditions itself.
fn is_shown(found: &Json, body: &str) -> bool {
    items_of(found, "renditions").iter().any(|rendition| {
        let address = text_of(rendition, "href");
        !address.is_empty() && search::find(body, address).is_some()
    })
}
