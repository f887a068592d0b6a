//! How relations run: straight where they can, bent where several join the
//! same two actors or where someone else is in the way, a loop from an actor
//! to itself.

use super::geometry::{Point, Rect, extent, on_curve, segments_cross};
use super::request::LayoutRequest;
use super::scene::Placed;

/// Between a shape and the end of a relation: room for the outline.
const RIM_GAP_PX: f64 = 2.0;

/// Between two relations of the same two actors, at the middle.
const BESIDE_PX: f64 = 22.0;

/// Bends to try, as the control point's distance from the straight line in
/// parts of its length.
const BENDS: [f64; 9] = [0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36, 0.5, -0.5];

/// Segments that a curve is checked in.
const SEGMENTS: usize = 10;

/// With more relations than this, crossings are not looked at: that takes the
/// square of their number.
const MOST_COMPARED: usize = 150;

/// A quadratic Bézier curve.
#[derive(Clone, Copy, Default)]
pub(super) struct Curve {
    pub(super) start: Point,
    pub(super) control: Point,
    pub(super) end: Point,
}

impl Curve {
    pub(super) fn at(&self, t: f64) -> Point {
        on_curve(self.start, self.control, self.end, t)
    }

    /// Points along it, the ends included.
    pub(super) fn points(&self) -> [Point; SEGMENTS + 1] {
        let mut points = [self.start; SEGMENTS + 1];
        for (i, p) in points.iter_mut().enumerate() {
            *p = self.at(i as f64 / SEGMENTS as f64);
        }
        points
    }

    pub(super) fn map(&self, moved: impl Fn(Point) -> Point) -> Curve {
        Curve { start: moved(self.start), control: moved(self.control), end: moved(self.end) }
    }
}

/// The curves of all edges, in the order of the request.
pub(super) fn route(request: &LayoutRequest, actors: &[Placed], width: f64) -> Vec<Curve> {
    let count = actors.len();
    let edges = &request.edges;
    let mut curves = vec![Curve::default(); edges.len()];
    for (index, edge) in edges.iter().enumerate() {
        if edge.from >= count || edge.to >= count {
            continue;
        }
        let pair = [edge.from.min(edge.to), edge.from.max(edge.to)];
        let is_same = |other: &usize| {
            let other = &edges[*other];
            [other.from.min(other.to), other.from.max(other.to)] == pair
        };
        if (0..index).any(|other| is_same(&other)) {
            continue; // went with the first of its bundle
        }
        let bundle: Vec<usize> = (index..edges.len()).filter(is_same).collect();
        let mut best = f64::INFINITY;
        let mut best_curves = Vec::new();
        for (candidate, &bend) in BENDS.iter().enumerate() {
            let mut cost = 0.0;
            let mut drawn = Vec::with_capacity(bundle.len());
            for place in 0..bundle.len() {
                let curve = if pair[0] == pair[1] {
                    loop_curve(actors, pair[0], candidate + place)
                } else {
                    let lane = place as f64 - (bundle.len() - 1) as f64 / 2.0;
                    bent(actors, pair, bend, lane)
                };
                cost += of_curve(actors, pair, &curve, width);
                if edges.len() <= MOST_COMPARED {
                    cost += 0.4 * crossings(request, actors, pair, &curve);
                }
                drawn.push(curve);
            }
            if pair[0] != pair[1] {
                cost += 3.0 * bend * bend + bend.abs();
            }
            if cost < best {
                best = cost;
                best_curves = drawn;
            }
        }
        for (&at, mut curve) in bundle.iter().zip(best_curves) {
            if edges[at].from != pair[0] {
                (curve.start, curve.end) = (curve.end, curve.start);
            }
            curves[at] = curve;
        }
    }
    curves
}

/// From rim to rim; `lane` counts from the middle of a bundle.
fn bent(actors: &[Placed], [a, b]: [usize; 2], bend: f64, lane: f64) -> Curve {
    let (p, q) = (actors[a].center, actors[b].center);
    let length = p.distance(q).max(1e-6);
    // The middle of the curve is half as far off as its control point.
    let beside = (2.0 * BESIDE_PX).min(length * 0.35);
    let off = bend * length + lane * beside;
    let across = Point::new((q.y - p.y) / length, (p.x - q.x) / length);
    let middle = p.towards(q, 0.5);
    let control = Point::new(middle.x + across.x * off, middle.y + across.y * off);
    let rim = |actor: &Placed| {
        let away = actor.center.distance(control).max(1e-6);
        let radius = actor.shape.width / 2.0 + RIM_GAP_PX;
        actor.center.towards(control, (radius / away).min(0.9))
    };
    Curve { start: rim(&actors[a]), control, end: rim(&actors[b]) }
}

/// Eight directions that a loop can leave in.
const DIRECTIONS: [[f64; 2]; 8] = [
    [0.0, -1.0],
    [0.707_106_781_186_547_5, -0.707_106_781_186_547_5],
    [-0.707_106_781_186_547_5, -0.707_106_781_186_547_5],
    [1.0, 0.0],
    [-1.0, 0.0],
    [0.707_106_781_186_547_5, 0.707_106_781_186_547_5],
    [-0.707_106_781_186_547_5, 0.707_106_781_186_547_5],
    [0.0, 1.0],
];

fn loop_curve(actors: &[Placed], i: usize, direction: usize) -> Curve {
    let center = actors[i].center;
    let rim = actors[i].shape.width / 2.0 + RIM_GAP_PX;
    let [x, y] = DIRECTIONS[direction % DIRECTIONS.len()];
    // Sixty degrees to either side of the direction: two feet and one control
    // point make a leaf, and that is as round as it gets.
    let foot = |side: f64| {
        Point::new(
            center.x + rim * (0.5 * x - side * 0.866_025_403_784_438_6 * y),
            center.y + rim * (0.5 * y + side * 0.866_025_403_784_438_6 * x),
        )
    };
    let tip = rim * 3.0 + 34.0;
    Curve {
        start: foot(1.0),
        control: Point::new(center.x + x * tip, center.y + y * tip),
        end: foot(-1.0),
    }
}

/// How much is in the way of a curve.
fn of_curve(actors: &[Placed], pair: [usize; 2], curve: &Curve, width: f64) -> f64 {
    let points = curve.points();
    let mut cost = 0.0;
    let (low, high) = extent(&points);
    if low.x < 2.0 || high.x > width - 2.0 {
        cost += 100.0;
    }
    let around = Rect { x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y };
    for (j, actor) in actors.iter().enumerate() {
        let label = actor.label;
        if !label.is_empty() && around.touches(&label.grown(1.0)) {
            cost += 0.8 * passes(&label.grown(1.0), &points);
        }
        let shape = actor.shape.grown(4.0);
        if !pair.contains(&j) && around.touches(&shape) {
            cost += 2.0 * passes(&shape, &points);
        }
    }
    cost
}

/// How many other relations a curve crosses, if these were straight; those
/// that meet it at an actor should meet it there only.
fn crossings(request: &LayoutRequest, actors: &[Placed], pair: [usize; 2], curve: &Curve) -> f64 {
    let points = curve.points();
    let (low, high) = extent(&points);
    let around = Rect { x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y };
    let mut count = 0.0;
    for edge in &request.edges {
        if edge.from.max(edge.to) >= actors.len()
            || (pair.contains(&edge.from) && pair.contains(&edge.to))
        {
            continue;
        }
        let (p, q) = (actors[edge.from].center, actors[edge.to].center);
        if around.may_meet(p, q)
            && points.windows(2).any(|ends| segments_cross(ends[0], ends[1], p, q))
        {
            count += 1.0;
        }
    }
    count
}

/// 0 where the line stays out of the box, else 1 and up to 1 more.
fn passes(rect: &Rect, points: &[Point]) -> f64 {
    let mut inside = 0.0;
    for ends in points.windows(2) {
        inside += rect.share_of_segment(ends[0], ends[1]);
    }
    if inside > 0.0 { 1.0 + inside / SEGMENTS as f64 } else { 0.0 }
}
