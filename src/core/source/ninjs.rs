//! ninjs 3.1, the news item in JSON of the International Press
//! Telecommunications Council (<https://iptc.org/std/ninjs/>).

use super::draft::Written::{Alike, Plain};
use super::draft::{Draft, Written, items_of, number_of, push_candidate, push_escaped, text_of};
use super::page;
use crate::json::Json;
use crate::search;

const ITEM: &[(&str, &str, Written)] = &[
    ("id", "uri", Alike),
    ("lang", "language", Alike),
    ("kicker", "located", Plain),
    ("section", "subjects.0.name", Alike),
    ("published", "versionCreated", Alike),
    ("published", "firstCreated", Alike),
    ("modified", "versionCreated", Alike),
];

const RENDITION: &[(&str, &str, Written)] =
    &[("src", "href", Alike), ("width", "width", Alike), ("height", "height", Alike)];

/// Whether `json` is a news item: one with bodies and headlines in lists.
pub fn is_one(json: &Json) -> bool {
    !items_of(json, "bodies").is_empty() && !text_of(json, "uri").is_empty()
}

/// The article document of a news item; nothing where it has no text.
#[inline(never)]
pub fn document(item: &Json) -> Option<Json> {
    let mut article = Draft::default().take(item, ITEM);
    article.escaped("title", value_of(item, "headlines"));
    if text_of(item, "firstCreated").is_empty() {
        article.remove("modified");
    }
    article.set_one("authors", Draft::default().take(item, &[("name", "by", Alike)]));
    let body = body(items_of(item, "bodies"));
    if body.trim_ascii().is_empty() {
        return None;
    }
    let summary = value_of(item, "descriptions");
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

/// Of the texts under `key`, that of the role "main", else the first.
#[inline(never)]
fn value_of<'j>(item: &'j Json, key: &str) -> &'j str {
    let texts = items_of(item, key);
    let main = texts.iter().find(|text| text_of(text, "role") == "main");
    main.or(texts.first()).map_or("", |text| text_of(text, "value"))
}

/// The body with most format, as HTML.
#[inline(never)]
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
        return page::cleaned(text);
    }
    let mut html = String::from("<p>");
    for line in text.lines() {
        push_escaped(&mut html, line);
        html.push_str("<p>");
    }
    html
}

/// The picture of an association, in all the sizes that there are.
#[inline(never)]
fn image(found: &Json) -> Json {
    let mut image = Draft::default();
    let mut srcset = String::new();
    let mut widest = -1.0;
    for rendition in items_of(found, "renditions") {
        let width = number_of(rendition, "width");
        if search::find(text_of(rendition, "contentType"), "image").is_none() {
            continue;
        }
        if width > 0.0 {
            push_candidate(&mut srcset, text_of(rendition, "href"), width);
        }
        if width > widest {
            widest = width;
            image = image.take(rendition, RENDITION);
        }
    }
    if image.is_empty() {
        return Json::Null;
    }
    image.text("srcset", &srcset);
    image.text("alt", value_of(found, "headlines"));
    image.escaped("caption", value_of(found, "descriptions"));
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
