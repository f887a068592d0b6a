//! What a block becomes when it ends.

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
    pub(super) fn end_blocks(&mut self, frame: Frame) {
        let Frame { element, mut blocks, mut label, items, mut rows, .. } = frame;
        let is_empty = blocks.is_empty();
        let block = match element {
            Element::Item => {
                let list = self.frames.iter_mut().rfind(|frame| frame.role == Role::Parts);
                if let Some(list) = list
                    && !is_empty
                {
                    list.items.push(blocks);
                }
                return;
            }
            Element::List { ordered } if !items.is_empty() => Block::List { ordered, items },
            Element::Table => {
                rows.retain(|row| !row.cells.is_empty());
                if rows.is_empty() {
                    return;
                }
                Block::Table { caption: label, rows }
            }
            Element::Figure => {
                if !label.is_empty() {
                    caption(&mut blocks, label);
                }
                for block in blocks {
                    self.emit(block);
                }
                return;
            }
            Element::Quote if !is_empty => {
                // `<blockquote><p>…</p><cite>…</cite></blockquote>`
                if label.is_empty()
                    && let [_, .., last] = &mut blocks[..]
                    && let Some(text) = cite(last)
                {
                    label = text;
                    blocks.pop();
                }
                Block::Quote { blocks, cite: label }
            }
            Element::Note if !is_empty || !label.is_empty() => {
                if label.is_empty()
                    && let Some(Block::Heading { text, .. }) = blocks.first_mut()
                {
                    label = core::mem::take(text);
                    blocks.remove(0);
                }
                Block::Note { title: label, blocks }
            }
            _ => return,
        };
        self.emit(block);
    }
}

/// The text of a paragraph that only says who is quoted.
fn cite(block: &mut Block) -> Option<Vec<Inline>> {
    match block {
        Block::Paragraph(text)
            if matches!(&text[..], [Inline::Marked { mark: Mark::Cite, .. }]) =>
        {
            Some(core::mem::take(text))
        }
        _ => None,
    }
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
