//! Who wrote the article, when, and how long it takes to read.

use article_widget_browser::locale;
use article_widget_core::article::{Article, Author};
use article_widget_core::date::Timestamp;
use article_widget_core::language::Dated;

use crate::config::Config;
use crate::element::{Element, element};
use crate::rich_text::link;

/// The lines between the title and the text.
pub fn byline(article: &Article, config: &Config) -> Element {
    let words = &config.language.article;
    let minutes = article.reading_time_min() as usize;
    let reading_time = locale::counted(&config.locale, words.reading_time, minutes);
    let mut byline = element("div")
        .fixed("class", "byline")
        .fixed("part", "byline")
        .attr("lang", &config.locale)
        .fixed("dir", config.language.direction.as_str());
    if !article.authors.is_empty() {
        byline = byline.with(authors(&article.authors));
    }
    let mut dates = element("p");
    if let Some(published) = article.published {
        dates = dates.with(time(published, Some(words.published), config)).text(" · ");
    }
    // A change within the minute of publication is none.
    let is_a_change = |modified: &Timestamp| {
        article.published.is_none_or(|published| modified.0 - published.0 >= 60_000.0)
    };
    if let Some(modified) = article.modified.filter(is_a_change) {
        dates = dates.with(time(modified, Some(words.modified), config)).text(" · ");
    }
    byline.with(dates.text(&reading_time))
}

fn authors(authors: &[Author]) -> Element {
    let mut line = element("p").fixed("class", "authors");
    for (index, author) in authors.iter().enumerate() {
        if index > 0 {
            line = line.text(", ");
        }
        let name = element("bdi").text(&author.name);
        line = line.with(match &author.url {
            Some(url) => link(url.as_str(), "author").with(name),
            None => name,
        });
        if let Some(role) = &author.role {
            line = line.text(", ").text(role);
        }
    }
    line
}

/// A moment as words: relative while it is fresh, exact on demand and later.
pub fn time(moment: Timestamp, words: Option<Dated>, config: &Config) -> Element {
    let exact = locale::moment(config.language, &config.locale, moment);
    let now = locale::now();
    let is_fresh = (0.0..FRESH_MS).contains(&(now.0 - moment.0));
    let relative =
        is_fresh.then(|| locale::relative(config.language, &config.locale, moment, now)).flatten();
    let shown = relative.as_ref().unwrap_or(&exact);
    element("time")
        .attr("datetime", &locale::iso(moment))
        .attr("title", &exact)
        .text(&words.map_or_else(|| shown.clone(), |words| words.with(shown)))
}

/// How long « 3 hours ago » says more than a date: six days.
const FRESH_MS: f64 = 6.0 * 86_400_000.0;
