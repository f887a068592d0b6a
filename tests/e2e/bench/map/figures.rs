//! How readable a drawing is, in numbers.

use article_widget_core::map::layout::{Point, Rect};

use super::graphs::{Graph, RADIUS_PX, distances};

/// Kept free between a shape and its label.
const LABEL_GAP_PX: f64 = 3.0;

/// Actors whose distances to all others are looked at, when not all are.
const SAMPLE: usize = 100;

/// What a reader sees.
pub(crate) struct Drawing {
    pub(crate) places: Vec<Point>,
    pub(crate) labels: Vec<Rect>,
    /// Each relation as segments.
    pub(crate) lines: Vec<Vec<Point>>,
}

/// The readability of one drawing; less is better everywhere.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// Normalised stress: over all pairs, the mean of the square of the share by
    /// which their distance in the drawing is off their distance in relations, at
    /// the scale at which that is least.
    pub(crate) stress: f64,
    /// Pairs of relations that cross; those that share an end don't count.
    pub(crate) crossings: f64,
    /// Pairs of actors of which the label of one covers the label or the shape
    /// of the other.
    pub(crate) collisions: f64,
    /// How often a relation passes through an actor that it does not concern.
    pub(crate) through: f64,
}

impl Figures {
    pub(crate) fn of(graph: &Graph, drawing: &Drawing) -> Self {
        Figures {
            stress: stress(graph, &drawing.places),
            crossings: crossings(graph, drawing) as f64,
            collisions: collisions(drawing) as f64,
            through: through(graph, drawing) as f64,
        }
    }
}

/// Normalised stress; of large graphs, over all distances from a hundred actors.
pub(crate) fn stress(graph: &Graph, places: &[Point]) -> f64 {
    let neighbours = graph.neighbours();
    let count = graph.count();
    let step = if count > 2000 { count / SAMPLE } else { 1 };
    let (mut sum, mut squares, mut pairs) = (0.0, 0.0, 0.0);
    for a in (0..count).step_by(step) {
        for (b, distance) in distances(&neighbours, a).iter().enumerate() {
            if let Some(distance) = distance.filter(|_| a != b) {
                let ratio = length(places[a], places[b]) / f64::from(distance);
                sum += ratio;
                squares += ratio * ratio;
                pairs += 1.0;
            }
        }
    }
    // At the best scale, sum / squares, the mean of (1 - scale * ratio)².
    1.0 - sum * sum / squares / pairs
}

fn crossings(graph: &Graph, drawing: &Drawing) -> usize {
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let cross = |p: &[Point], q: &[Point]| {
        let (a, b, c, d) = (p[0], p[1], q[0], q[1]);
        turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
    };
    let mut count = 0;
    for (i, [a, b]) in graph.edges.iter().enumerate() {
        for (j, other) in graph.edges[..i].iter().enumerate() {
            if !other.contains(a) && !other.contains(b) {
                let mut segments = drawing.lines[i].windows(2);
                let meet = segments.any(|p| drawing.lines[j].windows(2).any(|q| cross(p, q)));
                count += usize::from(meet);
            }
        }
    }
    count
}

fn collisions(drawing: &Drawing) -> usize {
    let shape = |i: usize| Rect {
        x: drawing.places[i].x - RADIUS_PX,
        y: drawing.places[i].y - RADIUS_PX,
        width: 2.0 * RADIUS_PX,
        height: 2.0 * RADIUS_PX,
    };
    let mut count = 0;
    for i in 0..drawing.places.len() {
        for j in 0..i {
            let (p, q) = (&drawing.labels[i], &drawing.labels[j]);
            count += usize::from(meet(p, q) || meet(p, &shape(j)) || meet(&shape(i), q));
        }
    }
    count
}

fn meet(p: &Rect, q: &Rect) -> bool {
    p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height
}

fn through(graph: &Graph, drawing: &Drawing) -> usize {
    let mut count = 0;
    for (ends, line) in graph.edges.iter().zip(&drawing.lines) {
        for (i, &place) in drawing.places.iter().enumerate() {
            if !ends.contains(&i) {
                let hit =
                    line.windows(2).any(|s| distance_to_segment(place, s[0], s[1]) < RADIUS_PX);
                count += usize::from(hit);
            }
        }
    }
    count
}

fn length(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

fn distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (way, to) = ([b.x - a.x, b.y - a.y], [p.x - a.x, p.y - a.y]);
    let squared = way[0] * way[0] + way[1] * way[1];
    let along = ((to[0] * way[0] + to[1] * way[1]) / squared).clamp(0.0, 1.0);
    (to[0] - way[0] * along).hypot(to[1] - way[1] * along)
}

/// The drawing of a peer that gives places alone: straight lines, the labels of
/// all below or of all to the right, whichever collides less, and as large as
/// it can be in `area_px2` with them.
pub(crate) fn of_places(graph: &Graph, places: &[Point], area_px2: f64) -> Drawing {
    let below = |[width, height]: [f64; 2]| Rect {
        x: -width / 2.0,
        y: RADIUS_PX + LABEL_GAP_PX,
        width,
        height,
    };
    let right = |[width, height]: [f64; 2]| Rect {
        x: RADIUS_PX + LABEL_GAP_PX,
        y: -height / 2.0,
        width,
        height,
    };
    let draw = |at: &dyn Fn([f64; 2]) -> Rect| {
        let (mut low, mut high) = (0.0, 1e6);
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            let is_small = area(&labelled(graph, places, middle, at)) < area_px2;
            if is_small { low = middle } else { high = middle }
        }
        labelled(graph, places, low, at)
    };
    let (below, right) = (draw(&below), draw(&right));
    if collisions(&right) < collisions(&below) { right } else { below }
}

fn labelled(
    graph: &Graph,
    places: &[Point],
    scale: f64,
    label: &dyn Fn([f64; 2]) -> Rect,
) -> Drawing {
    let places: Vec<Point> =
        places.iter().map(|p| Point { x: p.x * scale, y: p.y * scale }).collect();
    let labels = places.iter().zip(&graph.labels).map(|(place, &size)| {
        let rect = label(size);
        Rect { x: place.x + rect.x, y: place.y + rect.y, ..rect }
    });
    let labels = labels.collect();
    let lines = graph.edges.iter().map(|&[a, b]| vec![places[a], places[b]]).collect();
    Drawing { places, labels, lines }
}

/// Of the box around all shapes and labels.
fn area(drawing: &Drawing) -> f64 {
    let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for (place, label) in drawing.places.iter().zip(&drawing.labels) {
        low[0] = low[0].min(place.x - RADIUS_PX).min(label.x);
        low[1] = low[1].min(place.y - RADIUS_PX).min(label.y);
        high[0] = high[0].max(place.x + RADIUS_PX).max(label.x + label.width);
        high[1] = high[1].max(place.y + RADIUS_PX).max(label.y + label.height);
    }
    (high[0] - low[0]) * (high[1] - low[1])
}
