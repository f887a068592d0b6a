//! How two actors relate, and from when to when.

use super::ActorIndex;
use crate::date::{Interval, PartialDate};
use crate::decode::{Place, Problem, Warnings};
use crate::rich_text::{Inline, html};

/// Which relation of an [`ActorMap`](super::ActorMap): its place in `relations`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationIndex(pub usize);

/// Whether a relation binds or divides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// It binds.
    Cooperation,
    /// It divides.
    Conflict,
    /// Neither.
    #[default]
    Neutral,
}

impl Sign {
    /// All signs, in the order of a legend.
    pub const ALL: [Sign; 3] = [Sign::Cooperation, Sign::Conflict, Sign::Neutral];

    const NAMES: [&str; 3] = ["cooperation", "conflict", "neutral"];

    /// The sign's name in documents and in style classes.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// A relation between two actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Its name in links, where the document gives one.
    pub id: Option<String>,
    /// Where it starts.
    pub from: ActorIndex,
    /// Where it leads.
    pub to: ActorIndex,
    /// What it is, in a few words.
    pub label: String,
    /// A word by which relations are grouped, such as `military`.
    pub category: Option<String>,
    /// Whether it goes from one to the other, rather than between both.
    pub directed: bool,
    /// Whether it binds or divides.
    pub sign: Sign,
    /// When it held.
    pub interval: Interval,
    /// More about it.
    pub summary: Vec<Inline>,
    /// The `id` of the article's source for it.
    pub source: Option<String>,
}

impl Relation {
    /// Reads a relation between two of the actors that `find` knows by `id`;
    /// `from`, `to` and `label` are required. A wrong date is left out.
    pub fn decode(
        place: &Place<'_>,
        warnings: &mut Warnings,
        find: &dyn Fn(&str) -> Option<ActorIndex>,
    ) -> Result<Self, Problem> {
        let actor = |key: &str| {
            let place = place.required(key)?;
            let found = place.value.as_text().and_then(find);
            found.ok_or_else(|| place.expected("the id of an actor"))
        };
        let from = actor("from")?;
        let to = actor("to")?;
        let label = place.required_text("label")?;
        let since = PartialDate::optional(place, "since", warnings);
        let mut until = PartialDate::optional(place, "until", warnings);
        if let (Some(start), Some(end), Some(at)) = (since, until, place.get("until"))
            && end.last_day() < start.first_day()
        {
            warnings.0.push(at.expected("a date that is not before \"since\""));
            until = None;
        }
        let sign = warnings.optional(place, "sign", |sign, _| sign.choice(&Sign::NAMES));
        Ok(Relation {
            id: warnings.optional_text(place, "id"),
            from,
            to,
            label,
            category: warnings.optional_text(place, "type"),
            directed: warnings.flag(place, "directed", true),
            sign: sign.map_or(Sign::Neutral, |sign| Sign::ALL[sign]),
            interval: Interval { since, until },
            summary: html::optional_inline(place, "summary", warnings),
            source: warnings.optional_text(place, "source"),
        })
    }

    /// The first date that is known of it, as a number; the greatest if none is.
    pub fn start(&self) -> u32 {
        let Interval { since, until } = self.interval;
        since.or(until).map_or(u32::MAX, PartialDate::order)
    }
}
