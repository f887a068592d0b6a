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

    /// The shortest paths between `neighbours.len()` nodes. Pairs without any
    /// path get a distance that keeps parts apart, yet side by side.
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
                    if next != source && row[next] == 0.0 {
                        row[next] = row[at] + 1.0;
                        longest = longest.max(row[next]);
                        queue.push(next);
                    }
                }
            }
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
