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
        let date = PartialDate::decode(&place.required("date")?)?;
        let label = place.required_text("label")?;
        let mut actors = Vec::new();
        warnings.each(place, "actors", &mut |item, _| {
            let found = item.value.as_text().and_then(find);
            actors.push(found.ok_or_else(|| item.expected("the id of an actor"))?);
            Ok(())
        });
        let summary = html::optional_inline(place, "summary", warnings);
        Ok(Event { date, label, actors, summary })
    }
}
