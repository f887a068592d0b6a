//! The shape of each kind of actor: what colour says, it says too.

use article_widget_core::map::ActorKind;
use article_widget_core::map::layout::{Point, Rect};

use super::path::PathData;
use crate::element::{Element, element};

/// The shapes around the origin, of about the radius 1, in the order of
/// [`ActorKind::ALL`].
const SHAPES: [&str; 6] = [
    "M-.6-.9H.6A.3.3 0 0 1 .9-.6V.6A.3.3 0 0 1 .6.9H-.6A.3.3 0 0 1-.9.6V-.6A.3.3 0 0 1-.6-.9Z",
    "M-1 0A1 1 0 0 1 1 0A1 1 0 0 1-1 0Z",
    "M0-1.1L.95-.55V.55L0 1.1L-.95.55V-.55Z",
    "M0-1.15L1.15 0L0 1.15L-1.15 0Z",
    "M0-1.15L1.1.8H-1.1Z",
    "M0-1.25L.34-.42L1.19-.39L.55.18L.73 1.01L0 .55L-.73 1.01L-.55.18L-1.19-.39L-.34-.42Z",
];

/// The shape of `kind`, filled with its colour by the style sheet.
#[inline(never)]
pub(super) fn shape(kind: ActorKind, center: Point, radius: f64) -> Element {
    let radius = Point { x: radius, y: 0.0 };
    placed("path;class=map-shape", center, radius).fixed("d", SHAPES[kind as usize])
}

/// What is drawn around the origin, at `center`, turned and enlarged as the
/// point (1, 0) comes to lie `arm` away.
#[inline(never)]
pub(super) fn placed(markup: &'static str, center: Point, arm: Point) -> Element {
    let across = Point { x: -arm.y, y: arm.x };
    let places = PathData::default().then('(', &[arm, across, center]).open();
    element(markup).attr_of("transform", ["matrix", &places, ")"].concat())
}

/// A circle, drawn as its class says.
#[inline(never)]
pub(super) fn circle(class: &'static str, center: Point, radius: f64) -> Element {
    let circle = element("circle").class(class);
    circle.px("cx", center.x).px("cy", center.y).px("r", radius)
}

/// A rectangle, drawn as its class says.
#[inline(never)]
pub(super) fn rectangle(class: &'static str, area: Rect) -> Element {
    let place = element("rect").class(class).px("x", area.x).px("y", area.y);
    place.px("width", area.width).px("height", area.height)
}

/// A path, drawn as its class says.
#[inline(never)]
pub(super) fn path(class: &'static str, data: &str) -> Element {
    element("path").class(class).attr("d", data)
}
