//! HTML text → tags and text, as the tokenizer of the HTML Standard (section
//! 13.2.5) cuts it. Comments, document types and processing instructions are
//! passed over; nothing is copied.

use super::entities;
use super::line::is_seen;
use crate::rich_text::cursor::{Cursor, is_space};
use crate::search;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token<'a> {
    /// Text, its character references not yet resolved.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// The name of an end tag, as it was written.
    End(&'a str),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tag<'a> {
    /// As it was written.
    pub name: &'a str,
    /// Whether it ends in `/>`. That closes only what comes from SVG or MathML.
    pub self_closing: bool,
    /// All after the name.
    attributes: &'a str,
}

impl Tag<'_> {
    /// The value of the first attribute called `name`, resolved; empty if there
    /// is none.
    #[inline(never)]
    pub(crate) fn attribute(&self, name: &str) -> String {
        let mut attributes = Cursor::new(self.attributes);
        while let Ok((found, value)) = attributes.attribute() {
            if found.eq_ignore_ascii_case(name) {
                return entities::decode(value, true);
            }
        }
        String::new()
    }

    /// Whether these words are anywhere in its attributes: quicker than a look at
    /// each of them, where most tags have none.
    pub(crate) fn mentions(&self, words: &str) -> bool {
        search::find(self.attributes, words).is_some()
    }

    /// Whether there is an attribute called `name`.
    pub(crate) fn has(&self, name: &str) -> bool {
        let mut attributes = Cursor::new(self.attributes);
        while let Ok((found, _)) = attributes.attribute() {
            if found.eq_ignore_ascii_case(name) {
                return true;
            }
        }
        false
    }

    /// The value of an attribute that says something, without spaces around it.
    pub(crate) fn filled(&self, name: &str) -> Option<String> {
        let mut value = self.attribute(name);
        value.retain(is_seen);
        let trimmed = value.trim_ascii();
        if trimmed.is_empty() { None } else { Some(trimmed.into()) }
    }

    /// Names and values as they were written.
    #[cfg(test)]
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut cursor = Cursor::new(self.attributes);
        core::iter::from_fn(move || cursor.attribute().ok())
    }
}

/// Where a `part` of a text of HTML begins in it.
pub(crate) fn offset(html: &str, part: &str) -> usize {
    part.as_ptr() as usize - html.as_ptr() as usize
}

/// Cuts a text of HTML into pieces.
pub(crate) struct Tokenizer<'a>(Cursor<'a>);

impl<'a> Tokenizer<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Tokenizer(Cursor::new(source))
    }

    /// How much of the text was cut so far.
    pub(crate) fn at(&self) -> usize {
        self.0.at
    }

    /// Passes over what is inside an element whose content is no markup, such
    /// as `<script>`; the next piece is its end tag.
    pub(crate) fn skip_raw_text(&mut self, name: &str) {
        let cursor = &mut self.0;
        let is_script = name.eq_ignore_ascii_case("script");
        // The "script data escaped" states: inside `<!--`, a second `<script>`
        // takes the next `</script>` for itself.
        let (mut escaped, mut twice) = (false, false);
        while !cursor.is_at_end() {
            if cursor.names("</", name) {
                if !twice {
                    return;
                }
                twice = false;
            } else if escaped && cursor.names("<", name) {
                twice = true;
            } else if is_script && cursor.is_at("<!--") {
                escaped = true;
            } else if escaped && cursor.is_at("-->") {
                (escaped, twice) = (false, false);
            }
            cursor.at += 1;
        }
    }

    /// A tag, from its name on; nothing if the text ends inside it.
    fn tag(&mut self) -> Option<Tag<'a>> {
        let cursor = &mut self.0;
        let name = cursor.until(ends_name);
        let start = cursor.at;
        let self_closing = loop {
            if let Err(self_closing) = cursor.attribute() {
                break self_closing;
            }
        };
        let attributes = cursor.since(start);
        cursor.eat(">").then_some(Tag { name, self_closing, attributes })
    }

    /// Passes over what begins with "<!" or "<?", or with "</" and no name.
    fn skip_declaration(&mut self) {
        let cursor = &mut self.0;
        if !cursor.eat("<!--") {
            cursor.until(|b| b == b'>');
            cursor.at += 1;
            return;
        }
        // `<!-->` and `<!--->` are whole comments.
        if cursor.eat(">") || cursor.eat("->") {
            return;
        }
        while !cursor.is_at_end() {
            cursor.until(|b| b == b'-');
            let dashes = cursor.until(|b| b != b'-').len();
            if dashes > 1 && (cursor.eat(">") || cursor.eat("!>")) {
                return;
            }
        }
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.0.is_at_end() {
            match (self.0.peek(0), self.0.peek(1), self.0.peek(2)) {
                (b'<', c, _) if c.is_ascii_alphabetic() => {
                    self.0.at += 1;
                    return self.tag().map(Token::Start);
                }
                (b'<', b'/', c) if c.is_ascii_alphabetic() => {
                    self.0.at += 2;
                    // An end tag may carry attributes; nobody reads them.
                    return self.tag().map(|tag| Token::End(tag.name));
                }
                (b'<', b'!' | b'?', _) => self.skip_declaration(),
                (b'<', b'/', _) if self.0.at + 2 < self.0.text.len() => self.skip_declaration(),
                _ => {
                    let start = self.0.at;
                    self.0.at += 1;
                    self.0.until(|b| b == b'<');
                    return Some(Token::Text(self.0.since(start)));
                }
            }
        }
        None
    }
}

impl<'a> Cursor<'a> {
    /// Whether `prefix` and a tag's `name`, whole, are here.
    fn names(&self, prefix: &str, name: &str) -> bool {
        let start = self.at + prefix.len();
        let found = self.text.as_bytes().get(start..start + name.len());
        self.is_at(prefix)
            && found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && start + name.len() < self.text.len()
            && ends_name(self.peek(prefix.len() + name.len()))
    }

    /// The name and value of an attribute; before ">", whether "/" is there.
    fn attribute(&mut self) -> Result<(&'a str, &'a str), bool> {
        let gap = self.until(|b| !is_space(b) && b != b'/');
        if self.is_at_end() || self.peek(0) == b'>' {
            return Err(gap.ends_with('/'));
        }
        let start = self.at;
        // A "=" in front belongs to the name.
        self.eat("=");
        self.until(|b| ends_name(b) || b == b'=');
        let name = self.since(start);
        let after_name = self.at;
        self.spaces();
        if !self.eat("=") {
            self.at = after_name;
            return Ok((name, ""));
        }
        self.spaces();
        let value = if self.eat("\"") {
            self.until(|b| b == b'"')
        } else if self.eat("'") {
            self.until(|b| b == b'\'')
        } else {
            return Ok((name, self.until(|b| is_space(b) || b == b'>')));
        };
        self.at += 1;
        Ok((name, value))
    }
}

fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces in a short notation: text, `<name a=b>`, `</name>`.
    fn pieces(source: &str) -> Vec<String> {
        Tokenizer::new(source)
            .map(|token| match token {
                Token::Text(text) => text.into(),
                Token::End(name) => format!("</{name}>"),
                Token::Start(tag) => {
                    let mut piece = format!("<{}", tag.name);
                    for (name, value) in tag.attributes() {
                        piece += &format!(" {name}={value}");
                    }
                    piece + ">"
                }
            })
            .collect()
    }

    #[test]
    fn tags_and_text() {
        assert_eq!(pieces("a<b>c</b>d"), ["a", "<b>", "c", "</b>", "d"]);
        assert_eq!(pieces("1 < 2 <3 & x<"), ["1 ", "< 2 ", "<3 & x", "<"]);
        assert_eq!(pieces("a</"), ["a", "</"]);
    }

    #[test]
    fn attributes_in_all_spellings() {
        assert_eq!(
            pieces(r#"<a href=x/y?z  title = "a > b" alt='"' hidden =c ="d"/e/>"#),
            [r#"<a href=x/y?z title=a > b alt=" hidden=c ="d"= e=>"#]
        );
        assert_eq!(pieces("<a b=>c"), ["<a b=>", "c"]);
    }

    #[test]
    fn what_is_self_closing() {
        let closing = |source| match Tokenizer::new(source).next() {
            Some(Token::Start(tag)) => tag.self_closing,
            other => panic!("{other:?}"),
        };
        assert!(closing("<br/>") && closing("<br />") && closing("<a b='c'/>"));
        assert!(!closing("<br>") && !closing("<a b=c/>") && !closing("<a / b>"));
    }

    #[test]
    fn an_unfinished_tag_is_nothing() {
        for source in ["a<b", "a<b c='d>", "a</b", "a<b c=", "a<!-- b", "a<! b"] {
            assert_eq!(pieces(source), ["a"], "{source}");
        }
    }

    #[test]
    fn comments_end_as_in_browsers() {
        for source in [
            "<!-- x -->y",
            "<!-->y",
            "<!--->y",
            "<!-- x --!>y",
            "<!-- x --->y",
            "<!----!>y",
            "<!DOCTYPE html>y",
            "<?php x ?>y",
            "<![CDATA[x]]>y",
            "</>y",
            "</ x>y",
            "<!--a--b-->y",
        ] {
            assert_eq!(pieces(source), ["y"], "{source}");
        }
    }

    #[test]
    fn a_script_ends_as_in_browsers() {
        for (inside, after) in [
            ("a</b>", "c"),
            ("<!-- <script> </script> -->", "c"),
            ("<!-- <script> </script>", "c"),
            ("</scripty>", "c"),
        ] {
            let source = format!("{inside}</ScRipt >{after}");
            let mut tokens = Tokenizer::new(&source);
            tokens.skip_raw_text("script");
            assert_eq!(tokens.next(), Some(Token::End("ScRipt")), "{source}");
            assert_eq!(tokens.next(), Some(Token::Text(after)), "{source}");
        }
    }

    #[test]
    fn the_first_of_two_attributes_counts() {
        let Some(Token::Start(tag)) = Tokenizer::new("<a HREF='&#x6a;' href=b>").next() else {
            panic!()
        };
        assert_eq!(tag.attribute("href"), "j");
    }

    #[test]
    fn controls_are_nothing_in_a_text() {
        let tag = |source: &'static str| match Tokenizer::new(source).next() {
            Some(Token::Start(tag)) => tag.filled("title"),
            other => panic!("{other:?}"),
        };
        assert_eq!(tag("<a title=' Le\u{0} f\u{1b}ilm&#x1;\u{0} '>").as_deref(), Some("Le film"));
        assert_eq!(tag("<a title='\u{0} \u{7f}'>"), None);
    }
}
