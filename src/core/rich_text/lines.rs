//! Each line of a text, in the order of reading.

use super::{Block, Inline};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A heading.
    Heading,
    /// Any other.
    Text,
}

/// Shows each line of `blocks` to `visit`. Code has no lines to change.
pub fn each_line(blocks: &mut [Block], visit: &mut dyn FnMut(LineKind, &mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => visit(LineKind::Text, text),
            Block::Heading { text, .. } => visit(LineKind::Heading, text),
            Block::Quote { blocks, cite } => {
                each_line(blocks, visit);
                visit(LineKind::Text, cite);
            }
            Block::List { items, .. } => {
                for item in items {
                    each_line(item, visit);
                }
            }
            Block::Figure(image) => visit(LineKind::Text, &mut image.caption),
            Block::Table { caption, rows } => {
                visit(LineKind::Text, caption);
                for row in rows {
                    for cell in &mut row.cells {
                        visit(LineKind::Text, &mut cell.text);
                    }
                }
            }
            Block::Note { title, blocks } => {
                visit(LineKind::Heading, title);
                each_line(blocks, visit);
            }
            Block::Code(_) | Block::Embed { .. } | Block::Separator => {}
        }
    }
}
