//! The line of a relation. Its colour, its stroke and its marks say the same
//! thing three times: one line binds, a double line divides, dots do neither;
//! what has ended is dashed and broken by two strokes; an arrow has a direction.

use article_widget_core::date::PartialDate;
use article_widget_core::map::layout::{PlacedEdge, Point, Rect};
use article_widget_core::map::timeline::Phase;
use article_widget_core::map::{Relation, Sign};

use super::path::PathData;
use super::shape::{path, placed};
use crate::element::Element;

/// By how much a line ends before its arrow's tip, which it would make blunt.
const ARROW_PX: f64 = 8.0;
/// The size of the marks on a line.
const MARK_PX: f64 = 10.0;
const ORIGIN: Point = Point { x: 0.0, y: 0.0 };
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
}

/// `group` with the line along `edge`, or along its `way` over the world; the mark of a break keeps clear of `label`.
pub(super) fn with_line(
    group: Element,
    style: LineStyle,
    edge: &PlacedEdge,
    way: &str,
    label: Option<Rect>,
) -> Element {
    let toward_end = unit(edge.end, edge.control);
    let end = if style.directed { moved(edge.end, toward_end, -ARROW_PX) } else { edge.end };
    let data = course(edge, way, end);
    let mut group = group.with(path("map-stroke", &data));
    if style.sign == Sign::Conflict {
        group = group.with(path("map-gap", &data));
    }
    if style.ended {
        // A gap in the line, and two short strokes across it, a little aslant,
        // as in the sign for a broken axis.
        let t = break_place(edge, label);
        let (middle, arm) = (
            along(edge, t),
            moved(ORIGIN, unit(along(edge, t + 0.05), along(edge, t - 0.05)), MARK_PX),
        );
        group = group
            .with(placed("path;class=map-break-gap;d=M-.25 0H.25", middle, arm))
            .with(placed("path;class=map-break;d=M-.05.55L-.45-.55M.45.55L.05-.55", middle, arm));
    }
    if style.directed {
        let arm = moved(ORIGIN, toward_end, MARK_PX);
        group =
            group.with(placed("path;class=map-arrow;d=M0 0L-.9.45L-.67 0L-.9-.45Z", edge.end, arm));
    }
    group
}

/// Where the pointer meets a relation: wider than its line.
pub(super) fn hit_area(whole: &str) -> Element {
    path("map-hit-line", whole)
}

/// The course of a relation up to `end`: its way over the world, or its curve where
/// it has none.
pub(super) fn course(edge: &PlacedEdge, way: &str, end: Point) -> String {
    if way.is_empty() {
        return curve(edge, end);
    }
    PathData::along(way).line_to(end).open()
}

/// The way of `edge`, or of most of it up to `end`.
fn curve(edge: &PlacedEdge, end: Point) -> String {
    PathData::from(edge.start).then('Q', &[edge.control, end]).open()
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
    let Some(label) = label else { return BREAK_PLACES[0] };
    for t in BREAK_PLACES {
        if !is_near(along(edge, t), label, 6.0) {
            return t;
        }
    }
    0.1
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

#[inline(never)]
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
        assert_eq!(curve(&edge, edge.end), "M0 0Q50 45 100 0");
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
