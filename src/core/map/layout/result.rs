//! Where everything is.

use super::geometry::{Point, Rect};

/// A drawing of a [`LayoutRequest`](super::LayoutRequest), in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width and height of the whole. The width is the one asked for, unless
    /// a single label is wider than that.
    pub size: [f64; 2],
    /// In the order of the request.
    pub nodes: Vec<PlacedNode>,
    /// In the order of the request.
    pub edges: Vec<PlacedEdge>,
}

/// Where an actor is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedNode {
    /// The middle of its shape.
    pub center: Point,
    /// Its label's box.
    pub label: Rect,
    /// Where the label stands, seen from the shape.
    pub side: LabelSide,
    /// Whether the label stands free of everything; on a map of the world, not
    /// all do.
    pub label_fits: bool,
}

/// Where a label stands, seen from its actor's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelSide {
    /// Under it, centred.
    #[default]
    Below,
    /// To the right, at its height.
    Right,
    /// To the left, at its height.
    Left,
    /// Over it, centred.
    Above,
}

/// How a relation runs: a quadratic Bézier curve, or, from an actor to itself,
/// a loop (start and end are two points of one rim).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlacedEdge {
    /// Where it leaves its first actor, at the rim of the shape.
    pub start: Point,
    /// The curve's control point.
    pub control: Point,
    /// Where it reaches the other one, at the rim of the shape.
    pub end: Point,
    /// The box of its label.
    pub label: Rect,
    /// Whether the label stands free of all actors, of their labels and of
    /// all other labels that fit.
    pub label_fits: bool,
}
