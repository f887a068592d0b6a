//! Labels of relations slide along their curve to where they are free.

use super::edge::Curve;
use super::geometry::{Point, Rect};
use super::request::EdgeRequest;
use super::scene::{Placed, positive};

/// Kept free around them.
const GAP_PX: f64 = 2.0;

/// Where to try, the middle first.
const PLACES: [f64; 15] =
    [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85];

/// With more relations than this, whether a label lies on another relation is
/// not looked at: it takes the square of their number.
const MOST_COMPARED: usize = 150;

/// The label's box of every edge, and whether it is free of everything.
pub(super) fn place(
    edges: &[EdgeRequest],
    actors: &[Placed],
    curves: &[Curve],
    size: [f64; 2],
) -> Vec<(Rect, bool)> {
    let mut taken: Vec<Rect> = Vec::with_capacity(2 * actors.len() + edges.len());
    for actor in actors {
        taken.push(actor.shape);
        taken.push(actor.label);
    }
    // Those with the least choice choose first: where only one place is free
    // of actors, the fewest others should have been there before.
    let choice: Vec<usize> = edges
        .iter()
        .zip(curves)
        .map(|(edge, curve)| {
            let is_free = |t: &&f64| covered(&at(edge, curve, **t, size), &taken) == 0.0;
            PLACES.iter().filter(is_free).count()
        })
        .collect();
    let mut labels = vec![(Rect::default(), false); edges.len()];
    for left in 0..=PLACES.len() {
        for index in (0..edges.len()).filter(|&index| choice[index] == left) {
            let mut best = f64::INFINITY;
            for (rank, &t) in PLACES.iter().enumerate() {
                let rect = at(&edges[index], &curves[index], t, size);
                let covered = covered(&rect, &taken);
                let mut cost = rank as f64 * 0.15 + covered * 1e3;
                if cost < best && curves.len() <= MOST_COMPARED {
                    cost += crossed(&rect, curves, index);
                }
                if cost < best {
                    best = cost;
                    labels[index] = (rect, covered == 0.0);
                }
            }
            if labels[index].1 {
                taken.push(labels[index].0);
            }
        }
    }
    labels
}

/// The label's box at `t` of the curve.
fn at(edge: &EdgeRequest, curve: &Curve, t: f64, size: [f64; 2]) -> Rect {
    let label_px = edge.label_px.map(positive);
    let rect = if edge.from == edge.to {
        beyond_loop(curve, label_px, t - 0.5)
    } else {
        Rect::around(curve.at(t), label_px[0], label_px[1])
    };
    held(rect, size)
}

/// How many other curves run through the box.
fn crossed(rect: &Rect, curves: &[Curve], index: usize) -> f64 {
    let mut count = 0.0;
    for (other, curve) in curves.iter().enumerate() {
        let points = curve.points();
        let mut segments = points.windows(2);
        if other != index && segments.any(|ends| rect.share_of_segment(ends[0], ends[1]) > 0.0) {
            count += 1.0;
        }
    }
    count
}

/// At the tip of a loop, which it would hide if it stood on it; `aside` in
/// parts of the label's own size.
pub(super) fn beyond_loop(curve: &Curve, [width, height]: [f64; 2], aside: f64) -> Rect {
    let (foot, tip) = (curve.start.towards(curve.end, 0.5), curve.at(0.5));
    let length = foot.distance(tip).max(1.0);
    let (dx, dy) = ((tip.x - foot.x) / length, (tip.y - foot.y) / length);
    let center = Point::new(
        tip.x + dx * (width / 2.0 + GAP_PX) - dy * width * aside,
        tip.y + dy * (height / 2.0 + GAP_PX) + dx * height * aside,
    );
    Rect::around(center, width, height)
}

/// Moved into the drawing.
fn held(rect: Rect, [width, height]: [f64; 2]) -> Rect {
    Rect {
        x: rect.x.min(width - rect.width).max(0.0),
        y: rect.y.min(height - rect.height).max(0.0),
        ..rect
    }
}

/// How much of the boxes it covers, in square pixels.
fn covered(rect: &Rect, boxes: &[Rect]) -> f64 {
    let mut area = 0.0;
    for other in boxes {
        if rect.is_near(other, GAP_PX) {
            let [across, down] = rect.overlap(other);
            area += (across + GAP_PX) * (down + GAP_PX);
        }
    }
    area
}
