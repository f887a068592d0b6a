//! The article in the page, as complete as the widget shows it.

use article_widget_core::article::{Author, Correction, Source};
use article_widget_core::rich_text::write::{attribute, blocks, encoded, figure, inline, text};

use super::Page;

impl Page<'_> {
    /// The article.
    pub(super) fn article(&self) -> String {
        let article = &self.found.article;
        let mut html = String::from("<article");
        if let Some(lang) = &article.lang {
            html.push_str(&attribute("lang", lang));
            html.push_str(&attribute("dir", self.direction()));
        }
        html.push_str(">\n<header>\n");
        if !article.kicker.is_empty() {
            html.push_str(&format!("<p>{}</p>\n", inline(&article.kicker)));
        } else if let Some(section) = &article.section {
            html.push_str(&format!("<p>{}</p>\n", text(section)));
        }
        html.push_str(&format!("<h1>{}</h1>\n", inline(&article.title)));
        if !article.standfirst.is_empty() {
            html.push_str(&format!("<p>{}</p>\n", inline(&article.standfirst)));
        }
        html.push_str(&self.byline());
        html.push_str("</header>\n");
        if let Some(image) = &article.image {
            html.push_str(&figure(image, true, self.words.language));
            html.push('\n');
        }
        html.push_str(&blocks(&article.body, self.words.language));
        html.push_str(&self.endnotes());
        html.push_str("</article>\n");
        html
    }

    /// Who wrote it, and when.
    fn byline(&self) -> String {
        let article = &self.found.article;
        let words = &self.words.language.article;
        let mut html = String::new();
        if !article.authors.is_empty() {
            let authors: Vec<String> = article.authors.iter().map(author_line).collect();
            html.push_str(&format!("<p>{}</p>\n", authors.join(", ")));
        }
        let mut dates = Vec::new();
        if article.published.is_some() {
            dates.extend(self.moment("published", words.published));
        }
        // A change within the minute of publication is none, as in the widget.
        let is_a_change = match (article.published, article.modified) {
            (Some(published), Some(modified)) => modified.0 - published.0 >= 60_000.0,
            (None, modified) => modified.is_some(),
            _ => false,
        };
        if is_a_change {
            dates.extend(self.moment("modified", words.modified));
        }
        if !dates.is_empty() {
            let dates = dates.join(" · ");
            html.push_str(&self.in_our_words("p", &dates));
            html.push('\n');
        }
        html
    }

    /// A moment of the document in words, on the day that its author wrote.
    fn moment(&self, key: &str, words: article_widget_core::language::Dated) -> Option<String> {
        let written = self.written(key)?;
        let date = written.get(..10)?.parse().ok()?;
        let datetime = attribute("datetime", &machine_readable(written));
        let said = text(&words.with(&self.words.date(date)));
        Some(format!("<time{datetime}>{said}</time>"))
    }

    /// Corrections and sources.
    fn endnotes(&self) -> String {
        let article = &self.found.article;
        let words = &self.words.language.article;
        let mut html = String::new();
        for (heading, notes) in [
            (words.corrections, article.corrections.iter().map(|c| self.correction(c)).collect()),
            (
                words.sources,
                article.sources.iter().map(|s| self.source_note(s)).collect::<Vec<_>>(),
            ),
        ] {
            if !notes.is_empty() {
                let heading = self.in_our_words("h2", &text(heading));
                html.push_str(&format!(
                    "<section>\n{heading}\n<ul>\n{}</ul>\n</section>\n",
                    notes.concat()
                ));
            }
        }
        if html.is_empty() { html } else { format!("<footer>\n{html}</footer>\n") }
    }

    fn correction(&self, correction: &Correction) -> String {
        let date = correction.date.map(|date| self.date(date) + " · ").unwrap_or_default();
        format!("<li>{date}{}</li>\n", inline(&correction.text))
    }

    fn source_note(&self, source: &Source) -> String {
        let mut html = linked(&source.title, source.url.as_ref().map(encoded).as_deref());
        if let Some(publisher) = &source.publisher {
            html.push_str(", ");
            html.push_str(&text(publisher));
        }
        if let Some(date) = source.date {
            html.push_str(", ");
            html.push_str(&self.date(date));
        }
        format!("<li>{html}</li>\n")
    }

    fn date(&self, date: article_widget_core::date::PartialDate) -> String {
        let datetime = attribute("datetime", &date.iso());
        format!("<time{datetime}>{}</time>", text(&self.words.date(date)))
    }

    /// An element with words of the widget, which may have another language
    /// than the article.
    fn in_our_words(&self, name: &str, html: &str) -> String {
        let ours = self.words.tag();
        let lang = self.found.article.lang.as_deref().unwrap_or(ours);
        let is_ours = lang.split('-').next().is_some_and(|lang| lang.eq_ignore_ascii_case(ours));
        let direction = self.words.language.direction.as_str();
        let attributes = if is_ours {
            String::new()
        } else {
            attribute("lang", ours) + &attribute("dir", direction)
        };
        format!("<{name}{attributes}>{html}</{name}>")
    }
}

fn author_line(author: &Author) -> String {
    let name = match author.url.as_ref().map(encoded) {
        Some(url) => {
            format!("<a rel=\"author\"{}>{}</a>", attribute("href", &url), text(&author.name))
        }
        None => text(&author.name),
    };
    match &author.role {
        Some(role) => format!("{name}, {}", text(role)),
        None => name,
    }
}

fn linked(words: &str, url: Option<&str>) -> String {
    match url {
        Some(url) => format!("<a{}>{}</a>", attribute("href", url), text(words)),
        None => text(words),
    }
}

/// A date and time of a document as HTML wants it: the capitals that RFC 3339
/// leaves open, and no leap second.
pub(super) fn machine_readable(written: &str) -> String {
    written.trim().to_ascii_uppercase().replace(' ', "T").replacen(":60", ":59", 1)
}
