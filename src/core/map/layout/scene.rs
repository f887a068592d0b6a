//! The linked actors, the frame they go into, and a drawing of them.

use super::distance::Distances;
use super::geometry::{Point, Rect};
use super::request::{LayoutRequest, NodeRequest};
use super::result::LabelSide;
use super::{MARGIN_PX, frame};

/// Between a shape and its label.
const LABEL_GAP_PX: f64 = 3.0;

/// Labels under their shape read best, over it worst; the order is that in
/// which equally free places are taken.
pub(super) const SIDES: [LabelSide; 4] =
    [LabelSide::Below, LabelSide::Right, LabelSide::Left, LabelSide::Above];

/// What is drawn of an actor: a shape and a label.
#[derive(Clone)]
pub(super) struct Body {
    pub(super) radius: f64,
    pub(super) label: [f64; 2],
    pub(super) fixed: Option<Point>,
}

impl Body {
    pub(super) fn of(node: &NodeRequest) -> Self {
        let [width, height] = node.label_px;
        Body {
            radius: positive(node.radius_px),
            label: [positive(width), positive(height)],
            fixed: node
                .fixed
                .filter(|[x, y]| x.is_finite() && y.is_finite())
                .map(|[x, y]| Point::new(x, y)),
        }
    }

    pub(super) fn label_at(&self, center: Point, side: LabelSide) -> Rect {
        let [width, height] = self.label;
        let reach = self.radius + LABEL_GAP_PX;
        let (across, down) = (reach + width / 2.0, reach + height / 2.0);
        let (dx, dy) = match side {
            LabelSide::Below => (0.0, down),
            LabelSide::Right => (across, 0.0),
            LabelSide::Left => (-across, 0.0),
            LabelSide::Above => (0.0, -down),
        };
        Rect::around(Point::new(center.x + dx, center.y + dy), width, height)
    }

    pub(super) fn placed(&self, center: Point, side: LabelSide) -> Placed {
        let shape = Rect::around(center, 2.0 * self.radius, 2.0 * self.radius);
        let label = self.label_at(center, side);
        let (x, y) = (shape.x.min(label.x), shape.y.min(label.y));
        let bounds = Rect {
            x,
            y,
            width: shape.right().max(label.right()) - x,
            height: shape.bottom().max(label.bottom()) - y,
        };
        Placed { center, side, shape, label, bounds }
    }

    /// Around the shape and its label at any side.
    pub(super) fn zone(&self, center: Point) -> Rect {
        let [width, height] = self.label;
        let reach = self.radius + LABEL_GAP_PX;
        Rect::around(center, 2.0 * (reach + width), 2.0 * (reach + height))
    }

    /// Of shape and label, the label below.
    pub(super) fn width(&self) -> f64 {
        self.label[0].max(2.0 * self.radius)
    }

    /// Of shape and label, the label below.
    pub(super) fn height(&self) -> f64 {
        2.0 * self.radius + LABEL_GAP_PX + self.label[1]
    }
}

/// An actor that has its place, with its boxes.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub(super) center: Point,
    pub(super) side: LabelSide,
    pub(super) shape: Rect,
    pub(super) label: Rect,
    /// Around the two.
    pub(super) bounds: Rect,
}

/// A measure from outside: what is not a number or negative is nothing.
pub(super) fn positive(value: f64) -> f64 {
    if value.is_finite() && value > 0.0 { value } else { 0.0 }
}

/// All relations of two actors, whichever way they go.
#[derive(Clone)]
pub(super) struct Link {
    /// The lower index first; never twice the same.
    pub(super) ends: [usize; 2],
    /// Room for the labels of all of them, one below the other.
    pub(super) label: [f64; 2],
}

/// With more links than this, there is no use in keeping room for labels:
/// only some of them will be shown.
const MOST_LABELLED: usize = 40;

/// Which actors are related at all.
pub(super) fn links(request: &LayoutRequest) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for edge in &request.edges {
        let ends = [edge.from.min(edge.to), edge.from.max(edge.to)];
        if ends[0] == ends[1] || ends[1] >= request.nodes.len() {
            continue;
        }
        let [width, height] = edge.label_px.map(positive);
        match links.iter_mut().find(|link| link.ends == ends) {
            Some(link) => link.label = [link.label[0].max(width), link.label[1] + height],
            None => links.push(Link { ends, label: [width, height] }),
        }
    }
    links
}

/// What is known before anything is drawn. Indices are places in `linked`.
pub(super) struct Scene {
    pub(super) bodies: Vec<Body>,
    pub(super) links: Vec<Link>,
    /// Whether room for the labels of links is looked for.
    pub(super) keeps_room: bool,
    pub(super) distances: Distances,
    /// Width and height that are there to be used.
    pub(super) frame: [f64; 2],
}

impl Scene {
    /// Of the `linked` ones among `bodies`, and the `links` between them, for
    /// a picture of which so much height is `taken` already.
    pub(super) fn new(
        bodies: &[Body],
        linked: &[usize],
        mut links: Vec<Link>,
        [width, taken]: [f64; 2],
    ) -> Self {
        let mut places = vec![0; bodies.len()];
        let mut chosen = Vec::with_capacity(linked.len());
        for (place, &i) in linked.iter().enumerate() {
            places[i] = place;
            chosen.push(bodies[i].clone());
        }
        for link in &mut links {
            link.ends = link.ends.map(|end| places[end]);
        }
        let height = frame::height(&chosen, width, taken);
        Scene {
            keeps_room: links.len() <= MOST_LABELLED,
            distances: Distances::of(chosen.len(), &links),
            bodies: chosen,
            links,
            frame: [width, height],
        }
    }

    pub(super) fn count(&self) -> usize {
        self.bodies.len()
    }

    /// Whether a box of actor `i` lies in the frame. Fixed ones may reach
    /// over and under it: the frame grows.
    pub(super) fn holds(&self, i: usize, rect: &Rect) -> bool {
        let [width, height] = self.frame;
        let across = rect.x >= MARGIN_PX && rect.right() <= width - MARGIN_PX;
        let down = rect.y >= MARGIN_PX && rect.bottom() <= height - MARGIN_PX;
        across && (down || self.bodies[i].fixed.is_some())
    }

    /// Actor `i` as near to `center` as it lies in the frame (as far as that is
    /// large enough).
    pub(super) fn held(&self, i: usize, center: Point, side: LabelSide) -> Placed {
        let [width, height] = self.frame;
        let Rect { x, y, width: across, height: down } = self.bodies[i].placed(center, side).bounds;
        let inward = |low: f64, size: f64, frame: f64| {
            (MARGIN_PX - low).max(0.0) - (low + size - frame + MARGIN_PX).max(0.0)
        };
        let held =
            Point::new(center.x + inward(x, across, width), center.y + inward(y, down, height));
        self.bodies[i].placed(held, side)
    }
}

/// Where actors and their labels are.
#[derive(Clone)]
pub(super) struct Drawing {
    pub(super) actors: Vec<Placed>,
    /// Pixels per relation, across and down, for the stress.
    pub(super) unit: [f64; 2],
}

impl Drawing {
    /// Where the labels of a link would stand, at its middle.
    pub(super) fn link_label(&self, link: &Link) -> Rect {
        let [a, b] = link.ends.map(|end| self.actors[end].center);
        Rect::around(a.towards(b, 0.5), link.label[0], link.label[1])
    }
}
