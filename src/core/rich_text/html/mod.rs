//! The one reader of foreign HTML: text → our tree, by an allow-list.

use super::{Block, Inline};
use crate::decode::{Place, Problem};

/// Reads a line of HTML.
pub fn inline(source: &str) -> Vec<Inline> {
    vec![Inline::Text(source.into())]
}

/// Reads a text of HTML.
pub fn blocks(source: &str) -> Vec<Block> {
    vec![Block::Paragraph(inline(source))]
}

/// Reads the line of HTML at `place`.
pub fn decode_inline(place: &Place<'_>) -> Result<Vec<Inline>, Problem> {
    place.text().map(|text| inline(&text))
}
