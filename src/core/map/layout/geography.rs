//! Actors on a map of the world: as near to where they are as their names leave
//! room for, and relations the shortest way over the globe.

use super::super::world::angle::{cos, sin};
use super::super::world::globe::great_circle;
use super::super::world::{Site, WorldView};
use super::edge::{rim, rim_px};
use super::geometry::{Area, Point, greater};
use super::request::LayoutRequest;
use super::result::{LabelSide, Layout, PlacedEdge, PlacedNode};
use super::scene::{Drawing, Placed, SIDES, Scene, half_label};
use super::{edge_label, overlap};

/// Where everything is on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geography {
    /// Actors, their names, and the names of relations. An edge is the last part
    /// of its way, as near as one curve comes to it.
    pub layout: Layout,
    /// The way of each relation: points of a line, in more than one part where it
    /// leaves the map at one side and comes back at the other.
    pub ways: Vec<Vec<Vec<Point>>>,
    /// Where each actor really is, if it is anywhere.
    pub places: Vec<Option<Point>>,
}

/// Between two actors of one place, before their names are parted.
const FAN_PX: f64 = 15.0;

/// From one of several in one place to the next, in radians: the golden angle, so
/// that any number of them is spread evenly.
const FAN_TURN: f64 = 2.399_963;

/// Between two relations of the same two actors, at the middle.
const BESIDE_PX: f64 = 16.0;

/// Below the map, for the first row of those who are nowhere.
const ROW_PX: f64 = 34.0;

/// Between two of a row, at least.
const COLUMN_PX: f64 = 96.0;

/// Places `request` on the map `view`; those who are nowhere stand in rows below.
pub fn on_map(request: &LayoutRequest, sites: &[Site], view: &WorldView) -> Geography {
    let [width, mut height] = view.size_px;
    let columns = greater(1.0, (width / COLUMN_PX).floor());
    let mut places = Vec::new();
    let mut nowhere = 0.0;
    for site in sites {
        places.push(site.place.map(|place| view.point(place)));
        nowhere += f64::from(u8::from(site.place.is_none()));
    }
    let map_px = height;
    height += (nowhere / columns).ceil() * 2.0 * ROW_PX;

    let (mut actors, mut stands) = (Vec::new(), Vec::new());
    let mut column = 0.0;
    for (node, place) in request.nodes.iter().zip(&places) {
        let mut actor = Placed { is_fixed: false, ..Placed::of(node) };
        let stand = match *place {
            Some(place) => fanned(place, &stands),
            None => {
                let row = (column / columns).floor();
                let x = (column - row * columns + 0.5) * width / columns;
                column += 1.0;
                Point::new(x, map_px + ROW_PX * (2.0 * row + 1.0))
            }
        };
        stands.push(place.unwrap_or(stand));
        // The shapes come first: names have to do with what room is left.
        actor.label.half = Point::default();
        actor.put(stand, LabelSide::Below);
        actors.push(actor);
    }
    let frame = Point::new(width, height);
    let scene = Scene { actors, links: vec![], distances: vec![], is_fixed: false, frame };
    let mut drawing = Drawing { actors: scene.actors.clone(), ..Drawing::empty() };
    overlap::remove(&scene, &mut drawing);
    let mut actors = drawing.actors;

    let mut fits = vec![None; actors.len()];
    let mut boxes = Vec::new();
    for _ in 0..actors.len() {
        // The best connected, which are the largest, have the first choice.
        let (mut next, mut largest) = (0, -1.0);
        for (i, actor) in actors.iter().enumerate() {
            if fits[i].is_none() && actor.shape.half.x > largest {
                (next, largest) = (i, actor.shape.half.x);
            }
        }
        let half = half_label(request.nodes[next].label_px);
        fits[next] = Some(name(&scene, &mut actors, next, half));
    }
    let mut nodes = Vec::new();
    for (i, actor) in actors.iter_mut().enumerate() {
        boxes.push(actor.shape);
        let label_fits = fits[i] == Some(true);
        if label_fits {
            boxes.push(actor.label);
        } else {
            // It is shown when the actor is looked at, over whatever is there.
            beside(&scene, actor, half_label(request.nodes[i].label_px), &|_| true);
        }
        let (center, label, side) = (actor.center(), actor.label.rect(), actor.side);
        nodes.push(PlacedNode { center, label, side, label_fits });
    }

    let (mut ways, mut curves) = (Vec::new(), Vec::new());
    for (index, edge) in request.edges.iter().enumerate() {
        let place = |end: usize| sites.get(end).and_then(|site| site.place);
        let mut way = match (place(edge.from), place(edge.to)) {
            (Some(from), Some(to)) => view.way(&great_circle(from, to)),
            _ => straight(&actors[edge.from], &actors[edge.to]),
        };
        // Relations of the same two actors keep beside each other.
        let (mut lane, mut lanes) = (0.0, 0.0);
        for (other, is_beside) in request.edges.iter().enumerate() {
            if is_beside.ends() == edge.ends() {
                lanes += 0.5;
                lane += f64::from(u8::from(other < index));
            }
        }
        let off_px =
            (lane - lanes + 0.5) * if edge.from > edge.to { -BESIDE_PX } else { BESIDE_PX };
        lead(&mut way, [&actors[edge.from], &actors[edge.to]], off_px);
        let mut curve = PlacedEdge::default();
        if let Some(last) = way.last() {
            (curve.start, curve.end) = (last[0], last[last.len() - 1]);
            let middle = last[last.len() / 2];
            curve.control = middle.times(2.0).minus(curve.start.towards(curve.end, 0.5));
        }
        curves.push(curve);
        ways.push(way);
    }
    edge_label::place(&request.edges, &mut curves, boxes, frame, &|_| true);
    Geography { layout: Layout { size: [width, height], nodes, edges: curves }, ways, places }
}

/// The way of a relation to someone who is nowhere.
fn straight(from: &Placed, to: &Placed) -> Vec<Vec<Point>> {
    let mut way = Vec::new();
    for step in 0..=8 {
        way.push(from.center().towards(to.center(), f64::from(step) / 8.0));
    }
    vec![way]
}

/// Writes the name of actor `i`, `half` as wide and high as this, where it is free
/// of all shapes and of the names that are written already; whether there is room.
fn name(scene: &Scene, actors: &mut [Placed], i: usize, half: Point) -> bool {
    let mut actor = actors[i];
    let is_free = |label: &Area| {
        actors.iter().enumerate().all(|(j, other)| {
            j == i
                || label.depth(&other.shape) <= -1.0 && label.depth(&other.label) <= -super::GAP_PX
        })
    };
    let fits = beside(scene, &mut actor, half, &is_free);
    if fits {
        actors[i] = actor;
    }
    fits
}

/// Puts a name at the best side where it is inside of the frame and free.
fn beside(scene: &Scene, actor: &mut Placed, half: Point, is_free: &dyn Fn(&Area) -> bool) -> bool {
    actor.label.half = half;
    let center = actor.center();
    for &(side, _) in &SIDES {
        let label = actor.label_at(center, side);
        if scene.inward(actor, &label) == Point::default() && is_free(&label) {
            actor.put(center, side);
            return true;
        }
    }
    actor.put(center, LabelSide::Below);
    false
}

/// Where the next one stands in `place`, when those of `stands` have theirs.
fn fanned(place: Point, stands: &[Point]) -> Point {
    let mut same = 0.0;
    let mut angle = 0.0;
    for other in stands {
        if other.distance(place) < 1.0 {
            same += 1.0;
            angle += FAN_TURN;
            if angle > std::f64::consts::PI {
                angle -= 2.0 * std::f64::consts::PI;
            }
        }
    }
    let away = FAN_PX * f64::sqrt(same);
    place.plus(Point::new(cos(angle), sin(angle)).times(away))
}

/// Leads a way from rim to rim of its two actors, who may stand a little off
/// their places, and `off_px` to the side at its middle.
fn lead(way: &mut Vec<Vec<Point>>, [from, to]: [&Placed; 2], off_px: f64) {
    let along = to.center().minus(from.center());
    let length = along.dot(along).sqrt();
    let aside = Point::new(along.y, -along.x).times(4.0 * off_px / greater(1.0, length));
    let (first, last) = (way[0][0], way[way.len() - 1][way[way.len() - 1].len() - 1]);
    let (at_from, at_to) = (from.center().minus(first), to.center().minus(last));
    let count: usize = way.iter().map(Vec::len).sum();
    let mut place = 0.0;
    let mut led = Vec::new();
    for part in &*way {
        let mut points = Vec::new();
        for point in part {
            let t = place / (count - 1) as f64;
            let point = point.plus(at_from.times(1.0 - t)).plus(at_to.times(t));
            let point = point.plus(aside.times(t * (1.0 - t)));
            if point.distance(from.center()) > rim_px(from)
                && point.distance(to.center()) > rim_px(to)
            {
                points.push(point);
            }
            place += 1.0;
        }
        led.push(points);
    }
    // Where the actors cover all of it, there is nothing to be seen of it.
    let ends = [from, to].map(|actor| actor.center());
    if let Some(part) = led.first_mut() {
        let next = part.first().copied().unwrap_or(ends[1]);
        part.insert(0, rim(from, next));
    }
    if let Some(part) = led.last_mut() {
        let next = part.last().copied().unwrap_or(ends[0]);
        part.push(rim(to, next));
    }
    *way = led;
}

#[cfg(test)]
mod tests {
    use super::super::{EdgeRequest, NodeRequest};
    use super::*;
    use crate::map::world::Place;

    fn request(count: usize, edges: &[(usize, usize)]) -> LayoutRequest {
        let node = NodeRequest { radius_px: 10.0, label_px: [70.0, 16.0], fixed: None };
        let edge = |&(from, to)| EdgeRequest { from, to, label_px: [60.0, 14.0] };
        let edges = edges.iter().map(edge).collect();
        LayoutRequest { width_px: 600.0, nodes: vec![node; count], edges }
    }

    fn placed(at_deg: &[Option<[f64; 2]>], edges: &[(usize, usize)], width: f64) -> Geography {
        let sites: Vec<Site> =
            at_deg.iter().map(|at| Site { place: at.map(Place::at_deg) }).collect();
        on_map(&request(sites.len(), edges), &sites, &WorldView::of(&sites, width))
    }

    fn nothing_overlaps(layout: &Layout) {
        for (i, a) in layout.nodes.iter().enumerate() {
            let [width, height] = layout.size;
            let label = a.label;
            assert!(label.x >= 0.0 && label.x + label.width <= width + 1e-6, "{label:?}");
            assert!(label.y >= 0.0 && label.y + label.height <= height + 1e-6, "{label:?}");
            for b in &layout.nodes[..i] {
                let all = a.label_fits && b.label_fits;
                assert!(
                    !all || Area::of(&a.label).depth(&Area::of(&b.label)) <= 0.0,
                    "{a:?} {b:?}"
                );
            }
        }
    }

    #[test]
    fn actors_stand_where_they_are() {
        let found = placed(&[Some([2.1, 13.5]), Some([-77.0, 38.9])], &[(0, 1)], 600.0);
        for (node, place) in found.layout.nodes.iter().zip(&found.places) {
            assert!(node.center.distance(place.unwrap()) < 1e-6);
        }
        assert_eq!(found.ways[0].len(), 1);
        nothing_overlaps(&found.layout);
    }

    #[test]
    fn all_actors_in_one_place_are_fanned_out() {
        for width in [256.0, 600.0] {
            let found = placed(&[Some([2.1, 13.5]); 12], &[(0, 1), (1, 2)], width);
            nothing_overlaps(&found.layout);
            let nodes = &found.layout.nodes;
            assert!(nodes.iter().filter(|node| node.label_fits).count() > 3);
            for (i, a) in nodes.iter().enumerate() {
                assert!(a.center.distance(found.places[0].unwrap()) < 90.0);
                assert!(nodes[..i].iter().all(|b| a.center.distance(b.center) > 19.0));
            }
        }
    }

    #[test]
    fn who_is_nowhere_stands_below_the_map() {
        let found = placed(&[None, Some([2.1, 13.5]), None], &[(0, 1), (1, 1)], 400.0);
        let map_bottom = found.layout.nodes[1].center.y;
        assert!(found.layout.nodes[0].center.y > map_bottom);
        assert!(found.layout.nodes[2].center.y > map_bottom);
        nothing_overlaps(&found.layout);
        assert!(placed(&[None; 3], &[], 400.0).layout.nodes.len() == 3);
        assert!(placed(&[], &[], 400.0).layout.nodes.is_empty());
    }

    #[test]
    fn a_way_ends_at_the_rims_and_may_go_round_the_world() {
        let (tokyo, lima) = (Some([139.7, 35.7]), Some([-77.0, -12.0]));
        let found = placed(&[tokyo, lima, Some([2.0, 48.0])], &[(0, 1), (1, 0), (0, 2)], 600.0);
        assert_eq!(found.ways[0].len(), 2);
        for (way, edge) in found.ways.iter().zip([(0, 1), (1, 0), (0, 2)]) {
            let start = way[0][0].distance(found.layout.nodes[edge.0].center);
            let end = way.last().unwrap().last().unwrap();
            let end = end.distance(found.layout.nodes[edge.1].center);
            assert!((start - 12.0).abs() < 1.0 && (end - 12.0).abs() < 1.0, "{start} {end}");
        }
        // Two relations of the same two run beside each other.
        assert!(
            found.ways[0][0][5]
                .distance(*found.ways[1].last().unwrap().iter().rev().nth(5).unwrap())
                > 3.0
        );
    }
}
