//! Sines and their inverses, for the angles of maps.
//!
//! Written by hand from `+ - * /` and square roots: the same to the last bit in
//! every browser, and a tenth of the code of a general library, since no angle
//! here is beyond half a turn.

use std::f64::consts::{FRAC_PI_2, PI};

/// The sine of an angle of at most half a turn, in radians (Taylor 1715, to the
/// fifteenth power: off by less than 1e-11).
pub fn sin(angle: f64) -> f64 {
    let mut x = angle;
    if x > FRAC_PI_2 {
        x = PI - x;
    } else if x < -FRAC_PI_2 {
        x = -PI - x;
    }
    let square = x * x;
    let mut term = x;
    let mut sum = x;
    let mut n = 2.0;
    while n < 17.0 {
        term *= -square / (n * (n + 1.0));
        sum += term;
        n += 2.0;
    }
    sum
}

/// The cosine of an angle of at most half a turn.
pub fn cos(angle: f64) -> f64 {
    sin(FRAC_PI_2 - angle.abs())
}

/// The angle, from minus to plus a quarter turn, whose sine this is (by Newton's
/// steps from a first guess).
pub fn asin(sine: f64) -> f64 {
    if sine.abs() > 0.71 {
        // Steep there: by the other leg of the triangle.
        let other = asin((1.0 - sine * sine).max(0.0).sqrt());
        return (FRAC_PI_2 - other).copysign(sine);
    }
    let mut angle = sine;
    for _ in 0..4 {
        angle -= (sin(angle) - sine) / cos(angle);
    }
    angle
}

/// The direction of the point (x, y), from minus to plus half a turn.
pub fn direction(y: f64, x: f64) -> f64 {
    let length = (x * x + y * y).sqrt();
    if length == 0.0 {
        return 0.0;
    }
    let angle = asin(y / length);
    if x >= 0.0 { angle } else { PI.copysign(y) - angle }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for step in -1000..=1000 {
            let angle = f64::from(step) / 1000.0 * PI;
            assert!((sin(angle) - angle.sin()).abs() < 1e-11, "{angle}");
            assert!((cos(angle) - angle.cos()).abs() < 1e-11, "{angle}");
            let share = f64::from(step) / 1000.0;
            assert!((asin(share) - share.asin()).abs() < 1e-10, "{share}");
            let (y, x) = (angle.sin() * 3.0, angle.cos() * 3.0);
            assert!((direction(y, x) - y.atan2(x)).abs() < 1e-9, "{angle}");
        }
        assert_eq!(direction(0.0, 0.0), 0.0);
    }
}
