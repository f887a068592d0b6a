//! A line of text as it is collected: spaces are folded as a browser folds
//! them, and marks that are closed in another order than they were opened come
//! out as a tree.

use super::allow::Element;
use crate::rich_text::Inline;
use crate::rich_text::cursor::is_space;

/// An element inside a line (or a block that says its language) that is open.
pub(super) struct Open {
    /// Tells it from all others; an element with a mark and a language is open
    /// twice with one number.
    pub number: u32,
    pub element: Element,
    /// How many blocks were open around it: it ends with the last of them.
    pub depth: usize,
    /// What becomes of the text inside it: an [`Inline`] that is still empty;
    /// nothing where the text stays as it is.
    pub format: Option<Inline>,
}

/// A line that is being collected.
#[derive(Default)]
pub(super) struct Line {
    inlines: Vec<Inline>,
    /// The formats that text is added to, with what they hold so far.
    open: Vec<(u32, Inline)>,
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
        let innermost = match self.open.last() {
            Some((_, format)) => format.children().unwrap_or_default(),
            None => &self.inlines,
        };
        matches!(innermost, [.., Inline::Break])
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
        self.push_text(text.chars().filter(|c| is_seen(*c)).collect());
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

    #[inline(never)]
    fn children(&mut self) -> &mut Vec<Inline> {
        let innermost = self.open.last_mut().and_then(|(_, format)| format.children_mut());
        innermost.unwrap_or(&mut self.inlines)
    }

    /// Closes what is not among `formats`, opens what is.
    #[inline(never)]
    fn apply(&mut self, formats: &[Open]) {
        let mut same = 0;
        for Open { number, format, .. } in formats {
            let Some(format) = format else { continue };
            if self.open.get(same).is_some_and(|(open, _)| open == number) {
                same += 1;
                continue;
            }
            self.close(same);
            let cost = 1 + match format {
                Inline::Link { address, .. } => address.as_str().len(),
                Inline::Mention { actor, .. } => actor.len(),
                _ => 0,
            };
            if let Some(left) = self.budget.checked_sub(cost) {
                self.budget = left;
                self.open.push((*number, format.clone()));
                same += 1;
            }
        }
        self.close(same);
    }

    #[inline(never)]
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            let Some((_, format)) = self.open.pop() else { return };
            if format.children().is_some_and(|children| !children.is_empty()) {
                self.children().push(format);
            }
        }
    }
}

/// Controls say nothing in a text, and some terminals obey them.
fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}')
}

/// Whether a text keeps it where spaces are kept.
pub(super) fn is_seen(c: char) -> bool {
    matches!(c, '\t' | '\n') || !is_control(c)
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
            other => other.children_mut().is_none_or(|children| {
                trim_end(children);
                children.is_empty()
            }),
        };
        if !is_empty {
            return;
        }
        inlines.pop();
    }
}
