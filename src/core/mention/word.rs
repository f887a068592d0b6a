//! Where words begin and end.
//!
//! A few ranges instead of Unicode's tables (UAX #29), which weigh more than
//! all of this module. Scripts without spaces between words (Chinese,
//! Japanese, Thai) count as having a boundary everywhere, so that names are
//! found in them.

/// Whether `c` is a letter, a digit or a mark: part of a word.
pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric() || c == '_',
        // Punctuation among the letters: Latin-1, Greek, Armenian, Hebrew,
        // Arabic, Devanagari, Ethiopic.
        '×'
        | '÷'
        | '\u{37e}'
        | '\u{387}'
        | '\u{55a}'..='\u{55f}'
        | '\u{589}'
        | '\u{58a}'
        | '\u{5be}'
        | '\u{5c0}'
        | '\u{5c3}'
        | '\u{5c6}'
        | '\u{5f3}'
        | '\u{5f4}'
        | '\u{600}'..='\u{60f}'
        | '\u{61b}'..='\u{61f}'
        | '\u{66a}'..='\u{66d}'
        | '\u{6d4}'
        | '\u{964}'
        | '\u{965}'
        | '\u{1360}'..='\u{1368}' => false,
        // Thai, Lao, Burmese, Khmer: no spaces.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => false,
        // Latin with its hooked letters of Hausa, Greek, Cyrillic, Hebrew,
        // Arabic, the scripts of India, Georgian, Ethiopic.
        'ª' | 'º' | 'À'..='\u{1fff}' => true,
        // More Latin; Korean; the presentation forms of Arabic.
        '\u{2c60}'..='\u{2c7f}'
        | '\u{a720}'..='\u{a7ff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{fb1d}'..='\u{fd3d}'
        | '\u{fd50}'..='\u{fdfb}'
        | '\u{fe70}'..='\u{fefc}' => true,
        _ => false,
    }
}

/// Whether `c` is a small letter, among those that follow or lead a hyphen.
pub(crate) fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ÿ' | 'œ')
}

/// Whether `c` joins two parts of one word.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// `c` as names are compared: all spaces are one, and so are the apostrophes
/// and the hyphens.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\n' => ' ',
        '\'' | '\u{2bc}' => '’',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_our_languages() {
        for word in
            ["état", "Œuvre", "ƙasar", "ɗan", "ɓangare", "ƴan", "النيجر", "مُحَمَّد", "٢٠٢٤", "Ελλάδα"]
        {
            assert!(word.chars().all(is_word_char), "{word}");
        }
        for c in " \u{a0}\u{202f}.,;:!?'’«»“”–—…-()/×،؛؟۔।北ไ🙂".chars() {
            assert!(!is_word_char(c), "{c}");
        }
    }
}
