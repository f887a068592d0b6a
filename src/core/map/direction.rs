//! From an actor to the next one in a direction of the picture, for arrow keys.

use super::layout::Point;

/// A direction of the picture, whatever the direction of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
}

impl Toward {
    /// The direction of a key (the `key` of a `KeyboardEvent`).
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Toward::Up),
            "ArrowDown" => Some(Toward::Down),
            "ArrowLeft" => Some(Toward::Left),
            "ArrowRight" => Some(Toward::Right),
            _ => None,
        }
    }
}

/// The point that an eye going from `points[from]` in this direction meets
/// first: what is off to the side counts twice, and what lies more to the side
/// than ahead counts only when nothing else is there. A point that is nowhere (no
/// number) is never met.
pub fn nearest(points: &[Point], from: usize, toward: Toward) -> Option<usize> {
    let start = points.get(from)?;
    let mut best: Option<(usize, f64)> = None;
    for (index, point) in points.iter().enumerate() {
        let (dx, dy) = (point.x - start.x, point.y - start.y);
        let (ahead, aside) = match toward {
            Toward::Up => (-dy, dx),
            Toward::Down => (dy, dx),
            Toward::Left => (-dx, dy),
            Toward::Right => (dx, dy),
        };
        let aside = aside.abs();
        let outside_cone = if aside > ahead { 1e6 } else { 0.0 };
        let cost = ahead + 2.0 * aside + outside_cone;
        if ahead > 0.5 && best.is_none_or(|(_, least)| cost < least) {
            best = Some((index, cost));
        }
    }
    best.map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(list: &[(f64, f64)]) -> Vec<Point> {
        list.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    #[test]
    fn each_key_leads_its_way() {
        let cross = points(&[(0.0, 0.0), (0.0, -9.0), (0.0, 9.0), (-9.0, 0.0), (9.0, 0.0)]);
        for (key, found) in [("ArrowUp", 1), ("ArrowDown", 2), ("ArrowLeft", 3), ("ArrowRight", 4)]
        {
            let toward = Toward::from_key(key).unwrap();
            assert_eq!(nearest(&cross, 0, toward), Some(found), "{key}");
        }
        assert_eq!(Toward::from_key("Enter"), None);
    }

    #[test]
    fn what_lies_ahead_comes_before_what_is_nearer_but_aside() {
        let list = points(&[(0.0, 0.0), (3.0, 9.0), (15.0, 2.0)]);
        assert_eq!(nearest(&list, 0, Toward::Right), Some(2));
        assert_eq!(nearest(&list[..2], 0, Toward::Right), Some(1));
    }

    #[test]
    fn nothing_that_way_means_nowhere() {
        let list = points(&[(0.0, 0.0), (5.0, 0.0), (0.0, 0.0)]);
        assert_eq!(nearest(&list, 0, Toward::Left), None);
        assert_eq!(nearest(&list, 0, Toward::Up), None);
        assert_eq!(nearest(&[], 0, Toward::Up), None);
        let hidden = points(&[(0.0, 0.0), (f64::NAN, f64::NAN), (9.0, 0.0)]);
        assert_eq!(nearest(&hidden, 0, Toward::Right), Some(2));
        assert_eq!(nearest(&hidden, 0, Toward::Up), None);
    }
}
