//! The article: its head, its text, what stands at its end.
//!
//! | module | shows |
//! | --- | --- |
//! | [`byline`] | who wrote it, when, and how long it takes to read |
//! | [`endnotes`] | corrections and sources |

pub mod byline;
pub mod endnotes;

use article_widget_core::article::Article;
use article_widget_core::search;
use yew::prelude::*;

use crate::config::Config;
use crate::element::element;
use crate::rich_text::{MentionLinks, TextContext, blocks, figure, inlines};
use crate::state::ReaderState;

/// The whole article.
pub fn article(article: &Article, config: &Config, state: ReaderState) -> Html {
    let plain = TextContext::plain(config.language);
    let links = MentionLinks { article, state };
    let text = TextContext { mentions: Some(links), ..plain };
    let mut header = element("header");
    let mut kicker = element("p").fixed("class", "kicker");
    if !article.kicker.is_empty() {
        kicker = kicker.child(inlines(&article.kicker, &plain));
    } else if let Some(section) = &article.section {
        kicker = kicker.text(section);
    }
    if !article.kicker.is_empty() || article.section.is_some() {
        header = header.with(kicker);
    }
    let title = element("h1").fixed("class", "title").fixed("part", "title");
    header = header.with(title.child(inlines(&article.title, &plain)));
    if !article.standfirst.is_empty() {
        let standfirst = element("p").fixed("class", "standfirst").fixed("part", "standfirst");
        header = header.with(standfirst.child(inlines(&article.standfirst, &text)));
    }
    let body = element("div").fixed("class", "body rich").fixed("part", "body");
    let mut parts = element("article")
        .fixed("class", "article")
        .fixed("part", "article")
        .maybe("lang", article.lang.as_deref())
        .maybe("dir", article.lang.as_deref().map(direction_of))
        .with(header.with(byline::byline(article, config)));
    if let Some(image) = &article.image {
        parts = parts.child(figure(image, "eager", &text));
    }
    parts = parts.with(body.child(blocks(&article.body, &text)));
    if !article.corrections.is_empty() || !article.sources.is_empty() {
        parts = parts.with(endnotes::endnotes(article, config));
    }
    parts.html()
}

/// The direction of a language that may not be one of the interface's.
fn direction_of(lang: &str) -> &'static str {
    // The languages of CLDR whose script runs from right to left.
    match search::until(lang, b"-") {
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ks" | "ku" | "ps" | "sd" | "syr" | "ug"
        | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}
