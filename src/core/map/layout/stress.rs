//! Stress minimisation by stochastic gradient descent (Zheng, Pawar, Goodman
//! 2019, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG 25(9)).

use super::distance::Distances;
use super::geometry::Point;
use super::random::Random;

/// One more than a power of two: the steps shrink by a constant factor, which
/// is then a matter of square roots alone.
const ROUNDS: usize = 33;

/// The step at the end, for the shortest distance (the paper's epsilon).
const LAST_STEP: f64 = 0.1;

/// A drawing in units of a relation's length. `fixed` nodes stay where they
/// are; the others start at random.
pub(super) fn minimise(
    distances: &Distances,
    fixed: &[Option<Point>],
    random: &mut Random,
) -> Vec<Point> {
    let count = fixed.len();
    let spread = (count as f64).sqrt();
    let mut points: Vec<Point> = fixed
        .iter()
        .map(|place| {
            let anywhere = Point::new(random.signed() * spread, random.signed() * spread);
            place.unwrap_or(anywhere)
        })
        .collect();

    let mut longest = 1.0_f64;
    let mut pairs = Vec::with_capacity(count * count / 2);
    for a in 0..count {
        for (b, &ideal) in distances.from(a)[..a].iter().enumerate() {
            longest = longest.max(ideal);
            pairs.push((a as u32, b as u32));
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
        for &(a, b) in &pairs {
            let (a, b) = (a as usize, b as usize);
            let ideal = distances.from(a)[b];
            let (p, q) = (points[a], points[b]);
            let (mut dx, mut dy) = (p.x - q.x, p.y - q.y);
            let mut length = (dx * dx + dy * dy).sqrt();
            if length < 1e-9 {
                // Two nodes in one place have no direction to part in.
                (dx, dy, length) = (1e-3 * (random.unit() + 0.5), 1e-3 * random.signed(), 1e-3);
            }
            let reach = (step / (ideal * ideal)).min(1.0);
            let pull = reach * (length - ideal) / length;
            let (for_a, for_b) = match (fixed[a].is_some(), fixed[b].is_some()) {
                (true, true) => continue,
                (true, false) => (0.0, pull),
                (false, true) => (pull, 0.0),
                (false, false) => (pull / 2.0, pull / 2.0),
            };
            points[a] = Point::new(p.x - dx * for_a, p.y - dy * for_a);
            points[b] = Point::new(q.x + dx * for_b, q.y + dy * for_b);
        }
        step *= shrink;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::super::scene::Link;
    use super::*;

    fn path(count: usize) -> Distances {
        let links: Vec<Link> =
            (1..count).map(|i| Link { ends: [i - 1, i], label: [0.0, 0.0] }).collect();
        Distances::of(count, &links)
    }

    #[test]
    fn a_path_becomes_a_line_of_its_length() {
        let points = minimise(&path(4), &[None; 4], &mut Random::new(1));
        assert!((points[0].distance(points[3]) - 3.0).abs() < 0.05);
        assert!((points[1].distance(points[2]) - 1.0).abs() < 0.05);
    }

    #[test]
    fn fixed_nodes_stay() {
        let place = Point::new(5.0, 5.0);
        let points = minimise(&path(2), &[Some(place), None], &mut Random::new(1));
        assert_eq!(points[0], place);
        assert!((points[1].distance(place) - 1.0).abs() < 0.05);
    }
}
