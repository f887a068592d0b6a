//! Places on the globe, and the way between them.

use super::angle::{asin, cos, direction, sin};

const DEGREE: f64 = std::f64::consts::PI / 180.0;

/// A place on the globe: a point of the unit sphere. The first axis goes
/// through 0° N 0° E, the second through 0° N 90° E, the third through the pole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place(pub [f64; 3]);

impl Place {
    /// From longitude and latitude in degrees.
    pub fn at_deg([longitude, latitude]: [f64; 2]) -> Self {
        let (longitude, latitude) = (longitude * DEGREE, latitude * DEGREE);
        let across = cos(latitude);
        Place([across * cos(longitude), across * sin(longitude), sin(latitude)])
    }

    /// Longitude and latitude in degrees.
    pub fn deg(self) -> [f64; 2] {
        let Place([x, y, z]) = self;
        [direction(y, x) / DEGREE, asin(z) / DEGREE]
    }

    /// The cosine of the angle between two places.
    pub fn dot(self, other: Place) -> f64 {
        let (Place([a, b, c]), Place([x, y, z])) = (self, other);
        a * x + b * y + c * z
    }

    /// Halfway between two places, by the shorter way; of opposite places, any.
    pub fn between(self, other: Place) -> Place {
        let (Place([a, b, c]), Place([x, y, z])) = (self, other);
        toward([a + x, b + y, c + z])
    }
}

/// The place in a direction from the middle of the globe.
pub fn toward([x, y, z]: [f64; 3]) -> Place {
    let length = (x * x + y * y + z * z).sqrt();
    if length < 1e-9 {
        return Place([0.0, 0.0, 1.0]);
    }
    Place([x / length, y / length, z / length])
}

/// Halvings of a way.
const HALVINGS: u32 = 5;

/// The great circle from one place to another: the shortest way, as 33 places.
pub fn great_circle(from: Place, to: Place) -> Vec<Place> {
    let mut way = vec![from, to];
    for _ in 0..HALVINGS {
        let mut finer = vec![from];
        for pair in way.windows(2) {
            finer.push(pair[0].between(pair[1]));
            finer.push(pair[1]);
        }
        way = finer;
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: [f64; 2], b: [f64; 2]) {
        assert!((a[0] - b[0]).abs() < 1e-6 && (a[1] - b[1]).abs() < 1e-6, "{a:?} {b:?}");
    }

    #[test]
    fn degrees_there_and_back() {
        for at in [[0.0, 0.0], [8.08, 17.61], [-98.58, 39.83], [179.9, -60.0], [-179.9, 89.0]] {
            close(Place::at_deg(at).deg(), at);
        }
    }

    #[test]
    fn the_shortest_way_is_evenly_divided() {
        let (from, to) = (Place::at_deg([2.0, 13.0]), Place::at_deg([-77.0, 39.0]));
        let way = great_circle(from, to);
        assert_eq!(way.len(), 33);
        for pair in way.windows(2) {
            assert!((pair[0].dot(pair[1]) - way[0].dot(way[1])).abs() < 1e-9);
        }
    }

    /// Golden: `d3.geoInterpolate` of d3-geo 3.1.1.
    #[test]
    fn halfway_is_where_others_say() {
        let middle = |from, to| great_circle(Place::at_deg(from), Place::at_deg(to))[16].deg();
        close(middle([2.11, 13.51], [-77.04, 38.9]), [-32.229_140_507, 32.450_673_165]);
        close(middle([37.62, 55.75], [-77.04, 38.9]), [-33.774_561_321, 62.839_590_520]);
        // Over the antimeridian.
        close(middle([139.7, 35.7], [-122.4, 37.8]), [-172.250_410_438, 48.666_438_560]);
    }

    #[test]
    fn opposite_places_have_a_way_all_the_same() {
        let way = great_circle(Place::at_deg([0.0, 0.0]), Place::at_deg([180.0, 0.0]));
        assert!(way.iter().all(|place| (place.dot(*place) - 1.0).abs() < 1e-9));
    }
}
