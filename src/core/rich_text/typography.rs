//! French spaces: a thin one before `;`, `!`, `?` and inside « guillemets », a
//! wide one before `:`, and no line ends there (Imprimerie nationale, « Lexique
//! des règles typographiques »).
//!
//! Only a space that the author wrote is changed, except inside guillemets,
//! where a missing one is supplied: a colon without a space before it may
//! belong to a time or an address. Code and text in other languages stay as
//! they are.

use super::{Inline, Mark, first_char};
use crate::search::until;

const THIN: char = '\u{202f}';
const WIDE: char = '\u{a0}';

/// Sets the spaces of a line of French.
///
/// ```
/// use article_widget_core::rich_text::{html, plain_text, typography};
/// let mut line = html::inline("« Partez ! » à 14:30 :");
/// typography::french(&mut line);
/// assert_eq!(plain_text(&line), "«\u{202f}Partez\u{202f}!\u{202f}» à 14:30\u{a0}:");
/// ```
pub fn french(line: &mut [Inline]) {
    set(line, &mut '\n', '\n');
}

/// Sets the spaces of a part of a line that stands between two characters.
fn set(line: &mut [Inline], previous: &mut char, next: char) {
    for at in 0..line.len() {
        let following = first_char(&line[at + 1..], stays).unwrap_or(next);
        match &mut line[at] {
            Inline::Text(text) => {
                *text = spaced(text, *previous, following);
                *previous = text.chars().next_back().unwrap_or(*previous);
            }
            Inline::Break => *previous = '\n',
            other if stays(other) => *previous = 'x',
            other => {
                if let Some(children) = other.children_mut() {
                    set(children, previous, following);
                }
            }
        }
    }
}

/// Whether it isn't set: code, and what is in another language.
fn stays(inline: &Inline) -> bool {
    match inline {
        Inline::Marked { mark, .. } => *mark == Mark::Code,
        Inline::Foreign { lang: Some(lang), .. } => !is_french(lang),
        _ => false,
    }
}

/// Sets the spaces of a few words of French.
pub fn french_words(words: &mut String) {
    *words = spaced(words, '\n', '\n');
}

/// Whether a language tag says French.
pub fn is_french(tag: &str) -> bool {
    until(tag, b"-").eq_ignore_ascii_case("fr")
}

/// `text`, which stands between two characters, with its spaces set.
fn spaced(text: &str, mut previous: char, next: char) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let mut chars = text.chars();
    let mut current = chars.next();
    while let Some(c) = current {
        current = chars.next();
        let following = current.unwrap_or(next);
        let c = match c {
            ' ' | WIDE if previous == '«' || matches!(following, ';' | '!' | '?' | '»') => THIN,
            ' ' if following == ':' => WIDE,
            other => other,
        };
        let is_missing = match c {
            '»' => previous != '«',
            _ => previous == '«' && c != '\n',
        };
        if is_missing && previous != '\n' && !is_space(previous) && !is_space(c) {
            set.push(THIN);
        }
        set.push(c);
        previous = c;
    }
    // What follows may be something that stays as it is.
    if previous == '«' && !set.is_empty() && !is_space(next) && !matches!(next, '»' | '\n') {
        set.push(THIN);
    }
    set
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | THIN | WIDE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rich_text::{html, plain_text};

    /// `~` for the wide space, `_` for the thin one.
    fn set(source: &str) -> String {
        let mut line = html::inline(source);
        french(&mut line);
        let once = plain_text(&line);
        french(&mut line);
        assert_eq!(plain_text(&line), once, "a second time changes nothing");
        once.replace(WIDE, "~").replace(THIN, "_")
    }

    #[test]
    fn signs() {
        for (source, expected) in [
            ("Quoi ? Non ! Si ; oui : a", "Quoi_? Non_! Si_; oui~: a"),
            ("Quoi&nbsp;? Oui&nbsp;: a", "Quoi_? Oui~: a"),
            ("Quoi? a:b 14:30 https://a.example/?b;c!", "Quoi? a:b 14:30 https://a.example/?b;c!"),
            ("Quoi ?! Ah !!", "Quoi_?! Ah_!!"),
            ("a\u{202f}: b", "a_: b"),
        ] {
            assert_eq!(set(source), expected);
        }
    }

    #[test]
    fn guillemets() {
        for (source, expected) in [
            ("«a» et « b »", "«_a_» et «_b_»"),
            ("« <i>a</i> »", "«_a_»"),
            ("«<i>a</i>», «<b>b »</b>", "«_a_», «_b_»"),
            ("«<code>a</code>»", "«_a_»"),
            ("« a ? »", "«_a_?_»"),
            ("«»", "«»"),
            ("a «", "a «"),
        ] {
            assert_eq!(set(source), expected);
        }
    }

    #[test]
    fn signs_across_marks() {
        assert_eq!(
            set("<i>Quoi </i>? <a href=x>Si </a><b>;</b> <i>a</i> : b"),
            "Quoi_? Si_; a~: b"
        );
        assert_eq!(set("a <br>! b"), "a\n! b");
    }

    #[test]
    fn code_and_other_languages_stay() {
        for source in [
            "<code>a ? b : c</code>",
            "<span lang=en>what ? «no»</span>",
            "<span lang=ar>«لا»</span>",
        ] {
            assert_eq!(set(source), plain_text(&html::inline(source)));
        }
        assert_eq!(set("<span lang=fr-NE>quoi ?</span>"), "quoi_?");
    }
}
