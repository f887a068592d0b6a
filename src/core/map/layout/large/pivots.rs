//! A few nodes that stand for all others: how far everyone is from them.

use super::super::random::Random;
use super::graph::{FAR, Graph};

/// How many there are at most. More cost time in proportion; the drawing hardly
/// gets better.
const MOST: usize = 50;

/// So many are chosen for being far from all others; then it is drawn by lot, as
/// those at the border say little of the middle.
const FARTHEST: usize = 10;

/// The chosen ones so far, and the distances to them.
pub(super) struct Pivots {
    /// How many there will be.
    pub(super) wanted: usize,
    /// The nodes.
    pub(super) nodes: Vec<u32>,
    /// From each node to every pivot, node by node.
    pub(super) distances: Vec<u16>,
    /// From each node to the nearest pivot, and which that is.
    nearest: Vec<(u16, u16)>,
    /// Distances to the newest pivot, and the nodes in their order.
    row: Vec<u16>,
    reached: Vec<u32>,
}

impl Pivots {
    pub(super) fn new(count: usize) -> Self {
        let wanted = count.min(MOST);
        Pivots {
            wanted,
            nodes: Vec::new(),
            distances: vec![0; count * wanted],
            nearest: vec![(FAR, 0); count],
            row: vec![0; count],
            reached: Vec::new(),
        }
    }

    /// Chooses one more. Whoever is a pivot is at 0 from the nearest one.
    pub(super) fn add(&mut self, graph: &Graph, random: &mut Random) {
        let index = self.nodes.len();
        let mut chosen = random.below(self.nearest.len());
        if index < FARTHEST || self.nearest[chosen].0 == 0 {
            for (node, near) in self.nearest.iter().enumerate() {
                if near.0 > self.nearest[chosen].0 {
                    chosen = node;
                }
            }
        }
        self.nodes.push(chosen as u32);
        graph.distances(chosen, &mut self.row, &mut self.reached);
        let rows = self.distances.chunks_exact_mut(self.wanted);
        for ((&distance, near), row) in self.row.iter().zip(&mut self.nearest).zip(rows) {
            row[index] = distance;
            if distance < near.0 {
                *near = (distance, index as u16);
            }
        }
    }

    /// What a distance to each pivot weighs, as the pivot stands for others
    /// (Ortmann, Klimenta, Brandes 2016, "A Sparse Stress Model", section 3.2):
    /// for those that are nearer to it than to other pivots, and at most half as
    /// far away as who looks at it.
    pub(super) fn weights(&self) -> Weights {
        let mut farthest = vec![0_u16; self.nodes.len()];
        for row in self.distances.chunks_exact(self.wanted) {
            for (far, &distance) in farthest.iter_mut().zip(row) {
                *far = (*far).max(distance);
            }
        }
        let mut weights = Weights { starts: Vec::new(), of: Vec::new() };
        for &far in &farthest {
            weights.starts.push(weights.of.len() as u32);
            weights.of.resize(weights.of.len() + usize::from(far) + 1, 0.0);
        }
        for &(distance, pivot) in &self.nearest {
            weights.of[weights.starts[usize::from(pivot)] as usize + usize::from(distance)] += 1.0;
        }
        for (&start, &far) in weights.starts.iter().zip(&farthest) {
            let own = &mut weights.of[start as usize..][..=usize::from(far)];
            let mut sum = 0.0;
            for count in own.iter_mut() {
                sum += *count;
                *count = sum;
            }
            // From the far end: what is written is not read again.
            for distance in (1..own.len()).rev() {
                own[distance] = own[distance / 2] / (distance * distance) as f64;
            }
        }
        weights
    }
}

/// By pivot and distance.
pub(super) struct Weights {
    pub(super) starts: Vec<u32>,
    pub(super) of: Vec<f64>,
}
