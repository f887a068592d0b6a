//! How high the picture is, and how a drawing is stretched to fill it.

use super::MARGIN_PX;
use super::geometry::{Point, extent, greater, lesser};
use super::scene::{Drawing, Placed, Scene};
use super::stress::UNIT_PX;

/// Pixels per relation at most, across and down: two actors don't stand at
/// the two ends of a wide screen.
const LONGEST_UNIT_PX: Point = Point::new(210.0, 140.0);

/// How much longer a relation may be across than down, or the reverse, in a
/// frame that is not extreme.
const MOST_STRETCH: f64 = 1.5;

/// The height that suits the width and what has to be drawn, where rows below
/// have `taken` some already.
pub(super) fn height(actors: &[Placed], width: f64, taken: f64) -> f64 {
    let mut area = 0.0;
    for actor in actors {
        area += (actor.width() + 16.0) * (actor.shape.half.y * 2.0 + actor.label_height() + 16.0);
    }
    // Upright on a phone, lying on a desk.
    let wide = lesser(1.0, greater(0.0, (width - 330.0) / 670.0));
    let whole = lesser(620.0, width * (1.6 - 1.02 * wide));
    let fitting = greater(0.88 * whole, whole - taken);
    let tight = area / (0.6 * width);
    let roomy = greater(160.0, 4.0 * tight);
    greater(tight, lesser(fitting, roomy))
}

/// Stretches a drawing, across and down by themselves, so that it fills the
/// frame and stays inside, in its middle. That changes no crossing. Where places
/// are fixed, their arrangement counts, and it is at most shrunk, equally in
/// both directions.
pub(super) fn fill(scene: &Scene, drawing: &mut Drawing) {
    let mut centers = Vec::new();
    for actor in &drawing.actors {
        if actor.is_fixed == scene.is_fixed {
            centers.push(actor.center());
        }
    }
    let middle = extent(&centers).center;
    let frame = scene.frame;
    let from = drawing.unit;
    let mut unit = LONGEST_UNIT_PX;
    if scene.is_fixed {
        unit = Point::new(UNIT_PX, UNIT_PX);
    }
    for actor in &drawing.actors {
        if actor.is_fixed == scene.is_fixed {
            let (away, bounds) = (actor.center().minus(middle), &actor.bounds);
            let before = bounds.center.minus(actor.center());
            unit.x = lesser(unit.x, from.x * room(away.x, before.x, bounds.half.x, frame.x));
            unit.y = lesser(unit.y, from.y * room(away.y, before.y, bounds.half.y, frame.y));
        }
    }
    if scene.is_fixed {
        unit.y = unit.x;
    } else {
        let most = MOST_STRETCH * greater(1.0, frame.y / frame.x / 2.0);
        unit.x = lesser(unit.x, unit.y * most);
        unit.y = lesser(unit.y, unit.x * most);
    }
    for actor in &mut drawing.actors {
        let away = actor.center().minus(middle);
        let stretched = Point::new(away.x * unit.x / from.x, away.y * unit.y / from.y);
        scene.hold(actor, frame.times(0.5).plus(stretched));
    }
    drawing.unit = unit;
}

/// How many times as far from the middle as `away` an actor can be, which takes
/// `half` to either side of a place that is `off` its centre.
fn room(away: f64, off: f64, half: f64, frame: f64) -> f64 {
    let reach = half + if away > 0.0 { off } else { -off };
    greater(frame / 10.0, frame / 2.0 - MARGIN_PX - reach) / away.abs()
}
