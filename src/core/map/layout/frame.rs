//! How high the picture is, and how a drawing is stretched to fill it.

use super::MARGIN_PX;
use super::geometry::{Point, extent};
use super::scene::{Body, Drawing, Placed, Scene};

/// Pixels per relation at most, across and down: two actors don't stand at
/// the two ends of a wide screen.
const LONGEST_UNIT_PX: [f64; 2] = [210.0, 140.0];

/// How much longer a relation may be across than down, or the reverse, in a
/// frame that is not extreme.
const MOST_STRETCH: f64 = 1.9;

/// The height that suits the width and what has to be drawn, where rows below
/// have `taken` some already.
pub(super) fn height(bodies: &[Body], width: f64, taken: f64) -> f64 {
    let mut area = 0.0;
    for body in bodies {
        area += (body.width() + 16.0) * (body.height() + 16.0);
    }
    // Upright on a phone, lying on a desk.
    let wide = ((width - 330.0) / 670.0).clamp(0.0, 1.0);
    let whole = (width * (1.6 - 1.02 * wide)).min(620.0);
    let fitting = (whole - taken).max(0.88 * whole);
    let tight = area / (0.6 * width);
    let roomy = (area / (0.15 * width)).max(160.0);
    fitting.min(roomy).max(tight)
}

/// Stretches a drawing, across and down by themselves, so that it fills the
/// frame and stays inside, in its middle. That changes no crossing.
pub(super) fn fill(scene: &Scene, drawing: &mut Drawing) {
    let centers: Vec<Point> = drawing.actors.iter().map(|actor| actor.center).collect();
    let (low, high) = extent(&centers);
    let middle = low.towards(high, 0.5);
    let [width, height] = scene.frame;
    let most = MOST_STRETCH * (height / width / 2.0).max(1.0);
    let mut unit = LONGEST_UNIT_PX;
    for Placed { center, bounds, .. } in &drawing.actors {
        let reaches = [
            [center.x - middle.x, center.x - bounds.x, bounds.right() - center.x, width],
            [center.y - middle.y, center.y - bounds.y, bounds.bottom() - center.y, height],
        ];
        for (axis, [away, before, after, size]) in reaches.into_iter().enumerate() {
            let reach = if away > 0.0 { after } else { before };
            let room = (size / 2.0 - MARGIN_PX - reach).max(size / 10.0);
            let away = away.abs() / drawing.unit[axis];
            if away > 0.0 {
                unit[axis] = unit[axis].min(room / away);
            }
        }
    }
    unit[0] = unit[0].min(unit[1] * most);
    unit[1] = unit[1].min(unit[0] * most);
    for (i, actor) in drawing.actors.iter_mut().enumerate() {
        let stretched = Point::new(
            width / 2.0 + (actor.center.x - middle.x) * unit[0] / drawing.unit[0],
            height / 2.0 + (actor.center.y - middle.y) * unit[1] / drawing.unit[1],
        );
        *actor = scene.held(i, stretched, actor.side);
    }
    drawing.unit = unit;
}
