//! Labels of relations slide along their curve to where they are free.

use super::edge::Curve;
use super::geometry::{Point, Rect};
use super::request::LayoutRequest;
use super::scene::{Body, Drawing, positive};

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
    request: &LayoutRequest,
    bodies: &[Body],
    drawing: &Drawing,
    curves: &[Curve],
    size: [f64; 2],
) -> Vec<(Rect, bool)> {
    let mut taken: Vec<Rect> = Vec::new();
    for (i, body) in bodies.iter().enumerate() {
        taken.push(body.shape_at(drawing.centers[i]));
        taken.push(drawing.labels[i]);
    }
    let actors = taken.len();
    // The boxes of each that are free of actors; without one, the label will
    // not fit, and stands where it covers the least.
    let mut free: Vec<Vec<Rect>> = Vec::with_capacity(curves.len());
    let mut labels = Vec::with_capacity(curves.len());
    for (edge, curve) in request.edges.iter().zip(curves) {
        let [width, height] = edge.label_px.map(positive);
        let mut boxes = Vec::new();
        let mut least = (f64::INFINITY, Rect::default());
        for t in PLACES {
            let rect = if edge.from == edge.to {
                beyond_loop(curve, [width, height], t - 0.5)
            } else {
                Rect::around(curve.at(t), width, height)
            };
            let rect = held(rect, size);
            let covered = covered(&rect, &taken);
            if covered == 0.0 {
                boxes.push(rect);
            }
            if covered < least.0 {
                least = (covered, rect);
            }
        }
        free.push(boxes);
        labels.push((least.1, false));
    }
    let mut waiting: Vec<usize> = (0..curves.len()).collect();
    // Whoever has the least choice chooses first.
    while let Some(next) = (0..waiting.len()).min_by_key(|&at| free[waiting[at]].len()) {
        let index = waiting.remove(next);
        let mut best = f64::INFINITY;
        for (rank, rect) in free[index].iter().enumerate() {
            if covered(rect, &taken[actors..]) > 0.0 {
                continue;
            }
            let mut cost = rank as f64 * 0.15;
            if curves.len() <= MOST_COMPARED {
                for (other, curve) in curves.iter().enumerate() {
                    let crosses = other != index
                        && curve
                            .points()
                            .windows(2)
                            .any(|ends| rect.share_of_segment(ends[0], ends[1]) > 0.0);
                    cost += if crosses { 1.0 } else { 0.0 };
                }
            }
            if cost < best {
                best = cost;
                labels[index] = (*rect, true);
            }
        }
        if labels[index].1 {
            taken.push(labels[index].0);
        }
    }
    labels
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
