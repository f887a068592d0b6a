//! The article: its head, its text, what stands at its end.
//!
//! | module | shows |
//! | --- | --- |
//! | [`byline`] | who wrote it, when, and how long it takes to read |
//! | [`endnotes`] | corrections and sources |

pub mod byline;
pub mod endnotes;

use article_widget_core::article::Article;
use article_widget_core::map::ActorIndex;
use yew::prelude::*;

use crate::config::Config;
use crate::rich_text::{MentionLinks, TextContext, blocks, figure, inlines};

/// The whole article.
pub fn article(
    article: &Article,
    config: &Config,
    selected: Option<ActorIndex>,
    on_follow: &Callback<ActorIndex>,
) -> Html {
    let plain = TextContext::plain(config.language);
    let links = MentionLinks { article, selected, on_follow };
    let text = TextContext { mentions: Some(links), ..plain };
    let kicker = if article.kicker.is_empty() {
        article.section.as_ref().map(|section| html! { section })
    } else {
        Some(inlines(&article.kicker, &plain))
    };
    let direction = article.lang.as_deref().map(direction_of);
    html! {
        <article class="article" part="article" lang={article.lang.clone()} dir={direction}>
            <header>
                if let Some(kicker) = kicker {
                    <p class="kicker">{ kicker }</p>
                }
                <h1 class="title" part="title">{ inlines(&article.title, &plain) }</h1>
                if !article.standfirst.is_empty() {
                    <p class="standfirst" part="standfirst">{ inlines(&article.standfirst, &text) }</p>
                }
                { byline::byline(article, config) }
            </header>
            if let Some(image) = &article.image {
                { figure(image, &plain) }
            }
            <div class="body rich" part="body">{ blocks(&article.body, &text) }</div>
            { endnotes::endnotes(article, config) }
        </article>
    }
}

/// The direction of a language that may not be one of the interface's.
fn direction_of(lang: &str) -> &'static str {
    // The languages of CLDR whose script runs from right to left.
    let primary = lang.split('-').next().unwrap_or("");
    match primary {
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ks" | "ku" | "ps" | "sd" | "syr" | "ug"
        | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}
