//! The linked actors, the frame they go into, and a drawing of them.

use super::geometry::{Area, Point, greater, lesser};
use super::request::{EdgeRequest, NodeRequest};
use super::result::LabelSide;
use super::{MARGIN_PX, distance, frame};

/// Between a shape and its label.
const LABEL_GAP_PX: f64 = 3.0;

/// Labels under their shape read best, over it worst; with
/// what each side costs by itself.
pub(super) const SIDES: [(LabelSide, f64); 4] = [
    (LabelSide::Below, 0.0),
    (LabelSide::Right, 0.15),
    (LabelSide::Left, 0.2),
    (LabelSide::Above, 0.25),
];

/// An actor that has its place, with its boxes.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    /// Whether the author fixed its place.
    pub(super) is_fixed: bool,
    pub(super) side: LabelSide,
    pub(super) shape: Area,
    pub(super) label: Area,
    /// Around the two.
    pub(super) bounds: Area,
}

impl Placed {
    /// Where the author wants it, otherwise not placed yet; measures that are
    /// none are nothing.
    pub(super) fn of(node: &NodeRequest) -> Self {
        let is_fixed = node.fixed.is_some_and(|[x, y]| (x + y).is_finite());
        let [x, y] = node.fixed.unwrap_or_default();
        let radius = positive(node.radius_px);
        let shape = Area { center: Point::new(x, y), half: Point::new(radius, radius) };
        let half = half_label(node.label_px);
        let label = Area { center: shape.center, half };
        Placed { is_fixed, side: LabelSide::Below, shape, label, bounds: label }
    }

    pub(super) fn center(&self) -> Point {
        self.shape.center
    }

    /// Its label's box, were it to stand there.
    #[inline(never)]
    pub(super) fn label_at(&self, center: Point, side: LabelSide) -> Area {
        let half = self.label.half;
        let reach = self.shape.half.x + LABEL_GAP_PX;
        let (across, down) = (reach + half.x, reach + half.y);
        let away = match side {
            LabelSide::Below => Point::new(0.0, down),
            LabelSide::Right => Point::new(across, 0.0),
            LabelSide::Left => Point::new(-across, 0.0),
            LabelSide::Above => Point::new(0.0, -down),
        };
        Area { center: center.plus(away), half }
    }

    /// Moves it.
    #[inline(never)]
    pub(super) fn put(&mut self, center: Point, side: LabelSide) {
        self.side = side;
        self.shape.center = center;
        self.label = self.label_at(center, side);
        self.bounds = self.shape.with(&self.label);
    }

    /// Of shape and label, the label below.
    pub(super) fn width(&self) -> f64 {
        2.0 * greater(self.shape.half.x, self.label.half.x)
    }

    /// Of the label below and the gap to it.
    pub(super) fn label_height(&self) -> f64 {
        2.0 * self.label.half.y + LABEL_GAP_PX
    }
}

/// A measure from outside: what is not a number or negative is nothing.
#[inline(never)]
pub(super) fn positive(value: f64) -> f64 {
    if value.is_finite() && value > 0.0 { value } else { 0.0 }
}

/// All relations of two actors, whichever way they go.
#[derive(Clone, Copy)]
pub(super) struct Link {
    /// The lower index.
    pub(super) a: usize,
    /// The higher one.
    pub(super) b: usize,
    /// Half the room for the labels of all of them, one below the other.
    pub(super) label: Point,
}

/// With more links than this, there is no use in keeping room for labels:
/// only some of them will be shown.
const MOST_LABELLED: usize = 40;

impl EdgeRequest {
    /// Its two ends, the lower index first.
    pub(super) fn ends(&self) -> (usize, usize) {
        if self.from < self.to { (self.from, self.to) } else { (self.to, self.from) }
    }
}

/// Half the width and height of a label.
#[inline(never)]
pub(super) fn half_label([width, height]: [f64; 2]) -> Point {
    Point::new(positive(width) / 2.0, positive(height) / 2.0)
}

/// Which of `count` actors are related at all.
pub(super) fn links(edges: &[EdgeRequest], count: usize) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for edge in edges {
        let (a, b) = edge.ends();
        if a == b || b >= count {
            continue;
        }
        let label = half_label(edge.label_px);
        match links.iter_mut().find(|link| link.a == a && link.b == b) {
            Some(Link { label: all, .. }) => {
                *all = Point::new(greater(all.x, label.x), all.y + label.y);
            }
            None => links.push(Link { a, b, label }),
        }
    }
    if links.len() > MOST_LABELLED {
        for link in &mut links {
            link.label = Point::default();
        }
    }
    links
}

/// What is known before anything is drawn.
pub(super) struct Scene {
    /// Not placed yet.
    pub(super) actors: Vec<Placed>,
    pub(super) links: Vec<Link>,
    /// How far apart every two ought to be: a square table, row by row.
    pub(super) distances: Vec<f64>,
    /// Whether the author fixed any places.
    pub(super) is_fixed: bool,
    /// Width and height that are there to be used.
    pub(super) frame: Point,
}

impl Scene {
    /// Of these actors and `links` between them, for a picture of which so
    /// much height is `taken` already.
    pub(super) fn new(actors: Vec<Placed>, links: Vec<Link>, width: f64, taken: f64) -> Self {
        Scene {
            distances: distance::between(actors.len(), &links),
            is_fixed: actors.iter().any(|actor| actor.is_fixed),
            frame: Point::new(width, frame::height(&actors, width, taken)),
            actors,
            links,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.actors.len()
    }

    /// How far into the frame a box of `actor` has to move. Fixed actors may
    /// reach over and under it: the frame grows.
    #[inline(never)]
    pub(super) fn inward(&self, actor: &Placed, area: &Area) -> Point {
        let inward = |center: f64, half: f64, frame: f64| {
            let least = MARGIN_PX + half;
            greater(0.0, least - center) + lesser(0.0, frame - least - center)
        };
        let x = inward(area.center.x, area.half.x, self.frame.x);
        let mut y = 0.0;
        if !actor.is_fixed {
            y = inward(area.center.y, area.half.y, self.frame.y);
        }
        Point::new(x, y)
    }

    /// Moves `actor` as near to `center` as it lies in the frame (as far as that
    /// is large enough).
    #[inline(never)]
    pub(super) fn hold(&self, actor: &mut Placed, center: Point) {
        actor.put(center, actor.side);
        actor.put(center.plus(self.inward(actor, &actor.bounds)), actor.side);
    }
}

/// Where actors and their labels are.
#[derive(Clone)]
pub(super) struct Drawing {
    pub(super) actors: Vec<Placed>,
    /// Pixels per relation, across and down, for the stress.
    pub(super) unit: Point,
}

impl Drawing {
    pub(super) fn empty() -> Self {
        Drawing { actors: Vec::new(), unit: Point::new(1.0, 1.0) }
    }

    /// The ends of a link, and where its labels would stand, at its middle.
    #[inline(never)]
    pub(super) fn line(&self, link: &Link) -> (Point, Point, Area) {
        let (p, q) = (self.actors[link.a].center(), self.actors[link.b].center());
        (p, q, Area { center: p.towards(q, 0.5), half: link.label })
    }
}
