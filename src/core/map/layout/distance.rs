//! How far apart actors ought to be, in relations from one to the other.

/// The ideal distance of every pair; 1 is the length of a relation.
pub(super) struct Distances {
    count: usize,
    hops: Vec<f64>,
}

impl Distances {
    pub(super) fn between(&self, a: usize, b: usize) -> f64 {
        self.hops[a * self.count + b]
    }

    /// The shortest paths between `neighbours.len()` nodes, each relation as
    /// long as its better connected end needs it: around a hub, many labels
    /// have to find room. Pairs without any path get a distance that keeps
    /// parts apart, yet side by side.
    pub(super) fn of(neighbours: &[Vec<usize>]) -> Self {
        let count = neighbours.len();
        let mut hops = vec![0.0; count * count];
        let mut longest = 0.0_f64;
        let mut queue = Vec::with_capacity(count);
        for source in 0..count {
            let row = &mut hops[source * count..(source + 1) * count];
            queue.clear();
            queue.push(source);
            let mut head = 0;
            while let Some(&at) = queue.get(head) {
                head += 1;
                for &next in &neighbours[at] {
                    // A shorter way may be found later: then it spreads anew.
                    let way = row[at] + length(neighbours[at].len().max(neighbours[next].len()));
                    if next != source && (row[next] == 0.0 || way < row[next] - 1e-9) {
                        row[next] = way;
                        queue.push(next);
                    }
                }
            }
            longest = row.iter().fold(longest, |longest, &way| longest.max(way));
        }
        let apart = 1.5 + longest / 2.0;
        for (i, hops) in hops.iter_mut().enumerate() {
            if *hops == 0.0 && i / count != i % count {
                *hops = apart;
            }
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
        let distances = Distances::of(&[vec![1], vec![0, 2], vec![1], vec![]]);
        assert_eq!(distances.between(0, 2), 2.0);
        assert_eq!(distances.between(2, 0), 2.0);
        assert_eq!(distances.between(1, 1), 0.0);
        assert_eq!(distances.between(0, 3), 2.5);
    }
}
