//! Places that the author fixed: kept relative to each other.

use super::MARGIN_PX;
use super::geometry::{Point, extent};
use super::result::LabelSide;
use super::scene::{Drawing, Scene};

/// The places that the author fixed, in units of a relation's length.
pub(super) struct Fixed {
    pub(super) places: Vec<Option<Point>>,
    low: Point,
    high: Point,
    /// Pixels of the author per relation.
    unit: f64,
}

impl Fixed {
    pub(super) fn of(scene: &Scene) -> Self {
        let mut known = Vec::new();
        for (i, body) in scene.bodies.iter().enumerate() {
            if let Some(place) = body.fixed {
                known.push((i, place));
            }
        }
        // What the author means by a relation's length follows from the pairs.
        let (mut sum, mut pairs) = (0.0, 0.0);
        for (at, &(i, p)) in known.iter().enumerate() {
            for &(j, q) in &known[..at] {
                sum += p.distance(q) / scene.distances.between(i, j);
                pairs += 1.0;
            }
        }
        let unit = if pairs > 0.0 { (sum / pairs).clamp(40.0, 240.0) } else { 1.0 };
        let places: Vec<Point> = known.iter().map(|&(_, place)| place).collect();
        let (low, high) = extent(&places);
        Fixed {
            places: scene
                .bodies
                .iter()
                .map(|body| body.fixed.map(|p| Point::new(p.x / unit, p.y / unit)))
                .collect(),
            low,
            high,
            unit,
        }
    }

    pub(super) fn is_any(&self) -> bool {
        self.places.iter().any(Option::is_some)
    }

    /// `points` with the fixed ones' arrangement in the middle of the frame,
    /// shrunk if need be; labels below the shapes fit in.
    pub(super) fn fitted(&self, scene: &Scene, points: &[Point]) -> Drawing {
        let [width, height] = scene.frame;
        let widest = scene.bodies.iter().fold(0.0_f64, |widest, body| widest.max(body.width()));
        let room = (width - widest - 2.0 * MARGIN_PX).max(width / 4.0);
        let scale = (room / (self.high.x - self.low.x).max(1.0)).min(1.0);
        let middle = self.low.towards(self.high, 0.5);
        let mut drawing = Drawing::empty(points.len());
        drawing.unit = [self.unit * scale; 2];
        for (i, p) in points.iter().enumerate() {
            let mut center = Point::new(
                width / 2.0 + (p.x * self.unit - middle.x) * scale,
                height / 2.0 + (p.y * self.unit - middle.y) * scale,
            );
            if scene.bodies[i].fixed.is_none() {
                center = scene.held(i, center, LabelSide::Below);
            }
            drawing.put(&scene.bodies, i, center, LabelSide::Below);
        }
        drawing
    }
}
