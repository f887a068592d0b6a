//! From the map and the room that there is to a request for a layout, and back
//! to a picture: labels, sizes and places.

use article_widget_core::map::label::Label;
use article_widget_core::map::layout::{
    EdgeRequest, Layout, LayoutRequest, NodeRequest, PlacedEdge, Point, labels_in_spotlight,
    move_node,
};
use article_widget_core::map::{ActorIndex, ActorMap};

use super::space::Space;
use super::world::Land;

/// Room around a label, for its halo.
const LABEL_MARGIN_PX: f64 = 2.0;

/// Room around a shape, for the outline that marks a selection.
const OUTLINE_PX: f64 = 3.0;

/// Everything that is drawn, and where.
#[derive(Default)]
pub(super) struct Picture {
    /// Size of the type of actors' names.
    pub(super) name_px: f64,
    /// Size of the type of relations' labels.
    pub(super) relation_px: f64,
    /// The actors' names in lines.
    pub(super) names: Vec<Label>,
    /// The relations' labels in lines.
    pub(super) relations: Vec<Label>,
    pub(super) request: LayoutRequest,
    /// Where everything is.
    pub(super) layout: Layout,
    /// On the world: the countries in sight.
    pub(super) lands: Vec<Land>,
    /// On the world: the width and height of the part with countries.
    pub(super) view_px: [f64; 2],
    /// On the world: the ways of relations up to their ends, as SVG writes them.
    pub(super) ways: Vec<String>,
    /// On the world: where actors really are.
    pub(super) places: Vec<Point>,
}

impl Picture {
    /// What is to be drawn in `space`. The expensive part remains to be done: the layout
    /// of the request, or, on the world, what a companion does.
    pub(super) fn new(map: &ActorMap, space: Space, is_world: bool) -> Self {
        let name_px = (space.text_px * 0.8125).max(12.0).round();
        let relation_px = (space.text_px * 0.71875).max(11.0).round();
        // On the world, what a shape covers counts.
        let scale = if is_world { 0.7 } else { 1.0 };
        // A phone has room for shorter lines.
        let name_width_em = if space.width_px < 480.0 { 7.0 } else { 8.5 };
        let mut names = Vec::with_capacity(map.actors.len());
        let mut nodes = Vec::with_capacity(map.actors.len());
        for (index, actor) in map.actors.iter().enumerate() {
            let name = Label::wrap(&actor.name, name_width_em, 3);
            nodes.push(NodeRequest {
                radius_px: radius_px(map, ActorIndex(index)) * scale + OUTLINE_PX,
                label_px: with_margin(name.size_px(name_px)),
                fixed: actor.position,
            });
            names.push(name);
        }
        let mut relations = Vec::with_capacity(map.relations.len());
        let mut edges = Vec::with_capacity(map.relations.len());
        for relation in &map.relations {
            let label = Label::wrap(&relation.label, 9.0, 3);
            edges.push(EdgeRequest {
                from: relation.from.0,
                to: relation.to.0,
                label_px: with_margin(label.size_px(relation_px)),
            });
            relations.push(label);
        }
        let request = LayoutRequest { width_px: space.width_px, nodes, edges };
        Picture { name_px, relation_px, names, relations, request, ..Picture::default() }
    }

    /// Moves an actor to a place, in parts of the picture's width and height. On the
    /// world everyone stays where they are.
    #[inline(never)]
    pub(super) fn pull(&mut self, actor: ActorIndex, place: Point) {
        let [width, height] = self.layout.size;
        let place = Point { x: place.x * width, y: place.y * height };
        if self.lands.is_empty() && actor.0 < self.layout.nodes.len() {
            move_node(&self.request, &mut self.layout, actor.0, place);
        }
    }

    /// Half the width of an actor's shape.
    pub(super) fn radius_px(&self, actor: ActorIndex) -> f64 {
        self.request.nodes[actor.0].radius_px - OUTLINE_PX
    }

    /// The relations with those labels that are shown: all that fit, or, around a selected
    /// actor, those of its relations that fit when the others fade. (The panel says all of them.)
    pub(super) fn relation_labels(&self, selected: Option<ActorIndex>) -> Vec<PlacedEdge> {
        match selected {
            Some(selected) => labels_in_spotlight(&self.request, &self.layout, selected.0),
            None => self.layout.edges.clone(),
        }
    }
}

fn with_margin([width, height]: [f64; 2]) -> [f64; 2] {
    [width + 2.0 * LABEL_MARGIN_PX, height]
}

/// The better connected, the larger, so that the eye finds them first.
fn radius_px(map: &ActorMap, actor: ActorIndex) -> f64 {
    let relations = map.relations_of(actor).len() as f64;
    (6.0 + 2.5 * relations.sqrt()).clamp(8.0, 15.0)
}
