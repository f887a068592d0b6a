//! The world view as numbers and paths, finished: what the companion module `world`
//! does for the widget, which only draws it.
//!
//! A request is a text of words and numbers with spaces between them: the width of
//! the picture; how many actors; for each its kind, its country (`-` where it has
//! none), longitude and latitude in hundredths of a degree (`-` where it has none),
//! and, in pixels, half the width of its shape, the width and the height of its
//! label; then for each relation the number of its first actor, that of its second,
//! and the width and the height of its label.
//!
//! The answer is a list in JSON:
//! 1. a list of numbers: width and height of the whole, and of the part with
//!    countries; for each actor its middle, where it really is, its label's side (0
//!    below, 1 right, 2 left, 3 above), the box of that label (left, top, width,
//!    height), and 1 where it fits; for each relation the start, the control point and
//!    the end of the curve that comes nearest to its way, the box of its label, and 1
//!    where that fits;
//! 2. for each relation its way up to its end, as SVG writes paths;
//! 3. for each country in sight its code, the number of the actor that it is (-1 for
//!    none), and its outline.

use super::super::layout::{
    EdgeRequest, Geography, LabelSide, LayoutRequest, NodeRequest, Point, Rect, on_map,
};
use super::{Atlas, Country, Place, Site, WorldView};
use crate::json_text::{push_number, push_string};

/// Nearer than this to the point before, a point of a border is not drawn.
const FINEST_PX: f64 = 0.6;

/// The last longitude that is on its own side of the map.
const EDGE_DEG: f64 = 179.99;

/// What is asked for.
#[derive(Default)]
struct Request<'r> {
    layout: LayoutRequest,
    /// The places of the actors, in degrees, where they are given.
    at_deg: Vec<Option<[f64; 2]>>,
    countries: Vec<&'r str>,
    /// Whether each actor is a state.
    are_states: Vec<bool>,
}

/// Draws the world view that `request` asks for, on the base map; nothing where one
/// of the two is broken.
pub fn drawing(request: &str, base_map: &[u8]) -> Option<String> {
    let request = Request::read(&mut request.split_ascii_whitespace())?;
    let atlas = Atlas::read(base_map)?;
    let mut sites = Vec::new();
    for (at_deg, code) in request.at_deg.iter().zip(&request.countries) {
        let middle = || atlas.find(code).map(Country::middle);
        sites.push(Site { place: at_deg.or_else(middle).map(Place::at_deg) });
    }
    let view = WorldView::of(&sites, request.layout.width_px);
    let geography = on_map(&request.layout, &sites, &view);
    let mut answer = String::from("[[");
    push_numbers(&mut answer, &geography, &view);
    answer.push_str("],[");
    for way in &geography.ways {
        push_string(&mut answer, &path_of(way));
        answer.push(',');
    }
    close(&mut answer);
    answer.push_str(",[");
    for country in &atlas.countries {
        let mut outline = String::new();
        for ring in &country.rings {
            push_ring(&mut outline, ring, &view);
        }
        if outline.is_empty() {
            continue;
        }
        let is_it =
            |index: &usize| request.are_states[*index] && request.countries[*index] == country.code;
        let actor = (0..sites.len()).find(is_it);
        push_string(&mut answer, &country.code);
        answer.push(',');
        push_number(&mut answer, actor.map_or(-1.0, |index| index as f64));
        answer.push(',');
        push_string(&mut answer, &outline);
        answer.push(',');
    }
    close(&mut answer);
    answer.push(']');
    Some(answer)
}

/// Ends a list after the comma of its last item.
fn close(list: &mut String) {
    if list.ends_with(',') {
        list.pop();
    }
    list.push(']');
}

type Words<'w, 'r> = &'w mut dyn Iterator<Item = &'r str>;

impl<'r> Request<'r> {
    fn read(words: Words<'_, 'r>) -> Option<Self> {
        let mut request = Request::default();
        request.layout.width_px = number(words)?;
        for _ in 0..number(words)? as usize {
            request.are_states.push(words.next()? == "state");
            request.countries.push(words.next()?);
            let longitude = number(words);
            let latitude = number(words);
            let degrees = longitude.zip(latitude);
            request.at_deg.push(degrees.map(|(x, y)| [x / 100.0, y / 100.0]));
            let radius_px = number(words)?;
            let label_px = [number(words)?, number(words)?];
            request.layout.nodes.push(NodeRequest { radius_px, label_px, fixed: None });
        }
        while let Some(from) = number(words) {
            let (from, to) = (from as usize, number(words)? as usize);
            if from.max(to) >= request.layout.nodes.len() {
                return None;
            }
            let label_px = [number(words)?, number(words)?];
            request.layout.edges.push(EdgeRequest { from, to, label_px });
        }
        Some(request)
    }
}

/// The next word, if it is a number with at most one decimal.
fn number(words: Words<'_, '_>) -> Option<f64> {
    let word = words.next()?;
    let (mut number, mut scale, mut has_digit) = (0.0, 1.0, false);
    for (at, byte) in word.bytes().enumerate() {
        match byte {
            b'-' if at == 0 => {}
            b'.' => scale = 0.1,
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(byte - b'0');
                has_digit = true;
            }
            _ => return None,
        }
    }
    if word.starts_with('-') {
        number = -number;
    }
    has_digit.then_some(number * scale)
}

/// Adds numbers to a list, with a comma before each but the very first.
fn push_all(to: &mut String, numbers: &[f64]) {
    for number in numbers {
        if !to.ends_with('[') {
            to.push(',');
        }
        push_number(to, (number * 10.0).round() / 10.0);
    }
}

fn push_rect(to: &mut String, rect: Rect, fits: bool) {
    push_all(to, &[rect.x, rect.y, rect.width, rect.height, f64::from(u8::from(fits))]);
}

fn push_numbers(to: &mut String, geography: &Geography, view: &WorldView) {
    let layout = &geography.layout;
    push_all(to, &layout.size);
    push_all(to, &view.size_px);
    for (node, place) in layout.nodes.iter().zip(&geography.places) {
        let place = place.unwrap_or(node.center);
        let side = match node.side {
            LabelSide::Below => 0.0,
            LabelSide::Right => 1.0,
            LabelSide::Left => 2.0,
            LabelSide::Above => 3.0,
        };
        push_all(to, &[node.center.x, node.center.y, place.x, place.y, side]);
        push_rect(to, node.label, node.label_fits);
    }
    for edge in &layout.edges {
        for point in [edge.start, edge.control, edge.end] {
            push_all(to, &[point.x, point.y]);
        }
        push_rect(to, edge.label, edge.label_fits);
    }
}

/// The parts of a way without its very last point, as SVG writes a path.
fn path_of(way: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for (part, points) in way.iter().enumerate() {
        for (index, point) in points.iter().enumerate() {
            // Of a part that is one point alone, that is where it begins.
            if part + 1 < way.len() || index + 1 < points.len() || index == 0 {
                push_point(&mut path, index == 0, *point);
            }
        }
    }
    path
}

fn push_point(path: &mut String, is_first: bool, point: Point) {
    path.push(if is_first { 'M' } else { 'L' });
    push_number(path, (point.x * 10.0).round() / 10.0);
    path.push(' ');
    push_number(path, (point.y * 10.0).round() / 10.0);
}

/// Adds a ring to an outline, if any of it can be in sight.
fn push_ring(outline: &mut String, ring: &[[f64; 2]], view: &WorldView) {
    let [width, height] = view.size_px;
    // The sides of the picture beyond which all of it lies (Cohen, Sutherland).
    let mut beyond = [true; 4];
    let mut path = String::new();
    let mut last: Option<Point> = None;
    for place in ring {
        // At the antimeridian itself, east and west would be one.
        let [longitude, latitude] = *place;
        let point = view.point(Place::at_deg([EDGE_DEG.min(longitude.max(-EDGE_DEG)), latitude]));
        let sides = [point.x < 0.0, point.y < 0.0, point.x > width, point.y > height];
        for (all, side) in beyond.iter_mut().zip(sides) {
            *all &= side;
        }
        let is_near = |last: Point| {
            (last.x - point.x).abs() < FINEST_PX && (last.y - point.y).abs() < FINEST_PX
        };
        if !last.is_some_and(is_near) {
            push_point(&mut path, last.is_none(), point);
            last = Some(point);
        }
    }
    if !beyond.contains(&true) {
        outline.push_str(&path);
        outline.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    const WORLD: &[u8] = include_bytes!("../../../../www/world.bin");

    /// Niger by its country, Washington by its place, somebody nowhere.
    const REQUEST: &str = "600 3 state NE - - 11.4 70 16 place - -7704 3890 10 80.5 16 \
        person - - - 9 60 16 0 1 50 14 1 2 40 14";

    fn list(json: &Json) -> &[Json] {
        match json {
            Json::List(items) => items,
            other => panic!("{other:?}"),
        }
    }

    fn numbers(answer: &Json) -> Vec<f64> {
        let number = |json: &Json| if let Json::Number(number) = json { *number } else { f64::NAN };
        list(&list(answer)[0]).iter().map(number).collect()
    }

    #[test]
    fn everything_that_is_drawn_is_there() {
        let answer = drawing(REQUEST, WORLD).unwrap();
        let answer: Json = serde_json::from_str(&answer).unwrap();
        let found = numbers(&answer);
        assert_eq!(found.len(), 4 + 3 * 10 + 2 * 11);
        assert_eq!((found[0], found[2]), (600.0, 600.0));
        // The row below the map is for whoever is nowhere.
        assert!(found[1] > found[3]);
        let center = |actor: usize| [found[4 + 10 * actor], found[5 + 10 * actor]];
        assert!(center(0)[0] > center(1)[0] && center(2)[1] > found[3], "{found:?}");
        let ways = list(&list(&answer)[1]);
        assert_eq!(ways.len(), 2);
        let way = ways[0].as_text().unwrap();
        assert!(way.starts_with('M') && way.matches('L').count() > 20, "{way}");
        let lands = list(&list(&answer)[2]);
        assert_eq!(lands.len() % 3, 0);
        let of_niger = lands.iter().position(|land| land.as_text() == Some("NE")).unwrap();
        assert_eq!(lands[of_niger + 1], Json::Number(0.0));
        assert!(lands[of_niger + 2].as_text().unwrap().ends_with('Z'));
        let others = lands.chunks(3).filter(|land| land[1] == Json::Number(-1.0)).count();
        assert!(others > 50, "{others}");
    }

    #[test]
    fn nobody_shows_the_whole_world() {
        let answer: Json = serde_json::from_str(&drawing("700 0", WORLD).unwrap()).unwrap();
        assert_eq!(numbers(&answer).len(), 4);
        assert!(list(&list(&answer)[2]).len() > 3 * 150);
    }

    #[test]
    fn what_is_broken_is_none() {
        for request in ["", "600", "600 1", "600 1 state NE 1 2", "600 0 0 0 1 1", "a 0", "600 x"] {
            assert_eq!(drawing(request, WORLD), None, "{request}");
        }
        assert_eq!(drawing(REQUEST, b""), None);
        assert_eq!(drawing(REQUEST, &WORLD[..500]), None);
        // However it is cut, it is refused or drawn.
        for end in 0..REQUEST.len() {
            let _ = drawing(&REQUEST[..end], WORLD);
        }
    }

    #[test]
    fn numbers_are_read_as_the_widget_writes_them() {
        for (text, value) in [("0", 0.0), ("12.5", 12.5), ("-7704", -7704.0), ("-0.6", -0.6)] {
            let found = number(&mut [text].into_iter()).unwrap();
            assert!((found - value).abs() < 1e-9, "{text}: {found}");
        }
        for text in ["-", "", "NE", "1e5", "."] {
            assert_eq!(number(&mut [text].into_iter()), None, "{text}");
        }
    }
}
