//! Intervals as bars on an axis, none over another.

use super::super::{ActorMap, RelationIndex};
use super::Timeline;

/// Between two bars of one lane, in parts of the axis.
const GAP: f64 = 0.015;

/// A relation's interval on the axis: shares of it, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Whose it is.
    pub relation: RelationIndex,
    /// The row in which it lies, from 0.
    pub lane: usize,
    /// From when it may hold; the edge of the axis where that is open.
    pub from: f64,
    /// From when it surely holds: the end of the year, month or day of its start.
    pub sure_from: f64,
    /// Until when it surely holds.
    pub sure_to: f64,
    /// Until when it may hold; the edge of the axis where that is open.
    pub to: f64,
    /// Its start is not known.
    pub is_open_before: bool,
    /// Its end is not known, or it lasts.
    pub is_open_after: bool,
}

/// The bars of all relations that have a date, the earliest first, and how many
/// lanes they take.
pub fn spans(map: &ActorMap, timeline: &Timeline) -> (Vec<Span>, usize) {
    let mut spans: Vec<Span> = Vec::new();
    // Where the last bar of each lane ends.
    let mut ends: Vec<f64> = Vec::new();
    for (index, relation) in map.relations.iter().enumerate() {
        let (since, until) = (relation.interval.since, relation.interval.until);
        if since.is_none() && until.is_none() {
            continue;
        }
        let share = |day: Option<i32>, open: f64| day.map_or(open, |day| timeline.share(day));
        let from = share(since.map(|date| date.first_day()), 0.0);
        let to = share(until.map(|date| date.last_day() + 1), 1.0);
        let sure_from = share(since.map(|date| date.last_day() + 1), 0.0).min(to);
        let sure_to = share(until.map(|date| date.first_day()), 1.0).max(sure_from);
        let is_early = |span: &Span| span.from <= from;
        let place = spans.iter().rposition(is_early).map_or(0, |place| place + 1);
        let span = Span {
            relation: RelationIndex(index),
            lane: 0,
            from,
            sure_from,
            sure_to,
            to,
            is_open_before: since.is_none(),
            is_open_after: until.is_none(),
        };
        spans.insert(place, span);
    }
    for span in &mut spans {
        let mut lane = 0;
        while lane < ends.len() && ends[lane] + GAP > span.from {
            lane += 1;
        }
        if lane == ends.len() {
            ends.push(0.0);
        }
        ends[lane] = span.to;
        span.lane = lane;
    }
    (spans, ends.len())
}
