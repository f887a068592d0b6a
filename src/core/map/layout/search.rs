//! Several first drawings, the best of which are improved; the best is kept.

use super::fixed::Fixed;
use super::geometry::Point;
use super::random::Random;
use super::result::LabelSide;
use super::scene::{Drawing, Scene};
use super::{climb, cost, frame, overlap, stress};

/// Turns that a first drawing is tried in, as cosine and sine: six steps of
/// 30 degrees (another half turn changes nothing for the readability).
const TURNS: [[f64; 2]; 6] = [
    [1.0, 0.0],
    [0.866_025_403_784_438_6, 0.5],
    [0.5, 0.866_025_403_784_438_6],
    [0.0, 1.0],
    [-0.5, 0.866_025_403_784_438_6],
    [-0.866_025_403_784_438_6, 0.5],
];

/// The best drawing of several, without overlaps.
pub(super) fn draw(scene: &Scene) -> Drawing {
    let effort = climb::Effort::of(scene);
    let fixed = Fixed::of(scene);
    let mut random = Random::new(scene.count() as u64);
    let mut best = (f64::INFINITY, Drawing { actors: Vec::new(), unit: [1.0; 2] });
    for _ in 0..effort.climbed {
        let mut drawing = first(scene, &fixed, effort.starts, &mut random);
        climb::climb(scene, &mut drawing, effort.rounds / 2, 0.5, &mut random);
        if !fixed.is_any {
            // What has moved inward leaves room at the border.
            frame::fill(scene, &mut drawing);
        }
        climb::climb(scene, &mut drawing, effort.rounds / 2, 0.15, &mut random);
        keep_better(scene, &mut best, drawing);
    }
    overlap::remove(scene, &mut best.1);
    best.1
}

fn keep_better(scene: &Scene, best: &mut (f64, Drawing), drawing: Drawing) {
    let cost = cost::of_drawing(scene, &mut drawing.clone());
    if cost < best.0 {
        *best = (cost, drawing);
    }
}

/// The best of `starts` first drawings, each in several turns.
fn first(scene: &Scene, fixed: &Fixed, starts: usize, random: &mut Random) -> Drawing {
    let mut best = (f64::INFINITY, Drawing { actors: Vec::new(), unit: [1.0; 2] });
    for _ in 0..starts {
        let points = stress::minimise(&scene.distances, &fixed.places, random);
        if fixed.is_any {
            keep_better(scene, &mut best, fixed.fitted(scene, &points));
            continue;
        }
        for [cos, sin] in TURNS {
            let turned = |p: &Point| Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos);
            let actors = points.iter().zip(&scene.bodies);
            let mut drawing = Drawing {
                actors: actors.map(|(p, b)| b.placed(turned(p), LabelSide::Below)).collect(),
                unit: [1.0; 2],
            };
            frame::fill(scene, &mut drawing);
            keep_better(scene, &mut best, drawing);
        }
    }
    best.1
}
