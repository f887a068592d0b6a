//! Labels of relations slide along their curve to where they are free.

use super::edge::Path;
use super::geometry::{Area, Point, greater, lesser, on_curve};
use super::request::EdgeRequest;
use super::result::PlacedEdge;
use super::scene::half_label;

/// Kept free around them.
const GAP_PX: f64 = 2.0;

/// Where to try, in twentieths of the way: the middle first.
const PLACES: [u8; 15] = [10, 9, 11, 8, 12, 7, 13, 6, 14, 5, 15, 4, 16, 3, 17];

/// By so much, a relation may graze the edge of a label.
const GRAZE_PX: f64 = 3.0;

/// In a picture narrower than this, a label that lies across another relation is
/// left out: it would seem to be of both. (The panel says it.)
const NARROW_PX: f64 = 480.0;

/// More choices than there are places: of a label that is not shown.
const NONE: usize = PLACES.len() + 1;

/// With more relations than this, whether a label lies on another relation is
/// not looked at: it takes the square of their number.
const MOST_COMPARED: usize = 150;

/// Finds a box for the label of every one of `curves` (those of `edges`) that is
/// `shown`, and whether it is free of all boxes that are `taken`.
pub(super) fn place(
    edges: &[EdgeRequest],
    curves: &mut [PlacedEdge],
    mut taken: Vec<Area>,
    size: Point,
    shown: &dyn Fn(&EdgeRequest) -> bool,
) {
    // Those with the least choice choose first: where only one place is free
    // of actors, the fewest others should have been there before.
    let mut choices = Vec::new();
    let mut paths = Vec::new();
    for (edge, curve) in edges.iter().zip(&*curves) {
        let mut choice = if shown(edge) { 0 } else { NONE };
        for place in &PLACES {
            if choice != NONE && covered(&at(edge, curve, *place, size), &taken) == 0.0 {
                choice += 1;
            }
        }
        choices.push(choice);
        if edges.len() <= MOST_COMPARED {
            paths.push(Path::of(curve));
        }
    }
    for left in 0..NONE {
        for (index, edge) in edges.iter().enumerate() {
            if choices[index] != left {
                continue;
            }
            let curve = &mut curves[index];
            let mut best = f64::INFINITY;
            let mut found = at(edge, curve, PLACES[0], size);
            for (rank, &place) in PLACES.iter().enumerate() {
                let rect = at(edge, curve, place, size);
                let covered = covered(&rect, &taken);
                let mut cost = rank as f64 * 0.15 + covered * 1e3;
                let mut in_the_way = covered;
                for (other, path) in paths.iter().enumerate() {
                    if choices[other] != NONE && (other != index || edge.from == edge.to) {
                        let passes = path.passes(&rect.grown(-GRAZE_PX));
                        cost += passes;
                        if other != index && size.x < NARROW_PX {
                            in_the_way += passes;
                        }
                    }
                }
                if cost < best {
                    best = cost;
                    found = rect;
                    curve.label_fits = in_the_way == 0.0;
                }
            }
            curve.label = found.rect();
            if curve.label_fits {
                taken.push(found);
            }
        }
    }
}

/// The label's box at a place of the curve.
#[inline(never)]
fn at(edge: &EdgeRequest, curve: &PlacedEdge, place: u8, size: Point) -> Area {
    let t = f64::from(place) / 20.0;
    let half = half_label(edge.label_px);
    let mut center = on_curve(curve.start, curve.control, curve.end, t);
    if edge.from == edge.to {
        // Out from the tip of the loop, which it would hide if it stood on it.
        center = curve.start.towards(curve.end, 0.5).towards(curve.control, 0.65 + (t - 0.5).abs());
    }
    // Moved into the drawing.
    let most = size.minus(half);
    center.x = greater(half.x, lesser(most.x, center.x));
    center.y = greater(half.y, lesser(most.y, center.y));
    Area { center, half }
}

/// How far it reaches into boxes.
#[inline(never)]
fn covered(rect: &Area, boxes: &[Area]) -> f64 {
    let mut sum = 0.0;
    for other in boxes {
        sum += greater(0.0, rect.depth(other) + GAP_PX);
    }
    sum
}
