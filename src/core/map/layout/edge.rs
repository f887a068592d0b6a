//! How relations run: straight where they can, bent where several join the
//! same two actors or where someone else is in the way, a loop from an actor
//! to itself.

use super::geometry::{Area, Point, extent, lesser, on_curve, segments_cross};
use super::request::EdgeRequest;
use super::result::PlacedEdge;
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

/// A curve as a line of segments.
pub(super) struct Path {
    points: [Point; SEGMENTS + 1],
    pub(super) bounds: Area,
}

impl Path {
    #[inline(never)]
    pub(super) fn of(edge: &PlacedEdge) -> Self {
        let mut points = [edge.start; SEGMENTS + 1];
        for (i, p) in points.iter_mut().enumerate() {
            *p = on_curve(edge.start, edge.control, edge.end, i as f64 / SEGMENTS as f64);
        }
        Path { points, bounds: extent(&points) }
    }

    /// 0 where it stays out of the box, else 1 and up to 1 more.
    #[inline(never)]
    pub(super) fn passes(&self, area: &Area) -> f64 {
        let mut inside = 0.0;
        if self.bounds.grown(0.1).depth(area) > 0.0 {
            for ends in self.points.windows(2) {
                inside += area.share_of_segment(ends[0], ends[1]);
            }
        }
        if inside > 0.0 { 1.0 + inside / SEGMENTS as f64 } else { 0.0 }
    }

    fn crosses(&self, p: Point, q: Point) -> bool {
        self.bounds.may_meet(p, q)
            && self.points.windows(2).any(|ends| segments_cross(ends[0], ends[1], p, q))
    }
}

/// The curves of all edges, without labels.
pub(super) fn route(edges: &[EdgeRequest], actors: &[Placed], width: f64) -> Vec<PlacedEdge> {
    let mut bends: Vec<usize> = Vec::new();
    let mut curves = Vec::new();
    for (index, edge) in edges.iter().enumerate() {
        let ends = edge.ends();
        // Relations of the same two actors keep beside each other.
        let (mut lane, mut lanes, mut bend) = (0, 0, 0);
        for (other, beside) in edges.iter().enumerate() {
            if beside.ends() == ends {
                lanes += 1;
                if other < index {
                    (lane, bend) = (lane + 1, bends[other]);
                }
            }
        }
        if ends.1 >= actors.len() {
            lanes = 0; // leads nowhere
        } else if lane == 0 {
            let mut best = f64::INFINITY;
            for (candidate, part) in BENDS.iter().enumerate() {
                let mut cost = 3.0 * part * part + part.abs();
                for lane in 0..lanes {
                    let curve = curve(actors, ends, candidate, lane, lanes);
                    cost += of_path(edges, actors, ends, &Path::of(&curve), width);
                }
                if cost < best {
                    (best, bend) = (cost, candidate);
                }
            }
        }
        let mut drawn = PlacedEdge::default();
        if lanes > 0 {
            drawn = curve(actors, ends, bend, lane, lanes);
        }
        if edge.from != ends.0 {
            (drawn.start, drawn.end) = (drawn.end, drawn.start);
        }
        bends.push(bend);
        curves.push(drawn);
    }
    curves
}

/// From rim to rim, as one of several `lanes` side by side.
#[inline(never)]
fn curve(
    actors: &[Placed],
    (a, b): (usize, usize),
    candidate: usize,
    lane: usize,
    lanes: usize,
) -> PlacedEdge {
    if a == b {
        return loop_curve(&actors[a], candidate + lane);
    }
    let (p, q) = (actors[a].center(), actors[b].center());
    let way = q.minus(p);
    // The middle of the curve is half as far off as its control point.
    let beside = lesser(0.35, 2.0 * BESIDE_PX / p.distance(q));
    let off = BENDS[candidate] + (lane as f64 - (lanes - 1) as f64 / 2.0) * beside;
    let control = p.towards(q, 0.5).plus(Point::new(way.y, -way.x).times(off));
    PlacedEdge {
        start: rim(&actors[a], control),
        control,
        end: rim(&actors[b], control),
        ..PlacedEdge::default()
    }
}

/// Where a relation that leads to `control` leaves an actor.
#[inline(never)]
pub(super) fn rim(actor: &Placed, control: Point) -> Point {
    let away = actor.center().distance(control);
    actor.center().towards(control, lesser(0.9, rim_px(actor) / away))
}

/// From an actor's middle to where relations end.
pub(super) fn rim_px(actor: &Placed) -> f64 {
    actor.shape.half.x + RIM_GAP_PX
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

fn loop_curve(actor: &Placed, direction: usize) -> PlacedEdge {
    let center = actor.center();
    let rim = actor.shape.half.x + RIM_GAP_PX;
    let [x, y] = DIRECTIONS[direction % DIRECTIONS.len()];
    let at = |along: f64, aside: f64| {
        Point::new(center.x + x * along - y * aside, center.y + y * along + x * aside)
    };
    // Sixty degrees to either side of the direction: two feet and one control
    // point make a leaf, and that is as round as it gets.
    let aside = rim * 0.866_025_403_784_438_6;
    PlacedEdge {
        start: at(rim / 2.0, aside),
        control: at(rim * 3.0 + 34.0, 0.0),
        end: at(rim / 2.0, -aside),
        ..PlacedEdge::default()
    }
}

/// How much is in the way of a relation between `ends`.
fn of_path(
    edges: &[EdgeRequest],
    actors: &[Placed],
    (a, b): (usize, usize),
    path: &Path,
    width: f64,
) -> f64 {
    let mut cost = 0.0;
    if path.bounds.low().x < 2.0 || path.bounds.high().x > width - 2.0 {
        cost += 100.0;
    }
    for (j, actor) in actors.iter().enumerate() {
        cost += 0.8 * path.passes(&actor.label);
        if j != a && j != b {
            cost += 2.0 * path.passes(&actor.shape.grown(4.0));
        }
    }
    if edges.len() > MOST_COMPARED {
        return cost;
    }
    // The others as if they were straight. Those that meet it at an actor
    // should meet it there only.
    for edge in edges {
        let (c, d) = edge.ends();
        let is_same = (c == a || c == b) && (d == a || d == b);
        if d < actors.len() && !is_same && path.crosses(actors[c].center(), actors[d].center()) {
            cost += 0.4;
        }
    }
    cost
}
