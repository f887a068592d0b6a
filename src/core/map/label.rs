//! A name broken into lines, and how much room they take.
//!
//! The widths are estimates from the kind of each character, not measured in a
//! browser: the same name has the same box everywhere, so that the same map has
//! the same picture. They err on the wide side.

use crate::rich_text::Direction;
use std::mem;

/// Height of a line, in units of the font size.
pub const LINE_HEIGHT_EM: f64 = 1.2;

/// Lines of a label, with the direction in which they run.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// From top to bottom; at least one.
    pub lines: Vec<String>,
    /// How it runs, whatever runs around it.
    pub direction: Direction,
    /// Estimated width of the widest line, in units of the font size.
    pub width_em: f64,
}

impl Label {
    /// Breaks `text` at its spaces into at most `max_lines` lines of about
    /// `max_width_em` (a quarter more where that saves a line), as even as they
    /// can be. What is too long all the same ends in an ellipsis; a long word
    /// alone may be wider.
    ///
    /// ```
    /// use article_widget_core::map::label::Label;
    /// let label = Label::wrap("Forces armées des États-Unis", 9.0, 3);
    /// assert_eq!(label.lines, ["Forces armées", "des États-Unis"]);
    /// ```
    pub fn wrap(text: &str, max_width_em: f64, max_lines: usize) -> Self {
        let mut lines = fill(text, max_width_em);
        let wider = fill(text, max_width_em * 1.25);
        if wider.len() < lines.len() {
            lines = wider;
        }
        if lines.len() > max_lines {
            lines.truncate(max_lines);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        } else {
            // The narrowest width that needs no further line makes them even.
            let mut width_em = widest_em(&lines) - 0.25;
            while width_em > 2.0 {
                let narrower = fill(text, width_em);
                if narrower.len() > lines.len() || widest_em(&narrower) >= widest_em(&lines) {
                    break;
                }
                lines = narrower;
                width_em = widest_em(&lines) - 0.25;
            }
        }
        Label { width_em: widest_em(&lines), lines, direction: direction_of(text) }
    }

    /// Width and height for a font of this size.
    pub fn size_px(&self, font_px: f64) -> [f64; 2] {
        [self.width_em * font_px, self.lines.len() as f64 * LINE_HEIGHT_EM * font_px]
    }
}

fn fill(text: &str, max_width_em: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut line_em = 0.0;
    for word in text.split_ascii_whitespace() {
        let word_em = width_em(word);
        if !line.is_empty() {
            line_em += SPACE_EM;
            if line_em + word_em <= max_width_em {
                line.push(' ');
            } else {
                lines.push(mem::take(&mut line));
                line_em = 0.0;
            }
        }
        line.push_str(word);
        line_em += word_em;
    }
    lines.push(line);
    lines
}

fn widest_em(lines: &[String]) -> f64 {
    let mut widest = 0.0;
    for line in lines {
        let width = width_em(line);
        if width > widest {
            widest = width;
        }
    }
    widest
}

const SPACE_EM: f64 = 0.28;

/// Estimated width of `text` in units of the font size.
pub fn width_em(text: &str) -> f64 {
    text.chars().map(char_width_em).sum()
}

/// Widths by group, a little above those of common text faces.
fn char_width_em(c: char) -> f64 {
    match c {
        ' ' | '\u{a0}' => SPACE_EM,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => 0.0,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' | '\u{202f}' => {
            0.3
        }
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' | '"' => 0.42,
        'm' | 'w' | 'M' | 'W' | '…' | '—' => 0.9,
        'A'..='Z' | 'À'..='Þ' | '&' | '@' | '%' => 0.7,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => 0.58,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' => 1.0,
        '\u{ff00}'..='\u{ff60}' | '\u{1f300}'.. => 1.1,
        _ => 0.57,
    }
}

/// The direction of the first letter that has one (UAX #9, rules P2 and P3,
/// for the scripts in use today).
pub fn direction_of(text: &str) -> Direction {
    for c in text.chars() {
        match c {
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                return Direction::RightToLeft;
            }
            'A'..='Z' | 'a'..='z' | 'À'..='\u{58f}' | '\u{900}'..='\u{1fff}' => break,
            '\u{2c00}'..='\u{d7ff}' => break,
            _ => {}
        }
    }
    Direction::LeftToRight
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        Label::wrap(text, 8.0, 3).lines
    }

    #[test]
    fn a_short_name_is_one_line() {
        assert_eq!(lines("Niger"), ["Niger"]);
        assert_eq!(lines("  Niger \n"), ["Niger"]);
    }

    #[test]
    fn lines_are_even() {
        assert_eq!(lines("Gouvernement du Niger"), ["Gouvernement", "du Niger"]);
        assert_eq!(lines("Groupes armés terroristes"), ["Groupes armés", "terroristes"]);
    }

    #[test]
    fn a_little_word_does_not_get_a_line_of_its_own() {
        let label = Label::wrap("Porte-parole du gouvernement", 7.0, 3);
        assert_eq!(label.lines, ["Porte-parole du", "gouvernement"]);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        let long = "Conseil national pour la sauvegarde de la patrie du Niger et du Sahel";
        let lines = lines(long);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'), "{lines:?}");
    }

    #[test]
    fn one_long_word_and_no_word_at_all_are_one_line() {
        assert_eq!(lines("Donaudampfschifffahrtsgesellschaft").len(), 1);
        assert_eq!(lines(""), [""]);
    }

    #[test]
    fn a_hard_space_does_not_break() {
        let label = Label::wrap("Base\u{a0}aérienne 201", 5.0, 3);
        assert_eq!(label.lines, ["Base\u{a0}aérienne", "201"]);
    }

    #[test]
    fn the_box_holds_all_lines() {
        let label = Label::wrap("Gouvernement du Niger", 8.0, 3);
        let [width, height] = label.size_px(10.0);
        assert!(width >= width_em("Gouvernement") * 10.0);
        assert!((height - 24.0).abs() < 1e-9);
    }

    #[test]
    fn a_name_runs_in_its_own_direction() {
        assert_eq!(direction_of("النيجر"), Direction::RightToLeft);
        assert_eq!(direction_of("201 النيجر Air Base"), Direction::RightToLeft);
        assert_eq!(direction_of("Niger (النيجر)"), Direction::LeftToRight);
        assert_eq!(direction_of("«Élysée»"), Direction::LeftToRight);
        assert_eq!(direction_of("201"), Direction::LeftToRight);
    }
}
