//! Who wrote the article, when, and how long it takes to read.

use article_widget_browser::locale;
use article_widget_core::article::{Article, Author};
use article_widget_core::date::Timestamp;
use yew::prelude::*;

use crate::config::Config;

/// The lines between the title and the text.
pub fn byline(article: &Article, config: &Config) -> Html {
    let words = &config.language.article;
    let minutes = article.reading_time_min() as usize;
    let reading_time = (words.reading_time)(
        locale::plural(&config.locale, minutes),
        &locale::number(&config.locale, minutes),
    );
    // A change within the minute of publication is none.
    let modified = article.modified.filter(|modified| {
        article.published.is_none_or(|published| modified.0 - published.0 >= 60_000.0)
    });
    html! {
        <div class="byline" part="byline" lang={config.locale.clone()} dir={config.language.direction.as_str()}>
            if !article.authors.is_empty() {
                <p class="authors">{ for article.authors.iter().enumerate().map(author) }</p>
            }
            <p>
                if let Some(published) = article.published {
                    { time(published, words.published, config) }
                    { " · " }
                }
                if let Some(modified) = modified {
                    { time(modified, words.modified, config) }
                    { " · " }
                }
                { reading_time }
            </p>
        </div>
    }
}

fn author((index, author): (usize, &Author)) -> Html {
    html! {
        <>
            if index > 0 {
                { ", " }
            }
            if let Some(url) = &author.url {
                <a href={url.as_str().to_owned()} rel="author"><bdi>{ &author.name }</bdi></a>
            } else {
                <bdi>{ &author.name }</bdi>
            }
            if let Some(role) = &author.role {
                { ", " }{ role }
            }
        </>
    }
}

/// A moment as words: relative while it is fresh, exact on demand and later.
pub fn time(moment: Timestamp, words: fn(&str) -> String, config: &Config) -> Html {
    let exact = locale::moment(config.language, &config.locale, moment);
    let now = locale::now();
    let is_fresh = (0.0..FRESH_MS).contains(&(now.0 - moment.0));
    let relative =
        is_fresh.then(|| locale::relative(config.language, &config.locale, moment, now)).flatten();
    html! {
        <time datetime={locale::iso(moment)} title={exact.clone()}>
            { words(relative.as_ref().unwrap_or(&exact)) }
        </time>
    }
}

/// How long « 3 hours ago » says more than a date: six days.
const FRESH_MS: f64 = 6.0 * 86_400_000.0;
