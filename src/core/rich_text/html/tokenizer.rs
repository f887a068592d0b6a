//! HTML text → tags and text, as the tokenizer of the HTML Standard (section
//! 13.2.5) cuts it. Comments, document types and processing instructions are
//! passed over; nothing is copied.

use super::entities;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Text, its character references not yet resolved.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// The name of an end tag, as it was written.
    End(&'a str),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// As it was written.
    pub name: &'a str,
    /// Whether it ends in `/>`. That closes only what comes from SVG or MathML.
    pub self_closing: bool,
    attributes: &'a str,
}

impl Tag<'_> {
    /// The value of the first attribute called `name`, resolved.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let (_, value) = self.attributes().find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(entities::decode(value, true).into_owned())
    }

    /// Names and values as they were written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        Attributes { rest: self.attributes, self_closing: false }
    }

    /// The value of an attribute that says something.
    pub(super) fn filled(&self, name: &str) -> Option<String> {
        let value = self.attribute(name)?;
        let trimmed = value.trim();
        (!trimmed.is_empty()).then(|| trimmed.into())
    }
}

/// Cuts a text of HTML into pieces.
pub(super) struct Tokenizer<'a> {
    rest: &'a str,
}

impl<'a> Tokenizer<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Tokenizer { rest: source }
    }

    /// Passes over what is inside an element whose content is no markup, such
    /// as `<script>`; the next piece is its end tag.
    pub(super) fn skip_raw_text(&mut self, name: &str) {
        let bytes = self.rest.as_bytes();
        let is_script = name.eq_ignore_ascii_case("script");
        // The "script data escaped" states: inside `<!--`, a second `<script>`
        // takes the next `</script>` for itself.
        let (mut escaped, mut twice) = (false, false);
        for at in 0..bytes.len() {
            let here = &bytes[at..];
            if here[0] == b'<' {
                if names(&here[1..], b"/", name) {
                    if !twice {
                        self.advance(at);
                        return;
                    }
                    twice = false;
                } else if escaped && names(&here[1..], b"", name) {
                    twice = true;
                } else if is_script && here.starts_with(b"<!--") {
                    escaped = true;
                }
            } else if escaped && here.starts_with(b"-->") {
                (escaped, twice) = (false, false);
            }
        }
        self.rest = "";
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    /// A start tag, after its "<"; nothing if the text ends inside it.
    fn start_tag(&mut self) -> Option<Token<'a>> {
        let name = self.tag_name();
        let mut attributes = Attributes { rest: self.rest, self_closing: false };
        attributes.by_ref().for_each(drop);
        let read = self.rest.len() - attributes.rest.len();
        let tag =
            Tag { name, self_closing: attributes.self_closing, attributes: &self.rest[..read] };
        self.advance(read);
        self.rest = self.rest.strip_prefix('>')?;
        Some(Token::Start(tag))
    }

    fn tag_name(&mut self) -> &'a str {
        let end = self.rest.find(ends_name).unwrap_or(self.rest.len());
        let name = &self.rest[..end];
        self.advance(end);
        name
    }

    /// Passes over what begins with "<!" or "<?", or with "</" and no name.
    fn skip_declaration(&mut self) {
        let Some(comment) = self.rest.strip_prefix("<!--") else {
            let end = self.rest.find('>').map_or(self.rest.len(), |at| at + 1);
            return self.advance(end);
        };
        // `<!-->` and `<!--->` are whole comments.
        if let Some(rest) = comment.strip_prefix('>').or(comment.strip_prefix("->")) {
            self.rest = rest;
            return;
        }
        self.rest = comment;
        while let Some(at) = self.rest.find("--") {
            self.advance(at + 2);
            let after = self.rest.trim_start_matches('-');
            self.rest = after;
            if let Some(rest) = after.strip_prefix('>').or(after.strip_prefix("!>")) {
                self.rest = rest;
                return;
            }
        }
        self.rest = "";
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let bytes = self.rest.as_bytes();
            let (first, second) = (bytes.first()?, bytes.get(1));
            match (first, second) {
                (b'<', Some(c)) if c.is_ascii_alphabetic() => {
                    self.advance(1);
                    return self.start_tag().or_else(|| {
                        self.rest = "";
                        None
                    });
                }
                (b'<', Some(b'/')) => match bytes.get(2) {
                    Some(c) if c.is_ascii_alphabetic() => {
                        self.advance(2);
                        // An end tag may carry attributes; nobody reads them.
                        let Some(Token::Start(tag)) = self.start_tag() else {
                            self.rest = "";
                            return None;
                        };
                        return Some(Token::End(tag.name));
                    }
                    Some(_) => self.skip_declaration(),
                    None => return Some(Token::Text(core::mem::take(&mut self.rest))),
                },
                (b'<', Some(b'!' | b'?')) => self.skip_declaration(),
                _ => {
                    let end = bytes.iter().skip(1).position(|b| *b == b'<');
                    let (text, rest) = self.rest.split_at(end.map_or(bytes.len(), |at| at + 1));
                    self.rest = rest;
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

/// The attributes of a tag; stops at its ">".
struct Attributes<'a> {
    rest: &'a str,
    self_closing: bool,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        let name_at = self.rest.trim_start_matches(|c| is_space(c) || c == '/');
        self.self_closing = self.rest[..self.rest.len() - name_at.len()].ends_with('/');
        self.rest = name_at;
        if name_at.is_empty() || name_at.starts_with('>') {
            return None;
        }
        // A "=" in front belongs to the name.
        let rest = &name_at[usize::from(name_at.starts_with('='))..];
        let end = rest.find(|c| ends_name(c) || c == '=').unwrap_or(rest.len());
        let rest = &rest[end..];
        let name = &name_at[..name_at.len() - rest.len()];
        let Some(value) = rest.trim_start_matches(is_space).strip_prefix('=') else {
            self.rest = rest;
            return Some((name, ""));
        };
        let value = value.trim_start_matches(is_space);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, rest) = match quote {
            Some(quote) => match value[1..].split_once(quote) {
                Some(parts) => parts,
                // The text ends inside the value: there is no tag.
                None => (&value[1..], ""),
            },
            None => {
                let end = value.find(|c| is_space(c) || c == '>').unwrap_or(value.len());
                value.split_at(end)
            }
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// What the HTML Standard calls ASCII whitespace.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{c}' | '\r')
}

fn ends_name(c: char) -> bool {
    is_space(c) || matches!(c, '/' | '>')
}

/// Whether `bytes` are `prefix` and a tag's `name`, whole.
fn names(bytes: &[u8], prefix: &[u8], name: &str) -> bool {
    let Some(bytes) = bytes.strip_prefix(prefix) else { return false };
    bytes.len() > name.len()
        && bytes[..name.len()].eq_ignore_ascii_case(name.as_bytes())
        && ends_name(bytes[name.len()].into())
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
        assert_eq!(tag.attribute("href").as_deref(), Some("j"));
    }
}
