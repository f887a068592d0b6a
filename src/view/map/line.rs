//! The line of a relation. Its colour, its stroke and its marks say the same
//! thing three times: one line binds, a double line divides, dots do neither;
//! what has ended is dashed and broken by two strokes; an arrow has a direction.

use article_widget_core::map::layout::{PlacedEdge, Point, Rect};
use article_widget_core::map::{Relation, Sign};
use yew::prelude::*;

use super::path::PathData;

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
    /// The style of `relation`.
    pub(super) fn of(relation: &Relation) -> Self {
        LineStyle {
            sign: relation.sign,
            ended: relation.interval.until.is_some(),
            directed: relation.directed,
        }
    }

    /// The classes that give a line its colour and its dashes.
    pub(super) fn classes(self) -> Classes {
        classes!("map-line", self.sign.as_str(), self.ended.then_some("ended"))
    }
}

/// The line along `edge`; the mark of a break keeps clear of `label`.
pub(super) fn line(style: LineStyle, edge: &PlacedEdge, label: Option<Rect>) -> Html {
    let curve = Curve::of(edge);
    let toward_end = unit(curve.end, curve.second);
    let mut drawn = curve;
    if style.directed {
        // Under the arrow, the line would make its tip blunt.
        drawn.end = moved(curve.end, toward_end, 1.0 - ARROW_LENGTH_PX);
    }
    let data = drawn.data();
    html! {
        <>
            <path class="map-stroke" d={data.clone()} />
            if style.sign == Sign::Conflict {
                <path class="map-gap" d={data} />
            }
            if style.ended {
                { break_mark(&curve, label) }
            }
            if style.directed {
                <path class="map-arrow" d={arrow(curve.end, toward_end)} />
            }
        </>
    }
}

/// Where the pointer meets a relation: wider than its line.
pub(super) fn hit_area(edge: &PlacedEdge) -> Html {
    html! { <path class="map-hit-line" d={Curve::of(edge).data()} /> }
}

/// A cubic Bézier curve, which a quadratic one is too.
#[derive(Clone, Copy)]
struct Curve {
    start: Point,
    first: Point,
    second: Point,
    end: Point,
}

impl Curve {
    fn of(edge: &PlacedEdge) -> Self {
        let PlacedEdge { start, control, end, .. } = *edge;
        let third = |from: Point| Point {
            x: from.x + (control.x - from.x) * 2.0 / 3.0,
            y: from.y + (control.y - from.y) * 2.0 / 3.0,
        };
        Curve { start, first: third(start), second: third(end), end }
    }

    fn data(&self) -> String {
        PathData::from(self.start).then('C', &[self.first, self.second, self.end]).open()
    }

    fn at(&self, t: f64) -> Point {
        let u = 1.0 - t;
        let (a, b, c, d) = (u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t);
        let mix = |f: fn(Point) -> f64| {
            a * f(self.start) + b * f(self.first) + c * f(self.second) + d * f(self.end)
        };
        Point { x: mix(|p| p.x), y: mix(|p| p.y) }
    }
}

/// Where on the curve the mark of a break stands: out of the label.
fn break_place(curve: &Curve, label: Option<Rect>) -> f64 {
    let is_free = |t: &f64| label.is_none_or(|label| !is_near(curve.at(*t), label, 6.0));
    BREAK_PLACES.into_iter().find(is_free).unwrap_or(0.1)
}

/// Two short strokes across the line, with a gap between them.
fn break_mark(curve: &Curve, label: Option<Rect>) -> Html {
    let t = break_place(curve, label);
    let middle = curve.at(t);
    let along = unit(curve.at(t + 0.05), curve.at(t - 0.05));
    let across = Point { x: -along.y, y: along.x };
    let stroke = |offset: f64| {
        let foot = moved(middle, along, offset);
        // A little aslant, as in the sign for a broken axis.
        let lean = Point { x: across.x * 5.5 + along.x * 2.0, y: across.y * 5.5 + along.y * 2.0 };
        PathData::from(moved(foot, lean, 1.0)).line_to(moved(foot, lean, -1.0)).open()
    };
    let gap = PathData::from(moved(middle, along, -2.5)).line_to(moved(middle, along, 2.5)).open();
    html! {
        <>
            <path class="map-break-gap" d={gap} />
            <path class="map-break" d={[stroke(-2.5), stroke(2.5)].concat()} />
        </>
    }
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

fn moved(from: Point, direction: Point, by: f64) -> Point {
    Point { x: from.x + direction.x * by, y: from.y + direction.y * by }
}

/// The direction from `from` to `to`, of length 1; to the right where they are one.
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
        let curve = Curve::of(&edge(Point { x: 50.0, y: 40.0 }));
        let middle = curve.at(0.5);
        assert!((middle.x - 50.0).abs() < 1e-9 && (middle.y - 20.0).abs() < 1e-9);
        assert!((curve.at(1.0).x - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_break_keeps_out_of_the_label() {
        let curve = Curve::of(&edge(Point { x: 50.0, y: 0.0 }));
        assert!((break_place(&curve, None) - 0.5).abs() < 1e-9);
        let label = Rect { x: 30.0, y: -7.0, width: 40.0, height: 14.0 };
        let x = curve.at(break_place(&curve, Some(label))).x;
        assert!(!(24.0..=76.0).contains(&x), "{x}");
        let over_all = Rect { x: -10.0, y: -7.0, width: 120.0, height: 14.0 };
        assert!(break_place(&curve, Some(over_all)) < 0.2);
    }

    #[test]
    fn points_that_are_one_have_a_direction_all_the_same() {
        let here = Point { x: 3.0, y: 3.0 };
        let direction = unit(here, here);
        assert!((direction.x.hypot(direction.y) - 1.0).abs() < 1e-9);
    }
}
