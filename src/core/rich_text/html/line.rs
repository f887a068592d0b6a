//! A line of text as it is collected: spaces are folded as a browser folds
//! them, and marks that are closed in another order than they were opened come
//! out as a tree.

use super::allow::Element;
use crate::rich_text::address::Address;
use crate::rich_text::cursor::is_space;
use crate::rich_text::{Direction, Inline, Mark, plain_text};

/// What an open element does to the text inside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Format {
    /// Nothing.
    Plain,
    /// A mark.
    Mark(Mark),
    /// A link.
    Link(Address),
    /// A mention of the actor with this `id`.
    Mention(String),
    /// Another language or direction.
    Foreign(Option<String>, Option<Direction>),
}

/// An element inside a line (or a block that says its language) that is open.
#[derive(Clone, Debug)]
pub(super) struct Open {
    /// Tells it from all others; an element with a mark and a language is two
    /// formats with one number.
    pub number: u32,
    pub element: Element,
    /// How many blocks were open around it: it ends with the last of them.
    pub depth: usize,
    pub format: Format,
}

/// A line that is being collected.
#[derive(Default)]
pub(super) struct Line {
    inlines: Vec<Inline>,
    /// The formats that text is added to, and what they hold so far.
    open: Vec<(u32, Format, Vec<Inline>)>,
    /// Whether the next space would be a second one.
    after_space: bool,
    /// A new line has to begin before the next word.
    break_waits: bool,
    /// How much may still be spent on formats. One element can open its format
    /// again in each of a million paragraphs; this keeps the result's size in
    /// proportion to the source's.
    budget: usize,
}

impl Line {
    pub(super) fn new(source: &str) -> Self {
        Line { budget: 2 * source.len(), ..Line::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.inlines.is_empty() && self.open.is_empty()
    }

    /// Whether the last thing in it is a break.
    pub(super) fn ends_with_break(&self) -> bool {
        let innermost = self.open.last().map_or(&self.inlines, |(_, _, children)| children);
        matches!(innermost.last(), Some(Inline::Break))
    }

    /// Adds text inside the elements of `formats`, its spaces folded.
    pub(super) fn text(&mut self, text: &str, formats: &[Open]) {
        let mut folded = String::with_capacity(text.len());
        let mut after_space = self.after_space || self.is_empty() || self.break_waits;
        for c in text.chars() {
            if c.is_ascii() && is_space(c as u8) {
                if !after_space {
                    folded.push(' ');
                }
                after_space = true;
            } else if !is_control(c) {
                folded.push(c);
                after_space = false;
            }
        }
        if folded.is_empty() {
            return;
        }
        if self.break_waits {
            self.close(0);
            self.push_break();
        }
        self.after_space = after_space;
        self.apply(formats);
        self.push_text(folded);
    }

    /// Adds text with all its spaces.
    pub(super) fn preformatted(&mut self, text: &str) {
        // With the controls goes the first half of "\r\n".
        self.push_text(
            text.chars().filter(|c| matches!(c, '\t' | '\n') || !is_control(*c)).collect(),
        );
    }

    /// Begins a new line here.
    pub(super) fn line_break(&mut self, formats: &[Open]) {
        if !self.is_empty() {
            self.apply(formats);
            self.push_break();
        }
    }

    /// Begins a new line before the next word, if there is one.
    pub(super) fn break_soon(&mut self) {
        self.break_waits = !self.is_empty();
    }

    /// What was collected; the next line begins.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        self.close(0);
        self.after_space = false;
        self.break_waits = false;
        let mut inlines = core::mem::take(&mut self.inlines);
        trim_end(&mut inlines);
        inlines
    }

    /// What was collected, without any format.
    pub(super) fn take_plain(&mut self) -> String {
        self.close(0);
        plain_text(&core::mem::take(&mut self.inlines))
    }

    fn push_break(&mut self) {
        let children = self.children();
        if let Some(Inline::Text(text)) = children.last_mut() {
            trim_spaces(text);
        }
        children.push(Inline::Break);
        self.after_space = true;
        self.break_waits = false;
    }

    fn push_text(&mut self, more: String) {
        let children = self.children();
        match children.last_mut() {
            Some(Inline::Text(text)) => text.push_str(&more),
            _ => children.push(Inline::Text(more)),
        }
    }

    fn children(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().map_or(&mut self.inlines, |(_, _, children)| children)
    }

    /// Closes what is not among `formats`, opens what is.
    fn apply(&mut self, formats: &[Open]) {
        let wanted = || formats.iter().filter(|open| open.format != Format::Plain);
        let same = self.open.iter().zip(wanted()).take_while(|(a, b)| a.0 == b.number).count();
        self.close(same);
        for format in wanted().skip(same) {
            let cost = 1 + match &format.format {
                Format::Link(address) => address.as_str().len(),
                Format::Mention(actor) => actor.len(),
                _ => 0,
            };
            if let Some(left) = self.budget.checked_sub(cost) {
                self.budget = left;
                self.open.push((format.number, format.format.clone(), Vec::new()));
            }
        }
    }

    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            let Some((_, format, children)) = self.open.pop() else { return };
            let inline = match format {
                _ if children.is_empty() => continue,
                Format::Plain => continue,
                Format::Mark(mark) => Inline::Marked { mark, children },
                Format::Link(address) => Inline::Link { address, children },
                Format::Mention(actor) => Inline::Mention { actor, number: 0, children },
                Format::Foreign(lang, direction) => Inline::Foreign { lang, direction, children },
            };
            self.children().push(inline);
        }
    }
}

/// Controls say nothing in a text, and some terminals obey them.
fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

fn trim_spaces(text: &mut String) {
    while text.ends_with(' ') {
        text.pop();
    }
}

/// Drops spaces and breaks at the end, and what is empty without them.
fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        let is_empty = match last {
            Inline::Break => true,
            Inline::Text(text) => {
                trim_spaces(text);
                text.is_empty()
            }
            Inline::Marked { children, .. }
            | Inline::Link { children, .. }
            | Inline::Mention { children, .. }
            | Inline::Foreign { children, .. } => {
                trim_end(children);
                children.is_empty()
            }
        };
        if !is_empty {
            return;
        }
        inlines.pop();
    }
}
