//! What happened, for the timeline.

use super::ActorIndex;
use crate::date::PartialDate;
use crate::decode::{Place, Problem, Warnings};
use crate::rich_text::{Inline, html};

/// Something that happened to some of the actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub date: PartialDate,
    /// What, in a few words.
    pub label: String,
    /// Who took part.
    pub actors: Vec<ActorIndex>,
    /// More about it.
    pub summary: Vec<Inline>,
}

impl Event {
    /// Reads an event; `date` and `label` are required, unknown actors are
    /// left out.
    pub fn decode(
        place: &Place<'_>,
        warnings: &mut Warnings,
        find: &dyn Fn(&str) -> Option<ActorIndex>,
    ) -> Result<Self, Problem> {
        let mut actors = Vec::new();
        if let Some(list) = place.get("actors") {
            for item in warnings.keep(list.items()).unwrap_or_default() {
                let found = item.value.as_text().and_then(find);
                let found = found.ok_or_else(|| item.expected("the id of an actor"));
                actors.extend(warnings.keep(found));
            }
        }
        Ok(Event {
            date: PartialDate::decode(&place.required("date")?)?,
            label: place.required("label")?.filled_text()?,
            actors,
            summary: warnings
                .optional(place, "summary", |text, _| html::decode_inline(text))
                .unwrap_or_default(),
        })
    }
}
