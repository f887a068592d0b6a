//! Labels of a few relations, when all others fade: they find more room than
//! in the whole drawing.

use super::edge_label;
use super::geometry::{Area, Point, Rect};
use super::request::LayoutRequest;
use super::result::Layout;

/// Where the labels of the relations of node `center` stand in `layout` (that of
/// `request`), free of it, of its neighbours and of each other. `None` for one
/// that finds no room, and for all other relations.
pub fn labels_in_spotlight(
    request: &LayoutRequest,
    layout: &Layout,
    center: usize,
) -> Vec<Option<Rect>> {
    let (mut nodes, mut taken) = (Vec::new(), Vec::new());
    let (mut curves, mut relations) = (Vec::new(), Vec::new());
    for (edge, curve) in request.edges.iter().zip(&layout.edges) {
        if edge.from == center || edge.to == center {
            curves.push(*curve);
            relations.push(*edge);
            for end in [edge.from, edge.to] {
                if !nodes.contains(&end) {
                    nodes.push(end);
                    let (node, radius) = (&layout.nodes[end], request.nodes[end].radius_px);
                    taken.push(Area { center: node.center, half: Point::new(radius, radius) });
                    taken.push(Area::of(&node.label));
                }
            }
        }
    }
    edge_label::place(&relations, &mut curves, taken, Point::new(layout.size[0], layout.size[1]));
    let mut found = curves.iter();
    let mut labels = Vec::new();
    for edge in &request.edges {
        let is_one = edge.from == center || edge.to == center;
        let curve = if is_one { found.next() } else { None };
        labels.push(curve.and_then(|curve| curve.label_fits.then_some(curve.label)));
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
        let labels = labels_in_spotlight(&request, &layout, 0);
        assert_eq!(labels.len(), 13);
        let shown: Vec<Rect> = labels.into_iter().flatten().collect();
        assert!(!shown.is_empty());
        for (i, label) in shown.iter().enumerate() {
            assert!(shown[..i].iter().all(|other| !overlap(label, other)));
            assert!(layout.nodes.iter().all(|node| !overlap(label, &node.label)));
        }
    }

    #[test]
    fn fewer_actors_leave_room_for_more_labels() {
        let request = star(14);
        let layout = lay_out(&request);
        let among_all = labels_in_spotlight(&request, &layout, 0).into_iter().flatten().count();
        let mut alone = 0;
        for node in 1..14 {
            let labels = labels_in_spotlight(&request, &layout, node);
            assert!(labels.iter().enumerate().all(|(edge, at)| at.is_none() || edge + 1 == node));
            alone += labels.into_iter().flatten().count();
        }
        assert!(alone >= among_all, "{alone} < {among_all}");
    }
}
