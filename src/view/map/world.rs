//! The world view, which a companion module draws, for it is long and few open it:
//! what it is asked for, and what it answers. See
//! [`drawing`](article_widget_core::map::world::drawing) for both.

use article_widget_browser::json;
use article_widget_core::json::Json;
use article_widget_core::map::layout::{LabelSide, PlacedEdge, PlacedNode, Point, Rect};
use article_widget_core::map::{ActorIndex, ActorMap};

use super::path::{push_px, px};
use super::picture::Picture;

/// A country in sight.
pub(super) struct Land {
    /// ISO 3166-1 alpha-2; `--` where there is none.
    pub(super) code: String,
    /// Its outline, as SVG writes it.
    pub(super) data: String,
    /// The state among the actors that it is.
    pub(super) actor: Option<ActorIndex>,
}

/// A list of numbers that is read from its beginning; 0 after its end.
struct Numbers<'j>(std::slice::Iter<'j, Json>);

impl Numbers<'_> {
    #[inline(never)]
    fn next(&mut self) -> f64 {
        match self.0.next() {
            Some(Json::Number(number)) => *number,
            _ => 0.0,
        }
    }

    fn pair(&mut self) -> [f64; 2] {
        [self.next(), self.next()]
    }

    #[inline(never)]
    fn point(&mut self) -> Point {
        let [x, y] = self.pair();
        Point { x, y }
    }

    #[inline(never)]
    fn label(&mut self) -> (Rect, bool) {
        let ([x, y], [width, height]) = (self.pair(), self.pair());
        (Rect { x, y, width, height }, self.next() > 0.0)
    }
}

impl Picture {
    /// What the companion is asked for.
    pub(super) fn request(&self, map: &ActorMap) -> String {
        let mut text = px(self.request.width_px);
        push_all(&mut text, &[map.actors.len() as f64]);
        for (actor, node) in map.actors.iter().zip(&self.request.nodes) {
            let country = actor.country.as_deref().unwrap_or("-");
            for word in [actor.kind.as_str(), country] {
                text.push(' ');
                text.push_str(word);
            }
            match actor.at_deg {
                Some([longitude, latitude]) => {
                    push_all(&mut text, &[longitude * 100.0, latitude * 100.0]);
                }
                None => text.push_str(" - -"),
            }
            push_all(&mut text, &[node.radius_px]);
            push_all(&mut text, &node.label_px);
        }
        for edge in &self.request.edges {
            push_all(&mut text, &[edge.from as f64, edge.to as f64]);
            push_all(&mut text, &edge.label_px);
        }
        text
    }

    /// Takes over what it answers; nothing where that is none.
    pub(super) fn place(&mut self, answer: &str) -> Option<()> {
        let Json::List(parts) = json::parse(answer).ok()? else { return None };
        let [Json::List(numbers), Json::List(ways), Json::List(lands)] = &parts[..] else {
            return None;
        };
        let mut numbers = Numbers(numbers.iter());
        self.layout.size = numbers.pair();
        self.view_px = numbers.pair();
        for _ in &self.request.nodes {
            let center = numbers.point();
            self.places.push(numbers.point());
            let side = match numbers.next() as u8 {
                1 => LabelSide::Right,
                2 => LabelSide::Left,
                3 => LabelSide::Above,
                _ => LabelSide::Below,
            };
            let (label, label_fits) = numbers.label();
            self.layout.nodes.push(PlacedNode { center, label, side, label_fits });
        }
        for _ in &self.request.edges {
            let (start, control, end) = (numbers.point(), numbers.point(), numbers.point());
            let (label, label_fits) = numbers.label();
            self.layout.edges.push(PlacedEdge { start, control, end, label, label_fits });
        }
        for way in ways {
            self.ways.push(way.as_text()?.into());
        }
        for land in lands.chunks_exact(3) {
            let [Json::Text(code), Json::Number(actor), Json::Text(data)] = land else {
                return None;
            };
            let actor = (*actor >= 0.0).then_some(ActorIndex(*actor as usize));
            self.lands.push(Land { code: code.clone(), data: data.clone(), actor });
        }
        Some(())
    }
}

#[inline(never)]
fn push_all(text: &mut String, numbers: &[f64]) {
    for number in numbers {
        text.push(' ');
        push_px(text, *number);
    }
}
