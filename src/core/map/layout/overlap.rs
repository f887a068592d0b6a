//! What boxes still overlap is moved apart, as little as possible; the
//! drawing grows downwards where there is no other way.

use super::GAP_PX;
use super::geometry::{Area, Point};
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
            if drawing.actors[i].bounds.depth(&drawing.actors[j].bounds) <= -GAP_PX {
                continue;
            }
            let holds_i = drawing.actors[i].is_fixed;
            let holds_j = drawing.actors[j].is_fixed;
            // `b` moves at least as much as `a`: fixed actors go before free
            // ones, higher ones before lower ones.
            let top = |actor: usize| drawing.actors[actor].bounds.low().y;
            let is_reverse = if holds_i == holds_j { top(j) < top(i) } else { holds_j };
            let (a, b) = if is_reverse { (j, i) } else { (i, j) };
            let push = conflict(&drawing.actors[a], &drawing.actors[b], only_down);
            if push == Point::default() {
                continue;
            }
            moved = true;
            let share = if only_down || holds_i != holds_j { 1.0 } else { 0.5 };
            shift(scene, &mut drawing.actors[b], push.times(share));
            shift(scene, &mut drawing.actors[a], push.times(share - 1.0));
        }
    }
    moved
}

/// How far `b` has to move to be free of `a`, the shorter way or down.
fn conflict(a: &Placed, b: &Placed, only_down: bool) -> Point {
    let mut push = Point::default();
    free(&a.shape, &b.shape, only_down, &mut push);
    free(&a.shape, &b.label, only_down, &mut push);
    free(&a.label, &b.shape, only_down, &mut push);
    free(&a.label, &b.label, only_down, &mut push);
    push
}

/// Makes `push` as long as `q` has to move to be free of `p`.
#[inline(never)]
fn free(p: &Area, q: &Area, only_down: bool, push: &mut Point) {
    if p.depth(q) <= -GAP_PX {
        return;
    }
    let (inside, way) = (p.overlap(q), q.center.minus(p.center));
    // A hair more, so that rounding does not leave them touching.
    let hair = |inside: f64| (inside + GAP_PX) * 1.01 + 0.01;
    let mut way = Point::new(hair(inside.x).copysign(way.x), hair(inside.y).copysign(way.y));
    if only_down {
        way = Point::new(0.0, hair(p.high().y - q.low().y));
    } else if inside.x < inside.y {
        way.y = 0.0;
    } else {
        way.x = 0.0;
    }
    if way.dot(way) > push.dot(*push) {
        *push = way;
    }
}

/// The height may grow, the width may not.
#[inline(never)]
fn shift(scene: &Scene, actor: &mut Placed, by: Point) {
    let to = actor.center().plus(by);
    scene.hold(actor, to);
    actor.put(Point::new(actor.center().x, to.y), actor.side);
}
