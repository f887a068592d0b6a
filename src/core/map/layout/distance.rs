//! How far apart actors ought to be, in relations from one to the other.

use super::scene::Link;

/// The ideal distance of every pair; about 1 is the length of a relation.
pub(super) struct Distances {
    count: usize,
    hops: Vec<f64>,
}

impl Distances {
    /// From `i` to everyone.
    pub(super) fn from(&self, i: usize) -> &[f64] {
        &self.hops[i * self.count..(i + 1) * self.count]
    }

    /// The shortest paths between `count` actors, each relation as long as its
    /// better connected end needs it: around a hub, many labels have to find
    /// room. Pairs without any path get a distance that keeps parts apart, yet
    /// side by side.
    pub(super) fn of(count: usize, links: &[Link]) -> Self {
        let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); count];
        for &Link { ends: [a, b], .. } in links {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        let mut hops = vec![f64::INFINITY; count * count];
        let mut longest = 0.0_f64;
        let mut queue = Vec::with_capacity(count);
        for source in 0..count {
            let row = &mut hops[source * count..(source + 1) * count];
            row[source] = 0.0;
            queue.clear();
            queue.push(source);
            let mut head = 0;
            while let Some(&at) = queue.get(head) {
                head += 1;
                for &next in &neighbours[at] {
                    // A shorter way may be found later: then it spreads anew.
                    let way = row[at] + length(neighbours[at].len().max(neighbours[next].len()));
                    if way < row[next] - 1e-9 {
                        row[next] = way;
                        queue.push(next);
                    }
                }
            }
            for &way in &*row {
                if way.is_finite() {
                    longest = longest.max(way);
                }
            }
        }
        for hops in &mut hops {
            *hops = hops.min(1.5 + longest);
        }
        Distances { count, hops }
    }
}

/// The length of a relation whose better connected end has `degree` relations.
fn length(degree: usize) -> f64 {
    (0.85 + degree as f64 * 0.05).clamp(1.0, 1.8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_relations_and_keeps_parts_apart() {
        // 0 - 1 - 2, and 3 alone.
        let links = [[0, 1], [1, 2]].map(|ends| Link { ends, label: [0.0, 0.0] });
        let distances = Distances::of(4, &links);
        assert_eq!(distances.from(0), [0.0, 1.0, 2.0, 3.5]);
        assert_eq!(distances.from(3)[3], 0.0);
    }

    #[test]
    fn relations_of_a_hub_are_longer() {
        let links: Vec<Link> = (1..10).map(|i| Link { ends: [0, i], label: [0.0, 0.0] }).collect();
        assert!(Distances::of(10, &links).from(0)[1] > 1.2);
    }
}
