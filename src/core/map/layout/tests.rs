//! Scenes that a layout has to survive, and what holds for each of them.

use super::geometry::Area;
use super::*;

/// The sample article's actors and relations, with labels of realistic sizes.
fn niger(width_px: f64) -> LayoutRequest {
    let letters = [5, 10, 6, 6, 4, 5, 15, 10, 14, 11, 14, 19, 13, 17, 6, 6, 5];
    let lines = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 2, 2, 1, 1, 1, 1];
    let mut request = scene(
        width_px,
        17,
        &[
            (0, 1),
            (7, 0),
            (10, 13),
            (10, 0),
            (6, 0),
            (11, 0),
            (9, 6),
            (1, 0),
            (0, 4),
            (0, 2),
            (6, 1),
            (12, 0),
            (12, 5),
        ],
    );
    for (i, node) in request.nodes.iter_mut().enumerate() {
        node.label_px = [6.3 * f64::from(letters[i]), 14.0 * f64::from(lines[i])];
    }
    request
}

fn scene(width_px: f64, count: usize, relations: &[(usize, usize)]) -> LayoutRequest {
    let node = |i: usize| NodeRequest {
        radius_px: 9.0,
        label_px: [60.0 + (i * 7 % 5) as f64 * 10.0, 14.0 + (i % 2) as f64 * 14.0],
        fixed: None,
    };
    let edge = |&(from, to): &(usize, usize)| EdgeRequest { from, to, label_px: [70.0, 13.0] };
    LayoutRequest {
        width_px,
        nodes: (0..count).map(node).collect(),
        edges: relations.iter().map(edge).collect(),
    }
}

/// Clusters of eight with few relations between them.
fn clusters(width_px: f64, count: usize) -> LayoutRequest {
    let mut random = random::Random::new(5);
    let mut relations = Vec::new();
    for i in 1..count {
        let first = i / 8 * 8;
        let inside = if i > first { first + random.below(i - first) } else { random.below(i) };
        relations.push((inside, i));
        if random.unit() < 0.5 {
            relations.push((random.below(count), i));
        }
    }
    scene(width_px, count, &relations)
}

/// Lays out, and checks what is promised for every layout.
fn checked(request: &LayoutRequest) -> Layout {
    let layout = lay_out(request);
    assert_eq!(layout.nodes.len(), request.nodes.len());
    assert_eq!(layout.edges.len(), request.edges.len());
    let [width, height] = layout.size;
    assert!(width.is_finite() && height.is_finite() && height >= 0.0);
    let whole = Rect { x: 0.0, y: 0.0, width, height };
    let inside = |rect: &Rect, what: &str, i: usize| {
        let numbers = [rect.x, rect.y, rect.width, rect.height];
        assert!(numbers.iter().all(|n| n.is_finite()), "{what} {i}: {rect:?}");
        assert!(
            rect.x >= whole.x - 1e-6
                && rect.y >= whole.y - 1e-6
                && rect.x + rect.width <= width + 1e-6
                && rect.y + rect.height <= height + 1e-6,
            "{what} {i} is outside: {rect:?} of {width} x {height}"
        );
    };
    let shape = |i: usize| {
        let radius = request.nodes[i].radius_px;
        Area { center: layout.nodes[i].center, half: Point::new(radius, radius) }.rect()
    };
    let apart = |a: &Rect, b: &Rect, what: &str| {
        assert!(Area::of(a).depth(&Area::of(b)) <= 0.0, "{what} overlap: {a:?} {b:?}");
    };
    for (i, node) in layout.nodes.iter().enumerate() {
        inside(&shape(i), "shape", i);
        inside(&node.label, "label", i);
        apart(&shape(i), &node.label, "a shape and its own label");
        for (j, other) in layout.nodes[..i].iter().enumerate() {
            apart(&shape(i), &shape(j), "shapes");
            apart(&shape(i), &other.label, "a shape and a label");
            apart(&shape(j), &node.label, "a shape and a label");
            apart(&node.label, &other.label, "labels");
        }
    }
    for (i, edge) in layout.edges.iter().enumerate() {
        inside(&edge.label, "edge label", i);
        for end in [edge.start, edge.end] {
            inside(&Rect { x: end.x, y: end.y, width: 0.0, height: 0.0 }, "edge", i);
        }
        if edge.label_fits {
            for (j, node) in layout.nodes.iter().enumerate() {
                apart(&edge.label, &shape(j), "an edge label and a shape");
                apart(&edge.label, &node.label, "an edge label and a label");
            }
            for other in layout.edges[..i].iter().filter(|other| other.label_fits) {
                apart(&edge.label, &other.label, "edge labels");
            }
        }
    }
    layout
}

#[test]
fn empty() {
    let layout = checked(&scene(330.0, 0, &[]));
    assert_eq!(layout.size, [330.0, 0.0]);
}

#[test]
fn one_actor_is_in_the_middle() {
    let layout = checked(&scene(330.0, 1, &[]));
    assert!((layout.nodes[0].center.x - 165.0).abs() < 1.0);
}

#[test]
fn two_actors_stand_near_each_other_on_a_wide_screen() {
    let layout = checked(&scene(1000.0, 2, &[(0, 1)]));
    let distance = layout.nodes[0].center.distance(layout.nodes[1].center);
    assert!((60.0..320.0).contains(&distance), "{distance}");
    assert!(layout.edges[0].label_fits);
}

#[test]
fn all_isolated() {
    let layout = checked(&scene(330.0, 7, &[]));
    assert!(layout.size[1] < 330.0);
}

#[test]
fn one_isolated_is_not_flung_away() {
    let layout = checked(&scene(330.0, 5, &[(0, 1), (1, 2), (2, 3)]));
    let bottom = |rect: &Rect| rect.y + rect.height;
    let lowest = (0..4).fold(0.0_f64, |y, i| y.max(bottom(&layout.nodes[i].label)));
    assert!(layout.nodes[4].center.y - lowest < 60.0);
}

#[test]
fn star_of_20() {
    let relations: Vec<_> = (1..21).map(|i| (0, i)).collect();
    for width in [330.0, 1000.0] {
        checked(&scene(width, 21, &relations));
    }
}

#[test]
fn clique_of_8() {
    let relations: Vec<_> = (0..8).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
    for width in [330.0, 1000.0] {
        checked(&scene(width, 8, &relations));
    }
}

#[test]
fn two_parts_share_the_frame() {
    checked(&scene(330.0, 8, &[(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (6, 7)]));
}

#[test]
fn self_and_multi_edges() {
    let layout = checked(&scene(400.0, 2, &[(0, 0), (0, 1), (1, 0), (0, 1), (1, 1)]));
    let middle = |i: usize| {
        let edge = &layout.edges[i];
        geometry::on_curve(edge.start, edge.control, edge.end, 0.5)
    };
    for (a, b) in [(1, 2), (1, 3), (2, 3)] {
        let distance = middle(a).distance(middle(b));
        assert!(distance > 12.0, "edges {a} and {b} lie on each other: {distance}");
    }
    assert!(middle(0).distance(layout.nodes[0].center) > 15.0, "a loop can be seen");
    assert!(layout.edges[0].start != layout.edges[0].end);
}

#[test]
fn edges_start_and_end_at_the_rims() {
    let layout = checked(&niger(1000.0));
    for (edge, asked) in layout.edges.iter().zip(&niger(1000.0).edges) {
        for (end, node) in [(edge.start, asked.from), (edge.end, asked.to)] {
            let distance = end.distance(layout.nodes[node].center);
            assert!((distance - 11.0).abs() < 0.1, "{distance}");
        }
    }
}

#[test]
fn coincident_fixed_nodes_part() {
    let mut request = scene(600.0, 4, &[(0, 1), (1, 2), (2, 3)]);
    for node in &mut request.nodes {
        node.fixed = Some([100.0, 100.0]);
    }
    checked(&request);
}

#[test]
fn fixed_nodes_keep_their_arrangement() {
    let places = [Some([0.0, 0.0]), Some([300.0, 0.0]), Some([300.0, 200.0]), None, None];
    let edges = [(0, 1), (1, 2), (2, 3), (3, 4)];
    for (width, scale) in [(1000.0, 1.0), (300.0, 0.0)] {
        let mut request = scene(width, 5, &edges);
        for (node, place) in request.nodes.iter_mut().zip(places) {
            node.fixed = place;
        }
        let layout = checked(&request);
        let [a, b, c] = [0, 1, 2].map(|i| layout.nodes[i].center);
        let (across, down) = (b.x - a.x, c.y - b.y);
        assert!((across / down - 1.5).abs() < 1e-6, "not uniform: {across} {down}");
        assert!((b.y - a.y).abs() < 1e-6 && (c.x - b.x).abs() < 1e-6);
        if scale == 1.0 {
            assert!((across - 300.0).abs() < 1e-6);
        } else {
            assert!(across < 300.0);
        }
    }
}

#[test]
fn a_single_fixed_node_is_free() {
    let mut request = scene(330.0, 3, &[(0, 1)]);
    request.nodes[2].fixed = Some([9000.0, -50.0]);
    checked(&request);
}

#[test]
fn niger_on_a_phone_and_on_a_desk() {
    for width in [330.0, 360.0, 500.0, 768.0, 1000.0, 1280.0] {
        let layout = checked(&niger(width));
        let aspect = layout.size[1] / layout.size[0];
        let [low, high] = if width < 400.0 { [1.2, 1.9] } else { [0.25, 1.4] };
        assert!((low..=high).contains(&aspect), "{width}: {aspect}");
    }
    // What is left out on a phone lies across another relation.
    let on_a_phone = niger(360.0);
    let layout = checked(&on_a_phone);
    let fits = layout.edges.iter().filter(|edge| edge.label_fits).count();
    assert!(fits >= 6, "{fits}");
    for (i, edge) in layout.edges.iter().enumerate().filter(|(_, edge)| edge.label_fits) {
        let others = layout.edges.iter().enumerate().filter(|(j, _)| *j != i);
        let label = Area::of(&edge.label).grown(-3.0);
        for (j, other) in others {
            assert!(edge::Path::of(other).passes(&label) == 0.0, "label {i} lies on {j}");
        }
    }
    let on_a_desk = checked(&niger(1000.0));
    assert!(on_a_desk.edges.iter().all(|edge| edge.label_fits));
}

#[test]
fn sixty_clustered() {
    for width in [330.0, 1000.0] {
        checked(&clusters(width, 60));
    }
}

#[test]
fn three_hundred() {
    checked(&clusters(1000.0, 300));
}

#[test]
fn a_narrow_frame_and_long_labels() {
    let mut request = niger(120.0);
    request.nodes[3].label_px = [400.0, 28.0];
    let layout = checked(&request);
    assert!(layout.size[0] >= 400.0, "as wide as its widest label");
}

#[test]
fn numbers_that_are_none_do_no_harm() {
    let mut request = scene(f64::NAN, 4, &[(0, 1), (1, 2), (9, 1)]);
    request.nodes[0].radius_px = f64::NAN;
    request.nodes[1].label_px = [f64::INFINITY, -3.0];
    request.nodes[2].fixed = Some([f64::NAN, 0.0]);
    let layout = lay_out(&request);
    for node in &layout.nodes {
        assert!(node.center.x.is_finite() && node.center.y.is_finite());
    }
    assert!(layout.size[0].is_finite() && layout.size[1].is_finite());
}

#[test]
fn the_same_request_has_the_same_layout() {
    assert_eq!(lay_out(&niger(330.0)), lay_out(&niger(330.0)));
}

#[test]
fn the_work_is_done_in_many_short_steps() {
    for (count, least) in [(17, 200), (60, 25)] {
        let request = clusters(1000.0, count);
        let mut work = LayoutWork::of(&request);
        let mut steps = 1;
        let layout = loop {
            if let Some(layout) = work.step() {
                break layout;
            }
            steps += 1;
        };
        assert!(steps >= least, "{count} actors in {steps} steps");
        assert_eq!(layout, lay_out(&request));
    }
}

/// The bits of a drawing, as they were when this was written: a machine or a
/// compiler that computes otherwise fails here. To be written anew whenever the
/// layout is changed.
#[test]
fn the_same_everywhere() {
    let mut hash = 0_u64;
    for node in lay_out(&niger(1000.0)).nodes {
        for number in [node.center.x, node.center.y] {
            hash = hash.rotate_left(5).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number.to_bits();
        }
    }
    assert_eq!(hash, 17_204_110_483_205_947_469);
}
