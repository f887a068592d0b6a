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

use scene::{Body, Drawing, Scene};

/// Kept free along the border of the drawing.
const MARGIN_PX: f64 = 6.0;

/// Kept free between boxes.
const GAP_PX: f64 = 4.0;

/// Lays out `request`. No boxes of actors and their labels overlap, and
/// everything is inside of `size`.
pub fn lay_out(request: &LayoutRequest) -> Layout {
    let bodies: Vec<Body> = request.nodes.iter().map(Body::of).collect();
    let widest = bodies.iter().fold(0.0_f64, |widest, body| widest.max(body.width()));
    let width = scene::positive(request.width_px).max(widest + 2.0 * MARGIN_PX);

    let links = scene::links(request);
    let keeps_fixed = bodies.iter().filter(|body| body.fixed.is_some()).count() > 1;
    let (mut linked, mut single) = (Vec::new(), Vec::new());
    for (i, body) in bodies.iter().enumerate() {
        let has_place = links.iter().any(|link| link.ends.contains(&i))
            || (keeps_fixed && body.fixed.is_some());
        if has_place { linked.push(i) } else { single.push(i) }
    }

    let mut whole = Drawing::empty(bodies.len());
    let mut bottom = 0.0_f64;
    if !linked.is_empty() {
        let taken = row::height(&bodies, &single, width);
        let scene = Scene::new(&bodies, &linked, &links, [width, taken], keeps_fixed);
        let drawing = search::draw(&scene);
        for (place, &i) in linked.iter().enumerate() {
            whole.put(&bodies, i, drawing.centers[place], drawing.sides[place]);
            bottom = bottom.max(whole.bounds[i].bottom());
        }
    }
    row::place(&bodies, &single, width, bottom, &mut whole);
    finish(request, &bodies, whole, width)
}

/// Draws the relations, cuts off empty space above and below, and centres.
fn finish(request: &LayoutRequest, bodies: &[Body], mut drawing: Drawing, width: f64) -> Layout {
    let curves = edge::route(request, bodies, &drawing, width);
    let mut bounds: Option<[f64; 4]> = None;
    let mut include = |x0: f64, y0: f64, x1: f64, y1: f64| {
        let [a, b, c, d] = bounds.unwrap_or([x0, y0, x1, y1]);
        bounds = Some([a.min(x0), b.min(y0), c.max(x1), d.max(y1)]);
    };
    for rect in &drawing.bounds {
        include(rect.x, rect.y, rect.right(), rect.bottom());
    }
    for curve in &curves {
        for p in curve.points() {
            include(p.x, p.y, p.x, p.y);
        }
    }
    for (edge, curve) in request.edges.iter().zip(&curves) {
        if edge.from == edge.to && edge.from < bodies.len() {
            let label = edge_label::beyond_loop(curve, edge.label_px.map(scene::positive), 0.0);
            let (x, y) = (curve.start.x, label.y);
            include(x, y, x, label.bottom());
        }
    }
    let Some([left, top, right, bottom]) = bounds else {
        return Layout { size: [width, 0.0], ..Layout::default() };
    };
    let (dx, dy) = ((width - left - right) / 2.0, MARGIN_PX - top);
    let height = bottom - top + 2.0 * MARGIN_PX;
    for (i, center) in drawing.centers.clone().into_iter().enumerate() {
        drawing.put(bodies, i, Point::new(center.x + dx, center.y + dy), drawing.sides[i]);
    }
    let curves: Vec<edge::Curve> = curves.iter().map(|curve| curve.moved(dx, dy)).collect();
    let labels = edge_label::place(request, bodies, &drawing, &curves, [width, height]);
    Layout {
        size: [width, height],
        edges: curves
            .iter()
            .zip(labels)
            .map(|(curve, (label, label_fits))| PlacedEdge {
                start: curve.start,
                control: curve.control,
                end: curve.end,
                label,
                label_fits,
            })
            .collect(),
        nodes: (0..bodies.len())
            .map(|i| PlacedNode {
                center: drawing.centers[i],
                label: drawing.labels[i],
                side: drawing.sides[i],
            })
            .collect(),
    }
}
