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
    // The best so far, the best first.
    let mut kept: Vec<(f64, Drawing)> = Vec::new();
    for _ in 0..effort.starts {
        let points = stress::minimise(&scene.distances, &fixed.places, &mut random);
        let turns = if fixed.is_any() { &TURNS[..1] } else { &TURNS[..] };
        for &turn in turns {
            let mut drawing = if fixed.is_any() {
                fixed.fitted(scene, &points)
            } else {
                turned(scene, &points, turn)
            };
            let cost = cost::of_drawing(scene, &mut drawing);
            let place = kept.iter().position(|(other, _)| cost < *other).unwrap_or(kept.len());
            if place < effort.climbed {
                kept.insert(place, (cost, drawing));
                kept.truncate(effort.climbed);
            }
        }
    }
    let mut best = (f64::INFINITY, Drawing::empty(scene.count()));
    for (_, mut drawing) in kept {
        climb::climb(scene, &mut drawing, effort.rounds / 2 + 1, 0.5, &mut random);
        if !fixed.is_any() {
            // What has moved inward leaves room at the border.
            frame::fill(scene, &mut drawing);
        }
        climb::climb(scene, &mut drawing, effort.rounds / 2, 0.15, &mut random);
        let cost = cost::of_drawing(scene, &mut drawing.clone());
        if cost < best.0 {
            best = (cost, drawing);
        }
    }
    overlap::remove(scene, &mut best.1);
    best.1
}

/// `points` turned, and stretched to fill the frame.
fn turned(scene: &Scene, points: &[Point], [cos, sin]: [f64; 2]) -> Drawing {
    let mut drawing = Drawing::empty(points.len());
    for (i, p) in points.iter().enumerate() {
        let center = Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos);
        drawing.put(&scene.bodies, i, center, LabelSide::Below);
    }
    frame::fill(scene, &mut drawing);
    drawing
}
