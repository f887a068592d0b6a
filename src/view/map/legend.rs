//! What shapes and lines mean: only those that the map has.

use article_widget_core::map::layout::{PlacedEdge, Point, Rect};
use article_widget_core::map::{ActorKind, Sign};

use super::Shown;
use super::line::{LineStyle, with_line};
use super::shape::shape;
use crate::element::{Element, element};

/// The legend of the map.
pub(super) fn legend(shown: &Shown<'_>) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let mut kinds = element("ul").fixed("role", "list");
    for kind in ActorKind::ALL {
        if map.actors.iter().any(|actor| actor.kind == kind) {
            kinds = kinds.with(element("li").with(kind_sample(kind)).text(words.kind(kind)));
        }
    }
    let legend = element("div").all("class=map-legend;role=group").attr("aria-label", words.legend);
    if map.relations.is_empty() {
        return legend.with(kinds);
    }
    let mut lines = element("ul").fixed("role", "list");
    for sign in Sign::ALL {
        if map.relations.iter().any(|relation| relation.sign == sign) {
            let sample = line_sample(sign, false);
            lines = lines.with(element("li").with(sample).text(words.sign(sign)));
        }
    }
    if map.relations.iter().any(|relation| relation.interval.until.is_some()) {
        let ended = element("li").fixed("class", "map-ended");
        lines = lines.with(ended.with(line_sample(Sign::Neutral, true)).text(words.ended));
    }
    legend.with(kinds).with(lines)
}

/// The shape of a kind, small.
pub(super) fn kind_sample(kind: ActorKind) -> Element {
    element("svg")
        .all("width=18;height=18;viewBox=-9 -9 18 18;aria-hidden=true")
        .classes(&["map-sample", kind.as_str()])
        .with(shape(kind, Point::default(), 6.5))
}

/// The line of a sign, short.
pub(super) fn line_sample(sign: Sign, ended: bool) -> Element {
    let style = LineStyle { sign, ended, directed: false };
    let at = |x: f64| Point { x, y: 6.0 };
    let edge = PlacedEdge {
        start: at(1.0),
        control: at(17.0),
        end: at(33.0),
        label: Rect::default(),
        label_fits: false,
    };
    let sample = element("svg")
        .all("width=34;height=12;viewBox=0 0 34 12;aria-hidden=true")
        .classes(&["map-sample map-line", sign.as_str(), style.ended_class()]);
    with_line(sample, style, &edge, &[], None)
}
