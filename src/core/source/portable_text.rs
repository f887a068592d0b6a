//! Portable Text (<https://github.com/portabletext/portabletext>), as Sanity and
//! other systems keep an article: a list of blocks of spans, or a document with
//! such a list in it. It becomes HTML, which the one reader reads.

use super::draft::{Draft, items_of, number_of, push_escaped, text_of};
use crate::digits::digits;
use crate::json::Json;

/// Whether `json` is a list of blocks, or has one.
pub fn is_one(json: &Json) -> bool {
    blocks_of(json).is_some()
}

/// The list of blocks, and where in a document it is.
fn blocks_of(json: &Json) -> Option<&[Json]> {
    let is_block = |block: &Json| {
        !text_of(block, "_type").is_empty() && matches!(block.get("children"), Some(Json::List(_)))
    };
    match json {
        Json::List(blocks) if blocks.iter().any(is_block) => Some(blocks),
        Json::Object(fields) => ["body", "content", "text"].iter().find_map(|wanted| {
            let (_, value) = fields.iter().find(|(key, _)| key == wanted)?;
            if matches!(value, Json::List(_)) { blocks_of(value) } else { None }
        }),
        _ => None,
    }
}

/// The article document of Portable Text; nothing where there is nothing to read.
pub fn document(json: &Json) -> Option<Json> {
    let mut blocks = blocks_of(json)?;
    let mut article = Draft::default();
    let title = text_of(json, "title");
    if title.is_empty() {
        // A bare list of blocks begins with its title.
        let (first, rest) = blocks.split_first()?;
        article.text("title", &line(first));
        if !rest.is_empty() {
            blocks = rest;
        }
    }
    article.escaped("title", title);
    for (key, keys) in [
        ("id", &["_id"][..]),
        ("lang", &["language", "lang"]),
        ("published", &["publishedAt", "_createdAt"]),
        ("modified", &["_updatedAt"]),
    ] {
        for name in keys.iter().rev() {
            article.text(key, text_of(json, name));
        }
    }
    for name in ["excerpt", "description"] {
        article.escaped("standfirst", text_of(json, name));
    }
    if let Some(author) = json.get("author") {
        let mut named = Draft::default();
        named.text("name", author.as_text().unwrap_or(text_of(author, "name")));
        if !named.is_empty() {
            article.set("authors", Json::List(vec![named.into_json()]));
        }
    }
    if let Some(picture) = json.get("mainImage") {
        let mut image = Draft::default();
        image.text("src", address_of(picture));
        if !image.is_empty() {
            image.text("alt", text_of(picture, "alt"));
            image.escaped("caption", text_of(picture, "caption"));
            article.set("image", image.into_json());
        }
    }
    article.text("body", &html_of(blocks));
    Some(article.into_json())
}

/// The blocks as HTML.
fn html_of(blocks: &[Json]) -> String {
    let mut html = String::new();
    // The lists that are open, outermost first.
    let mut lists: Vec<&str> = Vec::new();
    for block in blocks {
        let list = text_of(block, "listItem");
        let level =
            if list.is_empty() { 0 } else { number_of(block, "level").clamp(1.0, 8.0) as usize };
        let tag = if list == "number" { "ol" } else { "ul" };
        let changes = lists.len() == level && lists.last().is_some_and(|open| *open != tag);
        while lists.len() > level - usize::from(changes) {
            close(&mut html, lists.pop().unwrap_or_default());
        }
        while lists.len() < level {
            open(&mut html, tag);
            lists.push(tag);
        }
        let style = text_of(block, "style");
        let tag = match style {
            _ if level > 0 => "li",
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" => style,
            _ => "p",
        };
        match text_of(block, "_type") {
            _ if block.get("children").is_some() => {
                open(&mut html, tag);
                html.push_str(&line(block));
                // An item stays open: the next level is inside.
                if level == 0 {
                    close(&mut html, tag);
                }
            }
            "image" => push_image(&mut html, block),
            "code" => {
                open(&mut html, "pre");
                push_escaped(&mut html, text_of(block, "code"));
                close(&mut html, "pre");
            }
            "table" => push_table(&mut html, block),
            "break" | "divider" | "hr" => open(&mut html, "hr"),
            _ => push_other(&mut html, block),
        }
    }
    for tag in lists.iter().rev() {
        close(&mut html, tag);
    }
    html
}

#[inline(never)]
fn open(html: &mut String, tag: &str) {
    html.push('<');
    html.push_str(tag);
    html.push('>');
}

#[inline(never)]
fn close(html: &mut String, tag: &str) {
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

/// An attribute, escaped.
#[inline(never)]
fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    push_escaped(html, value);
    html.push('"');
}

/// The spans of a block as a line of HTML.
fn line(block: &Json) -> String {
    let mut html = String::new();
    let definitions = items_of(block, "markDefs");
    for span in items_of(block, "children") {
        let mut ends = Vec::new();
        for mark in items_of(span, "marks") {
            let mark = mark.as_text().unwrap_or_default();
            let definition = definitions.iter().find(|found| text_of(found, "_key") == mark);
            if let Some(definition) = definition {
                let href = text_of(definition, "href");
                if !href.is_empty() {
                    html.push_str("<a");
                    attribute(&mut html, "href", href);
                    html.push('>');
                    ends.push("a");
                }
                continue;
            }
            let tag = match mark {
                "strong" | "em" | "code" | "sub" | "sup" => mark,
                "underline" => "u",
                "strike-through" => "s",
                "highlight" => "mark",
                _ => continue,
            };
            open(&mut html, tag);
            ends.push(tag);
        }
        let mut text = text_of(span, "text");
        while let Some(end) = search_line_end(text) {
            push_escaped(&mut html, &text[..end]);
            html.push_str("<br>");
            text = &text[end + 1..];
        }
        push_escaped(&mut html, text);
        for tag in ends.iter().rev() {
            close(&mut html, tag);
        }
    }
    html
}

fn search_line_end(text: &str) -> Option<usize> {
    text.bytes().position(|byte| byte == b'\n')
}

fn push_image(html: &mut String, block: &Json) {
    html.push_str("<figure><img");
    attribute(html, "src", address_of(block));
    attribute(html, "alt", text_of(block, "alt"));
    for name in ["width", "height"] {
        let pixels = number_of(block, name);
        if pixels > 0.0 {
            attribute(html, name, &digits(pixels as i64));
        }
    }
    html.push_str("><figcaption>");
    push_escaped(html, text_of(block, "caption"));
    html.push_str("</figcaption></figure>");
}

/// Sanity's table: `{"rows": [{"cells": ["…"]}]}`.
fn push_table(html: &mut String, block: &Json) {
    open(html, "table");
    for row in items_of(block, "rows") {
        open(html, "tr");
        for cell in items_of(row, "cells") {
            open(html, "td");
            push_escaped(html, cell.as_text().unwrap_or_default());
        }
    }
    close(html, "table");
}

/// What is not known: what it embeds as a link, else its words.
fn push_other(html: &mut String, block: &Json) {
    let url = text_of(block, "url");
    if !url.is_empty() {
        html.push_str("<iframe");
        attribute(html, "src", url);
        attribute(html, "title", text_of(block, "title"));
        html.push_str("></iframe>");
        return;
    }
    for key in ["title", "heading", "text", "caption", "alt"] {
        if let Some(text) = block.get(key).and_then(Json::as_text) {
            open(html, "p");
            push_escaped(html, text);
        } else if let Some(inside) = block.get(key).and_then(blocks_of) {
            html.push_str(&html_of(inside));
        }
    }
}

/// Where a picture is: `{"asset": {"url"}}`, or `{"url"}`.
fn address_of(picture: &Json) -> &str {
    match picture.get("asset") {
        Some(asset) => text_of(asset, "url"),
        None => text_of(picture, "url"),
    }
}
