//! Parts that nothing connects, side by side in rows.

use super::super::geometry::{Point, extent, greater};
use super::part::Part;

/// Between two parts, in units of a relation's length.
const GAP: f64 = 1.5;

/// Moves the parts, the largest first, into rows that make about a square.
pub(super) fn pack(parts: &mut [Part]) {
    parts.sort_by_key(|part| usize::MAX - part.nodes.len());
    let (mut area, mut widest) = (0.0, 0.0);
    let boxes: Vec<_> = parts.iter().map(|part| extent(&part.places)).collect();
    for own in &boxes {
        let size = own.half.times(2.0).plus(Point::new(GAP, GAP));
        area += size.x * size.y;
        widest = greater(widest, size.x);
    }
    let width = greater(widest, 1.1 * area.sqrt());
    let (mut corner, mut height) = (Point::default(), 0.0);
    for (part, own) in parts.iter_mut().zip(&boxes) {
        let size = own.half.times(2.0).plus(Point::new(GAP, GAP));
        if corner.x + size.x > width + 1e-9 {
            corner = Point::new(0.0, corner.y + height);
            height = 0.0;
        }
        let by = corner.minus(own.low());
        for place in &mut part.places {
            *place = place.plus(by);
        }
        corner.x += size.x;
        height = greater(height, size.y);
    }
}
