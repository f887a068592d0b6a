//! Actors found in a text that stays where it is: in the pieces that a page has
//! it in.

use super::names::{Found, Names};
use crate::map::{ActorIndex, ActorMap};

/// A piece of a page's text, in one node.
pub struct Piece {
    /// Its characters.
    pub text: String,
    /// Whether a line begins with it: what stands before is no neighbour.
    pub begins_line: bool,
    /// What may be found in it.
    pub kind: PieceKind,
}

/// What may be found in a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Names.
    Prose,
    /// Nothing: a heading, code, a link to elsewhere.
    Closed,
    /// It is a mention, as a whole, of the actor with this `id`.
    Mention(String),
}

/// A mention in a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which piece.
    pub piece: usize,
    /// Where it begins there, counted as JavaScript counts: in UTF-16.
    pub start: u32,
    /// Where it ends there.
    pub end: u32,
    /// Whom it names.
    pub actor: ActorIndex,
}

/// All mentions of the actors of `map` in `pieces`, in their order.
pub fn find_in_pieces(map: &ActorMap, pieces: &[Piece]) -> Vec<Spot> {
    let names = Names::of(&map.actors);
    let mut spots = Vec::new();
    let mut previous = '\n';
    for (index, piece) in pieces.iter().enumerate() {
        if piece.begins_line {
            previous = '\n';
        }
        let text = piece.text.as_str();
        let mut found = Vec::new();
        match &piece.kind {
            PieceKind::Closed => {}
            PieceKind::Prose => found = names.find_all(previous, text, next(&pieces[index + 1..])),
            PieceKind::Mention(id) => {
                if let Some(actor) = map.find(id) {
                    found.push(Found { start: 0, end: text.len(), actor });
                }
            }
        }
        for Found { start, end, actor } in found {
            let (start, end) = (utf16(&text[..start]), utf16(&text[..end]));
            spots.push(Spot { piece: index, start, end, actor });
        }
        previous = text.chars().next_back().unwrap_or(previous);
    }
    spots
}

/// The first character of what follows in the same line.
fn next(pieces: &[Piece]) -> char {
    for piece in pieces {
        if piece.begins_line {
            break;
        }
        if let Some(first) = piece.text.chars().next() {
            return first;
        }
    }
    '\n'
}

fn utf16(text: &str) -> u32 {
    let mut units = 0;
    for c in text.chars() {
        units += c.len_utf16() as u32;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn map() -> ActorMap {
        let document = r#"{"title": "t", "body": "b", "actors": [
            {"id": "niger", "name": "Niger", "kind": "state"},
            {"id": "goodluck", "name": "𝄞 Goodluck", "kind": "person"}
        ]}"#;
        Article::decode(&serde_json::from_str(document).unwrap()).unwrap().0.map
    }

    fn piece(text: &str, begins_line: bool) -> Piece {
        Piece { text: text.into(), begins_line, kind: PieceKind::Prose }
    }

    fn spots(pieces: &[Piece]) -> Vec<(usize, u32, u32, usize)> {
        let spots = find_in_pieces(&map(), pieces);
        spots.iter().map(|spot| (spot.piece, spot.start, spot.end, spot.actor.0)).collect()
    }

    #[test]
    fn places_are_counted_as_javascript_counts() {
        let found = spots(&[piece("À 𝄞 Niger, 𝄞 Goodluck.", true)]);
        assert_eq!(found, [(0, 5, 10, 0), (0, 12, 23, 1)]);
    }

    #[test]
    fn neighbours_in_a_line_belong_to_a_word() {
        assert_eq!(spots(&[piece("le Niger", true), piece("ia", false)]), []);
        assert_eq!(spots(&[piece("Le ", true), piece("", false), piece("Niger", false)]).len(), 1);
        assert_eq!(spots(&[piece("anti", true), piece("Niger", false)]), []);
        assert_eq!(spots(&[piece("anti", true), piece("Niger", true)]).len(), 1);
        assert_eq!(spots(&[piece("Niger", true), piece("ien", true)]).len(), 1);
    }

    #[test]
    fn links_to_actors_are_mentions_and_other_links_are_not() {
        let link = |kind| Piece { text: "Niger".into(), begins_line: false, kind };
        assert_eq!(spots(&[link(PieceKind::Closed)]), []);
        let explicit = [link(PieceKind::Mention("goodluck".into()))];
        assert_eq!(spots(&explicit), [(0, 0, 5, 1)]);
        assert_eq!(spots(&[link(PieceKind::Mention("nobody".into()))]), []);
    }
}
