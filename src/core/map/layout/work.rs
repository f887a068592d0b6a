//! From a request to a layout, in steps that are short even on a slow phone, so
//! that the page can answer in between.

use super::geometry::{Area, Point, greater};
use super::request::{EdgeRequest, LayoutRequest};
use super::result::{Layout, PlacedEdge, PlacedNode};
use super::scene::{self, Placed, Scene};
use super::search::Search;
use super::{MARGIN_PX, edge, edge_label, row};

/// A layout on its way.
pub struct LayoutWork {
    width: f64,
    /// Between nodes by their number in `order`.
    edges: Vec<EdgeRequest>,
    /// The linked actors come first; this is where they were.
    order: Vec<usize>,
    /// Actors without relations.
    single: Vec<Placed>,
    /// For a drawing of the linked ones, if there are any.
    search: Option<Search>,
    /// Those who have their place.
    actors: Vec<Placed>,
}

impl LayoutWork {
    /// Begins to lay out `request`.
    pub fn of(request: &LayoutRequest) -> Self {
        let (mut widest, mut fixed) = (0.0, 0);
        for node in &request.nodes {
            let node = Placed::of(node);
            widest = greater(widest, node.width());
            fixed += usize::from(node.is_fixed);
        }
        let width = greater(widest + 2.0 * MARGIN_PX, scene::positive(request.width_px));

        let (mut order, mut linked, mut single) = (Vec::new(), Vec::new(), Vec::new());
        for is_single in [false, true] {
            for (i, node) in request.nodes.iter().enumerate() {
                let mut body = Placed::of(node);
                if fixed == 1 {
                    // There is nothing that it could keep its place to.
                    body.is_fixed = false;
                }
                let leads =
                    |edge: &EdgeRequest| edge.from != edge.to && (edge.from == i || edge.to == i);
                if is_single != (body.is_fixed || request.edges.iter().any(leads)) {
                    order.push(i);
                    if is_single { &mut single } else { &mut linked }.push(body);
                }
            }
        }
        let mut edges = request.edges.clone();
        for edge in &mut edges {
            edge.from = place_of(&order, edge.from);
            edge.to = place_of(&order, edge.to);
        }

        let mut actors = Vec::new();
        let bottom = row::place(&single, width, 0.0, &mut actors);
        let mut search = None;
        if !linked.is_empty() {
            let links = scene::links(&edges, linked.len());
            search = Some(Search::of(Scene::new(linked, links, width, bottom)));
        }
        LayoutWork { width, edges, order, single, search, actors }
    }

    /// Goes a step; gives the layout at the end.
    pub fn step(&mut self) -> Option<Layout> {
        if let Some(search) = &mut self.search {
            self.actors = search.step()?.actors;
            self.search = None;
            let mut bottom = 0.0;
            for actor in &self.actors {
                bottom = greater(bottom, actor.bounds.high().y);
            }
            row::place(&self.single, self.width, bottom, &mut self.actors);
            return None;
        }
        Some(self.finish())
    }

    /// Draws the relations, cuts off empty space above and below, and centres.
    fn finish(&mut self) -> Layout {
        let LayoutWork { width, edges, order, actors, .. } = self;
        let width = *width;
        if actors.is_empty() {
            return Layout { size: [width, 0.0], ..Layout::default() };
        }
        let mut curves = edge::route(edges, actors, width);
        let mut whole = actors[0].bounds;
        for actor in &*actors {
            whole = whole.with(&actor.bounds);
        }
        for (edge, curve) in edges.iter().zip(&curves) {
            whole = whole.with(&edge::Path::of(curve).bounds);
            if edge.from == edge.to {
                // Room for its label; across, that can be moved into the drawing.
                let center = Point::new(curve.start.x, curve.control.y);
                whole = whole.with(&Area { center, half: Point::default() });
            }
        }
        let size = Point::new(width, 2.0 * (whole.half.y + MARGIN_PX));
        let by = size.times(0.5).minus(whole.center);

        for actor in &mut *actors {
            actor.put(actor.center().plus(by), actor.side);
        }
        for curve in &mut curves {
            curve.start = curve.start.plus(by);
            curve.control = curve.control.plus(by);
            curve.end = curve.end.plus(by);
        }
        labelled(edges, order, actors, curves, [size.x, size.y])
    }
}

/// Moves a node of `layout` (that of `request`) to `center`, and what leads to it.
/// All others stay, and so does the size.
pub fn move_node(request: &LayoutRequest, layout: &mut Layout, node: usize, center: Point) {
    let (mut order, mut actors) = (Vec::new(), Vec::new());
    for (index, (request, before)) in request.nodes.iter().zip(&layout.nodes).enumerate() {
        let mut actor = Placed::of(request);
        actor.put(if index == node { center } else { before.center }, before.side);
        order.push(index);
        actors.push(actor);
    }
    let curves = edge::route(&request.edges, &actors, layout.size[0]);
    *layout = labelled(&request.edges, &order, &actors, curves, layout.size);
}

/// With the labels of relations; each actor where it was before they were ordered.
#[inline(never)]
fn labelled(
    edges: &[EdgeRequest],
    order: &[usize],
    actors: &[Placed],
    mut curves: Vec<PlacedEdge>,
    size: [f64; 2],
) -> Layout {
    let mut taken = Vec::new();
    for actor in actors {
        taken.push(actor.shape);
        taken.push(actor.label);
    }
    edge_label::place(edges, &mut curves, taken, Point::new(size[0], size[1]), &|_| true);
    let mut nodes = Vec::new();
    for i in 0..actors.len() {
        let actor = &actors[place_of(order, i)];
        nodes.push(PlacedNode {
            center: actor.center(),
            label: actor.label.rect(),
            side: actor.side,
            label_fits: true,
        });
    }
    Layout { size, nodes, edges: curves }
}

/// Where node `i` has gone, or beyond all of them.
#[inline(never)]
fn place_of(order: &[usize], i: usize) -> usize {
    order.iter().position(|&at| at == i).unwrap_or(usize::MAX)
}
