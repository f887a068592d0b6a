//! Points, boxes, segments and curves, as far as the layout needs them. A
//! [`Point`] is also what has one number across and one down: a step, a size.

/// A point of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// An upright rectangle of the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Point {
    pub(super) const fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    pub(super) fn plus(self, other: Point) -> Point {
        Point::new(self.x + other.x, self.y + other.y)
    }

    pub(super) fn minus(self, other: Point) -> Point {
        Point::new(self.x - other.x, self.y - other.y)
    }

    pub(super) fn times(self, factor: f64) -> Point {
        Point::new(self.x * factor, self.y * factor)
    }

    /// `self + (other - self) * share`.
    pub(super) fn towards(self, other: Point, share: f64) -> Point {
        self.plus(other.minus(self).times(share))
    }

    pub(super) fn dot(self, other: Point) -> f64 {
        self.x * other.x + self.y * other.y
    }

    pub(super) fn distance(self, other: Point) -> f64 {
        let way = other.minus(self);
        way.dot(way).sqrt()
    }
}

/// An upright box as the layout computes with it.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) center: Point,
    /// Half its width and height.
    pub(super) half: Point,
}

impl Area {
    /// Between its upper left and its lower right corner.
    pub(super) fn between(low: Point, high: Point) -> Self {
        Area { center: low.plus(high).times(0.5), half: high.minus(low).times(0.5) }
    }

    pub(super) fn of(rect: &Rect) -> Self {
        let half = Point::new(rect.width / 2.0, rect.height / 2.0);
        Area { center: Point::new(rect.x, rect.y).plus(half), half }
    }

    #[inline(never)]
    pub(super) fn rect(&self) -> Rect {
        let Point { x, y } = self.low();
        Rect { x, y, width: 2.0 * self.half.x, height: 2.0 * self.half.y }
    }

    pub(super) fn low(&self) -> Point {
        self.center.minus(self.half)
    }

    pub(super) fn high(&self) -> Point {
        self.center.plus(self.half)
    }

    pub(super) fn grown(&self, by: f64) -> Area {
        Area { center: self.center, half: self.half.plus(Point::new(by, by)) }
    }

    /// Around both.
    #[inline(never)]
    pub(super) fn with(&self, other: &Area) -> Area {
        extent(&[self.low(), self.high(), other.low(), other.high()])
    }

    /// How far the two reach into each other, across and down; where either
    /// is negative, it is the gap between them.
    pub(super) fn overlap(&self, other: &Area) -> Point {
        let (way, sum) = (self.center.minus(other.center), self.half.plus(other.half));
        Point::new(sum.x - way.x.abs(), sum.y - way.y.abs())
    }

    /// How far one would have to move to be free of the other, at least; where
    /// it is negative, it is the gap between them. A box in which nothing would
    /// be drawn is in no one's way.
    #[inline(never)]
    pub(super) fn depth(&self, other: &Area) -> f64 {
        let Point { x, y } = self.overlap(other);
        if self.half.x * self.half.y * other.half.x * other.half.y > 0.0 {
            lesser(x, y)
        } else {
            f64::NEG_INFINITY
        }
    }

    /// False where the segment from `a` to `b` surely stays outside: quick,
    /// and enough for most.
    #[inline(never)]
    pub(super) fn may_meet(&self, a: Point, b: Point) -> bool {
        let (sum, way) = (a.plus(b).minus(self.center.times(2.0)), b.minus(a));
        sum.x.abs() < way.x.abs() + 2.0 * self.half.x
            && sum.y.abs() < way.y.abs() + 2.0 * self.half.y
    }

    /// The share of the segment from `a` to `b` that lies inside, 0 to 1
    /// (Liang, Barsky 1984, "A New Concept and Method for Line Clipping").
    #[inline(never)]
    pub(super) fn share_of_segment(&self, a: Point, b: Point) -> f64 {
        if !self.may_meet(a, b) {
            return 0.0;
        }
        let (from, step) = (self.center.minus(a), b.minus(a));
        // What the way to the middle is divided by may be 0: then the segment
        // stays between the two sides, and neither comparison changes anything.
        let (x, y) = (from.x / step.x, from.y / step.y);
        let (spread_x, spread_y) = ((self.half.x / step.x).abs(), (self.half.y / step.y).abs());
        let enter = greater(greater(0.0, x - spread_x), y - spread_y);
        let leave = lesser(lesser(1.0, x + spread_x), y + spread_y);
        greater(0.0, leave - enter)
    }
}

/// The lesser of two numbers: one comparison; `a` where `b` is none.
pub(in super::super) fn lesser(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

/// The greater of two numbers; `a` where `b` is none.
pub(in super::super) fn greater(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// On which side of the line from `a` to `b` the point `c` is.
fn turn(a: Point, b: Point, c: Point) -> f64 {
    let (ab, ac) = (b.minus(a), c.minus(a));
    ab.x * ac.y - ab.y * ac.x
}

/// Whether the segments `ab` and `cd` cross between their ends.
#[inline(never)]
pub(super) fn segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

/// How far `p` is from the segment `ab`, squared.
pub(super) fn squared_distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (way, to) = (b.minus(a), p.minus(a));
    // Of a segment without length, any point is as near.
    let along = lesser(1.0, greater(0.0, to.dot(way) / way.dot(way)));
    let off = to.minus(way.times(along));
    off.dot(off)
}

/// The point at `t`, 0 to 1, of a quadratic Bézier curve.
#[inline(never)]
pub(super) fn on_curve(start: Point, control: Point, end: Point, t: f64) -> Point {
    start.towards(control, t).towards(control.towards(end, t), t)
}

/// The smallest box around all of `points`.
#[inline(never)]
pub(super) fn extent(points: &[Point]) -> Area {
    let mut low = points.first().copied().unwrap_or_default();
    let mut high = low;
    for p in points {
        low = Point::new(lesser(low.x, p.x), lesser(low.y, p.y));
        high = Point::new(greater(high.x, p.x), greater(high.y, p.y));
    }
    Area::between(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_clipped_to_a_box() {
        let square = Area::between(Point::new(10.0, 10.0), Point::new(20.0, 20.0));
        let share =
            |ax, ay, bx, by| square.share_of_segment(Point::new(ax, ay), Point::new(bx, by));
        assert_eq!(share(0.0, 15.0, 40.0, 15.0), 0.25);
        assert_eq!(share(0.0, 0.0, 40.0, 1.0), 0.0);
        // Its bounding box touches the square, the segment itself does not.
        assert_eq!(share(0.0, 14.0, 14.0, 0.0), 0.0);
        assert_eq!(share(12.0, 12.0, 18.0, 18.0), 1.0);
    }

    #[test]
    fn segments_that_share_an_end_do_not_cross() {
        let p = Point::new;
        assert!(segments_cross(p(0.0, 0.0), p(2.0, 2.0), p(0.0, 2.0), p(2.0, 0.0)));
        assert!(!segments_cross(p(0.0, 0.0), p(2.0, 2.0), p(0.0, 0.0), p(2.0, 0.0)));
        assert!(!segments_cross(p(0.0, 0.0), p(1.0, 0.0), p(0.0, 1.0), p(1.0, 1.0)));
    }

    #[test]
    fn distance_to_a_segment_without_length_is_that_to_its_point() {
        let p = Point::new(3.0, 4.0);
        let origin = Point::default();
        assert_eq!(squared_distance_to_segment(p, origin, origin), 25.0);
    }
}
