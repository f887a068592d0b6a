//! Hill climbing: single actors are moved where that makes the drawing easier
//! to read (after Davidson, Harel 1996, "Drawing Graphs Nicely Using Simulated
//! Annealing", without the annealing: the start is good already).

use super::cost;
use super::geometry::{Point, greater};
use super::random::Random;
use super::scene::{Drawing, Scene};

/// Tried for each actor in each round, one of them near those that it is related to.
const TRIES: usize = 3;

/// Tries every actor, in this order, in a few other places as far away as `share`
/// of the frame.
#[inline(never)]
pub(super) fn round(
    scene: &Scene,
    drawing: &mut Drawing,
    order: &[usize],
    share: f64,
    random: &mut Random,
) {
    let reach = 3.0 + share * greater(scene.frame.x, scene.frame.y);
    for &i in order {
        settle(scene, drawing, i, reach, random);
    }
}

/// Moves actor `i` to the best of a few places around, if better.
fn settle(scene: &Scene, drawing: &mut Drawing, i: usize, reach: f64, random: &mut Random) {
    let count = scene.count();
    let from = drawing.actors[i].center();
    let (cost, side) = cost::of_actor(scene, drawing, i, count, f64::INFINITY);
    let mut best = (cost, from, side);
    for index in 0..if drawing.actors[i].is_fixed { 0 } else { TRIES } {
        let from = if index == 0 { amid_related(scene, drawing, i) } else { from };
        let center = from.plus(Point::new(random.signed(), random.signed()).times(reach));
        drawing.actors[i].put(center, best.2);
        let (cost, side) = cost::of_actor(scene, drawing, i, count, best.0);
        if cost < best.0 {
            best = (cost, center, side);
        }
    }
    drawing.actors[i].put(best.1, best.2);
}

/// The middle of those that actor `i` is related to.
fn amid_related(scene: &Scene, drawing: &Drawing, i: usize) -> Point {
    let (mut sum, mut count) = (Point::default(), 0.0);
    for link in &scene.links {
        if link.a == i || link.b == i {
            sum = sum.plus(drawing.actors[link.a + link.b - i].center());
            count += 1.0;
        }
    }
    // A fixed actor may have none, and is not moved.
    sum.times(1.0 / count)
}
