//! What boxes still overlap is moved apart, as little as possible; the
//! drawing grows downwards where there is no other way.

use super::GAP_PX;
use super::geometry::Rect;
use super::scene::{Drawing, Scene};

/// Rounds of pushing pairs apart before boxes are simply put one below the
/// other.
const ROUNDS: usize = 80;

/// Leaves no two boxes of different actors nearer than [`GAP_PX`].
pub(super) fn remove(scene: &Scene, drawing: &mut Drawing) {
    for _ in 0..ROUNDS {
        if !push_apart(scene, drawing) {
            return;
        }
    }
    stack(scene, drawing);
}

fn boxes(scene: &Scene, drawing: &Drawing, i: usize) -> [Rect; 2] {
    [scene.bodies[i].shape_at(drawing.centers[i]), drawing.labels[i]]
}

/// How far `j` has to move along the shorter way to be free of `i`; `None`
/// when it is.
fn conflict(scene: &Scene, drawing: &Drawing, i: usize, j: usize) -> Option<[f64; 2]> {
    let mut worst: Option<[f64; 2]> = None;
    let mut depth = 0.0;
    for a in boxes(scene, drawing, i) {
        for b in boxes(scene, drawing, j) {
            if !a.is_near(&b, GAP_PX) {
                continue;
            }
            let [across, down] = a.overlap(&b);
            let (across, down) = (across + GAP_PX, down + GAP_PX);
            let sign = |forward: bool| if forward { 1.0 } else { -1.0 };
            if across.min(down) > depth {
                depth = across.min(down);
                worst = Some(if across < down {
                    [across * sign(b.x + b.width / 2.0 >= a.x + a.width / 2.0), 0.0]
                } else {
                    [0.0, down * sign(b.y + b.height / 2.0 >= a.y + a.height / 2.0)]
                });
            }
        }
    }
    worst
}

/// One round over all pairs; whether there was anything to do.
fn push_apart(scene: &Scene, drawing: &mut Drawing) -> bool {
    let mut moved = false;
    for i in 0..scene.count() {
        for j in 0..i {
            let Some([dx, dy]) = conflict(scene, drawing, i, j) else { continue };
            moved = true;
            let (share_i, share_j) = match (is_fixed(scene, i), is_fixed(scene, j)) {
                (true, false) => (0.0, 1.0),
                (false, true) => (1.0, 0.0),
                _ => (0.5, 0.5),
            };
            // A hair more, so that rounding does not leave them touching.
            shift(scene, drawing, j, dx * share_j * 1.01, dy * share_j * 1.01);
            shift(scene, drawing, i, -dx * share_i * 1.01, -dy * share_i * 1.01);
        }
    }
    moved
}

fn is_fixed(scene: &Scene, i: usize) -> bool {
    scene.bodies[i].fixed.is_some()
}

fn shift(scene: &Scene, drawing: &mut Drawing, i: usize, dx: f64, dy: f64) {
    let mut center = drawing.centers[i];
    center.x += dx;
    center.y += dy;
    let side = drawing.sides[i];
    let held = scene.held(i, center, side);
    // The height may grow, the width may not.
    center.x = held.x;
    drawing.put(&scene.bodies, i, center, side);
}

/// Moves actors down, the fixed ones first and then from above, until each is
/// free of those before it. Ends for certain: below everything is always free.
fn stack(scene: &Scene, drawing: &mut Drawing) {
    let mut order: Vec<usize> = Vec::with_capacity(scene.count());
    let top = |drawing: &Drawing, i: usize| {
        let [shape, label] = boxes(scene, drawing, i);
        (!is_fixed(scene, i), shape.y.min(label.y))
    };
    for i in 0..scene.count() {
        let key = top(drawing, i);
        let place = order.iter().position(|&j| key < top(drawing, j)).unwrap_or(order.len());
        order.insert(place, i);
    }
    for (placed, &i) in order.iter().enumerate() {
        while let Some(down) = obstacle(scene, drawing, i, &order[..placed]) {
            shift(scene, drawing, i, 0.0, down);
        }
    }
}

/// How far down `i` has to go to pass the first of `placed` in its way.
fn obstacle(scene: &Scene, drawing: &Drawing, i: usize, placed: &[usize]) -> Option<f64> {
    for &j in placed {
        for a in boxes(scene, drawing, i) {
            for b in boxes(scene, drawing, j) {
                if a.is_near(&b, GAP_PX) {
                    return Some(b.bottom() - a.y + GAP_PX + 0.01);
                }
            }
        }
    }
    None
}
