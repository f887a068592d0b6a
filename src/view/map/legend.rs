//! What shapes and lines mean, of those that the map has; each can be hidden.

use article_widget_core::map::filter::Filter;
use article_widget_core::map::layout::{PlacedEdge, Point};
use article_widget_core::map::{ActorKind, Sign};

use super::Shown;
use super::line::{LineStyle, with_line};
use super::name::toggle;
use super::shape::shape;
use crate::element::{Element, element};

/// The legend of the map.
pub(super) fn legend(shown: &Shown<'_>) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let mut kinds = element("ul;role=list");
    for kind in ActorKind::ALL {
        if map.actors.iter().any(|actor| actor.kind == kind) {
            let number = Filter::of_kind(kind);
            kinds = kinds.with(filter(shown, number, kind_sample(kind), words.kind(kind)));
        }
    }
    let mut lines = element("ul;role=list");
    for sign in Sign::ALL {
        if map.relations.iter().any(|relation| relation.sign == sign) {
            let sample = line_sample(sign, false);
            lines = lines.with(filter(shown, Filter::of_sign(sign), sample, words.sign(sign)));
        }
    }
    if map.relations.iter().any(|relation| relation.interval.until.is_some()) {
        let sample = line_sample(Sign::Neutral, true);
        lines = lines.with(element("li;class=map-ended").with(sample).text(words.ended));
    }
    let legend = element("div;class=map-legend;role=group").attr("aria-label", words.legend);
    let legend = legend.with(kinds);
    if map.relations.is_empty() { legend } else { legend.with(lines) }
}

/// An entry that hides what it explains, or shows it again.
#[inline(never)]
fn filter(shown: &Shown<'_>, number: usize, sample: Element, words: &str) -> Element {
    let button = element("button;class=map-filter;part=button;type=button");
    let button = toggle(button, !shown.hidden.hides(number)).number("data-hide", number);
    element("li").with(button.with(sample).with(element("span").text(words)))
}

/// The shape of a kind, small.
#[inline(never)]
pub(super) fn kind_sample(kind: ActorKind) -> Element {
    element("svg;class=map-sample;width=18;height=18;viewBox=-9 -9 18 18;aria-hidden=true")
        .class(kind.as_str())
        .with(shape(kind, Point::default(), 6.5))
}

/// The line of a sign, short.
#[inline(never)]
pub(super) fn line_sample(sign: Sign, ended: bool) -> Element {
    let style = LineStyle { sign, ended, directed: false };
    let at = |x: f64| Point { x, y: 6.0 };
    let edge =
        PlacedEdge { start: at(1.0), control: at(17.0), end: at(33.0), ..PlacedEdge::default() };
    let sample = element(
        "svg;class=map-sample map-line;width=34;height=12;viewBox=0 0 34 12;aria-hidden=true",
    );
    let sample = sample.class(sign.as_str()).class_if("ended", ended);
    with_line(sample, style, &edge, "", None)
}
