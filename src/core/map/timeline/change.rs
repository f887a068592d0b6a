//! What changes at a moment.

use super::super::{ActorMap, Event, Relation};
use crate::date::PartialDate;

/// What changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change<'a> {
    /// Something happens.
    Happens(&'a Event),
    /// A relation begins.
    Begins(&'a Relation),
    /// A relation ends.
    Ends(&'a Relation),
}

/// What changes in `map` at `at`: what happens, then what ends, then what begins.
/// A relation between two actors of an event of this date is left out: the event
/// says it.
pub fn changes(map: &ActorMap, at: PartialDate) -> Vec<Change<'_>> {
    let mut found = Vec::new();
    for event in &map.events {
        if event.date == at {
            found.push(Change::Happens(event));
        }
    }
    for ends in [true, false] {
        for relation in &map.relations {
            let date = if ends { relation.interval.until } else { relation.interval.since };
            let is_told = map.events.iter().any(|event| {
                event.date == at
                    && event.actors.contains(&relation.from)
                    && event.actors.contains(&relation.to)
            });
            if date == Some(at) && !is_told {
                found.push(if ends { Change::Ends(relation) } else { Change::Begins(relation) });
            }
        }
    }
    found
}
