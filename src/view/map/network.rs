//! The network: actors as shapes, relations as lines.
//!
//! To assistive technology it is a group of buttons (the actors), of which one
//! is reached by Tab and the others by arrow keys, and a group of named
//! relations.

use article_widget_core::map::label::{LINE_HEIGHT_EM, Label};
use article_widget_core::map::layout::{LabelSide, PlacedEdge, PlacedNode, Rect};
use article_widget_core::map::{ActorIndex, ActorMap, Relation};
use article_widget_core::rich_text::Direction;
use yew::prelude::*;

use super::line::{LineStyle, hit_area, line};
use super::path::px;
use super::picture::Picture;
use super::shape::shape;
use super::words::Words;
use super::{actor_element_id, toggle_state};

/// What the drawing depends on, beside the picture itself.
pub(super) struct NetworkState {
    /// The actor that is lit.
    pub(super) selected: Option<ActorIndex>,
    /// The actor that Tab reaches.
    pub(super) tab_stop: ActorIndex,
    /// Moves about by keyboard.
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

/// Draws `picture`.
pub(super) fn network(
    map: &ActorMap,
    picture: &Picture,
    state: &NetworkState,
    words: Words<'_>,
) -> Html {
    let [width, height] = picture.layout.size.map(px);
    let labels = picture.relation_labels(map, state.selected);
    let relations = || map.relations.iter().zip(&picture.layout.edges).zip(&labels).enumerate();
    let lines = relations().map(|(_, ((relation, edge), label))| {
        relation_line(map, relation, edge, *label, state, words)
    });
    let labels = relations().filter_map(|(index, ((relation, _), label))| {
        let class = classes!("map-relation-label", relation.sign.as_str());
        let lines =
            text_lines(&picture.relations[index], (*label)?, Anchor::Middle, picture.relation_px);
        Some(html! { <g {class}>{ lines }</g> })
    });
    let actors = picture
        .layout
        .nodes
        .iter()
        .enumerate()
        .map(|(index, node)| actor_node(map, ActorIndex(index), node, picture, state, words));
    html! {
        <svg
            class="map-network"
            width={width.clone()}
            height={height.clone()}
            viewBox={["0 0 ", &width, " ", &height].concat()}
            role="group"
            aria-label={words.map().network}
            onkeydown={state.onkeydown.clone()}
        >
            <g role="group" aria-label={words.count(words.map().relations, map.relations.len())}>{ for lines }</g>
            <g role="group" aria-label={words.count(words.map().actors, map.actors.len())}>{ for actors }</g>
            // Above the actors, because they may cover one that has faded.
            <g class="map-relation-labels" aria-hidden="true">{ for labels }</g>
        </svg>
    }
}

fn is_far_actor(map: &ActorMap, actor: ActorIndex, state: &NetworkState) -> Option<&'static str> {
    let selected = state.selected?;
    let is_neighbour = map.relations.iter().any(|relation| {
        let ends = (relation.from, relation.to);
        ends == (actor, selected) || ends == (selected, actor)
    });
    (actor != selected && !is_neighbour).then_some("far")
}

fn relation_line(
    map: &ActorMap,
    relation: &Relation,
    edge: &PlacedEdge,
    label: Option<Rect>,
    state: &NetworkState,
    words: Words<'_>,
) -> Html {
    let is_far = state.selected.is_some_and(|actor| relation.from != actor && relation.to != actor);
    let far = is_far.then_some("far");
    let style = LineStyle::of(relation);
    html! {
        <g class={classes!(style.classes(), far)} role="img">
            <title>{ words.relation(map, relation) }</title>
            { line(style, edge, label) }
            { hit_area(edge) }
        </g>
    }
}

fn actor_node(
    map: &ActorMap,
    index: ActorIndex,
    node: &PlacedNode,
    picture: &Picture,
    state: &NetworkState,
    words: Words<'_>,
) -> Html {
    let actor = map.actor(index);
    let is_selected = state.selected == Some(index);
    let (x, y, radius) = (px(node.center.x), px(node.center.y), picture.radius_px(index));
    let far = is_far_actor(map, index, state);
    html! {
        <g
            id={actor_element_id(actor)}
            class={classes!("map-actor", actor.kind.as_str(), is_selected.then_some("selected"), far)}
            data-actor={index.0.to_string()}
            role="button"
            tabindex={if state.tab_stop == index { "0" } else { "-1" }}
            aria-pressed={toggle_state(is_selected)}
            aria-label={words.actor(map, index)}
        >
            <circle class="map-hit" cx={x} cy={y} r={px(radius.max(12.0) + 2.0)} />
            { rectangle("map-hit", node.label, 0.0) }
            if is_selected {
                <g class="map-selected">{ shape(actor.kind, node.center, radius + 4.0) }</g>
            }
            { shape(actor.kind, node.center, radius) }
            { text_lines(&picture.names[index.0], node.label, Anchor::of(node.side), picture.name_px) }
            { rectangle("map-focus", bounds(node, radius), 5.0) }
        </g>
    }
}

/// Around an actor's shape and label.
fn bounds(node: &PlacedNode, radius: f64) -> Rect {
    let (center, label) = (node.center, node.label);
    let (x, y) = (label.x.min(center.x - radius), label.y.min(center.y - radius));
    Rect {
        x,
        y,
        width: (label.x + label.width).max(center.x + radius) - x,
        height: (label.y + label.height).max(center.y + radius) - y,
    }
}

fn rectangle(class: &'static str, area: Rect, margin_px: f64) -> Html {
    html! {
        <rect
            {class}
            x={px(area.x - margin_px)}
            y={px(area.y - margin_px)}
            width={px(area.width + 2.0 * margin_px)}
            height={px(area.height + 2.0 * margin_px)}
            rx="3"
        />
    }
}

/// Which side of its box a text keeps to, so that an estimate of its width that
/// was too large does not part it from its shape.
#[derive(Clone, Copy, PartialEq)]
enum Anchor {
    Left,
    Middle,
    Right,
}

impl Anchor {
    fn of(side: LabelSide) -> Self {
        match side {
            LabelSide::Right => Anchor::Left,
            LabelSide::Left => Anchor::Right,
            LabelSide::Below | LabelSide::Above => Anchor::Middle,
        }
    }
}

fn text_lines(label: &Label, area: Rect, anchor: Anchor, font_px: f64) -> Html {
    let is_right_to_left = label.direction == Direction::RightToLeft;
    let (x, text_anchor) = match anchor {
        Anchor::Left => (area.x + 2.0, if is_right_to_left { "end" } else { "start" }),
        Anchor::Middle => (area.x + area.width / 2.0, "middle"),
        Anchor::Right => {
            (area.x + area.width - 2.0, if is_right_to_left { "start" } else { "end" })
        }
    };
    let line_px = LINE_HEIGHT_EM * font_px;
    let top = area.y + (area.height - line_px * label.lines.len() as f64) / 2.0;
    let lines = label.lines.iter().enumerate().map(|(index, line)| {
        let y = top + line_px * (index as f64 + 0.78);
        html! {
            <>
                if index > 0 {
                    // Parts the words where the text is read or copied, and has no width.
                    <tspan font-size="0">{ " " }</tspan>
                }
                <tspan x={px(x)} y={px(y)}>{ line }</tspan>
            </>
        }
    });
    html! {
        <text
            class="map-text"
            direction={label.direction.as_str()}
            text-anchor={text_anchor}
            font-size={px(font_px)}
        >
            { for lines }
        </text>
    }
}
