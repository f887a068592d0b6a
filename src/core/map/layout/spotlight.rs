//! Labels of a few relations, when all others fade: they find more room than
//! in the whole drawing.

use super::edge_label;
use super::geometry::{Area, Point, Rect};
use super::request::LayoutRequest;
use super::result::Layout;

/// Where the labels of `edges` stand in `layout` (that of `request`) free of
/// `nodes` and of each other; `None` for one that finds no room. In the order
/// of `edges`.
pub fn labels_in_spotlight(
    request: &LayoutRequest,
    layout: &Layout,
    nodes: &[usize],
    edges: &[usize],
) -> Vec<Option<Rect>> {
    let mut taken = Vec::new();
    for &i in nodes {
        let (node, radius) = (&layout.nodes[i], request.nodes[i].radius_px);
        taken.push(Area { center: node.center, half: Point::new(radius, radius) });
        taken.push(Area::of(&node.label));
    }
    let mut curves = Vec::new();
    let mut relations = Vec::new();
    for &i in edges {
        curves.push(layout.edges[i]);
        relations.push(request.edges[i]);
    }
    edge_label::place(&relations, &mut curves, taken, Point::new(layout.size[0], layout.size[1]));
    let mut labels = Vec::new();
    for curve in &curves {
        labels.push(curve.label_fits.then_some(curve.label));
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::super::{EdgeRequest, NodeRequest, lay_out};
    use super::*;

    /// One actor with relations to all others, whose labels are wide.
    fn star(count: usize) -> LayoutRequest {
        let node = NodeRequest { radius_px: 10.0, label_px: [60.0, 16.0], fixed: None };
        let edge = |to| EdgeRequest { from: 0, to, label_px: [70.0, 14.0] };
        LayoutRequest {
            width_px: 320.0,
            nodes: vec![node; count],
            edges: (1..count).map(edge).collect(),
        }
    }

    fn overlap(a: &Rect, b: &Rect) -> bool {
        Area::of(a).depth(&Area::of(b)) > 0.0
    }

    #[test]
    fn labels_that_are_shown_never_overlap() {
        let request = star(14);
        let layout = lay_out(&request);
        let (nodes, edges): (Vec<_>, Vec<_>) = ((0..14).collect(), (0..13).collect());
        let labels = labels_in_spotlight(&request, &layout, &nodes, &edges);
        assert_eq!(labels.len(), 13);
        let shown: Vec<Rect> = labels.into_iter().flatten().collect();
        for (i, label) in shown.iter().enumerate() {
            assert!(shown[..i].iter().all(|other| !overlap(label, other)));
            assert!(layout.nodes.iter().all(|node| !overlap(label, &node.label)));
        }
    }

    #[test]
    fn fewer_actors_leave_room_for_more_labels() {
        let request = star(14);
        let layout = lay_out(&request);
        let all: Vec<usize> = (0..14).collect();
        let shown = |nodes: &[usize], edges: &[usize]| {
            labels_in_spotlight(&request, &layout, nodes, edges).iter().flatten().count()
        };
        let among_all = (0..13).filter(|edge| shown(&all, &[*edge]) == 1).count();
        let alone = (0..13).filter(|edge| shown(&[0, edge + 1], &[*edge]) == 1).count();
        assert!(alone >= among_all, "{alone} < {among_all}");
        assert_eq!(shown(&[], &[]), 0);
    }
}
