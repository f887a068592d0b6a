use super::super::random::Random;
use super::*;
use crate::proportion::stays_in_proportion;

/// Clusters of ten, with few relations between them.
fn clusters(count: u32) -> Vec<(u32, u32)> {
    let mut random = Random::new(9);
    let mut below = |count: u32| random.below(count as usize) as u32;
    let mut edges = Vec::new();
    for i in 1..count {
        let first = i / 10 * 10;
        edges.push((if i > first { first + below(i - first) } else { below(i) }, i));
        if below(2) == 0 {
            edges.push((first + below(i - first + 1), i));
        }
    }
    edges
}

fn drawn(count: usize, edges: &[(u32, u32)], slice: usize) -> Vec<Point> {
    let mut layout = LargeLayout::new(count, edges);
    while !layout.step(slice) {}
    layout.places()
}

/// Stress over all pairs that are connected, at the best scale.
fn stress(places: &[Point], edges: &[(u32, u32)]) -> f64 {
    let graph = Graph::new(places.len(), edges);
    let (mut row, mut reached) = (vec![0; places.len()], Vec::new());
    let (mut sum, mut squares, mut pairs) = (0.0, 0.0, 0.0);
    for (a, &place) in places.iter().enumerate() {
        graph.distances(a, &mut row, &mut reached);
        for &b in reached.iter().filter(|&&b| b as usize != a) {
            let ratio = place.distance(places[b as usize]) / f64::from(row[b as usize]);
            sum += ratio;
            squares += ratio * ratio;
            pairs += 1.0;
        }
    }
    1.0 - sum * sum / squares / pairs
}

#[test]
fn a_cycle_is_round() {
    let edges: Vec<(u32, u32)> = (0..200).map(|i| (i, (i + 1) % 200)).collect();
    let places = drawn(200, &edges, 10_000);
    let middle = places.iter().fold(Point::default(), |sum, p| sum.plus(p.times(0.005)));
    // Chords are shorter than the ways along the cycle: it is drawn larger.
    for place in &places {
        let radius = place.distance(middle);
        assert!((31.0..48.0).contains(&radius), "{radius}");
    }
}

#[test]
fn a_thousand_in_clusters_have_little_stress() {
    let edges = clusters(1000);
    let stress = stress(&drawn(1000, &edges, 100_000), &edges);
    assert!(stress < 0.15, "{stress}");
}

#[test]
fn slices_change_nothing() {
    let edges = clusters(300);
    assert_eq!(drawn(300, &edges, 1), drawn(300, &edges, 1_000_000));
}

/// The bits of some places, as they were when this was written: a browser or a
/// machine that computes otherwise fails here.
#[test]
fn the_same_everywhere() {
    let places = drawn(300, &clusters(300), 100_000);
    let mut hash = 0_u64;
    for place in places {
        for number in [place.x, place.y] {
            hash = hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number.to_bits();
        }
    }
    assert_eq!(hash, 16_700_879_987_244_702_649);
}

#[test]
fn parts_do_not_overlap() {
    // A cycle of 20, a path of 3, two alone.
    let mut edges: Vec<(u32, u32)> = (0..20).map(|i| (i, (i + 1) % 20)).collect();
    edges.extend([(20, 21), (21, 22), (7, 99), (3, 3)]);
    let places = drawn(25, &edges, 1000);
    for (a, p) in places.iter().enumerate() {
        for q in &places[..a] {
            assert!(p.distance(*q) > 0.3, "{p:?} {q:?}");
        }
    }
}

#[test]
fn nothing_and_one() {
    assert_eq!(drawn(0, &[], 1), []);
    assert_eq!(drawn(1, &[(0, 0)], 1).len(), 1);
}

#[test]
fn a_star_and_a_long_path_have_finite_places() {
    let star: Vec<(u32, u32)> = (1..500).map(|i| (0, i)).collect();
    let path: Vec<(u32, u32)> = (1..2000).map(|i| (i - 1, i)).collect();
    for (count, edges) in [(500, star), (2000, path)] {
        for place in drawn(count, &edges, 100_000) {
            assert!(place.x.is_finite() && place.y.is_finite());
        }
    }
}

#[test]
fn time_is_in_proportion_to_the_size() {
    stays_in_proportion(
        "a large layout",
        2000,
        |size| (size, clusters(size as u32)),
        |(size, edges)| drop(drawn(*size, edges, 1_000_000)),
    );
}
