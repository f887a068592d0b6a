//! What has to be laid out.

/// The width that there is, the actors and the relations. Two equal requests
/// have equal layouts, so "must it be laid out again?" is `==`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutRequest {
    /// The width that there is; the height follows from the content.
    pub width_px: f64,
    /// The actors.
    pub nodes: Vec<NodeRequest>,
    /// The relations.
    pub edges: Vec<EdgeRequest>,
}

/// An actor to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeRequest {
    /// Half the width of its shape.
    pub radius_px: f64,
    /// Width and height of its label.
    pub label_px: [f64; 2],
    /// Its place, where the author fixed it. What is kept is where the fixed
    /// actors are to each other: their arrangement as a whole is moved into
    /// the drawing, and shrunk (equally in both directions) where it is wider
    /// than there is room. A single fixed actor is therefore free. Two fixed
    /// actors that would cover each other are moved apart.
    pub fixed: Option<[f64; 2]>,
}

/// A relation to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdgeRequest {
    /// The node where it starts.
    pub from: usize,
    /// The node where it leads.
    pub to: usize,
    /// Width and height of its label.
    pub label_px: [f64; 2],
}
