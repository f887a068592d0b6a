//! Numbers and paths of SVG, to a tenth of a pixel.

use article_widget_core::digits::digits;
use article_widget_core::map::layout::Point;

use crate::element::Element;

impl Element {
    /// An attribute of SVG that is a length or a coordinate.
    #[inline(never)]
    pub(super) fn px(self, name: &'static str, value: f64) -> Self {
        self.attr_of(name, px(value))
    }

    /// An attribute of SVG that is a share, 0 to 1, of the picture's width.
    pub(super) fn percent(self, name: &'static str, share: f64) -> Self {
        let mut text = px(share * 100.0);
        text.push('%');
        self.attr_of(name, text)
    }
}

/// A length or coordinate as SVG writes it. Written by hand: the formatting of
/// floating-point numbers would be one of the largest parts of the widget.
pub(super) fn px(value: f64) -> String {
    let mut text = String::new();
    push_px(&mut text, value);
    text
}

pub(super) fn push_px(text: &mut String, value: f64) {
    let tenths = (value * 10.0).round() as i32;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    text.push_str(&digits((tenths / 10).into()));
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.push(char::from(b'0' + (tenths % 10) as u8));
    }
}

/// The attribute `d` of a path.
#[derive(Default)]
pub(super) struct PathData(String);

impl PathData {
    /// Starts at `point`.
    pub(super) fn from(point: Point) -> Self {
        PathData::default().then('M', &[point])
    }

    /// Goes on from the end of a path that is written already.
    pub(super) fn along(path: &str) -> Self {
        PathData(path.into())
    }

    /// A straight line.
    #[inline(never)]
    pub(super) fn line_to(self, point: Point) -> Self {
        self.then('L', &[point])
    }

    /// A command of SVG with its points: `Q` for a quadratic curve and so on.
    #[inline(never)]
    pub(super) fn then(mut self, command: char, points: &[Point]) -> Self {
        self.0.push(command);
        for (index, point) in points.iter().enumerate() {
            if index > 0 {
                self.0.push(' ');
            }
            push_px(&mut self.0, point.x);
            self.0.push(' ');
            push_px(&mut self.0, point.y);
        }
        self
    }

    /// What was drawn, left open.
    pub(super) fn open(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_one_decimal() {
        for (value, text) in [
            (0.0, "0"),
            (-0.04, "0"),
            (12.0, "12"),
            (12.34, "12.3"),
            (-0.56, "-0.6"),
            (99.96, "100"),
        ] {
            assert_eq!(px(value), text);
        }
    }

    #[test]
    fn a_path_is_written_as_svg_reads_it() {
        let [a, b, c] = [(0.0, 1.0), (2.5, 3.0), (-4.0, 5.0)].map(|(x, y)| Point { x, y });
        assert_eq!(PathData::from(a).then('Q', &[b, c]).open(), "M0 1Q2.5 3 -4 5");
        assert_eq!(PathData::along("M0 1L2.5 3").line_to(c).open(), "M0 1L2.5 3L-4 5");
    }
}
