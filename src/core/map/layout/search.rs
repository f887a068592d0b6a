//! Several first drawings, the best of which are improved; the best is kept.

use super::geometry::Point;
use super::random::Random;
use super::result::LabelSide;
use super::scene::{Drawing, Scene};
use super::{climb, cost, frame, overlap, stress};

/// Turns that a first drawing is tried in, as cosine and sine: six steps of
/// 30 degrees (another half turn changes nothing for the readability).
const TURNS: [(f64, f64); 5] = [
    (0.866_025_403_784_438_6, 0.5),
    (0.5, 0.866_025_403_784_438_6),
    (0.0, 1.0),
    (-0.5, 0.866_025_403_784_438_6),
    (-0.866_025_403_784_438_6, 0.5),
];

/// The best drawing of several, without overlaps.
pub(super) fn draw(scene: &Scene) -> Drawing {
    let things = (scene.count() + scene.links.len()) as f64;
    // A round takes the square of it: small scenes are worth more of them.
    let rounds = 4e5 / (things * things);
    let climbed = (rounds / 40.0).clamp(1.0, 4.0) as usize;
    let rounds = rounds.clamp(4.0, 48.0) as usize / 2;
    let mut random = Random::new(scene.count() as u64);
    let mut best = (f64::INFINITY, Drawing::empty());
    for _ in 0..climbed {
        let mut drawing = first(scene, &mut random);
        climb::climb(scene, &mut drawing, rounds, 0.5, &mut random);
        // What has moved inward leaves room at the border.
        frame::fill(scene, &mut drawing);
        climb::climb(scene, &mut drawing, rounds, 0.15, &mut random);
        keep_better(scene, &mut best, drawing);
    }
    overlap::remove(scene, &mut best.1);
    best.1
}

#[inline(never)]
fn keep_better(scene: &Scene, best: &mut (f64, Drawing), drawing: Drawing) {
    let cost = cost::of_drawing(scene, &mut drawing.clone());
    if cost < best.0 {
        *best = (cost, drawing);
    }
}

/// The best of some first drawings, in the best of several turns.
fn first(scene: &Scene, random: &mut Random) -> Drawing {
    let mut best = (f64::INFINITY, Drawing::empty());
    for _ in 0..if scene.count() < 100 { 10 } else { 2 } {
        let mut drawing = Drawing { actors: scene.actors.clone(), ..Drawing::empty() };
        for (p, actor) in stress::minimise(scene, random).iter().zip(&mut drawing.actors) {
            actor.put(*p, LabelSide::Below);
        }
        frame::fill(scene, &mut drawing);
        keep_better(scene, &mut best, drawing);
    }
    // Turned, it crosses as often, but fills the frame and the gaps otherwise.
    let upright = best.1.clone();
    for &(cos, sin) in &TURNS {
        let mut drawing = upright.clone();
        drawing.unit = Drawing::empty().unit;
        for actor in &mut drawing.actors {
            let Point { x, y } = actor.center();
            let p = Point::new(x / upright.unit.x, y / upright.unit.y);
            actor.put(Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos), LabelSide::Below);
        }
        if !scene.is_fixed {
            frame::fill(scene, &mut drawing);
            keep_better(scene, &mut best, drawing);
        }
    }
    best.1
}
