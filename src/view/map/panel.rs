//! The panel of the selected actor: who it is, its relations by date, where the
//! article names it, and the way to more.

use article_widget_core::digits::digits;
use article_widget_core::map::{ActorIndex, Relation};
use article_widget_core::rich_text::Inline;
use yew::prelude::*;

use super::Shown;
use super::legend::{kind_sample, line_sample};
use super::name::{actor_button, name, sign_for_eyes, unseen};
use crate::config::MapView;
use crate::element::{Element, element, nothing};
use crate::rich_text::{TextContext, figure, inlines, link};

/// The panel's `id` in the shadow root.
pub(super) const PANEL_ID: &str = "actor-panel";

/// The panel of `index`. What can be done in it, [`super::interaction`] says.
pub(super) fn panel(shown: &Shown<'_>, index: ActorIndex) -> Element {
    let words = shown.words.map();
    let actor = shown.article.map.actor(index);
    let title =
        element("h3;id=actor-panel-name").with(kind_sample(actor.kind)).with(name(&actor.name));
    let cross = element("svg;width=14;height=14;viewBox=0 0 14 14;aria-hidden=true")
        .with(element("path;d=M2 2L12 12M12 2L2 12"));
    let close = element("button;class=map-close;part=button;type=button")
        .attr("aria-label", words.close)
        .attr("title", words.close)
        .with(cross);
    let mut kind = element("p;class=map-kind").text(words.kind(actor.kind));
    if let Some(role) = &actor.role {
        kind = kind.text(" · ").with(name(role));
    }
    // Where: the country's name, and the way to the map of the world.
    if actor.country.is_some() || actor.at_deg.is_some() {
        let country = actor.country.as_deref().and_then(|code| shown.words.country(code));
        if let Some(country) = country.filter(|country| *country != actor.name) {
            kind = kind.text(" · ").text_of(country);
        }
        if shown.view != MapView::World {
            let way = element("button;class=link-button;part=button;type=button;data-view=world");
            kind = kind.text(" · ").with(way.text(words.world));
        }
    }
    let portrait = actor.image.as_ref().map_or_else(nothing, |image| {
        figure(image, "lazy", &TextContext::plain(shown.words.language()))
    });
    let mut panel = element(
        "section;class=map-panel;id=actor-panel;part=actor-panel;aria-labelledby=actor-panel-name;tabindex=-1",
    )
        .class(actor.kind.as_str())
        .with(element("header").with(title).with(close))
        .with(kind)
        .child(portrait)
        .child(summary("", &actor.summary, shown))
        .with(element("h4").text(words.relations_heading))
        .with(relations(shown, index))
        .with(element("h4").text(words.mentions))
        .with(mentions(shown, index));
    if let Some(url) = &actor.url {
        let more = link(url.as_str(), "noopener").text(words.read_more);
        let about = unseen(", ").with(name(&actor.name));
        panel = panel.with(element("p").with(more.with(about)));
    }
    panel
}

/// A text of the author's, if there is one.
fn summary(class: &'static str, text: &[Inline], shown: &Shown<'_>) -> Html {
    if text.is_empty() {
        return nothing();
    }
    let text = inlines(text, &TextContext::plain(shown.words.language()));
    element("p").class(class).child(text).html()
}

fn relations(shown: &Shown<'_>, index: ActorIndex) -> Element {
    let found = shown.article.map.relations_of(index);
    if found.is_empty() {
        return none(shown.words.map().no_relation);
    }
    let mut entries = element("ol;class=map-relations;role=list");
    for relation in found {
        entries = entries.with(relation_entry(shown, index, shown.article.map.relation(relation)));
    }
    entries
}

/// A relation as seen from one of its actors.
fn relation_entry(shown: &Shown<'_>, seen_from: ActorIndex, relation: &Relation) -> Element {
    let words = shown.words.map();
    let leads_away = relation.from == seen_from;
    let other = if leads_away { relation.to } else { relation.from };
    let preposition = match (relation.directed, leads_away) {
        (false, _) => "",
        (true, true) => words.to,
        (true, false) => words.from,
    };
    let ended = relation.interval.until.is_some();
    let mut sign = unseen(", ").text(words.sign(relation.sign));
    if ended {
        sign = sign.text(", ").text(words.ended);
    }
    let period = element("p;class=map-period")
        .with(line_sample(relation.sign, ended))
        .text_of(shown.words.period(relation.interval))
        .with(sign);
    let entry = element("li").with(period).with(element("p").with(name(&relation.label)));
    let other = if other == seen_from {
        nothing()
    } else {
        element("p;class=map-other")
            .with(sign_for_eyes(shown.words.arrow(relation, seen_from)))
            .with(unseen(preposition).text(" "))
            .with(actor_button(&shown.article.map, other))
            .html()
    };
    entry
        .child(other)
        .child(summary("map-quiet", &relation.summary, shown))
        .child(source(shown, relation))
}

/// Which of the article's sources says so.
fn source(shown: &Shown<'_>, relation: &Relation) -> Html {
    for source in &shown.article.sources {
        if relation.source.is_some() && source.id == relation.source {
            let title = name(&source.title);
            return element("p;class=map-quiet")
                .with(match &source.url {
                    Some(url) => link(url.as_str(), "noopener").with(title),
                    None => title,
                })
                .html();
        }
    }
    nothing()
}

fn mentions(shown: &Shown<'_>, index: ActorIndex) -> Element {
    let words = shown.words.map();
    let mut links = element("ul;class=map-mentions;role=list");
    let mut count = 0;
    for number in shown.article.mentions.of(index) {
        count += 1;
        let link = element("a")
            .attr_of("href", ["#mention-", &digits(number as i64)].concat())
            .number("data-mention", number)
            .text_of(words.mention.with(&digits(count)));
        links = links.with(element("li").with(link));
    }
    if count == 0 {
        return none(words.no_mention);
    }
    // `www/map-tools/reading.js` puts the ways to the previous and the next one here.
    element("div;class=map-reading").with(element("div")).with(links)
}

fn none(words: &str) -> Element {
    element("p;class=map-quiet").text(words)
}
