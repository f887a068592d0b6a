//! The layouts as they are shipped, alone in a module: for the bench that
//! measures them beside others. Numbers go in and numbers come out:
//! [`input`] says where to write, [`output`] where to read.

use std::cell::RefCell;

use article_widget_core::map::layout::{
    self, EdgeRequest, LargeLayout, LayoutRequest, NodeRequest,
};

#[derive(Default)]
struct State {
    input: Vec<f64>,
    output: Vec<f64>,
    large: Option<LargeLayout>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Makes room for so many numbers, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut f64 {
    STATE.with_borrow_mut(|state| {
        state.input = vec![0.0; length];
        state.input.as_mut_ptr()
    })
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const f64 {
    STATE.with_borrow(|state| state.output.as_ptr())
}

/// How many numbers the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    STATE.with_borrow(|state| state.output.len())
}

/// The layout of the map. In: width, how many actors and relations; of each
/// actor radius, width and height of its label; of each relation both ends, width
/// and height of its label. Out: width and height; of each actor its middle and
/// its label's box; of each relation start, control point and end.
#[unsafe(no_mangle)]
pub extern "C" fn lay_out() {
    STATE.with_borrow_mut(|state| {
        let [width_px, nodes, edges, rest @ ..] = &state.input[..] else { return };
        let (nodes, edges) = (*nodes as usize, *edges as usize);
        let (nodes, edges) = rest[..3 * nodes + 4 * edges].split_at(3 * nodes);
        let node =
            |it: &[f64]| NodeRequest { radius_px: it[0], label_px: [it[1], it[2]], fixed: None };
        let edge = |it: &[f64]| EdgeRequest {
            from: it[0] as usize,
            to: it[1] as usize,
            label_px: [it[2], it[3]],
        };
        let request = LayoutRequest {
            width_px: *width_px,
            nodes: nodes.chunks_exact(3).map(node).collect(),
            edges: edges.chunks_exact(4).map(edge).collect(),
        };
        let drawing = layout::lay_out(&request);
        state.output = drawing.size.to_vec();
        for node in &drawing.nodes {
            let label = node.label;
            let numbers =
                [node.center.x, node.center.y, label.x, label.y, label.width, label.height];
            state.output.extend(numbers);
        }
        for edge in &drawing.edges {
            for point in [edge.start, edge.control, edge.end] {
                state.output.extend([point.x, point.y]);
            }
        }
    });
}

/// Begins the layout of a large network. In: how many actors and relations, and
/// the two ends of each relation.
#[unsafe(no_mangle)]
pub extern "C" fn begin() {
    STATE.with_borrow_mut(|state| {
        let [nodes, _, ends @ ..] = &state.input[..] else { return };
        let edges: Vec<(u32, u32)> =
            ends.chunks_exact(2).map(|ends| (ends[0] as u32, ends[1] as u32)).collect();
        state.large = Some(LargeLayout::new(*nodes as usize, &edges));
    });
}

/// Goes on with it; when it is done, says so and has the places as its answer.
#[unsafe(no_mangle)]
pub extern "C" fn step(work: usize) -> bool {
    STATE.with_borrow_mut(|state| {
        let Some(large) = &mut state.large else { return true };
        if !large.step(work) {
            return false;
        }
        state.output = large.places().iter().flat_map(|place| [place.x, place.y]).collect();
        state.large = None;
        true
    })
}
