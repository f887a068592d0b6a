//! What hangs together, on its way to a drawing: pivots are chosen, a first
//! drawing is made from the distances to them, then everyone moves in turn to
//! where its neighbours and the pivots want it.

use super::super::geometry::Point;
use super::super::random::Random;
use super::graph::Graph;
use super::pivots::{Pivots, Weights};
use super::start;

/// How often everyone moves: more changes little.
const SWEEPS: usize = 7;

/// How far it has come.
enum Stage {
    Pivots,
    /// Who is to move next, of all sweeps.
    Sweeps(Weights, usize),
}

pub(super) struct Part {
    /// Their numbers in the whole.
    pub(super) nodes: Vec<u32>,
    pub(super) places: Vec<Point>,
    graph: Graph,
    pivots: Pivots,
    stage: Stage,
    random: Random,
}

impl Part {
    pub(super) fn new((nodes, graph): (Vec<u32>, Graph)) -> Self {
        Part {
            pivots: Pivots::new(nodes.len()),
            places: Vec::new(),
            random: Random::new(nodes.len() as u64),
            stage: Stage::Pivots,
            nodes,
            graph,
        }
    }

    /// Goes on for about as long as `work` distances take to look at, and takes
    /// off what it took; whether it has ended.
    pub(super) fn step(&mut self, work: &mut usize) -> bool {
        let count = self.nodes.len();
        while *work > 0 {
            let took = match &mut self.stage {
                Stage::Pivots if self.pivots.nodes.len() < self.pivots.wanted => {
                    self.pivots.add(&self.graph, &mut self.random);
                    6 * count
                }
                Stage::Pivots => {
                    self.places = start::places(&self.pivots, count, &mut self.random);
                    self.stage = Stage::Sweeps(self.pivots.weights(), 0);
                    start::work(count)
                }
                Stage::Sweeps(_, next) if *next == SWEEPS * count => return true,
                Stage::Sweeps(weights, next) => {
                    let node = *next % count;
                    *next += 1;
                    let neighbours = self.graph.neighbours(node);
                    self.places[node] =
                        wanted(&self.places, node, neighbours, &self.pivots, weights);
                    self.pivots.wanted + neighbours.len()
                }
            };
            *work = work.saturating_sub(took);
        }
        false
    }
}

/// The mean of where each neighbour and each pivot would have `node`: at its
/// distance from them, in the direction in which it is (Gansner, Koren, North
/// 2004, "Graph Drawing by Stress Majorization", one node at a time).
fn wanted(
    places: &[Point],
    node: usize,
    neighbours: &[u32],
    pivots: &Pivots,
    weights: &Weights,
) -> Point {
    let place = places[node];
    let (mut sum, mut total) = (Point::default(), 0.0);
    let mut add = |other: Point, distance: f64, weight: f64| {
        let way = place.minus(other);
        let length = way.dot(way).sqrt();
        let stretch = if length > 1e-9 { distance / length } else { 0.0 };
        sum = sum.plus(other.plus(way.times(stretch)).times(weight));
        total += weight;
    };
    for &neighbour in neighbours {
        add(places[neighbour as usize], 1.0, 1.0);
    }
    let row = &pivots.distances[node * pivots.wanted..][..pivots.wanted];
    for ((&distance, &pivot), &start) in row.iter().zip(&pivots.nodes).zip(&weights.starts) {
        // The neighbours have been seen.
        if distance > 1 {
            let weight = weights.of[start as usize + usize::from(distance)];
            add(places[pivot as usize], f64::from(distance), weight);
        }
    }
    if total > 0.0 { sum.times(1.0 / total) } else { place }
}
