//! Where actors and labels are drawn in the network: a [`LayoutRequest`] goes
//! in, a [`Layout`] comes out, the same for the same request in every browser
//! (own random numbers; of floating-point arithmetic only what IEEE 754
//! defines to the last bit: `+ - * /` and square roots).
//!
//! Units are CSS pixels at scale 1; y grows downwards.
//!
//! | module | holds |
//! | --- | --- |
//! | `request`, `result` | what goes in and what comes out |
//! | `scene` | the linked actors, the frame they go into, and a drawing of them |
//! | `distance`, `stress` | first drawings: graph distances as distances on the plane |
//! | `frame` | how high the picture is, and how a drawing is fitted into it |
//! | `work` | the whole way from a request to a layout, in short steps |
//! | `search` | several first drawings, of which the best are improved |
//! | `cost`, `climb` | how hard a drawing is to read, and moving single actors to make it easier |
//! | `overlap` | what boxes still overlap is moved apart |
//! | `row` | actors without relations, in rows under the others |
//! | `edge`, `edge_label` | how relations run, and where their labels stand |
//! | `large` | networks of thousands, without labels |
//! | `geography` | actors on a map of the world instead |
//! | `spotlight` | labels of a few relations, when all others fade |
//! | `geometry`, `random` | tools |

mod climb;
mod cost;
mod distance;
mod edge;
mod edge_label;
mod frame;
mod geography;
mod geometry;
mod large;
mod overlap;
mod random;
mod request;
mod result;
mod row;
mod scene;
mod search;
mod spotlight;
mod stress;
#[cfg(test)]
mod tests;
mod work;

pub use geography::{Geography, on_map};
pub use geometry::{Point, Rect};
pub use large::LargeLayout;
pub use request::{EdgeRequest, LayoutRequest, NodeRequest};
pub use result::{LabelSide, Layout, PlacedEdge, PlacedNode};
pub use spotlight::labels_in_spotlight;
pub use work::{LayoutWork, move_node};

pub(super) use geometry::{greater, lesser};

/// Kept free along the border of the drawing.
const MARGIN_PX: f64 = 6.0;

/// Kept free between boxes.
const GAP_PX: f64 = 4.0;

/// Lays out `request`. No boxes of actors and their labels overlap, and
/// everything is inside of `size`.
///
/// All at once: where the reader waits, take the steps of a [`LayoutWork`].
pub fn lay_out(request: &LayoutRequest) -> Layout {
    let mut work = LayoutWork::of(request);
    loop {
        if let Some(layout) = work.step() {
            return layout;
        }
    }
}
