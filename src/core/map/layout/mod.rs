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
//! | `frame`, `fixed` | how high the picture is, how a drawing is fitted into it, what an author fixed |
//! | `search` | several first drawings, of which the best are improved |
//! | `cost`, `climb` | how hard a drawing is to read, and moving single actors to make it easier |
//! | `overlap` | what boxes still overlap is moved apart |
//! | `row` | actors without relations, in rows under the others |
//! | `edge`, `edge_label` | how relations run, and where their labels stand |
//! | `spotlight` | labels of a few relations, when all others fade |
//! | `geometry`, `random` | tools |

mod climb;
mod cost;
mod distance;
mod edge;
mod edge_label;
mod fixed;
mod frame;
mod geometry;
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

pub use geometry::{Point, Rect};
pub use request::{EdgeRequest, LayoutRequest, NodeRequest};
pub use result::{LabelSide, Layout, PlacedEdge, PlacedNode};
pub use spotlight::labels_in_spotlight;

use scene::{Body, Placed, Scene};

/// Kept free along the border of the drawing.
const MARGIN_PX: f64 = 6.0;

/// Kept free between boxes.
const GAP_PX: f64 = 4.0;

/// Lays out `request`. No boxes of actors and their labels overlap, and
/// everything is inside of `size`.
pub fn lay_out(request: &LayoutRequest) -> Layout {
    let mut bodies: Vec<Body> = request.nodes.iter().map(Body::of).collect();
    let widest = bodies.iter().fold(0.0_f64, |widest, body| widest.max(body.width()));
    let width = scene::positive(request.width_px).max(widest + 2.0 * MARGIN_PX);
    if bodies.iter().filter(|body| body.fixed.is_some()).count() == 1 {
        // There is nothing that it could keep its place to.
        bodies.iter_mut().for_each(|body| body.fixed = None);
    }

    let links = scene::links(request);
    let (mut linked, mut single) = (Vec::new(), Vec::new());
    for (i, body) in bodies.iter().enumerate() {
        let is_linked = links.iter().any(|link| link.ends.contains(&i));
        if is_linked || body.fixed.is_some() { &mut linked } else { &mut single }.push(i);
    }

    let nowhere = |body: &Body| body.placed(Point::default(), LabelSide::Below);
    let mut actors: Vec<Placed> = bodies.iter().map(nowhere).collect();
    let mut bottom = 0.0_f64;
    if !linked.is_empty() {
        let taken = row::height(&bodies, &single, width);
        let drawing = search::draw(&Scene::new(&bodies, &linked, links, [width, taken]));
        for (&i, actor) in linked.iter().zip(drawing.actors) {
            bottom = bottom.max(actor.bounds.bottom());
            actors[i] = actor;
        }
    }
    row::place(&bodies, &single, width, bottom, &mut actors);
    finish(request, &bodies, &actors, width)
}

/// Draws the relations, cuts off empty space above and below, and centres.
fn finish(request: &LayoutRequest, bodies: &[Body], actors: &[Placed], width: f64) -> Layout {
    let curves = edge::route(request, actors, width);
    let mut corners = Vec::new();
    let mut include = |rect: &Rect| {
        corners.push(Point::new(rect.x, rect.y));
        corners.push(Point::new(rect.right(), rect.bottom()));
    };
    for actor in actors {
        include(&actor.bounds);
    }
    for (edge, curve) in request.edges.iter().zip(&curves) {
        if edge.from == edge.to {
            let label = edge_label::beyond_loop(curve, edge.label_px.map(scene::positive), 0.0);
            // Across, it can be moved into the drawing.
            include(&Rect { x: curve.start.x, width: 0.0, ..label });
        }
    }
    curves.iter().for_each(|curve| corners.extend(curve.points()));
    let (low, high) = geometry::extent(&corners);
    if actors.is_empty() {
        return Layout { size: [width, 0.0], ..Layout::default() };
    }

    let (dx, dy) = ((width - low.x - high.x) / 2.0, MARGIN_PX - low.y);
    let size = [width, high.y - low.y + 2.0 * MARGIN_PX];
    let moved = |p: Point| Point::new(p.x + dx, p.y + dy);
    let actors: Vec<Placed> = actors
        .iter()
        .zip(bodies)
        .map(|(actor, body)| body.placed(moved(actor.center), actor.side))
        .collect();
    let curves: Vec<edge::Curve> = curves.iter().map(|curve| curve.map(moved)).collect();
    let labels = edge_label::place(&request.edges, &actors, &curves, size);
    let node =
        |actor: &Placed| PlacedNode { center: actor.center, label: actor.label, side: actor.side };
    let edge = |(curve, (label, label_fits)): (&edge::Curve, (Rect, bool))| PlacedEdge {
        start: curve.start,
        control: curve.control,
        end: curve.end,
        label,
        label_fits,
    };
    Layout {
        size,
        nodes: actors.iter().map(node).collect(),
        edges: curves.iter().zip(labels).map(edge).collect(),
    }
}
