//! A text as sentences of words.

use crate::mention::word::{is_hyphen, is_word_char};

/// A word, and what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// In small letters without accents.
    pub(super) folded: String,
    /// Its first byte in the paragraph.
    pub(super) start: usize,
    /// Whether it begins with a capital.
    pub(super) is_capital: bool,
    /// Whether a capital says nothing here: at the start of a sentence, or of
    /// what is quoted.
    pub(super) begins: bool,
    /// Whether only a space or an apostrophe is between it and the word before.
    pub(super) is_joined: bool,
    /// Whether a bracket opens before it.
    pub(super) in_brackets: bool,
}

impl Word<'_> {
    /// The byte after it.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is an acronym: capitals alone, more than one.
    pub(super) fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|c| *c != '.').count();
        letters > 1 && self.text.chars().all(|c| c.is_uppercase() || c == '.')
    }

    /// Whether it is a number.
    pub(super) fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// A sentence: some words of a paragraph.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// The paragraph.
    pub(super) paragraph: &'a str,
    /// Which of the text's paragraphs that is.
    pub(super) number: usize,
    /// Its words.
    pub(super) words: Vec<Word<'a>>,
}

impl<'a> Sentence<'a> {
    /// The sentence as written, with its mark at the end.
    pub(super) fn text(&self) -> &'a str {
        let (Some(first), Some(last)) = (self.words.first(), self.words.last()) else {
            return "";
        };
        let rest = &self.paragraph[last.end()..];
        let mark = rest.find(|c: char| is_word_char(c)).map_or(rest, |end| &rest[..end]);
        let end = last.end() + mark.trim_end_matches([' ', '\u{a0}', '«', '“', '(', '"']).len();
        let before = &self.paragraph[..first.start];
        let opening =
            before.len() - before.trim_end_matches(['«', '“', ' ', '\u{a0}', '\u{202f}']).len();
        self.paragraph[first.start - opening..end].trim()
    }

    /// The words from `from` up to `to`, as written.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'a str {
        &self.paragraph[self.words[from].start..self.words[to - 1].end()]
    }
}

/// Cuts the paragraph with this number into sentences.
pub(super) fn sentences(paragraph: &str, number: usize) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut last_end = 0;
    while let Some((start, end)) = next_word(paragraph, last_end) {
        let gap = &paragraph[last_end..start];
        let text = &paragraph[start..end];
        let is_capital = text.starts_with(char::is_uppercase);
        let is_end = gap.contains(['!', '?', '…', '\n', ';'])
            || (gap.contains('.') && !words.last().is_some_and(|word| is_abbreviation(word.text)));
        if is_end && (is_capital || gap.contains('\n')) && !words.is_empty() {
            sentences.push(Sentence { paragraph, number, words: core::mem::take(&mut words) });
        }
        let begins = words.is_empty() || gap.contains([':', '«', '“', '"', '•']);
        let is_joined =
            !words.is_empty() && matches!(gap, " " | "\u{a0}" | "\u{202f}" | "'" | "’" | ". ");
        let in_brackets = gap.contains('(');
        let folded = fold(text);
        words.push(Word { text, folded, start, is_capital, begins, is_joined, in_brackets });
        last_end = end;
    }
    if !words.is_empty() {
        sentences.push(Sentence { paragraph, number, words });
    }
    sentences
}

/// Where the next word from `from` on begins and ends. A hyphen between letters
/// is part of a word, and so are the points of "U.S.".
fn next_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text[from..].find(is_word_char)?;
    let mut end = start;
    loop {
        end += text[end..].find(|c| !is_word_char(c)).unwrap_or(text.len() - end);
        let mut rest = text[end..].chars();
        let (Some(mark), next) = (rest.next(), rest.next()) else { break };
        let is_initials = mark == '.'
            && text[start..end].rsplit('.').next().is_some_and(|part| {
                part.chars().count() == 1 && part.chars().all(char::is_uppercase)
            });
        if is_hyphen(mark) && next.is_some_and(is_word_char) {
            end += mark.len_utf8();
        } else if is_initials && next.is_some_and(char::is_uppercase) {
            end += 1;
        } else {
            // The last point of "U.S." belongs to it.
            let dotted = text[start..end].contains('.');
            return Some((start, if is_initials && dotted { end + 1 } else { end }));
        }
    }
    Some((start, end))
}

/// Whether a point after `word` does not end a sentence.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() == 1
        || matches!(
            word,
            "Mme"
                | "Mlle"
                | "MM"
                | "Mr"
                | "Mrs"
                | "Ms"
                | "Dr"
                | "Pr"
                | "Me"
                | "St"
                | "Ste"
                | "Gen"
                | "Lt"
                | "Col"
                | "Sen"
                | "Rep"
                | "Gov"
                | "Prof"
                | "Jr"
                | "av"
                | "cf"
                | "etc"
                | "vs"
                | "No"
        )
}

/// In small letters without accents, for the Latin alphabet.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' => folded.push('a'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ç' | 'Ç' | 'ć' | 'č' | 'Č' | 'Ć' => folded.push('c'),
            'è'..='ë' | 'È'..='Ë' | 'ē' | 'ę' | 'ě' | 'ė' => folded.push('e'),
            'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'İ' | 'ı' => folded.push('i'),
            'ñ' | 'Ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'ő' => folded.push('o'),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' | 'Ý' => folded.push('y'),
            'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' | 'ś' => folded.push('s'),
            'ž' | 'Ž' | 'ź' | 'ż' => folded.push('z'),
            'ğ' | 'Ğ' => folded.push('g'),
            'ł' | 'Ł' => folded.push('l'),
            'ř' | 'Ř' => folded.push('r'),
            'ț' | 'Ț' | 'ţ' => folded.push('t'),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            other => folded.push(other.to_ascii_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Vec<String>> {
        let texts = |s: &Sentence<'_>| s.words.iter().map(|w| w.text.to_owned()).collect();
        sentences(text, 0).iter().map(texts).collect()
    }

    #[test]
    fn sentences_end_where_they_do() {
        assert_eq!(
            cut("M. Diallo l’a dit. « Niamey part ! » Le U.S. Army de J. Kent reste."),
            [
                vec!["M", "Diallo", "l", "a", "dit"],
                vec!["Niamey", "part"],
                vec!["Le", "U.S.", "Army", "de", "J", "Kent", "reste"],
            ]
        );
        assert_eq!(cut("Un porte-parole. 201 soldats").len(), 1);
    }

    #[test]
    fn a_sentence_is_shown_with_its_marks() {
        let text = "Niamey part. « Nous restons ! » dit-il.";
        let found: Vec<&str> = sentences(text, 0).iter().map(Sentence::text).collect();
        assert_eq!(found, ["Niamey part.", "« Nous restons ! » dit-il."]);
    }

    #[test]
    fn capitals_say_nothing_at_the_start() {
        let found = sentences("Le Niger dit : « Nous partons. »", 0);
        let begins: Vec<bool> = found[0].words.iter().map(|word| word.begins).collect();
        assert_eq!(begins, [true, false, false, true, false]);
    }

    #[test]
    fn folding_takes_accents_away() {
        assert_eq!(fold("États-Unis d’Égypte, Œuvre"), "etats-unis d’egypte, oeuvre");
    }
}
