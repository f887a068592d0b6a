//! How far apart actors ought to be, in relations from one to the other.

use super::geometry::{greater, lesser};
use super::scene::Link;

/// The shortest paths between `count` actors as a square table, each relation
/// as long as its better connected end needs it: around a hub, many labels have
/// to find room. Pairs without any path get a distance that keeps parts apart,
/// yet side by side. About 1 is the length of a relation.
pub(super) fn between(count: usize, links: &[Link]) -> Vec<f64> {
    let mut degrees = vec![0.0; count];
    for link in links {
        degrees[link.a] += 1.0;
        degrees[link.b] += 1.0;
    }
    let mut ways = vec![f64::INFINITY; count * count];
    let mut longest = 0.0;
    for (source, row) in ways.chunks_exact_mut(count.max(1)).enumerate() {
        row[source] = 0.0;
        // A shorter way that is found spreads, until there is none.
        let mut spreads = true;
        while spreads {
            spreads = false;
            for &Link { a, b, .. } in links {
                let length = length(greater(degrees[a], degrees[b]));
                // At most one of the two is nearer by more than that.
                let (near, far) = if row[a] < row[b] { (a, b) } else { (b, a) };
                let way = row[near] + length;
                if way < row[far] - 1e-9 {
                    row[far] = way;
                    spreads = true;
                }
            }
        }
        for &way in &*row {
            if way < f64::INFINITY {
                longest = greater(longest, way);
            }
        }
    }
    for way in &mut ways {
        *way = lesser(1.5 + longest, *way);
    }
    ways
}

/// The length of a relation whose better connected end has `degree` relations.
fn length(degree: f64) -> f64 {
    lesser(1.8, greater(1.0, 0.5 + degree * 0.05))
}

#[cfg(test)]
mod tests {
    use super::super::geometry::Point;
    use super::*;

    #[test]
    fn counts_relations_and_keeps_parts_apart() {
        // 0 - 1 - 2, and 3 alone.
        let links = [[0, 1], [1, 2]].map(|[a, b]| Link { a, b, label: Point::default() });
        let distances = between(4, &links);
        assert_eq!(distances[..4], [0.0, 1.0, 2.0, 3.5]);
        assert_eq!(distances[15], 0.0);
    }

    #[test]
    fn relations_of_a_hub_are_longer() {
        let links: Vec<Link> = (1..16).map(|b| Link { a: 0, b, label: Point::default() }).collect();
        assert!(between(16, &links)[1] > 1.2);
    }
}
