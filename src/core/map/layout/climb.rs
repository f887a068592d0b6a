//! Hill climbing: single actors are moved where that makes the drawing easier
//! to read (after Davidson, Harel 1996, "Drawing Graphs Nicely Using Simulated
//! Annealing", without the annealing: the start is good already).

use super::cost;
use super::geometry::Point;
use super::random::Random;
use super::scene::{Drawing, Scene};

/// Tried for each actor in each round.
const TRIES: usize = 3;

/// How much work a drawing is worth.
pub(super) struct Effort {
    /// How many drawings are climbed from.
    pub(super) climbed: usize,
    /// Among how many first drawings each of them is chosen.
    pub(super) starts: usize,
    /// How often every actor is tried.
    pub(super) rounds: usize,
}

impl Effort {
    /// Much for small scenes, where it is cheap; little for large ones.
    pub(super) fn of(scene: &Scene) -> Self {
        let (nodes, links) = (scene.count() as f64, scene.links.len() as f64);
        // Roughly what a round compares: all links with the actor and its
        // label, the actor's own links with all links and actors.
        let degree = 2.0 * links / nodes + 1.0;
        let work = nodes * TRIES as f64 * (4.0 * (nodes + links) + degree * (3.0 * nodes + links));
        // Room for labels about doubles it.
        let rounds = if scene.keeps_room { 5e6 } else { 6e6 } / work;
        let climbed = (rounds / 40.0).clamp(1.0, 4.0) as usize;
        Effort {
            climbed,
            starts: if nodes < 100.0 { 10 } else { 2 },
            rounds: rounds.clamp(4.0, 48.0) as usize,
        }
    }
}

/// Tries every actor in a few other places, `rounds` times: at first as far
/// away as `share` of the frame, then nearer and nearer.
pub(super) fn climb(
    scene: &Scene,
    drawing: &mut Drawing,
    rounds: usize,
    share: f64,
    random: &mut Random,
) {
    let count = scene.count();
    let [width, height] = scene.frame;
    let mut order: Vec<usize> = (0..count).collect();
    for round in 0..rounds {
        let left = 1.0 - round as f64 / rounds as f64;
        let reach = 3.0 + share * left * left * width.max(height);
        random.shuffle(&mut order);
        for &i in &order {
            settle(scene, drawing, i, reach, random);
        }
    }
}

/// Moves actor `i` to the best of a few places around, if better.
fn settle(scene: &Scene, drawing: &mut Drawing, i: usize, reach: f64, random: &mut Random) {
    let count = scene.count();
    let body = &scene.bodies[i];
    let from = drawing.actors[i].center;
    let here = cost::of_actor(scene, drawing, i, count, f64::INFINITY);
    let mut best = (here.cost, from, here.side);
    for _ in 0..if body.fixed.is_some() { 0 } else { TRIES } {
        let center = Point::new(from.x + random.signed() * reach, from.y + random.signed() * reach);
        drawing.actors[i] = body.placed(center, best.2);
        let there = cost::of_actor(scene, drawing, i, count, best.0);
        if there.cost < best.0 {
            best = (there.cost, center, there.side);
        }
    }
    drawing.actors[i] = body.placed(best.1, best.2);
}
