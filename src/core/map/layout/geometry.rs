//! Points, boxes, segments and curves, as far as the layout needs them.

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

/// `a.min(b)` of two numbers that are some: one comparison.
fn lesser(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

impl Point {
    pub(super) fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    /// `self + (other - self) * share`.
    pub(super) fn towards(self, other: Point, share: f64) -> Point {
        Point::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }

    pub(super) fn distance(self, other: Point) -> f64 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }
}

impl Rect {
    pub(super) fn around(center: Point, width: f64, height: f64) -> Self {
        Rect { x: center.x - width / 2.0, y: center.y - height / 2.0, width, height }
    }

    #[inline]
    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    #[inline]
    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub(super) fn middle(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether nothing would be drawn in it: such a box is in no one's way.
    pub(super) fn is_empty(&self) -> bool {
        self.width <= 0.0 || self.height <= 0.0
    }

    pub(super) fn grown(&self, by: f64) -> Rect {
        Rect {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// How far the two reach into each other, across and down; where either
    /// is negative, it is the gap between them.
    #[inline]
    pub(super) fn overlap(&self, other: &Rect) -> [f64; 2] {
        let shared = |low: f64, high: f64, other_low: f64, other_high: f64| {
            lesser(high, other_high) - if low > other_low { low } else { other_low }
        };
        [
            shared(self.x, self.right(), other.x, other.right()),
            shared(self.y, self.bottom(), other.y, other.bottom()),
        ]
    }

    /// Whether the two are nearer than `gap` in both directions.
    pub(super) fn is_near(&self, other: &Rect, gap: f64) -> bool {
        let [across, down] = self.overlap(other);
        across > -gap && down > -gap && !self.is_empty() && !other.is_empty()
    }

    /// Whether the two share a point.
    #[inline]
    pub(super) fn touches(&self, other: &Rect) -> bool {
        self.x <= other.right()
            && other.x <= self.right()
            && self.y <= other.bottom()
            && other.y <= self.bottom()
    }

    /// False where the segment from `a` to `b` surely stays outside: quick,
    /// and enough for most.
    #[inline]
    pub(super) fn may_meet(&self, a: Point, b: Point) -> bool {
        (a.x < self.right() || b.x < self.right())
            && (a.x > self.x || b.x > self.x)
            && (a.y < self.bottom() || b.y < self.bottom())
            && (a.y > self.y || b.y > self.y)
    }

    /// The share of the segment from `a` to `b` that lies inside, 0 to 1
    /// (Liang, Barsky 1984, "A New Concept and Method for Line Clipping").
    pub(super) fn share_of_segment(&self, a: Point, b: Point) -> f64 {
        if !self.may_meet(a, b) {
            return 0.0;
        }
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (from, step, low, high) in
            [(a.x, b.x - a.x, self.x, self.right()), (a.y, b.y - a.y, self.y, self.bottom())]
        {
            if step != 0.0 {
                let (t, u) = ((low - from) / step, (high - from) / step);
                enter = enter.max(t.min(u));
                leave = leave.min(t.max(u));
            }
        }
        (leave - enter).max(0.0)
    }
}

/// On which side of the line from `a` to `b` the point `c` is.
fn turn(a: Point, b: Point, c: Point) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether the segments `ab` and `cd` cross between their ends.
pub(super) fn segments_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

/// How far `p` is from the segment `ab`, squared.
pub(super) fn squared_distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((p.x - a.x) * dx + (p.y - a.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (ex, ey) = (a.x + dx * along - p.x, a.y + dy * along - p.y);
    ex * ex + ey * ey
}

/// The point at `t`, 0 to 1, of a quadratic Bézier curve.
pub(super) fn on_curve(start: Point, control: Point, end: Point, t: f64) -> Point {
    start.towards(control, t).towards(control.towards(end, t), t)
}

/// The corners of the smallest box around all of `points`.
pub(super) fn extent(points: &[Point]) -> (Point, Point) {
    let mut low = points.first().copied().unwrap_or_default();
    let mut high = low;
    for p in points {
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    }
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_clipped_to_a_box() {
        let square = Rect { x: 10.0, y: 10.0, width: 10.0, height: 10.0 };
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
