//! Which part of a page is the article, and what of that is not its text.

use core::ops::Range;

use crate::rich_text::html::{Tag, Token, Tokenizer, offset};

/// How many elements that may be the article are followed at once.
const MAX_OPEN: usize = 16;

/// An element that may be the article.
struct Candidate<'a> {
    name: &'a str,
    /// How sure it says that it is.
    weight: usize,
    /// Where its content begins.
    start: usize,
    /// How many elements of its name are open, itself among them.
    depth: usize,
    /// How much text came before it.
    text_before: usize,
}

/// Looks for the article while a page is read.
#[derive(Default)]
pub(super) struct Finder<'a> {
    open: Vec<Candidate<'a>>,
    /// How much text there was so far.
    text: usize,
    best: Option<Range<usize>>,
    best_score: usize,
}

impl<'a> Finder<'a> {
    pub(super) fn text(&mut self, text: &str) {
        self.text += text.trim_ascii().len();
    }

    pub(super) fn open(&mut self, tag: &Tag<'a>, start: usize) {
        for candidate in &mut self.open {
            candidate.depth += usize::from(candidate.name.eq_ignore_ascii_case(tag.name));
        }
        let weight = weight(tag);
        if weight > 0 && self.open.len() < MAX_OPEN {
            let text_before = self.text;
            self.open.push(Candidate { name: tag.name, weight, start, depth: 1, text_before });
        }
    }

    pub(super) fn close(&mut self, name: &str, end: usize) {
        for candidate in &mut self.open {
            candidate.depth -= usize::from(candidate.name.eq_ignore_ascii_case(name));
        }
        while let Some(closed) = self.open.iter().rposition(|candidate| candidate.depth == 0) {
            let candidate = self.open.remove(closed);
            self.weigh(&candidate, end);
        }
    }

    fn weigh(&mut self, candidate: &Candidate<'_>, end: usize) {
        let score = (self.text - candidate.text_before) * candidate.weight;
        if score > self.best_score {
            (self.best, self.best_score) = (Some(candidate.start..end), score);
        }
    }

    /// Where the article is; the whole of a page that says nothing.
    pub(super) fn finish(mut self, length: usize) -> Option<Range<usize>> {
        while let Some(candidate) = self.open.pop() {
            self.weigh(&candidate, length);
        }
        self.best.or((self.text > 0).then_some(0..length))
    }
}

/// How sure an element says that it is the article: with this, its text is
/// multiplied, so that a teaser in `<article>` is no match for the text in
/// `<main>`.
fn weight(tag: &Tag<'_>) -> usize {
    let is = |name: &str| tag.name.eq_ignore_ascii_case(name);
    if !tag.mentions("item") && !tag.mentions("role") {
        if is("article") { 3 } else { if is("main") { 2 } else { usize::from(is("body")) } }
    } else if tag.attribute("itemprop") == "articleBody" {
        8
    } else if is("article") || tag.attribute("itemtype").ends_with("Article") {
        3
    } else if is("main") || tag.attribute("role") == "main" {
        2
    } else {
        usize::from(is("body"))
    }
}

/// An article's HTML without what is not its text: its title (which stands
/// above), menus, forms, buttons, what is hidden. Empty where no text is left.
pub fn cleaned(html: &str) -> String {
    let mut kept = String::new();
    let (mut from, mut has_text) = (0, false);
    // The name of the element that is left out, and how deep in its kind.
    let mut dropped: Option<(&str, usize)> = None;
    let mut tokens = Tokenizer::new(html);
    while let Some(token) = tokens.next() {
        match (token, &mut dropped) {
            (Token::Start(tag), Some((name, depth))) => {
                *depth += usize::from(name.eq_ignore_ascii_case(tag.name));
            }
            (Token::Start(tag), None) if is_no_text(&tag) => {
                kept.push_str(&html[from..offset(html, tag.name) - 1]);
                dropped = Some((tag.name, 1));
            }
            (Token::End(ended), Some((name, depth))) if name.eq_ignore_ascii_case(ended) => {
                *depth -= 1;
                if *depth == 0 {
                    from = tokens.at();
                    dropped = None;
                }
            }
            (Token::Start(tag), None) if is_raw(&tag) => tokens.skip_raw_text(tag.name),
            (Token::Text(text), None) => has_text |= !text.trim_ascii().is_empty(),
            _ => {}
        }
    }
    if dropped.is_none() {
        kept.push_str(&html[from..]);
    }
    if has_text { kept } else { String::new() }
}

/// Whether what is inside is no markup, and nothing to read.
pub(super) fn is_raw(tag: &Tag<'_>) -> bool {
    const NAMES: [&str; 6] = ["script", "style", "template", "svg", "noscript", "textarea"];
    NAMES.iter().any(|name| tag.name.eq_ignore_ascii_case(name))
}

fn is_no_text(tag: &Tag<'_>) -> bool {
    const NAMES: [&str; 7] = ["h1", "nav", "form", "button", "dialog", "select", "footer"];
    // Elements without an end tag can't be left out up to it.
    let is_void = ["img", "br", "hr", "input", "meta", "link", "source", "wbr", "area", "embed"]
        .iter()
        .any(|name| tag.name.eq_ignore_ascii_case(name));
    !is_void
        && (NAMES.iter().any(|name| tag.name.eq_ignore_ascii_case(name))
            || tag.mentions("hidden") && tag.has("hidden")
            || tag.mentions("headline") && tag.attribute("itemprop") == "headline")
}
