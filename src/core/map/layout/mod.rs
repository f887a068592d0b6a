//! Where actors and labels are drawn in the network: a [`LayoutRequest`] goes
//! in, a [`Layout`] comes out, the same for the same request in every browser.
//!
//! Units are CSS pixels at scale 1; y grows downwards.

/// A point of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// An upright rectangle of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// What has to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutRequest {
    /// The width that there is; the height follows from the content.
    pub width_px: f64,
    /// The actors.
    pub nodes: Vec<NodeRequest>,
    /// The relations.
    pub edges: Vec<EdgeRequest>,
}

/// An actor to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeRequest {
    /// Half the width of its shape.
    pub radius_px: f64,
    /// Width and height of its label.
    pub label_px: [f64; 2],
    /// Its place, where the author fixed it.
    pub fixed: Option<[f64; 2]>,
}

/// A relation to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeRequest {
    /// The node where it starts.
    pub from: usize,
    /// The node where it leads.
    pub to: usize,
    /// Width and height of its label.
    pub label_px: [f64; 2],
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width and height of the whole.
    pub size: [f64; 2],
    /// In the order of the request.
    pub nodes: Vec<PlacedNode>,
    /// In the order of the request.
    pub edges: Vec<PlacedEdge>,
}

/// Where an actor is.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedNode {
    /// The middle of its shape.
    pub center: Point,
    /// Its label's box.
    pub label: Rect,
}

/// How a relation runs: a quadratic Bézier curve, or, from an actor to itself,
/// a loop.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEdge {
    /// Where it leaves its first actor, at the rim of the shape.
    pub start: Point,
    /// The curve's control point.
    pub control: Point,
    /// Where it reaches the other one, at the rim of the shape.
    pub end: Point,
    /// The box of its label.
    pub label: Rect,
    /// Whether the label stands free of all other labels and actors.
    pub label_fits: bool,
}

/// Lays out `request`.
pub fn lay_out(_request: &LayoutRequest) -> Layout {
    Layout::default()
}
