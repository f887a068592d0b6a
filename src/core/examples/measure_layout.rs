//! Readability of the layout over seeded, clustered graphs:
//! `cargo run --release -p article-widget-core --example measure_layout -- 60 1000`.

use article_widget_core::map::layout::{
    EdgeRequest, Layout, LayoutRequest, LayoutWork, NodeRequest, Point, Rect,
};
use std::time::Instant;

fn graph(count: usize, width_px: f64, seed: u64) -> LayoutRequest {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut add = |a: usize, b: usize| {
        let pair = (a.min(b), a.max(b));
        if a != b && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    };
    for i in 1..count {
        let first = i / 10 * 10;
        add(if i > first { first + random(i - first) } else { random(i) }, i);
        if random(10) < 6 {
            if random(10) < 8 {
                let last = (first + 10).min(count);
                add(first + random(last - first), i);
            } else {
                add(random(count), i);
            }
        }
    }
    LayoutRequest {
        width_px,
        nodes: (0..count)
            .map(|_| NodeRequest {
                radius_px: 9.0,
                label_px: if random(3) == 0 {
                    [90.0 + random(20) as f64, 30.0]
                } else {
                    [35.0 + random(65) as f64, 15.0]
                },
                fixed: None,
            })
            .collect(),
        edges: pairs
            .iter()
            .map(|&(from, to)| EdgeRequest { from, to, label_px: [60.0, 13.0] })
            .collect(),
    }
}

/// Crossings, relations through shapes and through labels.
fn faults(request: &LayoutRequest, layout: &Layout) -> [usize; 3] {
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let cross = |a: Point, b: Point, c: Point, d: Point| {
        turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
    };
    let inside =
        |r: &Rect, p: Point| p.x > r.x && p.x < r.x + r.width && p.y > r.y && p.y < r.y + r.height;
    let center = |i: usize| layout.nodes[i].center;
    let mut faults = [0; 3];
    for (index, edge) in request.edges.iter().enumerate() {
        for other in &request.edges[..index] {
            let apart = edge.from != other.from
                && edge.from != other.to
                && edge.to != other.from
                && edge.to != other.to;
            if apart
                && cross(center(edge.from), center(edge.to), center(other.from), center(other.to))
            {
                faults[0] += 1;
            }
        }
        let curve = &layout.edges[index];
        let points: Vec<Point> = (0..=40)
            .map(|i| {
                let t = f64::from(i) / 40.0;
                let mix = |s: f64, c: f64, e: f64| {
                    s * (1.0 - t) * (1.0 - t) + 2.0 * c * t * (1.0 - t) + e * t * t
                };
                Point {
                    x: mix(curve.start.x, curve.control.x, curve.end.x),
                    y: mix(curve.start.y, curve.control.y, curve.end.y),
                }
            })
            .collect();
        for (i, node) in layout.nodes.iter().enumerate() {
            let hits = |r: &Rect| points.iter().any(|&p| inside(r, p));
            let shape =
                Rect { x: node.center.x - 9.0, y: node.center.y - 9.0, width: 18.0, height: 18.0 };
            if i != edge.from && i != edge.to && hits(&shape) {
                faults[1] += 1;
            }
            if hits(&node.label) {
                faults[2] += 1;
            }
        }
    }
    faults
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let count: usize = arguments[1].parse().expect("a number of actors");
    let width: f64 = arguments[2].parse().expect("a width");
    let seeds = 20;
    let (mut sums, mut height, mut fits, mut edges) = ([0; 3], 0.0, 0, 0);
    let (mut times, mut longest_step) = (Vec::new(), 0.0_f64);
    for seed in 1..=seeds {
        let request = graph(count, width, seed);
        let start = Instant::now();
        let mut work = LayoutWork::of(&request);
        let mut begin = start;
        let layout = loop {
            let done = work.step();
            longest_step = longest_step.max(begin.elapsed().as_secs_f64() * 1e3);
            begin = Instant::now();
            if let Some(layout) = done {
                break layout;
            }
        };
        times.push(start.elapsed().as_secs_f64() * 1e3);
        let found = faults(&request, &layout);
        for (sum, found) in sums.iter_mut().zip(found) {
            *sum += found;
        }
        height += layout.size[1];
        edges += request.edges.len();
        fits += layout.edges.iter().filter(|edge| edge.label_fits).count();
    }
    times.sort_by(f64::total_cmp);
    let mean = |sum: usize| sum as f64 / seeds as f64;
    println!(
        "{count} actors, {:.0} relations, {width} x {:.0} px: {:.1} crossings, {:.1} through shapes, {:.1} through labels, {:.1} labels fit, {:.1} ms (fastest {:.1}), longest step {longest_step:.2} ms",
        mean(edges),
        height / seeds as f64,
        mean(sums[0]),
        mean(sums[1]),
        mean(sums[2]),
        mean(fits),
        times[times.len() / 2],
        times[0],
    );
}
