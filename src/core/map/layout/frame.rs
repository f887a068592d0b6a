//! How high the picture is, how a first drawing is turned and fitted into it,
//! and which of several is kept.

use super::geometry::Point;
use super::random::Random;
use super::result::LabelSide;
use super::scene::{Body, Drawing, Scene};
use super::{MARGIN_PX, climb, cost, overlap, stress};

/// Pixels per relation at most, across and down: two actors don't stand at
/// the two ends of a wide screen.
const LONGEST_UNIT_PX: [f64; 2] = [230.0, 150.0];

/// How much longer a relation may be across than down, or the reverse.
const MOST_STRETCH: f64 = 1.8;

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

/// The height that suits the width and what has to be drawn.
pub(super) fn height(bodies: &[Body], width: f64) -> f64 {
    let mut area = 0.0;
    for body in bodies {
        area += (body.width() + 16.0) * (body.height() + 16.0);
    }
    // Upright on a phone, lying on a desk.
    let wide = ((width - 330.0) / 670.0).clamp(0.0, 1.0);
    let fitting = (width * (1.5 - 0.95 * wide)).min(620.0);
    let tight = area / (0.55 * width);
    let roomy = (area / (0.15 * width)).max(160.0);
    fitting.min(roomy).max(tight)
}

/// The best drawing of several.
pub(super) fn draw(scene: &Scene) -> Drawing {
    let count = scene.count();
    let effort = climb::Effort::of(scene);
    let fixed = Fixed::of(scene);
    let mut random = Random::new(count as u64);
    // The best so far, the best first.
    let mut kept: Vec<(f64, Drawing)> = Vec::new();
    for _ in 0..effort.starts {
        let points = stress::minimise(&scene.distances, &fixed.places, &mut random);
        let turns = if fixed.is_any() { &TURNS[..1] } else { &TURNS[..] };
        for &turn in turns {
            let mut drawing = if fixed.is_any() {
                fixed.fitted(scene, &points)
            } else {
                fitted(scene, &points, turn)
            };
            let cost = cost::of_drawing(scene, &mut drawing);
            let place = kept.iter().position(|(other, _)| cost < *other).unwrap_or(kept.len());
            if place < effort.climbed {
                kept.insert(place, (cost, drawing));
                kept.truncate(effort.climbed);
            }
        }
    }
    let mut best: Option<(f64, Drawing)> = None;
    for (_, mut drawing) in kept {
        climb::climb(scene, &mut drawing, effort.rounds, &mut random);
        let cost = cost::of_drawing(scene, &mut drawing.clone());
        if best.as_ref().is_none_or(|(other, _)| cost < *other) {
            best = Some((cost, drawing));
        }
    }
    let mut drawing = best.map(|(_, drawing)| drawing).unwrap_or(Drawing::empty(count));
    overlap::remove(scene, &mut drawing);
    drawing
}

/// Half of what a label below its shape takes at the borders of the frame.
fn inset(scene: &Scene) -> [f64; 2] {
    let (mut across, mut down) = (0.0_f64, 0.0_f64);
    for body in &scene.bodies {
        across = across.max(body.width() / 2.0);
        down = down.max(body.height() / 2.0);
    }
    [(across + MARGIN_PX).min(scene.frame[0] / 3.0), (down + MARGIN_PX).min(scene.frame[1] / 3.0)]
}

/// `points`, turned and stretched to fill the frame.
fn fitted(scene: &Scene, points: &[Point], [cos, sin]: [f64; 2]) -> Drawing {
    let turned: Vec<Point> =
        points.iter().map(|p| Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos)).collect();
    let (low, high) = extent(&turned);
    let [inset_x, inset_y] = inset(scene);
    let [width, height] = scene.frame;
    let unit = |room: f64, extent: f64, most: f64| (room / extent.max(0.01)).min(most);
    let mut across = unit(width - 2.0 * inset_x, high.x - low.x, LONGEST_UNIT_PX[0]);
    let mut down = unit(height - 2.0 * inset_y, high.y - low.y, LONGEST_UNIT_PX[1]);
    across = across.min(down * MOST_STRETCH);
    down = down.min(across * MOST_STRETCH);
    let middle = low.towards(high, 0.5);
    placed(
        scene,
        &turned,
        |p| {
            Point::new(
                width / 2.0 + (p.x - middle.x) * across,
                height / 2.0 + (p.y - middle.y) * down,
            )
        },
        [across, down],
    )
}

fn placed(
    scene: &Scene,
    points: &[Point],
    to_frame: impl Fn(Point) -> Point,
    unit: [f64; 2],
) -> Drawing {
    let mut drawing = Drawing::empty(points.len());
    drawing.unit = unit;
    for (i, &p) in points.iter().enumerate() {
        let mut center = to_frame(p);
        if scene.bodies[i].fixed.is_none() {
            center = scene.held(i, center, LabelSide::Below);
        }
        drawing.put(&scene.bodies, i, center, LabelSide::Below);
    }
    drawing
}

fn extent(points: &[Point]) -> (Point, Point) {
    let mut low = points.first().copied().unwrap_or_default();
    let mut high = low;
    for p in points {
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    }
    (low, high)
}

/// The places that the author fixed, in units of a relation's length.
struct Fixed {
    places: Vec<Option<Point>>,
    low: Point,
    high: Point,
    /// Pixels of the author per relation.
    unit: f64,
}

impl Fixed {
    fn of(scene: &Scene) -> Self {
        let mut known = Vec::new();
        for (i, body) in scene.bodies.iter().enumerate() {
            if let Some(place) = body.fixed {
                known.push((i, place));
            }
        }
        // What the author means by a relation's length follows from the pairs.
        let (mut sum, mut pairs) = (0.0, 0.0);
        for (at, &(i, p)) in known.iter().enumerate() {
            for &(j, q) in &known[..at] {
                sum += p.distance(q) / scene.distances.between(i, j);
                pairs += 1.0;
            }
        }
        let unit = if pairs > 0.0 { (sum / pairs).clamp(40.0, 240.0) } else { 1.0 };
        let places: Vec<Point> = known.iter().map(|&(_, place)| place).collect();
        let (low, high) = extent(&places);
        Fixed {
            places: scene
                .bodies
                .iter()
                .map(|body| body.fixed.map(|p| Point::new(p.x / unit, p.y / unit)))
                .collect(),
            low,
            high,
            unit,
        }
    }

    fn is_any(&self) -> bool {
        self.places.iter().any(Option::is_some)
    }

    /// `points` with the fixed ones' arrangement in the middle of the frame.
    fn fitted(&self, scene: &Scene, points: &[Point]) -> Drawing {
        let [width, height] = scene.frame;
        let room = width - 2.0 * inset(scene)[0];
        let scale = (room / (self.high.x - self.low.x).max(1.0)).min(1.0);
        let middle = self.low.towards(self.high, 0.5);
        placed(
            scene,
            points,
            |p| {
                Point::new(
                    width / 2.0 + (p.x * self.unit - middle.x) * scale,
                    height / 2.0 + (p.y * self.unit - middle.y) * scale,
                )
            },
            [self.unit * scale; 2],
        )
    }
}
