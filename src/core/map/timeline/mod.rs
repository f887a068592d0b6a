//! Time: what is true of the map at a moment, and where something changes.
//!
//! | module | holds |
//! | --- | --- |
//! | [`phase`] | whether an interval has begun, holds, or is over at a moment |
//! | [`change`] | what changes at a moment |
//! | [`span`] | intervals as bars on an axis, none over another |
//!
//! A moment is one of the map's own dates, of its own precision: what is only
//! known to the month changes with the month.

pub mod change;
pub mod phase;
pub mod span;
#[cfg(test)]
mod tests;

use super::ActorMap;
use super::filter::Filter;
use crate::date::PartialDate;

pub use change::{Change, changes};
pub use phase::Phase;
pub use span::{Span, spans};

/// Kept free before the first date and after the last, in parts of the time
/// between them.
const MARGIN: i32 = 24;

/// The shortest time on an axis, in days: a map with one date has one, too.
const SHORTEST_DAYS: i32 = 30;

/// The dates of a map on an axis.
#[derive(Debug, PartialEq)]
pub struct Timeline {
    /// Where something changes that is shown, in order, each date once.
    pub steps: Vec<PartialDate>,
    /// Where the axis begins, in days since 1970-01-01.
    pub first_day: i32,
    /// Where it ends.
    pub last_day: i32,
}

impl Timeline {
    /// The timeline of `map`; nothing when nothing in it has a date. The axis is
    /// that of the whole map, whatever is hidden.
    pub fn of(map: &ActorMap, hidden: Filter) -> Option<Self> {
        let mut steps = Vec::new();
        let (mut first_day, mut last_day) = (i32::MAX, i32::MIN);
        let mut add = |date: Option<PartialDate>, is_hidden: bool| {
            let Some(date) = date else { return };
            first_day = first_day.min(date.first_day());
            last_day = last_day.max(date.last_day());
            if !is_hidden {
                insert(&mut steps, date);
            }
        };
        for relation in &map.relations {
            let is_hidden = hidden.hides_relation(map, relation);
            add(relation.interval.since, is_hidden);
            add(relation.interval.until, is_hidden);
        }
        for event in &map.events {
            add(Some(event.date), false);
        }
        if first_day > last_day {
            return None;
        }
        let margin = (last_day - first_day).max(SHORTEST_DAYS) / MARGIN + 1;
        first_day -= margin;
        last_day += margin;
        Some(Timeline { steps, first_day, last_day })
    }

    /// Where `day` is on the axis, 0 to 1.
    pub fn share(&self, day: i32) -> f64 {
        let share = f64::from(day - self.first_day) / f64::from(self.last_day - self.first_day);
        share.clamp(0.0, 1.0)
    }

    /// The step nearest to `day`, if there is any.
    pub fn nearest(&self, day: i32) -> Option<PartialDate> {
        let (mut nearest, mut least) = (None, i32::MAX);
        for step in &self.steps {
            let off = (step.first_day() - day).abs();
            if off < least {
                (nearest, least) = (Some(*step), off);
            }
        }
        nearest
    }

    /// The first step after a moment; after none, the first of all.
    pub fn after(&self, at: Option<PartialDate>) -> Option<PartialDate> {
        let at = at.map_or(0, |at| at.order() + 1);
        self.steps.iter().copied().find(|step| step.order() >= at)
    }

    /// The last step before a moment; before none, the last of all.
    pub fn before(&self, at: Option<PartialDate>) -> Option<PartialDate> {
        let at = at.map_or(u32::MAX, PartialDate::order);
        self.steps.iter().copied().rev().find(|step| step.order() < at)
    }

    /// The years that are written under the axis, every so many, at most `most`.
    pub fn years(&self, most: i32) -> Vec<PartialDate> {
        let (first, last) = (self.year_of(self.first_day), self.year_of(self.last_day));
        let mut every = 1;
        for step in [2, 5, 10, 20, 50, 100, 200, 500, 1000] {
            if (last - first) / every >= most {
                every = step;
            }
        }
        let mut years = Vec::new();
        let mut year = (first / every + 1) * every;
        while year <= last {
            years.push(PartialDate { year: year as u16, month: None, day: None });
            year += every;
        }
        years
    }

    /// The year of a day of the axis.
    fn year_of(&self, day: i32) -> i32 {
        // Within a day of the truth at the turn of the year, which a label
        // under an axis may be.
        1970 + (f64::from(day) / 365.2425).floor() as i32
    }
}

/// Puts `date` where it belongs, unless it is there.
fn insert(steps: &mut Vec<PartialDate>, date: PartialDate) {
    let mut place = 0;
    for step in &*steps {
        if *step == date {
            return;
        }
        place += usize::from(step.order() < date.order());
    }
    steps.insert(place, date);
}
