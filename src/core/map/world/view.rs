//! Which part of the world is shown.

use super::super::layout::{Point, greater, lesser};
use super::Projection;
use super::globe::{Place, toward};

/// Where an actor is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Site {
    /// Its place on the globe: the one given, or the middle of its country.
    /// Nothing when neither is known.
    pub place: Option<Place>,
}

/// A part of the world on a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldView {
    /// How the globe is made flat.
    pub projection: Projection,
    /// Width and height of the picture.
    pub size_px: [f64; 2],
    /// Pixels for a radius of the globe.
    pub scale_px: f64,
    /// What is in the middle of the picture, in radii of the globe.
    middle: [f64; 2],
}

/// Actors within this of their middle (its cosine: 48 degrees) are in a region.
const REGION: f64 = 0.67;

/// The least that is shown, in radii of the globe to either side of the middle:
/// of one actor alone, its surroundings.
const LEAST: f64 = 0.14;

/// Kept free around the actors for their names: to either side, above, below.
const MARGINS_PX: [f64; 3] = [44.0, 30.0, 44.0];

/// Half the width and height of the whole world in Equal Earth.
const WORLD: [f64; 2] = [2.706_63, 1.317_363];

/// Width to height of a picture, at most and at least.
const SHAPES: [f64; 2] = [2.05, 1.15];

/// A number between two others. (The library's own would panic where the two are
/// none, and asks for it.)
fn held(number: f64, least: f64, most: f64) -> f64 {
    lesser(most, greater(least, number))
}

impl WorldView {
    /// The part of the world that holds all of `sites`, `width_px` wide; the whole
    /// world when there is none.
    pub fn of(sites: &[Site], width_px: f64) -> Self {
        let mut sum = [0.0; 3];
        for Place(place) in sites.iter().filter_map(|site| site.place) {
            sum = [sum[0] + place[0], sum[1] + place[1], sum[2] + place[2]];
        }
        let center = toward(sum);
        let is_far = |site: &Site| site.place.is_some_and(|place| place.dot(center) < REGION);
        let is_region = sites.iter().any(|site| site.place.is_some()) && !sites.iter().any(is_far);
        let projection =
            if is_region { Projection::around(center) } else { Projection::EqualEarth };
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for place in sites.iter().filter_map(|site| site.place) {
            let [x, y] = projection.point(place);
            low = [lesser(low[0], x), lesser(low[1], y)];
            high = [greater(high[0], x), greater(high[1], y)];
        }
        if low[0] > high[0] {
            (low, high) = (WORLD.map(|half| -half), WORLD);
        }
        let mut middle = [(low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0];
        let [half_width, half_height] =
            [(high[0] - low[0]) / 2.0, (high[1] - low[1]) / 2.0].map(|half| greater(half, LEAST));

        let [aside, above, below] = MARGINS_PX;
        let room_px = greater(80.0, width_px - 2.0 * aside);
        let mut scale_px = room_px / 2.0 / half_width;
        let wanted_px = 2.0 * half_height * scale_px + above + below;
        let height_px = held(wanted_px, width_px / SHAPES[0], width_px / SHAPES[1]);
        scale_px = lesser(scale_px, (height_px - above - below) / 2.0 / half_height);
        middle[1] += (below - above) / 2.0 / scale_px;
        if !is_region {
            // The edge of the world is the edge of the picture, where it is reached.
            scale_px = greater(scale_px, width_px / 2.0 / WORLD[0]);
            for (axis, half_px) in [width_px / 2.0, height_px / 2.0].into_iter().enumerate() {
                let most = greater(0.0, WORLD[axis] - half_px / scale_px);
                middle[axis] = held(middle[axis], -most, most);
            }
        }
        WorldView { projection, size_px: [width_px, height_px], scale_px, middle }
    }

    /// Where a place is on the picture.
    pub fn point(&self, place: Place) -> Point {
        let [x, y] = self.projection.point(place);
        Point {
            x: (x - self.middle[0]) * self.scale_px + self.size_px[0] / 2.0,
            y: (y - self.middle[1]) * self.scale_px + self.size_px[1] / 2.0,
        }
    }

    /// A way over the globe on the picture, parted where it leaves the map at one
    /// side and comes back at the other.
    pub fn way(&self, places: &[Place]) -> Vec<Vec<Point>> {
        let mut parts = vec![Vec::new()];
        let mut before: Option<Point> = None;
        for place in places {
            let point = self.point(*place);
            if before.is_some_and(|before| (point.x - before.x).abs() > 2.5 * self.scale_px) {
                parts.push(Vec::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push(point);
            }
            before = Some(point);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::super::globe::great_circle;
    use super::*;

    fn sites_at(at_deg: &[[f64; 2]]) -> Vec<Site> {
        at_deg.iter().map(|at| Site { place: Some(Place::at_deg(*at)) }).collect()
    }

    fn all_inside(view: &WorldView, sites: &[Site]) {
        for place in sites.iter().filter_map(|site| site.place) {
            let Point { x, y } = view.point(place);
            let [width, height] = view.size_px;
            assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{x} {y} {view:?}");
        }
    }

    #[test]
    fn a_region_has_a_projection_of_its_own() {
        let sahel = sites_at(&[[2.1, 13.5], [8.0, 17.0], [17.2, 26.3], [-8.0, 12.6]]);
        for width in [256.0, 328.0, 700.0] {
            let view = WorldView::of(&sahel, width);
            assert!(matches!(view.projection, Projection::Around(_)));
            all_inside(&view, &sahel);
        }
        let pacific = sites_at(&[[179.0, -17.0], [-172.0, -13.0], [174.0, -41.0]]);
        all_inside(&WorldView::of(&pacific, 328.0), &pacific);
    }

    #[test]
    fn actors_all_over_the_world_are_on_equal_earth() {
        let sites = sites_at(&[[-98.6, 39.8], [96.7, 62.0], [8.1, 17.6], [53.7, 32.4]]);
        for width in [256.0, 328.0, 700.0] {
            let view = WorldView::of(&sites, width);
            assert_eq!(view.projection, Projection::EqualEarth);
            all_inside(&view, &sites);
        }
    }

    #[test]
    fn nobody_anywhere_shows_the_whole_world() {
        let view = WorldView::of(&[Site { place: None }], 600.0);
        for at in [[-180.0, 0.0], [180.0, 0.0], [0.0, 80.0], [0.0, -80.0]] {
            all_inside(&view, &sites_at(&[at]));
        }
    }

    #[test]
    fn one_actor_alone_and_all_in_one_place_have_surroundings() {
        for sites in [sites_at(&[[2.1, 13.5]]), sites_at(&[[2.1, 13.5]; 9])] {
            let view = WorldView::of(&sites, 600.0);
            all_inside(&view, &sites);
            let neighbour = view.point(Place::at_deg([8.0, 13.5]));
            assert!((0.0..600.0).contains(&neighbour.x), "{neighbour:?}");
        }
    }

    #[test]
    fn a_way_over_the_antimeridian_is_parted_there() {
        let view = WorldView::of(&[], 700.0);
        let way = |from, to| view.way(&great_circle(Place::at_deg(from), Place::at_deg(to)));
        let over = way([139.7, 35.7], [-122.4, 37.8]);
        assert_eq!(over.len(), 2);
        assert!(over[0].last().unwrap().x > 560.0 && over[1][0].x < 140.0, "{over:?}");
        assert_eq!(way([2.1, 13.5], [-77.0, 38.9]).len(), 1);
    }
}
