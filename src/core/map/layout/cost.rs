//! How hard a drawing is to read, as one number: crossings, relations that run
//! through actors and labels, boxes that collide, sharp angles, and stress.
//!
//! All of it is a sum over pairs of things, so that what an actor adds can be
//! computed without the rest: moving one costs a fraction of the whole.

use super::geometry::{Area, Point, greater, lesser, segments_cross, squared_distance_to_segment};
use super::result::LabelSide;
use super::scene::{Drawing, Placed, SIDES, Scene};

/// Two relations cross.
const CROSSING: f64 = 4.0;
/// A relation runs through the shape of someone it does not concern: reads as
/// if it ended there.
const THROUGH_SHAPE: f64 = 8.0;
/// A relation runs through a label.
const THROUGH_LABEL: f64 = 2.5;
/// Two boxes collide; more, the more they cover.
const COLLISION: f64 = 8.0;
/// Two boxes nearly touch.
const CROWDED: f64 = 0.5;
/// Two relations of one actor leave it in nearly the same direction.
const SHARP_ANGLE: f64 = 1.5;
/// What it weighs, compared to a collision, that a relation's label would
/// collide at its middle: it can slide.
const ROOM: f64 = 0.12;
/// The stress of an actor that is off by its distances, on average.
const STRESS: f64 = 120.0;

/// Nearer than this, boxes look crowded.
const CROWDED_PX: f64 = 10.0;
/// Kept free between a shape and relations that pass.
const PASSING_PX: f64 = 6.0;

/// The cost of the whole; chooses sides for labels on the way.
pub(super) fn of_drawing(scene: &Scene, drawing: &mut Drawing) -> f64 {
    let mut sum = 0.0;
    // Each one against those before: every pair is counted once.
    for i in 0..scene.count() {
        let (cost, side) = of_actor(scene, drawing, i, i + 1, f64::INFINITY);
        sum += lesser(1e6, cost);
        let center = drawing.actors[i].center();
        drawing.actors[i].put(center, side);
    }
    sum
}

/// What actor `i` adds, where it is, to a drawing of the first `count` actors,
/// with its label at the best side. Gives up with infinity when it finds that it
/// is more than `limit`.
#[inline(never)]
pub(super) fn of_actor(
    scene: &Scene,
    drawing: &Drawing,
    i: usize,
    count: usize,
    limit: f64,
) -> (f64, LabelSide) {
    let actor = &drawing.actors[i];
    let center = actor.center();
    let mut best = (f64::INFINITY, actor.side);
    if !is_inside(scene, actor, &actor.shape) {
        return best;
    }
    let reach = actor.label.half.times(2.0).plus(actor.shape.half);
    let mut around = Around {
        zone: Area { center, half: reach }.grown(CROWDED_PX),
        boxes: Vec::new(),
        lines: Vec::new(),
    };
    let mut stress = 0.0;
    // A drawing that is stretched to fill the frame is off by that.
    let unit = (drawing.unit.x * drawing.unit.y).sqrt();
    let mut ideals = scene.distances[i * scene.count()..].iter();
    for (j, other) in drawing.actors[..count].iter().enumerate() {
        let ideal = ideals.next().copied().unwrap_or_default();
        if j == i {
            continue;
        }
        let off = center.distance(other.center()) / unit / ideal - 1.0;
        stress += off * off;
        around.add(&other.shape, 1.0);
        around.add(&other.label, 1.0);
    }
    for link in &scene.links {
        if link.b < count {
            let (p, q, label) = drawing.line(link);
            if around.zone.may_meet(p, q) {
                around.lines.push((p, q));
            }
            around.add(&label, ROOM);
        }
    }

    let mut cost = stress * STRESS / scene.count() as f64 + around.of_box(&actor.shape);
    for &(p, q) in &around.lines {
        // Its own links start and end in it.
        if p != center && q != center {
            cost += through_shape(&actor.shape, p, q);
        }
    }
    for (index, link) in scene.links.iter().enumerate() {
        if cost > limit {
            return best;
        }
        if (link.a == i || link.b == i) && link.b < count {
            cost += of_link(scene, drawing, i, index, count);
        }
    }
    let mut limit = limit;
    for &(side, by_itself) in &SIDES {
        let label = actor.label_at(center, side);
        let mut cost = cost + by_itself;
        if cost < limit && is_inside(scene, actor, &label) {
            cost += around.of_box(&label);
            for &(p, q) in &around.lines {
                cost += through_label(&label, p, q);
            }
            if cost < limit {
                limit = cost;
                best = (cost, side);
            }
        }
    }
    best
}

fn is_inside(scene: &Scene, actor: &Placed, rect: &Area) -> bool {
    scene.inward(actor, rect) == Point::default()
}

/// What is near enough to an actor to be in the way of its boxes, whichever
/// side its label is at. Most of a drawing is not: it is looked at only once.
struct Around {
    zone: Area,
    /// With what they weigh: the room for a label of a link is less than a box.
    boxes: Vec<(Area, f64)>,
    lines: Vec<(Point, Point)>,
}

impl Around {
    #[inline(never)]
    fn add(&mut self, area: &Area, weight: f64) {
        if self.zone.depth(area) > 0.0 {
            self.boxes.push((*area, weight));
        }
    }

    #[inline(never)]
    fn of_box(&self, rect: &Area) -> f64 {
        let mut cost = 0.0;
        for (other, weight) in &self.boxes {
            cost += weight * of_boxes(rect, other);
        }
        cost
    }
}

/// What link `index`, of actor `i`, has to do with others.
fn of_link(scene: &Scene, drawing: &Drawing, i: usize, index: usize, count: usize) -> f64 {
    let link = &scene.links[index];
    let (a, b) = (link.a, link.b);
    let (p, q, label) = drawing.line(link);
    let has_label = label.half.x > 0.0;
    let mut cost = 0.0;
    for (j, other) in drawing.actors[..count].iter().enumerate() {
        if j == i {
            continue;
        }
        if has_label && label.depth(&other.bounds) > 0.0 {
            cost += ROOM * (of_boxes(&label, &other.shape) + of_boxes(&label, &other.label));
        }
        if other.bounds.grown(PASSING_PX).may_meet(p, q) {
            if j != a && j != b {
                cost += through_shape(&other.shape, p, q);
            }
            cost += through_label(&other.label, p, q);
        }
    }
    for (f, other) in scene.links.iter().enumerate() {
        let (c, d) = (other.a, other.b);
        // Two links of the actor itself meet twice here.
        if d >= count || f == index || (f < index && (c == i || d == i)) {
            continue;
        }
        let (r, s, other_label) = drawing.line(other);
        cost += if a == c {
            sharp_angle(p, q, s)
        } else if a == d {
            sharp_angle(p, q, r)
        } else if b == c {
            sharp_angle(q, p, s)
        } else if b == d {
            sharp_angle(q, p, r)
        } else if segments_cross(p, q, r, s) {
            CROSSING
        } else {
            0.0
        };
        if has_label {
            cost += ROOM * of_boxes(&label, &other_label);
        }
    }
    cost
}

#[inline(never)]
fn of_boxes(a: &Area, b: &Area) -> f64 {
    let into = a.depth(b);
    if into > 0.0 {
        COLLISION * (1.0 + into / 10.0)
    } else {
        CROWDED * greater(0.0, 1.0 + into / CROWDED_PX)
    }
}

#[inline(never)]
fn through_shape(shape: &Area, p: Point, q: Point) -> f64 {
    let near = shape.half.x + PASSING_PX;
    let squared = squared_distance_to_segment(shape.center, p, q);
    if squared >= near * near {
        return 0.0;
    }
    THROUGH_SHAPE * (1.25 - squared.sqrt() / near)
}

#[inline(never)]
fn through_label(label: &Area, p: Point, q: Point) -> f64 {
    let share = label.share_of_segment(p, q);
    if share == 0.0 {
        return 0.0;
    }
    THROUGH_LABEL * (0.5 + lesser(1.0, share * p.distance(q) / 50.0))
}

/// For two links from `at`, to `p` and to `q`.
#[inline(never)]
fn sharp_angle(at: Point, p: Point, q: Point) -> f64 {
    let (u, v) = (p.minus(at), q.minus(at));
    let along = u.dot(v);
    if along <= 0.0 {
        return 0.0;
    }
    // Nothing at 26 degrees, all at 0.
    let squared_cosine = along * along / (u.dot(u) * v.dot(v));
    SHARP_ANGLE * greater(0.0, (squared_cosine - 0.81) / 0.19)
}
