//! Who is related to whom, and how many relations away everyone is.

/// No way leads there.
pub(super) const FAR: u16 = u16::MAX;

/// The neighbours of every node, all in one list.
pub(super) struct Graph {
    /// Where the neighbours of a node begin; those of the next end them.
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Graph {
    /// Of `count` nodes. What leads nowhere or back to where it starts is left
    /// out; who is related twice is a neighbour once.
    pub(super) fn new(count: usize, edges: &[(u32, u32)]) -> Self {
        let leads = |&&(a, b): &&(u32, u32)| a != b && (a.max(b) as usize) < count;
        let mut starts = vec![0; count + 1];
        for &(a, b) in edges.iter().filter(leads) {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for i in 0..count {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut neighbours = vec![0; starts[count] as usize];
        for &(a, b) in edges.iter().filter(leads) {
            for (from, to) in [(a, b), (b, a)] {
                neighbours[next[from as usize] as usize] = to;
                next[from as usize] += 1;
            }
        }
        let mut once = Graph { starts: vec![0], neighbours: Vec::new() };
        for i in 0..count {
            let own = &mut neighbours[starts[i] as usize..starts[i + 1] as usize];
            own.sort_unstable();
            for (place, &neighbour) in own.iter().enumerate() {
                if place == 0 || own[place - 1] != neighbour {
                    once.neighbours.push(neighbour);
                }
            }
            once.starts.push(once.neighbours.len() as u32);
        }
        once
    }

    /// What hangs together, each in the order of the distances from one of its
    /// nodes: who is near in it is near in memory. With the nodes' own numbers.
    pub(super) fn parts(&self) -> Vec<(Vec<u32>, Graph)> {
        let mut place = vec![u32::MAX; self.count()];
        let mut parts = Vec::new();
        for source in 0..self.count() {
            if place[source] != u32::MAX {
                continue;
            }
            let mut nodes = vec![source as u32];
            place[source] = 0;
            let mut next = 0;
            while let Some(&node) = nodes.get(next) {
                next += 1;
                for &neighbour in self.neighbours(node as usize) {
                    if place[neighbour as usize] == u32::MAX {
                        place[neighbour as usize] = nodes.len() as u32;
                        nodes.push(neighbour);
                    }
                }
            }
            let mut graph = Graph { starts: vec![0], neighbours: Vec::new() };
            for &node in &nodes {
                let own = self.neighbours(node as usize).iter();
                graph.neighbours.extend(own.map(|&neighbour| place[neighbour as usize]));
                graph.starts.push(graph.neighbours.len() as u32);
            }
            parts.push((nodes, graph));
        }
        parts
    }

    pub(super) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn neighbours(&self, node: usize) -> &[u32] {
        &self.neighbours[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// How many relations everyone is away from `source`; who is reached, in
    /// the order of their distance, goes into `reached`.
    pub(super) fn distances(&self, source: usize, to: &mut [u16], reached: &mut Vec<u32>) {
        to.fill(FAR);
        reached.clear();
        reached.push(source as u32);
        to[source] = 0;
        let mut next = 0;
        while let Some(&node) = reached.get(next) {
            next += 1;
            let further = (to[node as usize] + 1).min(FAR - 1);
            for &neighbour in self.neighbours(node as usize) {
                if to[neighbour as usize] == FAR {
                    to[neighbour as usize] = further;
                    reached.push(neighbour);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_counted_in_relations() {
        let graph = Graph::new(5, &[(0, 1), (1, 0), (1, 2), (2, 2), (2, 9), (0, 2), (2, 3)]);
        assert_eq!(graph.neighbours(1), [0, 2]);
        let (mut distances, mut reached) = (vec![0; 5], Vec::new());
        graph.distances(0, &mut distances, &mut reached);
        assert_eq!(distances, [0, 1, 1, 2, FAR]);
        assert_eq!(reached, [0, 1, 2, 3]);
    }
}
