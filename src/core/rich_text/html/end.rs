//! What a block becomes when it ends.

use core::mem::take;

use super::Origin;
use super::allow::Element;
use super::build::{Builder, Frame, Role};
use crate::rich_text::{Block, Cell, Inline, Mark, plain_text};

impl Builder<'_> {
    /// A block begins or ends here: text before and after stays apart.
    #[inline(never)]
    pub(super) fn part(&mut self) {
        if self.keeper().role == Role::Line {
            self.line.break_soon();
        } else {
            self.end_paragraph();
        }
    }

    /// Makes a paragraph of the line so far.
    #[inline(never)]
    pub(super) fn end_paragraph(&mut self) {
        let text = self.line.take();
        if !text.is_empty() {
            self.emit(Block::Paragraph(text));
        }
    }

    /// Gives a block to whoever keeps blocks here. What stands between the
    /// cells of a table goes before it, as in browsers.
    #[inline(never)]
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

    pub(super) fn pop_to(&mut self, length: usize) {
        while self.frames.len() > length {
            self.pop();
        }
    }

    /// Ends the innermost open block.
    pub(super) fn pop(&mut self) {
        let is_line = self.frames.last().is_some_and(|frame| frame.role == Role::Line);
        if !is_line {
            self.part();
        }
        let Some(frame) = self.frames.pop() else { return };
        self.end_formats(None);
        match frame.role {
            Role::Through => {}
            Role::Line if frame.element == Element::Preformatted => {
                let text = self.line.take_plain();
                // The first line break belongs to the tag, the last one to the writer.
                let text = text.strip_prefix('\n').unwrap_or(&text).trim_ascii_end();
                if !text.trim_ascii().is_empty() {
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
    #[inline(never)]
    pub(super) fn end_line(&mut self, element: Element, text: Vec<Inline>) {
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
    #[inline(never)]
    pub(super) fn end_blocks(&mut self, mut frame: Frame) {
        let block = match frame.element {
            Element::Item => {
                let list = self.frames.iter_mut().rfind(|frame| frame.role == Role::Parts);
                if let Some(list) = list
                    && !frame.blocks.is_empty()
                {
                    list.items.push(take(&mut frame.blocks));
                }
                return;
            }
            Element::Figure => {
                frame.set_caption();
                for block in take(&mut frame.blocks) {
                    self.emit(block);
                }
                return;
            }
            _ => frame.take_block(),
        };
        if let Some(block) = block {
            self.emit(block);
        }
    }
}

impl Frame {
    /// A list, a table, a quotation or a note, unless there is nothing in it.
    fn take_block(&mut self) -> Option<Block> {
        self.find_label();
        self.rows.retain(|row| !row.cells.is_empty());
        let Frame { blocks, label, items, rows, .. } = self;
        Some(match self.element {
            Element::List { ordered } if !items.is_empty() => {
                Block::List { ordered, items: take(items) }
            }
            Element::Table if !rows.is_empty() => {
                Block::Table { caption: take(label), rows: take(rows) }
            }
            Element::Quote if !blocks.is_empty() => {
                Block::Quote { blocks: take(blocks), cite: take(label) }
            }
            Element::Note if !blocks.is_empty() || !label.is_empty() => {
                Block::Note { title: take(label), blocks: take(blocks) }
            }
            _ => return None,
        })
    }

    /// Makes a label of the block that is meant as one, where none is said.
    fn find_label(&mut self) {
        if !self.label.is_empty() {
            return;
        }
        match (self.element, &mut self.blocks[..]) {
            (Element::Note, [Block::Heading { text, .. }, ..]) => {
                self.label = take(text);
                self.blocks.remove(0);
            }
            // `<blockquote><p>…</p><cite>…</cite></blockquote>`
            (Element::Quote, [_, .., Block::Paragraph(text)])
                if matches!(&text[..], [Inline::Marked { mark: Mark::Cite, .. }]) =>
            {
                self.label = take(text);
                self.blocks.pop();
            }
            _ => {}
        }
    }

    /// Puts a figure's caption where it belongs: to the last block inside, or
    /// under it.
    fn set_caption(&mut self) {
        let text = take(&mut self.label);
        match self.blocks.last_mut() {
            _ if text.is_empty() => {}
            Some(Block::Figure(image)) if image.caption.is_empty() => image.caption = text,
            Some(Block::Table { caption, .. }) if caption.is_empty() => *caption = text,
            Some(Block::Quote { cite, .. }) if cite.is_empty() => *cite = text,
            Some(Block::Embed { title, .. }) if title.is_none() => {
                *title = Some(plain_text(&text));
            }
            _ => self.blocks.push(Block::Paragraph(text)),
        }
    }
}
