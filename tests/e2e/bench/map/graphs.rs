//! The graphs that are laid out: seeded ones, and real ones from packages of npm.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Half the width of an actor's shape, in pixels.
pub(crate) const RADIUS_PX: f64 = 9.0;

/// Actors, with the size of their labels, and relations.
pub(crate) struct Graph {
    /// Width and height, in pixels.
    pub(crate) labels: Vec<[f64; 2]>,
    /// The two ends of each relation; no two relations have the same.
    pub(crate) edges: Vec<[usize; 2]>,
}

/// A linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }
}

impl Graph {
    /// A connected graph of clusters of ten. Each actor is related to an earlier
    /// one of its cluster, the first of a cluster to anyone before; six of ten
    /// have a second relation, four of five of these inside of their cluster.
    pub(crate) fn clustered(count: usize, seed: u64) -> Self {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut pairs = Pairs::default();
        for i in 1..count {
            let first = i / 10 * 10;
            let other = if i > first { first + random.below(i - first) } else { random.below(i) };
            pairs.add(i, other);
            if random.below(10) < 6 {
                let last = (first + 10).min(count);
                let is_inside = random.below(10) < 8;
                let other = if is_inside {
                    first + random.below(last - first)
                } else {
                    random.below(count)
                };
                pairs.add(i, other);
            }
        }
        Graph::new(count, pairs.edges, &mut random)
    }

    /// With labels as names have them: of one line or, one in three, of two.
    fn new(count: usize, edges: Vec<[usize; 2]>, random: &mut Random) -> Self {
        let mut label = |_| match random.below(3) {
            0 => [90.0 + random.below(20) as f64, 30.0],
            _ => [35.0 + random.below(65) as f64, 15.0],
        };
        Graph { labels: (0..count).map(&mut label).collect(), edges }
    }

    pub(crate) fn count(&self) -> usize {
        self.labels.len()
    }

    /// As the page takes it.
    pub(crate) fn json(&self) -> Value {
        let node = |label: &[f64; 2]| json!([RADIUS_PX, label[0], label[1]]);
        let edge = |ends: &[usize; 2]| json!([ends[0], ends[1], 60, 13]);
        json!({
            "nodes": self.labels.iter().map(node).collect::<Vec<_>>(),
            "edges": self.edges.iter().map(edge).collect::<Vec<_>>(),
        })
    }

    /// Who is related to whom.
    pub(crate) fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![Vec::new(); self.count()];
        for &[a, b] in &self.edges {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        neighbours
    }
}

/// How many relations everyone is away from `source`.
pub(crate) fn distances(neighbours: &[Vec<usize>], source: usize) -> Vec<Option<u32>> {
    let mut distances = vec![None; neighbours.len()];
    distances[source] = Some(0);
    let mut queue = vec![(source, 0)];
    let mut next = 0;
    while let Some(&(node, distance)) = queue.get(next) {
        next += 1;
        for &neighbour in &neighbours[node] {
            if distances[neighbour].is_none() {
                distances[neighbour] = Some(distance + 1);
                queue.push((neighbour, distance + 1));
            }
        }
    }
    distances
}

#[derive(Default)]
struct Pairs {
    seen: HashSet<[usize; 2]>,
    edges: Vec<[usize; 2]>,
}

impl Pairs {
    fn add(&mut self, a: usize, b: usize) {
        let pair = [a.min(b), a.max(b)];
        if a != b && self.seen.insert(pair) {
            self.edges.push(pair);
        }
    }
}

/// Real ones: who meets whom in "Les Misérables" (Knuth 1993), which states
/// border on each other, and between which airports of the United States flights
/// go. Of each, the largest part that hangs together.
pub(crate) fn real(node_modules: &Path) -> Result<Vec<(&'static str, Graph)>> {
    let read = |path: &str| {
        let path = node_modules.join(path);
        std::fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let novel: Value = serde_json::from_str(&read("vega-datasets/data/miserables.json")?)?;
    let novel = novel["links"]
        .as_array()
        .context("no links")?
        .iter()
        .map(|link| [link["source"].to_string(), link["target"].to_string()]);
    let world: Value = serde_json::from_str(&read("world-countries/countries.json")?)?;
    let borders = world.as_array().context("no countries")?.iter().flat_map(|country| {
        let own = country["cca3"].to_string();
        let others = country["borders"].as_array().cloned().unwrap_or_default();
        others.into_iter().map(move |other| [own.clone(), other.to_string()])
    });
    let flights = read("vega-datasets/data/flights-airport.csv")?;
    let flights = flights.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',').map(str::to_owned);
        Some([fields.next()?, fields.next()?])
    });
    Ok(vec![
        ("Les Misérables", largest_part(novel)),
        ("borders of states", largest_part(borders)),
        ("flights", largest_part(flights)),
    ])
}

fn largest_part(relations: impl Iterator<Item = [String; 2]>) -> Graph {
    let mut names: Vec<String> = Vec::new();
    let mut number = |name: String| {
        names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        })
    };
    let mut pairs = Pairs::default();
    for [a, b] in relations {
        let (a, b) = (number(a), number(b));
        pairs.add(a, b);
    }
    let mut random = Random(1);
    let whole = Graph::new(names.len(), pairs.edges, &mut random);
    let neighbours = whole.neighbours();
    let parts = (0..whole.count()).map(|node| distances(&neighbours, node));
    let part = parts.max_by_key(|part| part.iter().flatten().count()).unwrap_or_default();
    let mut places = vec![usize::MAX; whole.count()];
    let inside: Vec<usize> = (0..whole.count()).filter(|&node| part[node].is_some()).collect();
    for (place, &node) in inside.iter().enumerate() {
        places[node] = place;
    }
    let edges = whole.edges.iter().filter(|[a, _]| part[*a].is_some());
    let edges = edges.map(|&[a, b]| [places[a], places[b]]).collect();
    Graph::new(inside.len(), edges, &mut random)
}
