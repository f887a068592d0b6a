//! The article that stands in the page, as `www/in-page.js` hands it to us.

use article_widget_core::json::Json;
use article_widget_core::mention::pieces::{Piece, PieceKind, Spot};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::{from_js, to_js};

#[wasm_bindgen]
extern "C" {
    /// What can be done with the article in the page.
    #[derive(Clone)]
    pub type Page;
    #[wasm_bindgen(method)]
    fn read(this: &Page) -> JsValue;
    #[wasm_bindgen(method)]
    fn mark(this: &Page, spots: JsValue);
    #[wasm_bindgen(method, js_name = select)]
    fn select_numbers(this: &Page, numbers: JsValue);

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
        if let Some(Json::List(found)) = from_js(self.read()) {
            for piece in found {
                pieces.extend(read(piece));
            }
        }
        pieces
    }

    /// Marks the mentions that were found.
    pub fn mark_all(&self, spots: &[Spot]) {
        let mut places = Vec::new();
        for spot in spots {
            places.push(numbers(&[spot.piece as u32, spot.start, spot.end]));
        }
        self.mark(to_js(&Json::List(places)));
    }

    /// Marks the mentions of these numbers, and no others, as selected.
    pub fn select(&self, mentions: &[u32]) {
        self.select_numbers(to_js(&numbers(mentions)));
    }
}

/// A piece as it comes: its text, whether a line begins with it, and what may be
/// found in it.
fn read(piece: Json) -> Option<Piece> {
    let Json::List(parts) = piece else { return None };
    let [Json::Text(text), begins_line, kind] = <[Json; 3]>::try_from(parts).ok()? else {
        return None;
    };
    let kind = match kind {
        Json::Text(actor) => PieceKind::Mention(actor),
        Json::Bool(true) => PieceKind::Prose,
        _ => PieceKind::Closed,
    };
    Some(Piece { text, begins_line: matches!(begins_line, Json::Bool(true)), kind })
}

fn numbers(numbers: &[u32]) -> Json {
    let mut list = Vec::new();
    for number in numbers {
        list.push(Json::Number(f64::from(*number)));
    }
    Json::List(list)
}
