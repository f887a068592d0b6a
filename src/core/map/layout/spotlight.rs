//! Labels of a few relations, when all others fade: they find more room than
//! in the whole drawing.

use super::edge_label;
use super::geometry::{Area, Point};
use super::request::LayoutRequest;
use super::result::{Layout, PlacedEdge};

/// The relations of `layout` (that of `request`) with labels for those of node
/// `center` alone, free of it, of its neighbours and of each other.
pub fn labels_in_spotlight(
    request: &LayoutRequest,
    layout: &Layout,
    center: usize,
) -> Vec<PlacedEdge> {
    let mut curves = layout.edges.clone();
    let mut taken = Vec::new();
    for (edge, curve) in request.edges.iter().zip(&mut curves) {
        curve.label_fits = false;
        if edge.from == center || edge.to == center {
            for end in [edge.from, edge.to] {
                let (node, radius) = (&layout.nodes[end], request.nodes[end].radius_px);
                taken.push(Area { center: node.center, half: Point::new(radius, radius) });
                taken.push(Area::of(&node.label));
            }
        }
    }
    let size = Point::new(layout.size[0], layout.size[1]);
    let is_lit = |edge: &super::EdgeRequest| edge.from == center || edge.to == center;
    edge_label::place(&request.edges, &mut curves, taken, size, &is_lit);
    curves
}

#[cfg(test)]
mod tests {
    use super::super::{EdgeRequest, NodeRequest, lay_out};
    use super::*;
    use crate::map::layout::Rect;

    /// The labels that are shown.
    fn labels(request: &LayoutRequest, layout: &Layout, center: usize) -> Vec<Option<Rect>> {
        let curves = labels_in_spotlight(request, layout, center);
        curves.iter().map(|curve| curve.label_fits.then_some(curve.label)).collect()
    }

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
        let found = labels(&request, &layout, 0);
        assert_eq!(found.len(), 13);
        let shown: Vec<Rect> = found.into_iter().flatten().collect();
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
        let among_all = labels(&request, &layout, 0).into_iter().flatten().count();
        let mut alone = 0;
        for node in 1..14 {
            let found = labels(&request, &layout, node);
            assert!(found.iter().enumerate().all(|(edge, at)| at.is_none() || edge + 1 == node));
            alone += found.into_iter().flatten().count();
        }
        assert!(alone >= among_all, "{alone} < {among_all}");
    }
}
