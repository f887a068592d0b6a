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

    pub(super) fn shape_at(&self, center: Point) -> Rect {
        Rect::around(center, 2.0 * self.radius, 2.0 * self.radius)
    }

    pub(super) fn label_at(&self, center: Point, side: LabelSide) -> Rect {
        let [width, height] = self.label;
        let (across, down) =
            (self.radius + LABEL_GAP_PX + width / 2.0, self.radius + LABEL_GAP_PX + height / 2.0);
        let (dx, dy) = match side {
            LabelSide::Below => (0.0, down),
            LabelSide::Right => (across, 0.0),
            LabelSide::Left => (-across, 0.0),
            LabelSide::Above => (0.0, -down),
        };
        Rect::around(Point::new(center.x + dx, center.y + dy), width, height)
    }

    /// Around shape and label.
    pub(super) fn bounds(&self, center: Point, side: LabelSide) -> Rect {
        let (shape, label) = (self.shape_at(center), self.label_at(center, side));
        let (x, y) = (shape.x.min(label.x), shape.y.min(label.y));
        Rect {
            x,
            y,
            width: shape.right().max(label.right()) - x,
            height: shape.bottom().max(label.bottom()) - y,
        }
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
        links: &[Link],
        [width, taken]: [f64; 2],
        keeps_fixed: bool,
    ) -> Self {
        let mut places = vec![0; bodies.len()];
        let mut chosen = Vec::with_capacity(linked.len());
        for (place, &i) in linked.iter().enumerate() {
            places[i] = place;
            let fixed = bodies[i].fixed.filter(|_| keeps_fixed);
            chosen.push(Body { fixed, ..bodies[i].clone() });
        }
        let links: Vec<Link> = links
            .iter()
            .map(|link| Link { ends: link.ends.map(|end| places[end]), label: link.label })
            .collect();
        let mut neighbours = vec![Vec::new(); linked.len()];
        for &Link { ends: [a, b], .. } in &links {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        let height = frame::height(&chosen, width, taken);
        Scene {
            bodies: chosen,
            keeps_room: links.len() <= MOST_LABELLED,
            links,
            distances: Distances::of(&neighbours),
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

    /// The nearest point to `center` where the actor with its label at `side`
    /// lies in the frame (as far as it is large enough).
    pub(super) fn held(&self, i: usize, center: Point, side: LabelSide) -> Point {
        let [width, height] = self.frame;
        let rect = self.bodies[i].bounds(center, side);
        let inward = |low: f64, high: f64, size: f64| {
            (MARGIN_PX - low).max(0.0) - (high - size + MARGIN_PX).max(0.0)
        };
        Point::new(
            center.x + inward(rect.x, rect.right(), width),
            center.y + inward(rect.y, rect.bottom(), height),
        )
    }
}

/// Where actors and their labels are.
#[derive(Clone)]
pub(super) struct Drawing {
    pub(super) centers: Vec<Point>,
    pub(super) sides: Vec<LabelSide>,
    /// The labels' boxes; follow from the two.
    pub(super) labels: Vec<Rect>,
    /// Around each shape with its label; follow from the two.
    pub(super) bounds: Vec<Rect>,
    /// Pixels per relation, across and down, for the stress.
    pub(super) unit: [f64; 2],
}

impl Drawing {
    pub(super) fn empty(count: usize) -> Self {
        Drawing {
            centers: vec![Point::default(); count],
            sides: vec![LabelSide::Below; count],
            labels: vec![Rect::default(); count],
            bounds: vec![Rect::default(); count],
            unit: [1.0, 1.0],
        }
    }

    /// Where the labels of a link would stand, at its middle.
    pub(super) fn link_label(&self, link: &Link) -> Rect {
        let [a, b] = link.ends;
        Rect::around(self.centers[a].towards(self.centers[b], 0.5), link.label[0], link.label[1])
    }

    pub(super) fn put(&mut self, bodies: &[Body], i: usize, center: Point, side: LabelSide) {
        self.centers[i] = center;
        self.sides[i] = side;
        self.labels[i] = bodies[i].label_at(center, side);
        self.bounds[i] = bodies[i].bounds(center, side);
    }
}
