//! The panel of the selected actor: who it is, its relations by date, where the
//! article names it, and the way to more.

use article_widget_core::article::Article;
use article_widget_core::map::{Actor, ActorIndex, Relation};
use yew::prelude::*;

use super::legend::{kind_sample, line_sample};
use super::words::Words;
use crate::rich_text::{TextContext, inlines};

/// The panel's `id` in the shadow root.
pub(super) const PANEL_ID: &str = "actor-panel";
const NAME_ID: &str = "actor-panel-name";

/// What can be done in the panel. (To select another actor, see
/// [`MapSection`](super::MapSection): any element with `data-actor` does it.)
pub(super) struct PanelActions {
    /// Closes it.
    pub(super) onclose: Callback<MouseEvent>,
    /// Leads to the mention with this number.
    pub(super) onmention: Callback<usize>,
}

/// The panel of `index`.
pub(super) fn panel(
    article: &Article,
    index: ActorIndex,
    actions: &PanelActions,
    words: Words<'_>,
) -> Html {
    let actor = article.map.actor(index);
    let text = TextContext::plain(words.language);
    html! {
        <section
            id={PANEL_ID}
            part="actor-panel"
            class={classes!("map-panel", actor.kind.as_str())}
            aria-labelledby={NAME_ID}
            tabindex="-1"
        >
            <header>
                <h3 id={NAME_ID}>
                    { kind_sample(actor.kind) }
                    <bdi>{ &actor.name }</bdi>
                </h3>
                <button
                    class="map-close"
                    part="button"
                    type="button"
                    aria-label={words.map().close}
                    title={words.map().close}
                    onclick={actions.onclose.clone()}
                >
                    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                        <path d="M2 2L12 12M12 2L2 12" />
                    </svg>
                </button>
            </header>
            <p class="map-kind">
                { (words.map().kind)(actor.kind) }
                if let Some(role) = &actor.role {
                    { " · " }<bdi>{ role }</bdi>
                }
            </p>
            if !actor.summary.is_empty() {
                <p>{ inlines(&actor.summary, &text) }</p>
            }
            { relations(article, index, words) }
            { mentions(article, index, actions, words) }
            { read_more(actor, words) }
        </section>
    }
}

fn relations(article: &Article, index: ActorIndex, words: Words<'_>) -> Html {
    let found = article.map.relations_of(index);
    let entries = found
        .into_iter()
        .map(|relation| relation_entry(article, index, article.map.relation(relation), words))
        .collect::<Vec<Html>>();
    html! {
        <>
            <h4>{ words.map().relations_heading }</h4>
            if entries.is_empty() {
                <p class="map-quiet">{ words.map().no_relation }</p>
            } else {
                <ol class="map-relations" role="list">{ for entries }</ol>
            }
        </>
    }
}

/// A relation as seen from one of its actors.
fn relation_entry(
    article: &Article,
    seen_from: ActorIndex,
    relation: &Relation,
    words: Words<'_>,
) -> Html {
    let leads_away = relation.from == seen_from;
    let other = if leads_away { relation.to } else { relation.from };
    let preposition = match (relation.directed, leads_away) {
        (false, _) => "",
        (true, true) => words.map().to,
        (true, false) => words.map().from,
    };
    let ended = relation.interval.until.is_some();
    html! {
        <li>
            <p class="map-period">
                { line_sample(relation.sign, ended) }
                { words.period(relation.interval) }
                <span class="visually-hidden">
                    { ", " }{ (words.map().sign)(relation.sign) }
                    if ended { { ", " }{ words.map().ended } }
                </span>
            </p>
            <p><bdi>{ &relation.label }</bdi></p>
            if other != seen_from {
                <p class="map-other">
                    <span aria-hidden="true">{ words.arrow_from(relation, seen_from) }{ " " }</span>
                    <span class="visually-hidden">{ preposition }{ " " }</span>
                    <button class="link-button" part="button" type="button" data-actor={other.0.to_string()}>
                        <bdi>{ &article.map.actor(other).name }</bdi>
                    </button>
                </p>
            }
            if !relation.summary.is_empty() {
                <p class="map-quiet">{ inlines(&relation.summary, &TextContext::plain(words.language)) }</p>
            }
        </li>
    }
}

fn mentions(
    article: &Article,
    index: ActorIndex,
    actions: &PanelActions,
    words: Words<'_>,
) -> Html {
    let links = article.mentions.of(index).enumerate().map(|(count, number)| {
        let onmention = actions.onmention.clone();
        let onclick = move |event: MouseEvent| {
            event.prevent_default();
            onmention.emit(number);
        };
        html! {
            <li>
                <a href={["#mention-", &number.to_string()].concat()} {onclick}>
                    { (words.map().mention)(&(count + 1).to_string()) }
                </a>
            </li>
        }
    });
    let links: Vec<Html> = links.collect();
    html! {
        <>
            <h4>{ words.map().mentions }</h4>
            if links.is_empty() {
                <p class="map-quiet">{ words.map().no_mention }</p>
            } else {
                <ul class="map-mentions" role="list">{ for links }</ul>
            }
        </>
    }
}

fn read_more(actor: &Actor, words: Words<'_>) -> Html {
    html! {
        if let Some(url) = &actor.url {
            <p>
                <a href={url.as_str().to_owned()} rel="noopener">
                    { words.map().read_more }
                    <span class="visually-hidden">{ ", " }<bdi>{ &actor.name }</bdi></span>
                </a>
            </p>
        }
    }
}
