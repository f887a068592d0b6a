//! The network: actors as shapes, relations as lines.
//!
//! To assistive technology it is a group of buttons (the actors), of which one
//! is reached by Tab and the others by arrow keys, and a group of named
//! relations.

use article_widget_core::map::label::{LINE_HEIGHT_EM, Label};
use article_widget_core::map::layout::{LabelSide, PlacedNode, Rect};
use article_widget_core::map::timeline::Phase;
use article_widget_core::map::{ActorIndex, Event};
use article_widget_core::rich_text::Direction;

use super::Shown;
use super::line::{LineStyle, course, hit_area, with_line};
use super::name::{element_id, toggle};
use super::path::{PathData, px};
use super::picture::Picture;
use super::shape::{circle, path, rectangle, shape};
use crate::element::{Element, element};

/// Draws `picture`. Tab reaches the actor `tab_stop`.
pub(super) fn network(shown: &Shown<'_>, picture: &Picture, tab_stop: ActorIndex) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let edges = picture.relation_labels(shown.selected);
    let [actor_count, relation_count] = shown.counts();
    let mut lines = group(relation_count);
    let mut labels = element("g;class=map-relation-labels;aria-hidden=true");
    for (index, relation) in map.relations.iter().enumerate() {
        if shown.hides_relation(relation) {
            continue;
        }
        let edge = &edges[index];
        let area = edge.label_fits.then_some(edge.label);
        let (style, sign) = (LineStyle::of(relation, shown.at), relation.sign.as_str());
        let phase = shown.at.map_or(Phase::Holds, |at| Phase::of(relation.interval, at));
        let is_far = !phase.is_true()
            || shown.selected.is_some_and(|actor| relation.from != actor && relation.to != actor);
        let is_now = matches!(phase, Phase::Begins | Phase::Ends);
        let group =
            |markup| element(markup).class(sign).class_if("now", is_now).class_if("far", is_far);
        let way = picture.ways.get(index).map_or("", |way| way);
        let whole = course(edge, way, edge.end);
        let line = group("g;class=map-line;role=img")
            .class_if("ended", style.ended)
            .with(element("title").text_of(shown.words.relation(map, relation)))
            .with(path("map-now", &whole));
        lines = lines.with(with_line(line, style, edge, way, area).with(hit_area(&whole)));
        if let Some(area) = area {
            let text = &picture.relations[index];
            let text = text_lines(text, area, LabelSide::Below, picture.relation_px);
            labels = labels.with(group("g;class=map-relation-label").with(text));
        }
    }
    let mut actors = group(actor_count);
    let mut tab_stop = Some(tab_stop).filter(|actor| !shown.hides(*actor));
    for index in 0..map.actors.len() {
        let index = ActorIndex(index);
        if shown.hides(index) {
            continue;
        }
        let is_tab_stop = *tab_stop.get_or_insert(index) == index;
        let actor = actor_node(shown, index, picture);
        actors = actors.with(actor.fixed("tabindex", if is_tab_stop { "0" } else { "-1" }));
    }
    let [width, height] = picture.layout.size.map(px);
    element("svg;class=map-network;role=group")
        .attr_of("viewBox", ["0 0 ", &width, " ", &height].concat())
        .attr_of("width", width)
        .attr_of("height", height)
        .attr("aria-label", if picture.lands.is_empty() { words.network } else { words.world })
        .with(ground(shown, picture))
        .with(lines)
        .with(actors)
        // Above the actors, because they may cover one that has faded.
        .with(labels)
}

/// What is under everything: countries, and leads from actors to where they are.
fn ground(shown: &Shown<'_>, picture: &Picture) -> Element {
    let mut ground = element("g;class=map-ground;aria-hidden=true");
    // A picture in the picture cuts off what is beyond its edges.
    let [width, height] = picture.view_px.map(px);
    let mut lands = element("svg").attr_of("width", width).attr_of("height", height);
    for land in &picture.lands {
        let mut shape = element("path;class=map-land").attr("d", &land.data);
        if let Some(actor) = land.actor {
            shape = shape
                .number("data-actor", actor.0)
                .class("state")
                .class_if("far", is_far_actor(shown, actor))
                .class_if("selected", shown.selected == Some(actor));
        }
        if let Some(name) = shown.words.country(&land.code) {
            shape = shape.with(element("title").text_of(name));
        }
        lands = lands.with(shape);
    }
    ground = ground.with(lands);
    for (node, place) in picture.layout.nodes.iter().zip(&picture.places) {
        if *place != node.center {
            let lead = PathData::from(*place).line_to(node.center).open();
            ground = ground.with(path("map-lead", &lead)).with(circle("map-place", *place, 2.0));
        }
    }
    ground
}

fn group(name: String) -> Element {
    element("g;role=group").attr_of("aria-label", name)
}

/// Whether an actor fades: it has nothing to do with the selected one, or nothing
/// that is true of it at the moment that is shown.
fn is_far_actor(shown: &Shown<'_>, actor: ActorIndex) -> bool {
    let map = &shown.article.map;
    let (mut is_near, mut is_there, mut is_single) = (shown.selected.is_none(), false, true);
    for relation in &map.relations {
        if relation.from == actor || relation.to == actor {
            is_single = false;
            is_near |= shown.selected.is_some_and(|it| relation.from == it || relation.to == it);
            is_there |= shown.at.is_none_or(|at| Phase::of(relation.interval, at).is_true());
        }
    }
    shown.selected != Some(actor)
        && !(is_near && (is_there || is_single))
        && !is_of_now(shown, actor)
}

/// Whether something happens to an actor at the moment that is shown.
fn is_of_now(shown: &Shown<'_>, actor: ActorIndex) -> bool {
    let is_now = |event: &Event| shown.at == Some(event.date) && event.actors.contains(&actor);
    shown.article.map.events.iter().any(is_now)
}

fn actor_node(shown: &Shown<'_>, index: ActorIndex, picture: &Picture) -> Element {
    let map = &shown.article.map;
    let (actor, node) = (map.actor(index), &picture.layout.nodes[index.0]);
    let is_selected = shown.selected == Some(index);
    let (center, radius) = (node.center, picture.radius_px(index));
    let mut group = toggle(element("g;class=map-actor;role=button"), is_selected)
        .attr_of("id", element_id(actor))
        .class(actor.kind.as_str())
        .class_if("selected", is_selected)
        .class_if("now", is_of_now(shown, index))
        .class_if("far", is_far_actor(shown, index))
        .number("data-actor", index.0)
        .attr_of("aria-label", shown.words.actor(map, index))
        .with(circle("map-hit", center, radius.max(12.0) + 2.0))
        .with(rounded("map-hit", if node.label_fits { node.label } else { Rect::default() }))
        .with(circle("map-now", center, radius + 5.0));
    if is_selected {
        let outline = element("g;class=map-selected");
        group = group.with(outline.with(shape(actor.kind, center, radius + 4.0)));
    }
    let name = &picture.names[index.0];
    let mut text = text_lines(name, node.label, node.side, picture.name_px);
    if !node.label_fits {
        // It comes when the actor is looked at.
        text = text.fixed("visibility", "hidden");
    }
    group
        .with(shape(actor.kind, center, radius))
        .with(text)
        .with(rounded("map-focus", bounds(node, radius, 5.0)))
}

/// Around an actor's shape and label, and a margin.
fn bounds(node: &PlacedNode, radius: f64, margin_px: f64) -> Rect {
    let (center, label) = (node.center, node.label);
    let (x, y) = (label.x.min(center.x - radius), label.y.min(center.y - radius));
    let right = (label.x + label.width).max(center.x + radius);
    let bottom = (label.y + label.height).max(center.y + radius);
    Rect {
        x: x - margin_px,
        y: y - margin_px,
        width: right - x + 2.0 * margin_px,
        height: bottom - y + 2.0 * margin_px,
    }
}

fn rounded(class: &'static str, area: Rect) -> Element {
    rectangle(class, area).fixed("rx", "3")
}

/// A text that keeps to the side of its box where its shape is, so that an
/// estimate of its width that was too large does not part the two.
#[inline(never)]
fn text_lines(label: &Label, area: Rect, side: LabelSide, font_px: f64) -> Element {
    let (inset, mut anchor) = match side {
        LabelSide::Right => (2.0, "start"),
        LabelSide::Left => (area.width - 2.0, "end"),
        _ => (area.width / 2.0, "middle"),
    };
    if label.direction == Direction::RightToLeft {
        anchor = match side {
            LabelSide::Right => "end",
            LabelSide::Left => "start",
            _ => anchor,
        };
    }
    let line_px = LINE_HEIGHT_EM * font_px;
    let top = area.y + (area.height - line_px * label.lines.len() as f64) / 2.0;
    let mut y = top + line_px * 0.78;
    let mut text = element("text;class=map-text")
        .fixed("direction", label.direction.as_str())
        .fixed("text-anchor", anchor)
        .px("font-size", font_px);
    for (index, line) in label.lines.iter().enumerate() {
        if index > 0 {
            // Parts the words where the text is read or copied, and has no width.
            text = text.with(element("tspan;font-size=0").text(" "));
        }
        text = text.with(element("tspan").px("x", area.x + inset).px("y", y).text(line));
        y += line_px;
    }
    text
}
