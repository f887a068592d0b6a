//! What stands at the end of the article: corrections and sources.

use article_widget_browser::locale;
use article_widget_core::article::{Article, Correction, Source};
use article_widget_core::date::PartialDate;
use yew::prelude::*;

use crate::config::Config;
use crate::rich_text::{TextContext, inlines};

/// Corrections and sources, if there are any.
pub fn endnotes(article: &Article, config: &Config) -> Html {
    let words = &config.language.article;
    if article.corrections.is_empty() && article.sources.is_empty() {
        return Html::default();
    }
    html! {
        <footer class="endnotes">
            if !article.corrections.is_empty() {
                <section>
                    <h2 lang={config.language.tag}>{ words.corrections }</h2>
                    <ul>{ for article.corrections.iter().map(|found| correction(found, config)) }</ul>
                </section>
            }
            if !article.sources.is_empty() {
                <section>
                    <h2 lang={config.language.tag}>{ words.sources }</h2>
                    <ul>{ for article.sources.iter().map(|found| source(found, config)) }</ul>
                </section>
            }
        </footer>
    }
}

fn correction(correction: &Correction, config: &Config) -> Html {
    html! {
        <li>
            if let Some(at) = correction.date {
                { date(at, config) }{ " · " }
            }
            { inlines(&correction.text, &TextContext::plain(config.language)) }
        </li>
    }
}

fn source(source: &Source, config: &Config) -> Html {
    html! {
        <li>
            if let Some(url) = &source.url {
                <a href={url.as_str().to_owned()} rel="noopener"><bdi>{ &source.title }</bdi></a>
            } else {
                <bdi>{ &source.title }</bdi>
            }
            if let Some(publisher) = &source.publisher {
                { ", " }<bdi>{ publisher }</bdi>
            }
            if let Some(at) = source.date {
                { ", " }{ date(at, config) }
            }
        </li>
    }
}

fn date(date: PartialDate, config: &Config) -> Html {
    html! {
        <time datetime={date.to_string()}>{ locale::date(config.language, &config.locale, date) }</time>
    }
}
