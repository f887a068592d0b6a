//! Where actors and labels are drawn in the network: a [`LayoutRequest`] goes
//! in, a [`Layout`] comes out, the same for the same request in every browser
//! (own random numbers; of floating-point arithmetic only what IEEE 754
//! defines to the last bit: `+ - * /` and square roots).
//!
//! Units are CSS pixels at scale 1; y grows downwards.
//!
//! | module | holds |
//! | --- | --- |
//! | `request`, `result` | what goes in and what comes out |
//! | `scene` | the linked actors, the frame they go into, and a drawing of them |
//! | `distance`, `stress` | first drawings: graph distances as distances on the plane |
//! | `frame` | how high the picture is, and how a drawing is fitted into it |
//! | `search` | several first drawings, of which the best are improved |
//! | `cost`, `climb` | how hard a drawing is to read, and moving single actors to make it easier |
//! | `overlap` | what boxes still overlap is moved apart |
//! | `row` | actors without relations, in rows under the others |
//! | `edge`, `edge_label` | how relations run, and where their labels stand |
//! | `large` | networks of thousands, without labels |
//! | `geography` | actors on a map of the world instead |
//! | `spotlight` | labels of a few relations, when all others fade |
//! | `geometry`, `random` | tools |

mod climb;
mod cost;
mod distance;
mod edge;
mod edge_label;
mod frame;
mod geography;
mod geometry;
mod large;
mod overlap;
mod random;
mod request;
mod result;
mod row;
mod scene;
mod search;
mod spotlight;
mod stress;
#[cfg(test)]
mod tests;

pub use geography::{Geography, on_map};
pub use geometry::{Point, Rect};
pub use large::LargeLayout;
pub use request::{EdgeRequest, LayoutRequest, NodeRequest};
pub use result::{LabelSide, Layout, PlacedEdge, PlacedNode};
pub use spotlight::labels_in_spotlight;

use geometry::Area;
pub(super) use geometry::{greater, lesser};
use scene::{Placed, Scene};

/// Kept free along the border of the drawing.
const MARGIN_PX: f64 = 6.0;

/// Kept free between boxes.
const GAP_PX: f64 = 4.0;

/// Lays out `request`. No boxes of actors and their labels overlap, and
/// everything is inside of `size`.
pub fn lay_out(request: &LayoutRequest) -> Layout {
    let (mut widest, mut fixed) = (0.0, 0);
    for node in &request.nodes {
        let node = Placed::of(node);
        widest = greater(widest, node.width());
        fixed += usize::from(node.is_fixed);
    }
    let width = greater(widest + 2.0 * MARGIN_PX, scene::positive(request.width_px));

    // From here on, the linked ones come first; `order` is where they were.
    let mut order = Vec::new();
    let mut bodies = Vec::new();
    let mut linked = 0;
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
                bodies.push(body);
            }
        }
        if !is_single {
            linked = bodies.len();
        }
    }
    let mut edges = request.edges.clone();
    for edge in &mut edges {
        edge.from = place_of(&order, edge.from);
        edge.to = place_of(&order, edge.to);
    }

    let mut actors = Vec::new();
    let (linked, single) = bodies.split_at(linked);
    let mut bottom = row::place(single, width, 0.0, &mut actors);
    if !linked.is_empty() {
        let links = scene::links(&edges, linked.len());
        actors = search::draw(&Scene::new(linked.to_vec(), links, width, bottom)).actors;
        bottom = 0.0;
        for actor in &actors {
            bottom = greater(bottom, actor.bounds.high().y);
        }
        row::place(single, width, bottom, &mut actors);
    }
    if actors.is_empty() {
        return Layout { size: [width, 0.0], ..Layout::default() };
    }
    finish(&edges, &order, actors, width)
}

/// Where node `i` has gone, or beyond all of them.
#[inline(never)]
fn place_of(order: &[usize], i: usize) -> usize {
    order.iter().position(|&at| at == i).unwrap_or(usize::MAX)
}

/// Draws the relations, cuts off empty space above and below, and centres.
fn finish(edges: &[EdgeRequest], order: &[usize], mut actors: Vec<Placed>, width: f64) -> Layout {
    let mut curves = edge::route(edges, &actors, width);
    let mut whole = actors[0].bounds;
    for actor in &actors {
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

    let mut taken = Vec::new();
    for actor in &mut actors {
        actor.put(actor.center().plus(by), actor.side);
        taken.push(actor.shape);
        taken.push(actor.label);
    }
    for curve in &mut curves {
        curve.start = curve.start.plus(by);
        curve.control = curve.control.plus(by);
        curve.end = curve.end.plus(by);
    }
    edge_label::place(edges, &mut curves, taken, size, &|_| true);
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
    Layout { size: [size.x, size.y], nodes, edges: curves }
}
