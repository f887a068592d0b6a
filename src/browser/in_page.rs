//! The article that stands in the page, as `www/in-page.js` hands it to us.

use article_widget_core::mention::pieces::{Piece, PieceKind, Spot};
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What can be done with the article in the page.
    #[derive(Clone)]
    pub type Page;
    #[wasm_bindgen(method)]
    fn read(this: &Page) -> Array;
    #[wasm_bindgen(method)]
    fn mark(this: &Page, spots: &[u32]);
    /// Marks the mentions of these numbers, and no others, as selected.
    #[wasm_bindgen(method)]
    pub fn select(this: &Page, mentions: &[u32]);

    /// Leads the reader to the mention of this number.
    #[wasm_bindgen(method)]
    pub fn lead(this: &Page, number: usize);
    /// Takes away all marks.
    #[wasm_bindgen(method)]
    pub fn clear(this: &Page);
}

impl Page {
    /// The pieces of its text.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let found = self.read();
        for index in 0..found.length() {
            // As `read` in `www/in-page.js` has them.
            let piece: Array = found.get(index).unchecked_into();
            let kind = piece.get(2);
            pieces.push(Piece {
                text: piece.get(0).as_string().unwrap_or_default(),
                begins_line: piece.get(1).is_truthy(),
                kind: match kind.as_string() {
                    Some(actor) => PieceKind::Mention(actor),
                    None if kind.is_truthy() => PieceKind::Prose,
                    None => PieceKind::Closed,
                },
            });
        }
        pieces
    }

    /// Marks the mentions that were found.
    pub fn mark_all(&self, spots: &[Spot]) {
        let mut places = Vec::new();
        for spot in spots {
            places.extend_from_slice(&[spot.piece as u32, spot.start, spot.end]);
        }
        self.mark(&places);
    }
}
