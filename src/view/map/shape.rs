//! The shape of each kind of actor: what colour says, it says too.

use article_widget_core::map::ActorKind;
use article_widget_core::map::layout::{Point, Rect};

use super::path::polygon;
use crate::element::{Element, element};

// Corners in hundredths of the radius.
const DIAMOND: &[(i8, i8)] = &[(0, -115), (115, 0), (0, 115), (-115, 0)];
const HEXAGON: &[(i8, i8)] = &[(0, -110), (95, -55), (95, 55), (0, 110), (-95, 55), (-95, -55)];
const TRIANGLE: &[(i8, i8)] = &[(0, -115), (110, 80), (-110, 80)];
const STAR: &[(i8, i8)] = &[
    (0, -125),
    (34, -42),
    (119, -39),
    (55, 18),
    (73, 101),
    (0, 55),
    (-73, 101),
    (-55, 18),
    (-119, -39),
    (-34, -42),
];

/// The shape of `kind`, filled with its colour by the style sheet.
pub(super) fn shape(kind: ActorKind, center: Point, radius: f64) -> Element {
    let corners = match kind {
        ActorKind::Person => return circle("map-shape", center, radius),
        ActorKind::State => {
            let half = radius * 0.92;
            let (x, y) = (center.x - half, center.y - half);
            return rectangle("map-shape", Rect { x, y, width: 2.0 * half, height: 2.0 * half })
                .px("rx", radius * 0.3);
        }
        ActorKind::Organisation => HEXAGON,
        ActorKind::Place => DIAMOND,
        ActorKind::Group => TRIANGLE,
        ActorKind::Event => STAR,
    };
    path("map-shape", &polygon(center, radius, corners))
}

/// A circle, drawn as its class says.
#[inline(never)]
pub(super) fn circle(class: &'static str, center: Point, radius: f64) -> Element {
    let circle = element("circle").fixed("class", class);
    circle.px("cx", center.x).px("cy", center.y).px("r", radius)
}

/// A rectangle, drawn as its class says.
#[inline(never)]
pub(super) fn rectangle(class: &'static str, area: Rect) -> Element {
    let place = element("rect").fixed("class", class).px("x", area.x).px("y", area.y);
    place.px("width", area.width).px("height", area.height)
}

/// A path, drawn as its class says.
#[inline(never)]
pub(super) fn path(class: &'static str, data: &str) -> Element {
    element("path").fixed("class", class).attr("d", data)
}
