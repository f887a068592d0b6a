//! What stands at the end of the article: corrections and sources.

use article_widget_browser::locale;
use article_widget_core::article::{Article, Correction, Source};
use article_widget_core::date::PartialDate;

use crate::config::Config;
use crate::element::{Element, element};
use crate::rich_text::{TextContext, inlines, link};

/// Corrections and sources.
pub fn endnotes(article: &Article, config: &Config) -> Element {
    let words = &config.language.article;
    let mut footer = element("footer").fixed("class", "endnotes");
    if !article.corrections.is_empty() {
        let mut notes = element("ul");
        for found in &article.corrections {
            notes = notes.with(correction(found, config));
        }
        footer = footer.with(section(words.corrections, notes, config));
    }
    if !article.sources.is_empty() {
        let mut notes = element("ul");
        for found in &article.sources {
            notes = notes.with(source(found, config));
        }
        footer = footer.with(section(words.sources, notes, config));
    }
    footer
}

fn section(heading: &'static str, notes: Element, config: &Config) -> Element {
    let heading = element("h2").fixed("lang", config.language.tag).text(heading);
    element("section").with(heading).with(notes)
}

fn correction(correction: &Correction, config: &Config) -> Element {
    let mut note = element("li");
    if let Some(at) = correction.date {
        note = note.with(date(at, config)).text(" · ");
    }
    note.child(inlines(&correction.text, &TextContext::plain(config.language)))
}

fn source(source: &Source, config: &Config) -> Element {
    let title = element("bdi").text(&source.title);
    let mut note = element("li").with(match &source.url {
        Some(url) => link(url.as_str(), "noopener").with(title),
        None => title,
    });
    if let Some(publisher) = &source.publisher {
        note = note.text(", ").with(element("bdi").text(publisher));
    }
    if let Some(at) = source.date {
        note = note.text(", ").with(date(at, config));
    }
    note
}

fn date(date: PartialDate, config: &Config) -> Element {
    let words = locale::date(config.language, &config.locale, date);
    element("time").attr("datetime", &date.iso()).text(&words)
}
