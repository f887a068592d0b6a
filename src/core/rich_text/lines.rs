//! Each line of a text, in the order of reading.

use super::address::Address;
use super::{Block, BlockKind, Inline};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A heading.
    Heading,
    /// Any other.
    Text,
}

/// Shows each line of `blocks` to `visit`. Code has no lines to change, and
/// what is embedded keeps its title.
pub fn each_line(blocks: &mut [Block], visit: &mut dyn FnMut(LineKind, &mut Vec<Inline>)) {
    for Block { kind, text, blocks } in blocks {
        let (line_kind, text) = match kind {
            // Who is quoted stands after the quotation.
            BlockKind::Quote => {
                each_line(blocks, visit);
                visit(LineKind::Text, text);
                continue;
            }
            BlockKind::Embed(_) => continue,
            BlockKind::Figure(image) => (LineKind::Text, &mut image.caption),
            BlockKind::Heading(_) | BlockKind::Note => (LineKind::Heading, text),
            _ => (LineKind::Text, text),
        };
        visit(line_kind, text);
        each_line(blocks, visit);
    }
}

/// Shows the address of each link in a line to `visit`.
pub fn each_address(line: &mut [Inline], visit: &mut dyn FnMut(&mut Address)) {
    for inline in line {
        if let Inline::Link { address, .. } = inline {
            visit(address);
        }
        if let Some(children) = inline.children_mut() {
            each_address(children, visit);
        }
    }
}

/// Shows the address of each picture, and of all that is embedded, to `visit`.
pub fn each_block_address(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Address)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Figure(image) => image.each_address(visit),
            BlockKind::Embed(address) => visit(address),
            _ => {}
        }
        each_block_address(&mut block.blocks, visit);
    }
}
