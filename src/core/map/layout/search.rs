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

/// A search on its way, in steps that are short even on a slow phone.
pub(super) struct Search {
    scene: Scene,
    random: Random,
    /// How many drawings are still to be improved.
    left: usize,
    /// How many rounds of climbing each of them takes, twice.
    rounds: usize,
    /// The steps that this one has taken.
    taken: usize,
    /// The actors in the order in which they were climbed with last.
    order: Vec<usize>,
    /// The best of its first drawings, before it is turned.
    upright: Drawing,
    /// The best of its turns, then what has become of it.
    drawing: (f64, Drawing),
    best: (f64, Drawing),
}

impl Search {
    pub(super) fn of(scene: Scene) -> Self {
        let things = (scene.count() + scene.links.len()) as f64;
        // A round takes the square of it: small scenes are worth more of them.
        let rounds = 4e5 / (things * things);
        Search {
            random: Random::new(scene.count() as u64),
            left: (rounds / 40.0).clamp(1.0, 4.0) as usize,
            rounds: rounds.clamp(4.0, 48.0) as usize / 2,
            taken: 0,
            order: Vec::new(),
            upright: Drawing::empty(),
            drawing: nothing_yet(),
            best: nothing_yet(),
            scene,
        }
    }

    /// Goes a step; gives the best drawing of several, without overlaps, at the end.
    pub(super) fn step(&mut self) -> Option<Drawing> {
        let scene = &self.scene;
        if self.left == 0 {
            let mut best = core::mem::replace(&mut self.best, nothing_yet()).1;
            overlap::remove(scene, &mut best);
            return Some(best);
        }
        let firsts = if scene.count() < 100 { 5 } else { 2 };
        let turned = self.taken.wrapping_sub(firsts);
        let climbed = turned.wrapping_sub(TURNS.len());
        self.taken += 1;
        if self.taken <= firsts {
            first(scene, &mut self.drawing, &mut self.random);
        } else if turned < TURNS.len() {
            if turned == 0 {
                self.upright = self.drawing.1.clone();
            }
            if !scene.is_fixed {
                turn(scene, &mut self.drawing, &self.upright, TURNS[turned]);
            }
        } else if climbed < 2 * self.rounds {
            let drawing = &mut self.drawing.1;
            let (mut round, mut share) = (climbed, 0.5);
            if climbed >= self.rounds {
                (round, share) = (climbed - self.rounds, 0.15);
                if round == 0 {
                    // What has moved inward leaves room at the border.
                    frame::fill(scene, drawing);
                }
            }
            if round == 0 {
                self.order = (0..scene.count()).collect();
            }
            let left = 1.0 - round as f64 / self.rounds as f64;
            self.random.shuffle(&mut self.order);
            climb::round(scene, drawing, &self.order, share * left * left, &mut self.random);
        } else {
            let drawing = core::mem::replace(&mut self.drawing, nothing_yet()).1;
            keep_better(scene, &mut self.best, drawing);
            self.left -= 1;
            self.taken = 0;
        }
        None
    }
}

fn nothing_yet() -> (f64, Drawing) {
    (f64::INFINITY, Drawing::empty())
}

#[inline(never)]
fn keep_better(scene: &Scene, best: &mut (f64, Drawing), drawing: Drawing) {
    let cost = cost::of_drawing(scene, &mut drawing.clone());
    if cost < best.0 {
        *best = (cost, drawing);
    }
}

/// A first drawing.
fn first(scene: &Scene, best: &mut (f64, Drawing), random: &mut Random) {
    let mut drawing = Drawing { actors: scene.actors.clone(), ..Drawing::empty() };
    for (p, actor) in stress::minimise(scene, random).iter().zip(&mut drawing.actors) {
        actor.put(*p, LabelSide::Below);
    }
    frame::fill(scene, &mut drawing);
    keep_better(scene, best, drawing);
}

/// Turned, it crosses as often, but fills the frame and the gaps otherwise.
fn turn(scene: &Scene, best: &mut (f64, Drawing), upright: &Drawing, (cos, sin): (f64, f64)) {
    let mut drawing = upright.clone();
    drawing.unit = Drawing::empty().unit;
    for actor in &mut drawing.actors {
        let Point { x, y } = actor.center();
        let p = Point::new(x / upright.unit.x, y / upright.unit.y);
        actor.put(Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos), LabelSide::Below);
    }
    frame::fill(scene, &mut drawing);
    keep_better(scene, best, drawing);
}
