//! Stress minimisation by stochastic gradient descent (Zheng, Pawar, Goodman
//! 2019, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG 25(9)).

use super::geometry::{Point, greater, lesser};
use super::random::Random;
use super::scene::Scene;

/// One more than a power of two: the steps shrink by a constant factor, which
/// is then a matter of square roots alone.
const ROUNDS: usize = 33;

/// The step at the end, for the shortest distance (the paper's epsilon).
const LAST_STEP: f64 = 0.1;

/// What the author means by the length of a relation, in pixels.
pub(super) const UNIT_PX: f64 = 120.0;

/// A drawing in units of a relation's length. Fixed actors stay where they
/// are; the others start at random.
pub(super) fn minimise(scene: &Scene, random: &mut Random) -> Vec<Point> {
    let count = scene.count();
    let spread = (count as f64).sqrt();
    let mut points = Vec::new();
    let mut longest = 1.0;
    // Two indices in one number.
    let mut pairs = Vec::new();
    for (a, actor) in scene.actors.iter().enumerate() {
        points.push(if actor.is_fixed {
            actor.center().times(1.0 / UNIT_PX)
        } else {
            Point::new(random.signed(), random.signed()).times(spread)
        });
        for b in 0..a {
            longest = greater(longest, scene.distances[a * count + b]);
            pairs.push(a << 16 | b);
        }
    }

    // From the square of the longest distance (1 / w_min) down to epsilon.
    let mut step = longest * longest;
    let mut shrink = LAST_STEP / step;
    for _ in 0..(ROUNDS - 1).ilog2() {
        shrink = shrink.sqrt();
    }
    for _ in 0..ROUNDS {
        random.shuffle(&mut pairs);
        for pair in &pairs {
            let (a, b) = (pair >> 16, pair & 0xffff);
            let ideal = scene.distances[a * count + b];
            let (p, q) = (points[a], points[b]);
            let mut way = p.minus(q);
            let mut length = way.dot(way).sqrt();
            if length < 1e-9 {
                // Two nodes in one place have no direction to part in.
                way = Point::new(random.unit() + 0.5, random.signed()).times(1e-3);
                length = 1e-3;
            }
            let holds_a = scene.actors[a].is_fixed;
            let holds_b = scene.actors[b].is_fixed;
            let reach = lesser(1.0, step / (ideal * ideal));
            let share = if holds_a || holds_b { 1.0 } else { 0.5 };
            let pull = way.times(share * reach * (length - ideal) / length);
            if !holds_a {
                points[a] = p.minus(pull);
            }
            if !holds_b {
                points[b] = q.plus(pull);
            }
        }
        step *= shrink;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::super::request::NodeRequest;
    use super::super::scene::{Link, Placed};
    use super::*;

    fn path(fixed: &[Option<[f64; 2]>]) -> Vec<Point> {
        let node = |&fixed| NodeRequest { radius_px: 9.0, label_px: [40.0, 14.0], fixed };
        let actors = fixed.iter().map(node).map(|node| Placed::of(&node)).collect();
        let link = |i| Link { a: i - 1, b: i, label: Point::default() };
        let links: Vec<Link> = (1..fixed.len()).map(link).collect();
        minimise(&Scene::new(actors, links, 300.0, 0.0), &mut Random::new(1))
    }

    #[test]
    fn a_path_becomes_a_line_of_its_length() {
        let points = path(&[None; 4]);
        assert!((points[0].distance(points[3]) - 3.0).abs() < 0.05);
        assert!((points[1].distance(points[2]) - 1.0).abs() < 0.05);
    }

    #[test]
    fn fixed_nodes_stay() {
        let points = path(&[Some([600.0, 600.0]), None]);
        assert!(points[0].distance(Point::new(5.0, 5.0)) < 1e-9);
        assert!((points[1].distance(points[0]) - 1.0).abs() < 0.05);
    }
}
