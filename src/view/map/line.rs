//! The line of a relation. Its colour, its stroke and its marks say the same
//! thing three times: one line binds, a double line divides, dots do neither;
//! what has ended is dashed and broken by two strokes; an arrow has a direction.

use article_widget_core::date::PartialDate;
use article_widget_core::map::layout::{PlacedEdge, Point, Rect};
use article_widget_core::map::timeline::Phase;
use article_widget_core::map::{Relation, Sign};

use super::path::PathData;
use super::shape::path;
use crate::element::Element;

const ARROW_LENGTH_PX: f64 = 9.0;
const ARROW_HALF_WIDTH_PX: f64 = 4.5;
/// Where the mark of a break may stand, the best place first: shares of the curve.
const BREAK_PLACES: [f64; 9] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88];

/// What the style of a line says.
#[derive(Clone, Copy)]
pub(super) struct LineStyle {
    /// Whether it binds or divides.
    pub(super) sign: Sign,
    /// Whether it is over.
    pub(super) ended: bool,
    /// Whether it has an arrow.
    pub(super) directed: bool,
}

impl LineStyle {
    /// The style of `relation` at a moment, or over all of time.
    pub(super) fn of(relation: &Relation, at: Option<PartialDate>) -> Self {
        let ended = match at {
            Some(at) => Phase::of(relation.interval, at) >= Phase::Ends,
            None => relation.interval.until.is_some(),
        };
        LineStyle { sign: relation.sign, ended, directed: relation.directed }
    }

    /// The class of a line that is over.
    pub(super) fn ended_class(self) -> &'static str {
        if self.ended { "ended" } else { "" }
    }
}

/// `group` with the line along `edge`, or along its `way` over the world; the mark of a break keeps clear of `label`.
pub(super) fn with_line(
    group: Element,
    style: LineStyle,
    edge: &PlacedEdge,
    way: &[Vec<Point>],
    label: Option<Rect>,
) -> Element {
    let before = match way.last().map(|part| &part[..]) {
        Some([.., before, _]) => *before,
        _ => edge.control,
    };
    let toward_end = unit(edge.end, before);
    // Under the arrow, the line would make its tip blunt.
    let shorter_px = if style.directed { ARROW_LENGTH_PX - 1.0 } else { 0.0 };
    let data = course(edge, way, moved(edge.end, toward_end, -shorter_px));
    let mut group = group.with(path("map-stroke", &data));
    if style.sign == Sign::Conflict {
        group = group.with(path("map-gap", &data));
    }
    if style.ended {
        let [gap, strokes] = break_mark(edge, label);
        group = group.with(path("map-break-gap", &gap)).with(path("map-break", &strokes));
    }
    if style.directed {
        group = group.with(path("map-arrow", &arrow(edge.end, toward_end)));
    }
    group
}

/// Where the pointer meets a relation: wider than its line.
pub(super) fn hit_area(whole: &str) -> Element {
    path("map-hit-line", whole)
}

/// The course of a relation up to `end`: the parts of its way over the world, or
/// its curve where it has none.
pub(super) fn course(edge: &PlacedEdge, way: &[Vec<Point>], end: Point) -> String {
    if way.is_empty() {
        return curve(edge, end);
    }
    let mut data = PathData::default();
    for (index, part) in way.iter().enumerate() {
        for (place, point) in part.iter().enumerate() {
            let is_end = index + 1 == way.len() && place + 1 == part.len();
            let point = if is_end { end } else { *point };
            data = data.then(if place == 0 { 'M' } else { 'L' }, &[point]);
        }
    }
    data.open()
}

/// The way of `edge` as a cubic Bézier curve, which can end earlier and keep its
/// bend.
fn curve(edge: &PlacedEdge, end: Point) -> String {
    let third = |from: Point| Point {
        x: from.x + (edge.control.x - from.x) * 2.0 / 3.0,
        y: from.y + (edge.control.y - from.y) * 2.0 / 3.0,
    };
    PathData::from(edge.start).then('C', &[third(edge.start), third(edge.end), end]).open()
}

/// Where on `edge` its share `t` ends.
#[inline(never)]
fn along(edge: &PlacedEdge, t: f64) -> Point {
    let u = 1.0 - t;
    let (a, b, c) = (u * u, 2.0 * u * t, t * t);
    Point {
        x: a * edge.start.x + b * edge.control.x + c * edge.end.x,
        y: a * edge.start.y + b * edge.control.y + c * edge.end.y,
    }
}

/// Where on the curve the mark of a break stands: out of the label.
fn break_place(edge: &PlacedEdge, label: Option<Rect>) -> f64 {
    let is_free = |t: &f64| label.is_none_or(|label| !is_near(along(edge, *t), label, 6.0));
    BREAK_PLACES.into_iter().find(is_free).unwrap_or(0.1)
}

/// A gap in the line, and two short strokes across it.
fn break_mark(edge: &PlacedEdge, label: Option<Rect>) -> [String; 2] {
    let t = break_place(edge, label);
    let middle = along(edge, t);
    let along = unit(along(edge, t + 0.05), along(edge, t - 0.05));
    let across = Point { x: -along.y, y: along.x };
    // A little aslant, as in the sign for a broken axis.
    let lean = Point { x: across.x * 5.5 + along.x * 2.0, y: across.y * 5.5 + along.y * 2.0 };
    let (before, after) = (moved(middle, along, -2.5), moved(middle, along, 2.5));
    let gap = PathData::from(before).line_to(after).open();
    let strokes = PathData::from(moved(before, lean, 1.0))
        .line_to(moved(before, lean, -1.0))
        .then('M', &[moved(after, lean, 1.0)])
        .line_to(moved(after, lean, -1.0));
    [gap, strokes.open()]
}

fn arrow(tip: Point, along: Point) -> String {
    let across = Point { x: -along.y, y: along.x };
    let foot = moved(tip, along, -ARROW_LENGTH_PX);
    PathData::from(tip)
        .line_to(moved(foot, across, ARROW_HALF_WIDTH_PX))
        .line_to(moved(tip, along, -ARROW_LENGTH_PX * 0.75))
        .line_to(moved(foot, across, -ARROW_HALF_WIDTH_PX))
        .closed()
}

#[inline(never)]
fn moved(from: Point, direction: Point, by: f64) -> Point {
    Point { x: from.x + direction.x * by, y: from.y + direction.y * by }
}

/// The direction from `from` to `to`, of length 1; to the right where they are one.
#[inline(never)]
fn unit(to: Point, from: Point) -> Point {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = x.hypot(y);
    if length < 1e-6 { Point { x: 1.0, y: 0.0 } } else { Point { x: x / length, y: y / length } }
}

fn is_near(point: Point, rect: Rect, margin_px: f64) -> bool {
    (rect.x - margin_px..=rect.x + rect.width + margin_px).contains(&point.x)
        && (rect.y - margin_px..=rect.y + rect.height + margin_px).contains(&point.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(control: Point) -> PlacedEdge {
        let end = Point { x: 100.0, y: 0.0 };
        PlacedEdge {
            start: Point::default(),
            control,
            end,
            label: Rect::default(),
            label_fits: true,
        }
    }

    #[test]
    fn the_curve_drawn_is_the_curve_laid_out() {
        let edge = edge(Point { x: 50.0, y: 45.0 });
        assert_eq!(curve(&edge, edge.end), "M0 0C33.3 30 66.7 30 100 0");
        let middle = along(&edge, 0.5);
        assert!((middle.x - 50.0).abs() < 1e-9 && (middle.y - 22.5).abs() < 1e-9);
        assert!((along(&edge, 1.0).x - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_break_keeps_out_of_the_label() {
        let edge = edge(Point { x: 50.0, y: 0.0 });
        assert!((break_place(&edge, None) - 0.5).abs() < 1e-9);
        let label = Rect { x: 30.0, y: -7.0, width: 40.0, height: 14.0 };
        let x = along(&edge, break_place(&edge, Some(label))).x;
        assert!(!(24.0..=76.0).contains(&x), "{x}");
        let over_all = Rect { x: -10.0, y: -7.0, width: 120.0, height: 14.0 };
        assert!(break_place(&edge, Some(over_all)) < 0.2);
    }

    #[test]
    fn points_that_are_one_have_a_direction_all_the_same() {
        let here = Point { x: 3.0, y: 3.0 };
        let direction = unit(here, here);
        assert!((direction.x.hypot(direction.y) - 1.0).abs() < 1e-9);
    }
}
