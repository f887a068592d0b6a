//! The blocks of `body`, written as JSON or as one string of HTML.

use crate::decode::{Place, Problem, Warnings};
use crate::rich_text::{Block, html};

/// Reads `body`: one string of HTML, or a list of blocks.
pub fn decode_body(place: &Place<'_>, _warnings: &mut Warnings) -> Result<Vec<Block>, Problem> {
    place.text().map(|text| html::blocks(&text))
}

/// How many words `blocks` have.
pub fn count_words(_blocks: &[Block]) -> usize {
    0
}
