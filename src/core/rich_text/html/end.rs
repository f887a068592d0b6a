//! What a block becomes when it ends.

use core::mem::{swap, take};

use super::allow::Element;
use super::build::{Builder, Frame, Role};
use crate::rich_text::address::Address;
use crate::rich_text::{Block, BlockKind, Inline, Mark, plain_text};

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
            self.emit(Block::paragraph(text));
        }
    }

    /// Gives a block to whoever keeps blocks here. What stands between the
    /// cells of a table goes before it, as in browsers.
    #[inline(never)]
    pub(super) fn emit(&mut self, mut block: Block) {
        let is_part =
            matches!(block.kind, BlockKind::Item | BlockKind::Row | BlockKind::Cell { .. });
        for frame in self.frames.iter_mut().rev() {
            let mut blocks = &mut frame.block.blocks;
            if frame.role == Role::Parts && !is_part && frame.element.is_list() {
                // Between the items of a list: with the last one.
                if blocks.is_empty() {
                    blocks.push(Block::new(BlockKind::Item));
                }
                let last = blocks.len() - 1;
                blocks = &mut blocks[last].blocks;
            } else if frame.role != if is_part { Role::Parts } else { Role::Blocks } {
                continue;
            }
            // A figure is what is inside.
            if matches!(block.kind, BlockKind::Paragraph) && !block.blocks.is_empty() {
                blocks.append(&mut block.blocks);
            } else {
                blocks.push(block);
            }
            return;
        }
    }

    pub(super) fn pop_to(&mut self, length: usize) {
        while self.frames.len() > length {
            self.pop();
        }
    }

    /// Ends the innermost open block.
    #[inline(never)]
    pub(super) fn pop(&mut self) {
        let last = self.frames.len() - 1;
        let Frame { element, role, .. } = self.frames[last];
        if role == Role::Line {
            let text = self.line.take();
            self.frames[last].block.text = text;
        } else {
            self.part();
        }
        let is_kept = role != Role::Through && self.complete(last, element);
        let Some(frame) = self.frames.pop() else { return };
        self.end_formats(None);
        if is_kept {
            self.emit(frame.block);
        }
    }

    /// Makes of the block of frame `last` what its `element` becomes, with all
    /// that is in it; tells whether there is anything.
    fn complete(&mut self, last: usize, element: Element) -> bool {
        let is_head = self.owner(Element::TABLE).is_some_and(|table| table.in_head);
        let Block { kind, text, blocks } = &mut self.frames[last].block;
        match kind {
            BlockKind::Code(code) => {
                let all = plain_text(text);
                // The first line break belongs to the tag, the last one to the writer.
                let all = all.strip_prefix('\n').unwrap_or(&all).trim_ascii_end();
                code.push_str(all);
                text.clear();
                return !all.trim_ascii_start().is_empty();
            }
            BlockKind::Cell { header } => {
                *header |= is_head;
                return true;
            }
            BlockKind::Paragraph => {
                if element == Element::FIGURE {
                    find_embed(blocks);
                    set_caption(blocks, text);
                    return !blocks.is_empty();
                }
                if text.is_empty() {
                    return false;
                }
                if element == Element::TERM || element.level().is_some() {
                    *text = vec![Inline::Marked { mark: Mark::Strong, children: take(text) }];
                }
                let Some(owner) = element.labels() else { return true };
                let label = take(text);
                if let Some(owner) = self.owner(owner) {
                    owner.block.text = label;
                }
                return false;
            }
            BlockKind::Heading(_) => return !text.is_empty(),
            BlockKind::Note | BlockKind::Quote if text.is_empty() => {
                find_label(element == Element::NOTE, text, blocks);
            }
            _ => {}
        }
        if blocks.is_empty() {
            // A title of nothing is words like others.
            *kind = BlockKind::Paragraph;
        }
        !blocks.is_empty() || !text.is_empty()
    }
}

/// Makes the label of a quote or a note of the block that is meant as one.
fn find_label(is_note: bool, text: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let at = if is_note { 0 } else { blocks.len().wrapping_sub(1) };
    let Some(Block { kind, text: label, .. }) = blocks.get_mut(at) else { return };
    let is_label = match kind {
        BlockKind::Heading(_) => is_note,
        // `<blockquote><p>…</p><cite>…</cite></blockquote>`
        BlockKind::Paragraph => {
            !is_note && at > 0 && matches!(&label[..], [Inline::Marked { mark: Mark::Cite, .. }])
        }
        _ => false,
    };
    if is_label {
        swap(text, label);
        blocks.remove(at);
    }
}

/// A figure around nothing but an address shows what is there: so WordPress
/// writes what it embeds.
fn find_embed(blocks: &mut [Block]) {
    if let [Block { kind, text, .. }] = blocks
        && let [Inline::Text(words)] = &text[..]
        && words.starts_with("http")
        && !words.contains(' ')
        && let Some(address) = Address::of_resource(words)
    {
        *kind = BlockKind::Embed(address);
        text.clear();
    }
}

/// Puts a figure's caption where it belongs: to the last block inside, or under it.
fn set_caption(blocks: &mut Vec<Block>, caption: &mut Vec<Inline>) {
    if caption.is_empty() {
        return;
    }
    if let Some(Block { kind, text, .. }) = blocks.last_mut() {
        let place = match kind {
            BlockKind::Figure(image) => &mut image.caption,
            BlockKind::Table | BlockKind::Quote | BlockKind::Embed(_) => text,
            // A caption that is there already, so to speak.
            _ => &mut vec![Inline::Break],
        };
        if place.is_empty() {
            return swap(place, caption);
        }
    }
    blocks.push(Block::paragraph(take(caption)));
}
