//! The shape of each kind of actor: what colour says, it says too.

use article_widget_core::map::ActorKind;
use article_widget_core::map::layout::Point;
use yew::prelude::*;

use super::path::{polygon, px};

const DIAMOND: &[(f64, f64)] = &[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)];
const HEXAGON: &[(f64, f64)] =
    &[(0.0, -1.1), (0.95, -0.55), (0.95, 0.55), (0.0, 1.1), (-0.95, 0.55), (-0.95, -0.55)];
const TRIANGLE: &[(f64, f64)] = &[(0.0, -1.15), (1.1, 0.8), (-1.1, 0.8)];
const STAR: &[(f64, f64)] = &[
    (0.0, -1.25),
    (0.34, -0.42),
    (1.19, -0.39),
    (0.55, 0.18),
    (0.73, 1.01),
    (0.0, 0.55),
    (-0.73, 1.01),
    (-0.55, 0.18),
    (-1.19, -0.39),
    (-0.34, -0.42),
];

/// The shape of `kind`, filled with its colour by the style sheet.
pub(super) fn shape(kind: ActorKind, center: Point, radius: f64) -> Html {
    let corners = match kind {
        ActorKind::Person => {
            return html! {
                <circle class="map-shape" cx={px(center.x)} cy={px(center.y)} r={px(radius)} />
            };
        }
        ActorKind::State => {
            let half = radius * 0.92;
            return html! {
                <rect
                    class="map-shape"
                    x={px(center.x - half)}
                    y={px(center.y - half)}
                    width={px(2.0 * half)}
                    height={px(2.0 * half)}
                    rx={px(radius * 0.3)}
                />
            };
        }
        ActorKind::Organisation => HEXAGON,
        ActorKind::Place => DIAMOND,
        ActorKind::Group => TRIANGLE,
        ActorKind::Event => STAR,
    };
    html! { <path class="map-shape" d={polygon(center, radius, corners)} /> }
}
