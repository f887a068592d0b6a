//! Tags and text → blocks.
//!
//! One pass without recursion over a stack of open elements. End tags that
//! HTML lets authors leave out are supplied, those that close nothing are
//! passed over, and a mark ends with the block it was opened in.

use super::Origin;
use super::allow::Element;
use super::line::{Format, Line, Open};
use super::tokenizer::{Tag, Token, Tokenizer};
use crate::rich_text::address::Address;
use crate::rich_text::{Block, Cell, Direction, Inline, Mark, Row, plain_text};

/// How many blocks may be open inside each other; deeper ones mean nothing.
const MAX_DEPTH: usize = 100;
/// How many of them may be blocks inside blocks in the result.
const MAX_NESTING: usize = 12;
/// How many elements may be open inside a line.
const MAX_FORMATS: usize = 32;

/// What an open block does with what is inside it.
#[derive(Clone, Copy, PartialEq)]
enum Role {
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
struct Frame {
    element: Element,
    role: Role,
    /// The blocks of whoever keeps blocks.
    blocks: Vec<Block>,
    /// A caption, a title, or who is quoted.
    label: Vec<Inline>,
    /// The items of a list.
    items: Vec<Vec<Block>>,
    /// The rows of a table.
    rows: Vec<Row>,
    /// Whether the next rows of a table are its head.
    in_head: bool,
}

/// Reads one source.
pub(super) struct Builder<'a> {
    tokens: Tokenizer<'a>,
    /// Nothing where the whole source is a line.
    pub(super) origin: Option<Origin>,
    frames: Vec<Frame>,
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
        builder.push(Element::Division, role);
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
        (self.frames.swap_remove(0).blocks, self.line.take())
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
        match element {
            Element::RawText => self.tokens.skip_raw_text(tag.name),
            Element::Dropped => {
                self.skip(tag);
            }
            Element::Frame => {
                self.tokens.skip_raw_text(tag.name);
                self.embed(tag, None);
            }
            Element::Player => {
                let source = self.skip(tag);
                self.embed(tag, source);
            }
            Element::Embed => self.embed(tag, None),
            Element::Image => self.image(tag),
            Element::Break => self.line_break(),
            Element::Marked(_) | Element::Link | Element::Span => self.open_format(element, tag),
            Element::Separator => {
                self.close_implied(element);
                self.part();
                if self.keeper().role != Role::Line {
                    self.emit(Block::Separator);
                }
            }
            Element::RowGroup { head } => {
                self.close_implied(element);
                if let Some(table) = self.nearest(Element::Table) {
                    self.frames[table].in_head = head;
                }
            }
            _ => self.open_block(element, tag),
        }
    }

    fn end(&mut self, name: &str) {
        let Some(element) = Element::named(name) else { return };
        match element {
            Element::Marked(_) | Element::Link | Element::Span => self.close_format(element),
            Element::Break => self.line_break(),
            Element::RowGroup { .. } => {
                self.close_implied(element);
                if let Some(table) = self.nearest(Element::Table) {
                    self.frames[table].in_head = false;
                }
            }
            _ if self.beyond > 0 => {
                self.beyond -= 1;
                self.part();
            }
            _ => {
                if let Some(found) = self.nearest(element) {
                    self.pop_to(found);
                }
            }
        }
    }

    /// Passes over an element with all that is inside; gives the address of
    /// the first `<source>` in it.
    fn skip(&mut self, tag: &Tag<'a>) -> Option<String> {
        // In SVG and MathML, "/>" closes, and `<style>` is an element like others.
        let is_foreign = ["svg", "math"].iter().any(|name| tag.name.eq_ignore_ascii_case(name));
        let mut source = None;
        let mut depth = usize::from(!(is_foreign && tag.self_closing));
        while depth > 0 {
            match self.tokens.next()? {
                Token::Text(_) => {}
                Token::End(name) => depth -= usize::from(name.eq_ignore_ascii_case(tag.name)),
                Token::Start(inner) => {
                    if inner.name.eq_ignore_ascii_case(tag.name) {
                        depth += usize::from(!(is_foreign && inner.self_closing));
                    } else if inner.name.eq_ignore_ascii_case("source") {
                        source = source.or(inner.attribute("src"));
                    } else if !is_foreign && Element::named(inner.name) == Some(Element::RawText) {
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
        if element == Element::Link {
            // A link can't be inside a link: the second ends the first.
            self.close_format(element);
        }
        let format = match element {
            Element::Marked(mark) => {
                let format = Format::Mark(mark);
                // Once is enough.
                let is_open = self.formats.iter().any(|open| open.format == format);
                if is_open { Format::Plain } else { format }
            }
            Element::Link => self.link_format(tag),
            _ => Format::Plain,
        };
        self.push_format(element, tag, Some(format));
    }

    fn link_format(&self, tag: &Tag<'_>) -> Format {
        let Some(href) = tag.attribute("href") else { return Format::Plain };
        if self.origin != Some(Origin::Comment)
            && let Some(actor) = href.trim().strip_prefix("#actor-")
        {
            return Format::Mention(actor.into());
        }
        Address::of_link(&href).map_or(Format::Plain, Format::Link)
    }

    /// A number that no other open element has.
    pub(super) fn number(&mut self) -> u32 {
        self.next_number += 1;
        self.next_number
    }

    fn push_format(&mut self, element: Element, tag: &Tag<'_>, format: Option<Format>) {
        let number = self.number();
        let lang = tag.filled("lang").filter(|lang| is_language(lang));
        let direction = tag.attribute("dir").and_then(|dir| {
            [Direction::LeftToRight, Direction::RightToLeft, Direction::Auto]
                .into_iter()
                .find(|direction| dir.eq_ignore_ascii_case(direction.as_str()))
        });
        let says_language = lang.is_some() || direction.is_some();
        let foreign = says_language.then_some(Format::Foreign(lang, direction));
        let depth = self.frames.len();
        for format in [foreign, format].into_iter().flatten() {
            if self.formats.len() < MAX_FORMATS {
                self.formats.push(Open { number, element, depth, format });
            }
        }
    }

    fn close_format(&mut self, element: Element) {
        if let Some(open) = self.formats.iter().rfind(|open| open.element == element) {
            let number = open.number;
            self.formats.retain(|open| open.number != number);
        }
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.formats.iter().any(|open| matches!(open.format, Format::Link(_) | Format::Mention(_)))
    }

    fn open_block(&mut self, element: Element, tag: &Tag<'_>) {
        self.close_implied(element);
        self.part();
        if self.frames.len() >= MAX_DEPTH {
            self.beyond += 1;
            return;
        }
        let mut role = self.role_of(element);
        // A table that only arranges the page.
        if element == Element::Table
            && matches!(tag.attribute("role").as_deref(), Some("presentation" | "none"))
        {
            role = Role::Through;
        }
        self.push(element, role);
        self.push_format(element, tag, None);
    }

    /// Opens the row that a cell without one is in.
    fn open_row(&mut self) {
        let role = self.role_of(Element::Row);
        self.push(Element::Row, role);
    }

    fn push(&mut self, element: Element, role: Role) {
        self.frames.push(Frame {
            element,
            role,
            blocks: Vec::new(),
            label: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            in_head: false,
        });
        if (element, role) == (Element::Row, Role::Parts)
            && let Some(table) = self.owner(Element::Table)
        {
            table.rows.push(Row { cells: Vec::new() });
        }
    }

    /// What `element` does here.
    fn role_of(&self, element: Element) -> Role {
        let keeper = self.keeper();
        if keeper.role == Role::Line {
            return Role::Through;
        }
        let inside = |element: Element, role| {
            if keeper.element.ends_with(element) { role } else { Role::Through }
        };
        let nesting = |role| {
            let nested = self.frames.iter().filter(|frame| frame.role != Role::Through).count();
            if nested < MAX_NESTING { role } else { Role::Through }
        };
        match element {
            Element::Paragraph | Element::Heading(_) | Element::Preformatted | Element::Term => {
                Role::Line
            }
            Element::FigureCaption => inside(Element::Figure, Role::Line),
            Element::Footer => inside(Element::Quote, Role::Line),
            Element::Summary => inside(Element::Note, Role::Line),
            Element::TableCaption => inside(Element::Table, Role::Line),
            Element::Row => inside(Element::Table, Role::Parts),
            Element::Cell { .. } => inside(Element::Row, Role::Line),
            Element::Item if matches!(keeper.element, Element::List { .. }) => Role::Blocks,
            Element::Quote | Element::Note | Element::Figure => nesting(Role::Blocks),
            Element::List { .. } | Element::Table => nesting(Role::Parts),
            _ => Role::Through,
        }
    }

    /// Closes what may be left open before `element`.
    fn close_implied(&mut self, element: Element) {
        let top = self.frames.len() - 1;
        let open = self.frames[top].element;
        let is_closed = match open {
            Element::Paragraph => true,
            Element::Heading(_) => matches!(element, Element::Heading(_)),
            Element::Term => true,
            _ => false,
        };
        if is_closed && top > 0 {
            self.pop();
        }
        match element {
            Element::Item => {
                if let Some(item) = self.nearest(element) {
                    self.pop_to(item);
                }
            }
            Element::TableCaption | Element::RowGroup { .. } | Element::Row => {
                if let Some(table) = self.nearest(Element::Table) {
                    self.pop_to(table + 1);
                }
            }
            Element::Cell { .. } => {
                let (row, table) = (self.nearest(Element::Row), self.nearest(Element::Table));
                if let Some(row) = row {
                    self.pop_to(row + 1);
                } else if let Some(table) = table {
                    // A cell opens the row that it is in.
                    self.pop_to(table + 1);
                    self.open_row();
                }
            }
            Element::Table => {
                // A table that begins between the cells of another one ends it.
                if matches!(
                    self.frames[self.frames.len() - 1].element,
                    Element::Table | Element::Row
                ) && let Some(table) = self.nearest(Element::Table)
                {
                    self.pop_to(table);
                }
            }
            _ => {}
        }
    }

    /// The innermost open `element` whose end tag would be heard from here.
    fn nearest(&self, element: Element) -> Option<usize> {
        use Element::*;
        // HTML Standard, 13.2.4.2: "has an element in scope" and its kin.
        let is_wall = |other: Element| match element {
            Table => false,
            TableCaption | RowGroup { .. } | Row | Cell { .. } => other == Table,
            Item => matches!(
                other,
                List { .. } | Table | Cell { .. } | TableCaption | Quote | Note | Figure
            ),
            _ => matches!(other, Table | Cell { .. } | TableCaption),
        };
        for (index, frame) in self.frames.iter().enumerate().skip(1).rev() {
            if frame.element.ends_with(element) {
                return Some(index);
            }
            if is_wall(frame.element) {
                return None;
            }
        }
        None
    }

    /// The innermost open `element` that keeps its content.
    fn owner(&mut self, element: Element) -> Option<&mut Frame> {
        self.frames
            .iter_mut()
            .rfind(|frame| frame.role != Role::Through && frame.element.ends_with(element))
    }

    /// Who keeps what comes here.
    fn keeper(&self) -> &Frame {
        let found = self.frames.iter().rfind(|frame| frame.role != Role::Through);
        found.unwrap_or(&self.frames[0])
    }

    /// Whether what comes here becomes a paragraph.
    pub(super) fn in_paragraph(&self) -> bool {
        let keeper = self.keeper();
        keeper.role != Role::Line || keeper.element == Element::Paragraph
    }

    pub(super) fn in_preformatted(&self) -> bool {
        self.keeper().element == Element::Preformatted
    }

    /// A block begins or ends here: text before and after stays apart.
    fn part(&mut self) {
        if self.keeper().role == Role::Line {
            self.line.break_soon();
        } else {
            self.end_paragraph();
        }
    }

    /// Makes a paragraph of the line so far.
    pub(super) fn end_paragraph(&mut self) {
        let text = self.line.take();
        if !text.is_empty() {
            self.emit(Block::Paragraph(text));
        }
    }

    /// Gives a block to whoever keeps blocks here. What stands between the
    /// cells of a table goes before it, as in browsers.
    pub(super) fn emit(&mut self, block: Block) {
        for frame in self.frames.iter_mut().rev() {
            match (frame.role, frame.element) {
                (Role::Blocks, _) => return frame.blocks.push(block),
                (Role::Parts, Element::List { .. }) => {
                    return match frame.items.last_mut() {
                        Some(item) => item.push(block),
                        None => frame.items.push(vec![block]),
                    };
                }
                _ => {}
            }
        }
    }

    fn pop_to(&mut self, length: usize) {
        while self.frames.len() > length {
            self.pop();
        }
    }

    /// Ends the innermost open block.
    fn pop(&mut self) {
        let is_line = self.frames.last().is_some_and(|frame| frame.role == Role::Line);
        if !is_line {
            self.part();
        }
        let Some(frame) = self.frames.pop() else { return };
        let depth = self.frames.len();
        self.formats.retain(|open| open.depth <= depth);
        match frame.role {
            Role::Through => {}
            Role::Line if frame.element == Element::Preformatted => {
                let text = self.line.take_plain();
                // The first line break belongs to the tag, the last one to the writer.
                let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
                if !text.trim().is_empty() {
                    self.emit(Block::Code(text.into()));
                }
            }
            Role::Line => {
                let text = self.line.take();
                self.end_line(frame.element, text);
            }
            Role::Blocks | Role::Parts => self.end_blocks(frame),
        }
    }

    /// What a line of `element` becomes.
    fn end_line(&mut self, element: Element, text: Vec<Inline>) {
        let keeper = match element {
            Element::Cell { header } => {
                if let Some(table) = self.owner(Element::Table) {
                    let header = header || table.in_head;
                    if let Some(row) = table.rows.last_mut() {
                        row.cells.push(Cell { header, text });
                    }
                }
                return;
            }
            _ if text.is_empty() => return,
            Element::Heading(level) if self.origin == Some(Origin::Article) => {
                return self.emit(Block::Heading { level: level.max(2), text });
            }
            Element::Heading(_) | Element::Term => {
                let strong = Inline::Marked { mark: Mark::Strong, children: text };
                return self.emit(Block::Paragraph(vec![strong]));
            }
            Element::FigureCaption => Element::Figure,
            Element::Footer => Element::Quote,
            Element::Summary => Element::Note,
            Element::TableCaption => Element::Table,
            _ => return self.emit(Block::Paragraph(text)),
        };
        if let Some(keeper) = self.owner(keeper) {
            keeper.label = text;
        }
    }

    /// What a block with blocks or parts inside becomes.
    fn end_blocks(&mut self, frame: Frame) {
        let Frame { element, mut blocks, mut label, items, mut rows, .. } = frame;
        match element {
            Element::Item => {
                if !blocks.is_empty()
                    && let Some(list) = self.frames.iter_mut().rfind(|f| f.role == Role::Parts)
                {
                    list.items.push(blocks);
                }
            }
            Element::List { ordered } if !items.is_empty() => {
                self.emit(Block::List { ordered, items });
            }
            Element::Table => {
                rows.retain(|row| !row.cells.is_empty());
                if !rows.is_empty() {
                    self.emit(Block::Table { caption: label, rows });
                }
            }
            Element::Figure => {
                if !label.is_empty() {
                    caption(&mut blocks, label);
                }
                blocks.into_iter().for_each(|block| self.emit(block));
            }
            Element::Quote => {
                // `<blockquote><p>…</p><cite>…</cite></blockquote>`
                if label.is_empty()
                    && blocks.len() > 1
                    && let Some(cite) = blocks.pop_if(|last| is_cite(last))
                    && let Block::Paragraph(text) = cite
                {
                    label = text;
                }
                if !blocks.is_empty() {
                    self.emit(Block::Quote { blocks, cite: label });
                }
            }
            Element::Note => {
                if label.is_empty()
                    && let Some(Block::Heading { text, .. }) = blocks.first_mut()
                {
                    label = core::mem::take(text);
                    blocks.remove(0);
                }
                if !blocks.is_empty() || !label.is_empty() {
                    self.emit(Block::Note { title: label, blocks });
                }
            }
            _ => {}
        }
    }
}

/// Whether a paragraph only says who is quoted.
fn is_cite(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    matches!(&text[..], [Inline::Marked { mark: Mark::Cite, .. }])
}

/// Puts a figure's caption where it belongs: to the last block inside, or
/// under it.
fn caption(blocks: &mut Vec<Block>, text: Vec<Inline>) {
    match blocks.last_mut() {
        Some(Block::Figure(image)) if image.caption.is_empty() => image.caption = text,
        Some(Block::Table { caption, .. }) if caption.is_empty() => *caption = text,
        Some(Block::Quote { cite, .. }) if cite.is_empty() => *cite = text,
        Some(Block::Embed { title, .. }) if title.is_none() => *title = Some(plain_text(&text)),
        _ => blocks.push(Block::Paragraph(text)),
    }
}

/// Whether `tag` looks like a language tag of BCP 47.
fn is_language(tag: &str) -> bool {
    tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
