//! What boxes still overlap is moved apart, as little as possible; the
//! drawing grows downwards where there is no other way.

use super::GAP_PX;
use super::geometry::Point;
use super::scene::{Drawing, Placed, Scene};

/// Rounds of pushing pairs apart the shorter way. After that, one of them goes
/// down until it is free.
const ROUNDS: usize = 80;

/// Leaves no two boxes of different actors nearer than [`GAP_PX`].
///
/// It ends: once they only move down, the highest stays for good, then the
/// highest of the others, and so on.
pub(super) fn remove(scene: &Scene, drawing: &mut Drawing) {
    let mut round = 0;
    while push_apart(scene, drawing, round >= ROUNDS) {
        round += 1;
    }
}

/// One round over all pairs; whether there was anything to do.
fn push_apart(scene: &Scene, drawing: &mut Drawing, only_down: bool) -> bool {
    let mut moved = false;
    for i in 0..scene.count() {
        for j in 0..i {
            if !drawing.actors[i].bounds.is_near(&drawing.actors[j].bounds, GAP_PX) {
                continue;
            }
            let is_fixed = [i, j].map(|actor| scene.bodies[actor].fixed.is_some());
            let tops = [i, j].map(|actor| drawing.actors[actor].bounds.y);
            // `b` moves at least as much as `a`: fixed actors go before free
            // ones, higher ones before lower ones.
            let is_reverse = match is_fixed {
                [true, false] => false,
                [false, true] => true,
                _ => tops[1] < tops[0],
            };
            let (a, b) = if is_reverse { (j, i) } else { (i, j) };
            let push = conflict(&drawing.actors[a], &drawing.actors[b], only_down);
            let Some([dx, dy]) = push else { continue };
            moved = true;
            let share = if only_down || is_fixed[0] != is_fixed[1] { 1.0 } else { 0.5 };
            shift(scene, drawing, b, dx * share, dy * share);
            shift(scene, drawing, a, -dx * (1.0 - share), -dy * (1.0 - share));
        }
    }
    moved
}

/// How far `b` has to move to be free of `a`, the shorter way or down; `None`
/// when it is.
fn conflict(a: &Placed, b: &Placed, only_down: bool) -> Option<[f64; 2]> {
    let mut push = None;
    let mut most = 0.0;
    for p in [&a.shape, &a.label] {
        for q in [&b.shape, &b.label] {
            if !p.is_near(q, GAP_PX) {
                continue;
            }
            // A hair more, so that rounding does not leave them touching.
            let [across, down] = p.overlap(q).map(|inside| (inside + GAP_PX) * 1.01 + 0.01);
            let (dx, dy) = (q.middle().x - p.middle().x, q.middle().y - p.middle().y);
            let way = if only_down {
                [0.0, p.bottom() - q.y + GAP_PX + 0.01]
            } else if across < down {
                [if dx < 0.0 { -across } else { across }, 0.0]
            } else {
                [0.0, if dy < 0.0 { -down } else { down }]
            };
            let length = way[0].abs() + way[1].abs();
            if length > most {
                most = length;
                push = Some(way);
            }
        }
    }
    push
}

/// The height may grow, the width may not.
fn shift(scene: &Scene, drawing: &mut Drawing, i: usize, dx: f64, dy: f64) {
    let Placed { center, side, .. } = drawing.actors[i];
    let held = scene.held(i, Point::new(center.x + dx, center.y), side);
    let moved = Point::new(held.center.x, center.y + dy);
    drawing.actors[i] = scene.bodies[i].placed(moved, side);
}
