//! Portable Text (<https://github.com/portabletext/portabletext>), as Sanity and
//! other systems keep an article: a list of blocks of spans, or a document with
//! such a list in it. It becomes HTML, which the one reader reads.

use super::draft::Written::{Alike, Plain};
use super::draft::{Draft, Written, items_of, number_of, push_escaped, text_of};
use crate::json::Json;
use crate::search;

const DOCUMENT: &[(&str, &str, Written)] = &[
    ("id", "_id", Alike),
    ("lang", "language", Alike),
    ("title", "title", Plain),
    ("standfirst", "description", Plain),
    ("standfirst", "excerpt", Plain),
    ("published", "_createdAt", Alike),
    ("published", "publishedAt", Alike),
    ("modified", "_updatedAt", Alike),
];

const AUTHOR: &[(&str, &str, Written)] =
    &[("name", "author", Alike), ("name", "author.name", Alike)];

const IMAGE: &[(&str, &str, Written)] = &[
    ("src", "mainImage.asset.url", Alike),
    ("alt", "mainImage.alt", Alike),
    ("caption", "mainImage.caption", Plain),
];

/// Whether `json` is a list of blocks, or has one.
pub fn is_one(json: &Json) -> bool {
    blocks_of(json).is_some()
}

/// The list of blocks, and where in a document it is.
fn blocks_of(json: &Json) -> Option<&[Json]> {
    let is_block = |block: &Json| {
        !text_of(block, "_type").is_empty() && matches!(block.get("children"), Some(Json::List(_)))
    };
    if let Json::List(blocks) = json {
        return if blocks.iter().any(is_block) { Some(blocks) } else { None };
    }
    for key in ["body", "content", "text"] {
        if let Some(list @ Json::List(_)) = json.get(key) {
            return blocks_of(list);
        }
    }
    None
}

/// The article document of Portable Text; nothing where there is nothing to read.
#[inline(never)]
pub fn document(json: &Json) -> Option<Json> {
    let mut blocks = blocks_of(json)?;
    let mut article = Draft::default().take(json, DOCUMENT);
    if text_of(json, "title").is_empty() {
        // A bare list of blocks begins with its title.
        let (first, rest) = blocks.split_first()?;
        article.text("title", &line(first));
        if !rest.is_empty() {
            blocks = rest;
        }
    }
    article.set_one("authors", Draft::default().take(json, AUTHOR));
    let image = Draft::default().take(json, IMAGE);
    if !text_of(json, "mainImage.asset.url").is_empty() {
        article.set("image", image.into_json());
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
            "code" => wrap(&mut html, "pre", text_of(block, "code")),
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

/// An element with a plain text in it.
#[inline(never)]
fn wrap(html: &mut String, tag: &str, text: &str) {
    open(html, tag);
    push_escaped(html, text);
    close(html, tag);
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

/// The decorators of a span, and HTML's elements for them.
const MARKS: [(&str, &str); 8] = [
    ("strong", "strong"),
    ("em", "em"),
    ("code", "code"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("underline", "u"),
    ("strike-through", "s"),
    ("highlight", "mark"),
];

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
            let Some((_, tag)) = MARKS.iter().find(|(name, _)| *name == mark) else { continue };
            open(&mut html, tag);
            ends.push(*tag);
        }
        for (number, part) in search::parts(text_of(span, "text"), b'\n').iter().enumerate() {
            if number > 0 {
                open(&mut html, "br");
            }
            push_escaped(&mut html, part);
        }
        for tag in ends.iter().rev() {
            close(&mut html, tag);
        }
    }
    html
}

#[inline(never)]
fn push_image(html: &mut String, block: &Json) {
    html.push_str("<figure><img");
    attribute(html, "src", address_of(block));
    attribute(html, "alt", text_of(block, "alt"));
    html.push('>');
    wrap(html, "figcaption", text_of(block, "caption"));
    close(html, "figure");
}

/// Sanity's table: `{"rows": [{"cells": ["…"]}]}`.
fn push_table(html: &mut String, block: &Json) {
    open(html, "table");
    for row in items_of(block, "rows") {
        open(html, "tr");
        for cell in items_of(row, "cells") {
            wrap(html, "td", cell.as_text().unwrap_or_default());
        }
    }
    close(html, "table");
}

/// What is not known: what it embeds as a link, else its words.
#[inline(never)]
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
            wrap(html, "p", text);
        } else if let Some(inside) = block.get(key).and_then(blocks_of) {
            html.push_str(&html_of(inside));
        }
    }
}

/// Where a picture is: `{"asset": {"url"}}`, or `{"url"}`.
fn address_of(picture: &Json) -> &str {
    let of_asset = text_of(picture, "asset.url");
    if of_asset.is_empty() { text_of(picture, "url") } else { of_asset }
}
