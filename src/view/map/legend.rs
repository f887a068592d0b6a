//! What shapes and lines mean: only those that the map has.

use article_widget_core::map::layout::{PlacedEdge, Point, Rect};
use article_widget_core::map::{ActorKind, ActorMap, Sign};
use yew::prelude::*;

use super::line::{LineStyle, line};
use super::shape::shape;
use super::words::Words;

/// The legend of `map`.
pub(super) fn legend(map: &ActorMap, words: Words<'_>) -> Html {
    let kinds = ActorKind::ALL.into_iter();
    let kinds = kinds.filter(|kind| map.actors.iter().any(|actor| actor.kind == *kind));
    let signs = Sign::ALL.into_iter();
    let signs = signs.filter(|sign| map.relations.iter().any(|relation| relation.sign == *sign));
    let has_ended = map.relations.iter().any(|relation| relation.interval.until.is_some());
    html! {
        <div class="map-legend" role="group" aria-label={words.map().legend}>
            <ul role="list">
                { for kinds.map(|kind| html! {
                    <li>{ kind_sample(kind) }{ (words.map().kind)(kind) }</li>
                }) }
            </ul>
            if !map.relations.is_empty() {
                <ul role="list">
                    { for signs.map(|sign| html! {
                        <li>{ line_sample(sign, false) }{ (words.map().sign)(sign) }</li>
                    }) }
                    if has_ended {
                        <li class="map-ended">
                            { line_sample(Sign::Neutral, true) }{ words.map().ended }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

/// The shape of a kind, small.
pub(super) fn kind_sample(kind: ActorKind) -> Html {
    html! {
        <svg class={classes!("map-sample", kind.as_str())} width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            { shape(kind, Point::default(), 6.5) }
        </svg>
    }
}

/// The line of a sign, short.
pub(super) fn line_sample(sign: Sign, ended: bool) -> Html {
    let style = LineStyle { sign, ended, directed: false };
    let at = |x: f64| Point { x, y: 6.0 };
    let edge = PlacedEdge {
        start: at(1.0),
        control: at(17.0),
        end: at(33.0),
        label: Rect::default(),
        label_fits: false,
    };
    html! {
        <svg class={classes!("map-sample", style.classes())} width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
            { line(style, &edge, None) }
        </svg>
    }
}
