//! The countries under the world view.

use article_widget_core::map::layout::Point;
use article_widget_core::map::world::{Atlas, Place, WorldView};
use article_widget_core::map::{ActorIndex, ActorKind, ActorMap};

use super::path::PathData;

/// Nearer than this to the point before, a point of a border is not drawn.
const FINEST_PX: f64 = 0.6;

/// The last longitude that is on its own side of the map.
const EDGE_DEG: f64 = 179.99;

/// A country in sight.
pub(super) struct Land {
    /// ISO 3166-1 alpha-2; `--` where there is none.
    pub(super) code: String,
    /// Its outline, as SVG writes it.
    pub(super) data: String,
    /// The state among the actors that it is.
    pub(super) actor: Option<ActorIndex>,
}

/// The countries of `atlas` that `view` shows.
pub(super) fn lands(map: &ActorMap, atlas: &Atlas, view: &WorldView) -> Vec<Land> {
    let mut lands = Vec::new();
    for country in &atlas.countries {
        let mut data = String::new();
        for ring in &country.rings {
            push_ring(&mut data, ring, view);
        }
        if data.is_empty() {
            continue;
        }
        let code = country.code.clone();
        let is_it = |actor: &article_widget_core::map::Actor| {
            actor.kind == ActorKind::State && actor.country.as_ref() == Some(&code)
        };
        let actor = map.actors.iter().position(is_it).map(ActorIndex);
        lands.push(Land { code, data, actor });
    }
    lands
}

/// Adds a ring, if any of it can be in sight.
fn push_ring(data: &mut String, ring: &[[f64; 2]], view: &WorldView) {
    let [width, height] = view.size_px;
    // The sides of the picture beyond which all of it lies (Cohen, Sutherland).
    let mut beyond = [true; 4];
    let mut path = PathData::default();
    let mut last: Option<Point> = None;
    for place in ring {
        // At the antimeridian itself, east and west would be one.
        let [longitude, latitude] = *place;
        let point = view.point(Place::at_deg([EDGE_DEG.min(longitude.max(-EDGE_DEG)), latitude]));
        let sides = [point.x < 0.0, point.y < 0.0, point.x > width, point.y > height];
        for (all, side) in beyond.iter_mut().zip(sides) {
            *all &= side;
        }
        let is_near = |last: Point| {
            (last.x - point.x).abs() < FINEST_PX && (last.y - point.y).abs() < FINEST_PX
        };
        if !last.is_some_and(is_near) {
            path = path.then(if last.is_some() { 'L' } else { 'M' }, &[point]);
            last = Some(point);
        }
    }
    if !beyond.contains(&true) {
        data.push_str(&path.closed());
    }
}
