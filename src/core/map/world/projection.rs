//! From the globe to the plane.

use super::angle::{asin, direction};
use super::globe::Place;

/// How the globe becomes flat. Both keep areas: no country looks larger than it
/// is beside another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// The whole world: Equal Earth (Šavrič, Patterson, Jenny 2018, "The Equal
    /// Earth map projection", International Journal of Geographical Information
    /// Science 33(3)).
    EqualEarth,
    /// A part of it, around a centre: Lambert's azimuthal equal-area projection
    /// (Snyder 1987, "Map Projections: A Working Manual", chapter 24).
    Around(Frame),
}

/// A centre, with the directions east and north of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    center: Place,
    east: Place,
    north: Place,
}

/// Farther from the centre than this (its cosine), places are held at the rim:
/// beyond, shapes would turn inside out.
const RIM: f64 = -0.643;

impl Projection {
    /// Around a place.
    pub fn around(center: Place) -> Self {
        let Place([x, y, z]) = center;
        let across = (x * x + y * y).sqrt();
        // At the pole, east is where it is at 0°.
        let (sin, cos) = if across < 1e-9 { (0.0, 1.0) } else { (y / across, x / across) };
        let east = Place([-sin, cos, 0.0]);
        let north = Place([-z * cos, -z * sin, across]);
        Projection::Around(Frame { center, east, north })
    }

    /// Where a place is on the plane, y downwards, in radii of the globe.
    pub fn point(self, place: Place) -> [f64; 2] {
        match self {
            Projection::EqualEarth => {
                let Place([x, y, z]) = place;
                equal_earth(direction(y, x), z)
            }
            Projection::Around(Frame { center, east, north }) => {
                let (ahead, x, y) = (place.dot(center), place.dot(east), place.dot(north));
                let mut scale = (2.0 / (1.0 + ahead)).sqrt();
                if ahead < RIM {
                    let away = (x * x + y * y).sqrt().max(1e-9);
                    scale = (2.0 * (1.0 - RIM)).sqrt() / away;
                }
                [x * scale, -y * scale]
            }
        }
    }
}

/// The coefficients of the paper's polynomial.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// sqrt(3) / 2.
const M: f64 = 0.866_025_403_784_438_6;

/// Equal Earth of a longitude and the sine of a latitude.
fn equal_earth(longitude: f64, sin_latitude: f64) -> [f64; 2] {
    let sine = M * sin_latitude;
    let theta = asin(sine);
    let cosine = (1.0 - sine * sine).sqrt();
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    let y = theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    [longitude * cosine / (M * slope), -y]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(at: [f64; 2], projection: Projection, expected: [f64; 2]) {
        let [x, y] = projection.point(Place::at_deg(at));
        let [to_x, to_y] = expected;
        assert!((x - to_x).abs() < 1e-6 && (y - to_y).abs() < 1e-6, "{at:?}: {x} {y}");
    }

    /// Golden: `d3.geoEqualEarthRaw` of d3-geo 3.1.1, y turned down.
    #[test]
    fn equal_earth_is_as_published() {
        for (at, expected) in [
            ([0.0, 0.0], [0.0, 0.0]),
            ([8.08, 17.61], [0.118_768_341, -0.353_790_703]),
            ([-98.58, 39.83], [-1.315_194_699, -0.771_642_5]),
            ([179.9, -60.0], [2.037_927_276, 1.088_300_836]),
            ([37.62, 55.75], [0.443_899_6, -1.028_803_328]),
            ([120.0, -33.9], [1.656_063_545, 0.665_255_443]),
        ] {
            close(at, Projection::EqualEarth, expected);
        }
    }

    /// Golden: `d3.geoAzimuthalEqualArea` of d3-geo 3.1.1 at scale 1.
    #[test]
    fn around_a_place_is_as_others_draw_it() {
        let around = Projection::around(Place::at_deg([10.0, 20.0]));
        for (at, expected) in [
            ([10.0, 20.0], [0.0, 0.0]),
            ([0.0, 0.0], [-0.176_979_464, 0.343_285_76]),
            ([2.35, 46.6], [-0.094_129_735, -0.462_951_438]),
            ([-98.58, 39.83], [-1.035_076_664, -0.974_857_66]),
            ([96.69, 61.98], [0.575_678_847, -1.006_855_165]),
            ([10.0, -60.0], [0.0, 1.285_575_219]),
        ] {
            close(at, around, expected);
        }
    }

    #[test]
    fn what_is_opposite_stays_at_the_rim() {
        let around = Projection::around(Place::at_deg([10.0, 20.0]));
        for at in [[-170.0, -20.0], [-169.0, -21.0], [180.0, 0.0]] {
            let [x, y] = around.point(Place::at_deg(at));
            assert!(x.hypot(y) < 1.82 && x.is_finite(), "{x} {y}");
        }
        let pole = Projection::around(Place::at_deg([0.0, 90.0]));
        assert!(pole.point(Place::at_deg([0.0, 90.0]))[0].abs() < 1e-9);
    }
}
