//! Tags and text → blocks.
//!
//! One pass without recursion over a stack of open elements. End tags that
//! HTML lets authors leave out are supplied, those that close nothing are
//! passed over, and a mark ends with the block it was opened in.

use super::Origin;
use super::allow::Element;
use super::line::{Line, Open};
use super::tokenizer::{Tag, Token, Tokenizer};
use crate::rich_text::address::Address;
use crate::rich_text::{Block, BlockKind, Direction, Inline};

/// How many blocks may be open inside each other; deeper ones mean nothing.
const MAX_DEPTH: usize = 100;
/// How many of them may be blocks inside blocks in the result.
pub(super) const MAX_NESTING: usize = 12;
/// How many elements may be open inside a line.
const MAX_FORMATS: usize = 32;

/// What an open block does with what is inside it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// Keeps blocks.
    Blocks,
    /// Keeps a line; blocks inside it only break the line.
    Line,
    /// A list, a table or a row: keeps parts of its own kind.
    Parts,
    /// Leaves all to what is around it.
    Through,
}

/// A block that is open.
pub(super) struct Frame {
    pub element: Element,
    pub role: Role,
    /// What it becomes, with what was inside it so far.
    pub block: Block,
    /// Whether the next rows of a table are its head.
    pub in_head: bool,
}

/// Reads one source.
pub(super) struct Builder<'a> {
    tokens: Tokenizer<'a>,
    /// Nothing where the whole source is a line.
    pub(super) origin: Option<Origin>,
    pub(super) frames: Vec<Frame>,
    pub(super) formats: Vec<Open>,
    pub(super) line: Line,
    /// How many blocks are open beyond [`MAX_DEPTH`].
    beyond: usize,
    next_number: u32,
}

impl<'a> Builder<'a> {
    pub(super) fn of_line(source: &'a str) -> Self {
        Self::new(source, None, Role::Line)
    }

    pub(super) fn of_blocks(origin: Origin, source: &'a str) -> Self {
        Self::new(source, Some(origin), Role::Blocks)
    }

    fn new(source: &'a str, origin: Option<Origin>, role: Role) -> Self {
        let mut builder = Builder {
            tokens: Tokenizer::new(source),
            origin,
            frames: Vec::new(),
            formats: Vec::new(),
            line: Line::new(source),
            beyond: 0,
            next_number: 0,
        };
        builder.push(Element::DIVISION, role);
        builder
    }

    /// The blocks of the source, and the line that it is if it is one.
    pub(super) fn read(mut self) -> (Vec<Block>, Vec<Inline>) {
        while let Some(token) = self.tokens.next() {
            match token {
                Token::Text(text) => self.text(text),
                Token::Start(tag) => self.start(&tag),
                Token::End(name) => self.end(name),
            }
        }
        while self.frames.len() > 1 {
            self.pop();
        }
        if self.frames[0].role == Role::Blocks {
            self.part();
        }
        (self.frames.swap_remove(0).block.blocks, self.line.take())
    }

    fn text(&mut self, text: &str) {
        let text = super::entities::decode(text, false);
        if self.in_preformatted() {
            self.line.preformatted(&text);
        } else {
            self.line.text(&text, &self.formats);
        }
    }

    fn start(&mut self, tag: &Tag<'a>) {
        let Some(element) = Element::named(tag.name) else { return };
        if element.is_format() {
            return self.open_format(element, tag);
        }
        let mut source = String::new();
        match element {
            Element::IMAGE => return self.image(tag),
            Element::BREAK => return self.line_break(),
            Element::RAW_TEXT | Element::FRAME => self.tokens.skip_raw_text(tag.name),
            Element::DROPPED | Element::PLAYER => source = self.skip(tag),
            _ => {}
        }
        match element {
            Element::RAW_TEXT | Element::DROPPED => {}
            Element::FRAME | Element::PLAYER | Element::EMBED => self.embed(tag, &source),
            Element::HEAD | Element::BODY => self.row_group(element, element == Element::HEAD),
            _ => {
                self.close_implied(element);
                self.part();
                if element != Element::SEPARATOR {
                    self.open_block(element, tag);
                } else if self.keeper().role != Role::Line {
                    self.emit(Block::new(BlockKind::Separator));
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        let Some(element) = Element::named(name) else { return };
        if element.is_format() {
            self.close_format(element);
        } else if element == Element::BREAK {
            self.line_break();
        } else if element.is_row_group() {
            self.row_group(element, false);
        } else if self.beyond > 0 {
            self.beyond -= 1;
            self.part();
        } else if let Some(found) = self.nearest(element) {
            self.pop_to(found);
        }
    }

    /// Begins or ends a group of rows.
    fn row_group(&mut self, element: Element, is_head: bool) {
        self.close_implied(element);
        if let Some(table) = self.nearest(Element::TABLE) {
            self.frames[table].in_head = is_head;
        }
    }

    /// Passes over an element with all that is inside; gives the address of
    /// the first `<source>` in it.
    fn skip(&mut self, tag: &Tag<'a>) -> String {
        // In SVG and MathML, "/>" closes, and `<style>` is an element like others.
        let is_foreign = ["svg", "math"].iter().any(|name| tag.name.eq_ignore_ascii_case(name));
        let mut source = String::new();
        let mut depth = usize::from(!(is_foreign && tag.self_closing));
        while depth > 0 {
            let Some(token) = self.tokens.next() else { break };
            match token {
                Token::Text(_) => {}
                Token::End(name) => depth -= usize::from(name.eq_ignore_ascii_case(tag.name)),
                Token::Start(inner) => {
                    if inner.name.eq_ignore_ascii_case(tag.name) {
                        depth += usize::from(!(is_foreign && inner.self_closing));
                    } else if inner.name.eq_ignore_ascii_case("source") {
                        if source.is_empty() {
                            source = inner.attribute("src");
                        }
                    } else if !is_foreign && Element::named(inner.name) == Some(Element::RAW_TEXT) {
                        self.tokens.skip_raw_text(inner.name);
                    }
                }
            }
        }
        source
    }

    fn line_break(&mut self) {
        if self.in_preformatted() {
            self.line.preformatted("\n");
        } else if self.line.ends_with_break() && self.in_paragraph() {
            // Two breaks in a row are what some writers part paragraphs with.
            self.end_paragraph();
        } else {
            self.line.line_break(&self.formats);
        }
    }

    fn open_format(&mut self, element: Element, tag: &Tag<'_>) {
        let mut format = None;
        if element == Element::LINK {
            // A link can't be inside a link: the second ends the first.
            self.close_format(element);
            format = self.link_format(tag);
        } else if let Some(mark) = element.mark() {
            // Once is enough.
            let is_marked = |open: &Open| matches!(&open.format, Some(Inline::Marked { mark: other, .. }) if *other == mark);
            if !self.formats.iter().any(is_marked) {
                format = Some(Inline::Marked { mark, children: Vec::new() });
            }
        }
        let number = self.open_language(element, tag);
        self.push_format(number, element, format);
    }

    fn link_format(&self, tag: &Tag<'_>) -> Option<Inline> {
        let href = tag.attribute("href");
        let children = Vec::new();
        if self.origin != Some(Origin::Comment)
            && let Some(actor) = href.trim_ascii().strip_prefix("#actor-")
        {
            return Some(Inline::Mention { actor: actor.into(), number: 0, children });
        }
        Address::of_link(&href).map(|address| Inline::Link { address, children })
    }

    /// A number that no other open element has.
    pub(super) fn number(&mut self) -> u32 {
        self.next_number += 1;
        self.next_number
    }

    /// Opens the language that an element says it is in, if it says one.
    fn open_language(&mut self, element: Element, tag: &Tag<'_>) -> u32 {
        let number = self.number();
        let lang = tag.filled("lang").filter(|lang| is_language(lang));
        let dir = tag.attribute("dir");
        let mut direction = None;
        for known in [Direction::LeftToRight, Direction::RightToLeft, Direction::Auto] {
            if dir.eq_ignore_ascii_case(known.as_str()) {
                direction = Some(known);
            }
        }
        if lang.is_some() || direction.is_some() {
            let format = Inline::Foreign { lang, direction, children: Vec::new() };
            self.push_format(number, element, Some(format));
        }
        number
    }

    #[inline(never)]
    pub(super) fn push_format(&mut self, number: u32, element: Element, format: Option<Inline>) {
        if self.formats.len() < MAX_FORMATS {
            let depth = self.frames.len();
            self.formats.push(Open { number, element, depth, format });
        }
    }

    fn close_format(&mut self, element: Element) {
        if let Some(open) = self.formats.iter().rfind(|open| open.element == element) {
            self.end_formats(Some(open.number));
        }
    }

    /// Ends the formats with this number, and those whose block has ended.
    #[inline(never)]
    pub(super) fn end_formats(&mut self, number: Option<u32>) {
        let depth = self.frames.len();
        self.formats.retain(|open| Some(open.number) != number && open.depth <= depth);
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.formats
            .iter()
            .any(|open| matches!(open.format, Some(Inline::Link { .. } | Inline::Mention { .. })))
    }

    fn open_block(&mut self, element: Element, tag: &Tag<'_>) {
        if self.frames.len() >= MAX_DEPTH {
            self.beyond += 1;
            return;
        }
        let mut role = self.role_of(element);
        // A table that only arranges the page.
        if element == Element::TABLE
            && matches!(tag.attribute("role").as_str(), "presentation" | "none")
        {
            role = Role::Through;
        }
        self.push(element, role);
        self.open_language(element, tag);
    }

    #[inline(never)]
    pub(super) fn push(&mut self, element: Element, role: Role) {
        let kind = match element {
            Element::QUOTE => BlockKind::Quote,
            Element::NOTE => BlockKind::Note,
            Element::UNORDERED | Element::ORDERED => {
                BlockKind::List { ordered: element == Element::ORDERED }
            }
            Element::ITEM => BlockKind::Item,
            Element::PREFORMATTED => BlockKind::Code(String::new()),
            Element::TABLE => BlockKind::Table,
            Element::ROW => BlockKind::Row,
            Element::CELL | Element::HEADER_CELL => {
                BlockKind::Cell { header: element == Element::HEADER_CELL }
            }
            _ => match element.level() {
                Some(level) if self.origin == Some(Origin::Article) => {
                    BlockKind::Heading(level.max(2))
                }
                _ => BlockKind::Paragraph,
            },
        };
        self.frames.push(Frame { element, role, block: Block::new(kind), in_head: false });
    }
}

/// Whether `tag` looks like a language tag of BCP 47.
fn is_language(tag: &str) -> bool {
    tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
