//! Places that the author fixed: kept relative to each other.

use super::MARGIN_PX;
use super::geometry::{Point, extent};
use super::result::LabelSide;
use super::scene::{Drawing, Scene};

/// What the author means by the length of a relation, in pixels.
const UNIT_PX: f64 = 120.0;

/// The places that the author fixed, in units of a relation's length.
pub(super) struct Fixed {
    pub(super) is_any: bool,
    pub(super) places: Vec<Option<Point>>,
    /// Around them.
    low: Point,
    high: Point,
}

impl Fixed {
    pub(super) fn of(scene: &Scene) -> Self {
        let mut places = Vec::with_capacity(scene.count());
        let mut known = Vec::new();
        for body in &scene.bodies {
            let place = body.fixed.map(|p| Point::new(p.x / UNIT_PX, p.y / UNIT_PX));
            known.extend(place);
            places.push(place);
        }
        let (low, high) = extent(&known);
        Fixed { is_any: !known.is_empty(), places, low, high }
    }

    /// `points` with the fixed ones' arrangement in the middle of the frame,
    /// shrunk if need be; labels below the shapes fit in.
    pub(super) fn fitted(&self, scene: &Scene, points: &[Point]) -> Drawing {
        let [width, height] = scene.frame;
        let widest = scene.bodies.iter().fold(0.0_f64, |widest, body| widest.max(body.width()));
        let room = (width - widest - 2.0 * MARGIN_PX).max(width / 4.0);
        let unit = (room / (self.high.x - self.low.x).max(0.01)).min(UNIT_PX);
        let middle = self.low.towards(self.high, 0.5);
        let mut actors = Vec::with_capacity(points.len());
        for (i, p) in points.iter().enumerate() {
            let center = Point::new(
                width / 2.0 + (p.x - middle.x) * unit,
                height / 2.0 + (p.y - middle.y) * unit,
            );
            actors.push(match self.places[i] {
                Some(_) => scene.bodies[i].placed(center, LabelSide::Below),
                None => scene.held(i, center, LabelSide::Below),
            });
        }
        Drawing { actors, unit: [unit; 2] }
    }
}
