//! How hard a drawing is to read, as one number: crossings, relations that run
//! through actors and labels, boxes that collide, sharp angles, and stress.
//!
//! All of it is a sum over pairs of things, so that what an actor adds can be
//! computed without the rest: moving one costs a fraction of the whole.

use super::geometry::{Point, Rect, segments_cross, squared_distance_to_segment};
use super::result::LabelSide;
use super::scene::{Drawing, Placed, SIDES, Scene};

/// Two relations cross. The unit that the others are weighed against.
const CROSSING: f64 = 1.0;
/// A relation runs through the shape of someone it does not concern: reads as
/// if it ended there.
const THROUGH_SHAPE: f64 = 4.0;
/// A relation runs through a label.
const THROUGH_LABEL: f64 = 1.6;
/// Two boxes collide; more, the more they cover.
const COLLISION: f64 = 8.0;
/// Two boxes nearly touch.
const CROWDED: f64 = 0.5;
/// Two relations of one actor leave it in nearly the same direction.
const SHARP_ANGLE: f64 = 1.5;
/// There is no room for a relation's label at its middle.
const NO_ROOM: f64 = 0.7;
/// The stress of an actor that is off by its distances, on average.
const STRESS: f64 = 12.0;

/// Nearer than this, boxes look crowded.
const CROWDED_PX: f64 = 10.0;
/// Kept free between a shape and relations that pass.
const PASSING_PX: f64 = 6.0;

/// What a side adds by itself, in the order of [`SIDES`].
const SIDE_COST: [f64; 4] = [0.0, 0.15, 0.2, 0.25];

/// The cost of the whole; chooses sides for labels on the way.
pub(super) fn of_drawing(scene: &Scene, drawing: &mut Drawing) -> f64 {
    let mut sum = 0.0;
    // Each one against those before: every pair is counted once.
    for i in 0..scene.count() {
        let actor = of_actor(scene, drawing, i, i + 1, f64::INFINITY);
        sum += if actor.cost.is_finite() { actor.cost } else { 1e6 };
        drawing.actors[i] = scene.bodies[i].placed(drawing.actors[i].center, actor.side);
    }
    sum
}

/// What an actor costs with its label at the best side.
pub(super) struct ActorCost {
    pub(super) cost: f64,
    pub(super) side: LabelSide,
}

/// What actor `i` adds, where it is, to a drawing of the first `count` actors.
/// Gives up with infinity when it finds that it is more than `limit`.
pub(super) fn of_actor(
    scene: &Scene,
    drawing: &Drawing,
    i: usize,
    count: usize,
    limit: f64,
) -> ActorCost {
    let center = drawing.actors[i].center;
    let around = Around::of(scene, drawing, i, count);
    let mut best = ActorCost { cost: f64::INFINITY, side: drawing.actors[i].side };
    let place = of_place(scene, drawing, i, count, &around, limit);
    let mut limit = limit;
    for (side, by_itself) in SIDES.into_iter().zip(SIDE_COST) {
        if place + by_itself < limit {
            let label = scene.bodies[i].label_at(center, side);
            let cost = place + by_itself + of_label(scene, i, &around, &label);
            if cost < limit {
                limit = cost;
                best = ActorCost { cost, side };
            }
        }
    }
    best
}

/// What is near enough to an actor to be in the way of its boxes, whichever
/// side its label is at. Most of a drawing is not: it is looked at only once.
struct Around<'a> {
    actors: Vec<&'a Placed>,
    links: Vec<[Point; 2]>,
    /// Where labels of links would stand.
    link_labels: Vec<Rect>,
}

impl<'a> Around<'a> {
    fn of(scene: &Scene, drawing: &'a Drawing, i: usize, count: usize) -> Self {
        let zone = scene.bodies[i].zone(drawing.actors[i].center).grown(CROWDED_PX);
        let mut around = Around { actors: Vec::new(), links: Vec::new(), link_labels: Vec::new() };
        for (j, other) in drawing.actors[..count].iter().enumerate() {
            if j != i && zone.touches(&other.bounds) {
                around.actors.push(other);
            }
        }
        for link in &scene.links {
            let [a, b] = link.ends;
            if a < count && b < count {
                let ends = [drawing.actors[a].center, drawing.actors[b].center];
                if zone.may_meet(ends[0], ends[1]) {
                    around.links.push(ends);
                }
                if scene.keeps_room && zone.touches(&drawing.link_label(link)) {
                    around.link_labels.push(drawing.link_label(link));
                }
            }
        }
        around
    }
}

/// Stress, and all that has to do with the shape and the relations.
fn of_place(
    scene: &Scene,
    drawing: &Drawing,
    i: usize,
    count: usize,
    around: &Around<'_>,
    limit: f64,
) -> f64 {
    let &Placed { center, shape, .. } = &drawing.actors[i];
    if !scene.holds(i, &shape) {
        return f64::INFINITY;
    }
    let [unit_x, unit_y] = drawing.unit;
    let mut stress = 0.0;
    for (other, &ideal) in drawing.actors[..count].iter().zip(scene.distances.from(i)) {
        if ideal > 0.0 {
            let (dx, dy) = (other.center.x - center.x, other.center.y - center.y);
            let (dx, dy) = (dx / unit_x, dy / unit_y);
            let off = ((dx * dx + dy * dy).sqrt() - ideal) / ideal;
            stress += off * off;
        }
    }
    let mut cost = stress * STRESS / scene.count() as f64;
    for other in &around.actors {
        cost += of_boxes(&shape, &other.shape);
        cost += of_boxes(&shape, &other.label);
    }
    for &[p, q] in &around.links {
        // Its own links start and end in it.
        if p != center && q != center {
            cost += through_shape(&drawing.actors[i], p, q);
        }
    }
    for label in &around.link_labels {
        cost += no_room(label, &shape);
    }
    for (index, link) in scene.links.iter().enumerate() {
        let [a, b] = link.ends;
        if cost > limit {
            return f64::INFINITY;
        }
        if (a != i && b != i) || a >= count || b >= count {
            continue;
        }
        let end = if a == i { b } else { a };
        let to = drawing.actors[end].center;
        let label = drawing.link_label(link);
        for (j, other) in drawing.actors[..count].iter().enumerate() {
            if j == i {
                continue;
            }
            if scene.keeps_room && label.touches(&other.bounds) {
                cost += no_room(&label, &other.shape);
                cost += no_room(&label, &other.label);
            }
            if other.bounds.grown(PASSING_PX).may_meet(center, to) {
                if j != end {
                    cost += through_shape(other, center, to);
                }
                cost += through_label(&other.label, center, to);
            }
        }
        cost += of_link(scene, drawing, [i, end], index, count, &label);
    }
    cost
}

/// What the link from `i` to `end`, with its label, has to do with others.
fn of_link(
    scene: &Scene,
    drawing: &Drawing,
    [i, end]: [usize; 2],
    index: usize,
    count: usize,
    label: &Rect,
) -> f64 {
    let (p, q) = (drawing.actors[i].center, drawing.actors[end].center);
    let mut cost = 0.0;
    for (f, other) in scene.links.iter().enumerate() {
        let [c, d] = other.ends;
        let is_own = c == i || d == i;
        // Two links of the actor itself meet twice here.
        if c >= count || d >= count || f == index || (is_own && f < index) {
            continue;
        }
        let (r, s) = (drawing.actors[c].center, drawing.actors[d].center);
        if is_own {
            cost += sharp_angle(p, q, if c == i { s } else { r });
        } else if c == end || d == end {
            cost += sharp_angle(q, p, if c == end { s } else { r });
        } else if segments_cross(p, q, r, s) {
            cost += CROSSING;
        }
        if scene.keeps_room {
            cost += no_room(label, &drawing.link_label(other));
        }
    }
    cost
}

/// What a label of actor `i` in the box `label` adds.
fn of_label(scene: &Scene, i: usize, around: &Around<'_>, label: &Rect) -> f64 {
    if label.is_empty() {
        return 0.0;
    }
    if !scene.holds(i, label) {
        return f64::INFINITY;
    }
    let mut cost = 0.0;
    for other in &around.actors {
        cost += of_boxes(label, &other.label);
        cost += of_boxes(label, &other.shape);
    }
    for &[p, q] in &around.links {
        cost += through_label(label, p, q);
    }
    for other in &around.link_labels {
        cost += no_room(label, other);
    }
    cost
}

fn of_boxes(a: &Rect, b: &Rect) -> f64 {
    let [across, down] = a.overlap(b);
    if across < -CROWDED_PX || down < -CROWDED_PX || a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let into = across.min(down);
    if into > 0.0 { COLLISION * (1.0 + into / 10.0) } else { CROWDED * (1.0 + into / CROWDED_PX) }
}

fn no_room(label: &Rect, other: &Rect) -> f64 {
    let [across, down] = label.overlap(other);
    if across <= 0.0 || down <= 0.0 || label.is_empty() || other.is_empty() {
        return 0.0;
    }
    NO_ROOM * (0.3 + 0.7 * (across.min(down) / 12.0).min(1.0))
}

fn through_shape(actor: &Placed, p: Point, q: Point) -> f64 {
    let near = actor.shape.width / 2.0 + PASSING_PX;
    let squared = squared_distance_to_segment(actor.center, p, q);
    if squared >= near * near {
        return 0.0;
    }
    THROUGH_SHAPE * (1.25 - squared.sqrt() / near)
}

fn through_label(label: &Rect, p: Point, q: Point) -> f64 {
    let share = label.share_of_segment(p, q);
    if share == 0.0 {
        return 0.0;
    }
    THROUGH_LABEL * (0.5 + (share * p.distance(q) / 50.0).min(1.0))
}

/// For two links from `at`, to `p` and to `q`.
fn sharp_angle(at: Point, p: Point, q: Point) -> f64 {
    let (ux, uy, vx, vy) = (p.x - at.x, p.y - at.y, q.x - at.x, q.y - at.y);
    let along = ux * vx + uy * vy;
    if along <= 0.0 {
        return 0.0;
    }
    let lengths = (ux * ux + uy * uy) * (vx * vx + vy * vy);
    // Nothing at 26 degrees, all at 0.
    let squared_cosine = along * along / lengths;
    SHARP_ANGLE * ((squared_cosine - 0.81) / 0.19).max(0.0)
}
