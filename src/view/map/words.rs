//! What the map says in words: counts, periods, actors and relations.

use article_widget_browser::locale;
use article_widget_core::date::{Interval, PartialDate};
use article_widget_core::language::{Counted, Language, MapWords};
use article_widget_core::map::{ActorIndex, ActorMap, Event, Relation};
use article_widget_core::rich_text::Direction;

use crate::config::Config;

/// The language of the interface, applied to the map.
#[derive(Clone, Copy)]
pub(super) struct Words<'a>(pub(super) &'a Config);

impl Words<'_> {
    /// The language itself.
    pub(super) fn language(&self) -> &'static Language {
        self.0.language
    }

    /// Its words for the map.
    pub(super) fn map(&self) -> &'static MapWords {
        &self.language().map
    }

    /// "5 relations".
    #[inline(never)]
    pub(super) fn count(&self, of: Counted, n: usize) -> String {
        locale::counted(&self.0.locale, of, n)
    }

    /// A date as precise as it is known.
    #[inline(never)]
    pub(super) fn date(&self, date: PartialDate) -> String {
        locale::date(self.language(), &self.0.locale, date)
    }

    /// What a country is called.
    pub(super) fn country(&self, code: &str) -> Option<String> {
        locale::country(&self.0.locale, code)
    }

    /// When it held.
    #[inline(never)]
    pub(super) fn period(&self, interval: Interval) -> String {
        let words = self.map();
        match (interval.since, interval.until) {
            (Some(since), Some(until)) if since == until => self.date(since),
            (Some(since), Some(until)) => {
                let from = words.period_from.with(&self.date(since));
                [&*from, " ", &words.period_to.with(&self.date(until))].concat()
            }
            (Some(since), None) => words.since.with(&self.date(since)),
            (None, Some(until)) => words.until.with(&self.date(until)),
            (None, None) => words.undated.into(),
        }
    }

    /// Who an actor is, for a screen reader: "Niger, state, breaks the accord, 5 relations".
    #[inline(never)]
    pub(super) fn actor(&self, map: &ActorMap, index: ActorIndex) -> String {
        let actor = map.actor(index);
        let relations = self.count(self.map().relations, map.relations_of(index).len());
        let kind = self.map().kind(actor.kind);
        let role = actor.role.as_deref().unwrap_or_default();
        self.enumerated(actor.name.clone(), &[kind, role, &relations])
    }

    /// A relation as a sentence: "Niger → Russia: military accord, since December 2023, cooperation".
    pub(super) fn relation(&self, map: &ActorMap, relation: &Relation) -> String {
        let sentence = [
            &*isolated(&map.actor(relation.from).name),
            " ",
            self.arrow(relation, relation.from),
            " ",
            &isolated(&map.actor(relation.to).name),
            if self.language().tag == "fr" { "\u{a0}: " } else { ": " },
            &isolated(&relation.label),
        ];
        let ended = relation.interval.until.map_or("", |_| self.map().ended);
        let sign = self.map().sign(relation.sign);
        self.enumerated(sentence.concat(), &[&self.period(relation.interval), sign, ended])
    }

    /// A relation in few words: "military accord, Niger – United States".
    pub(super) fn brief(&self, map: &ActorMap, relation: &Relation) -> String {
        let name_of = |actor| isolated(&map.actor(actor).name);
        let ends = [&*name_of(relation.from), " – ", &name_of(relation.to)].concat();
        self.enumerated(isolated(&relation.label), &[&ends])
    }

    /// An event with its date.
    pub(super) fn event(&self, event: &Event) -> String {
        [&*self.map().on_date.with(&self.date(event.date)), " ", &isolated(&event.label)].concat()
    }

    /// `first`, and the others after commas, of those that say something.
    #[inline(never)]
    fn enumerated(&self, first: String, others: &[&str]) -> String {
        let mut text = first;
        for other in others {
            if !other.is_empty() {
                text.push_str(if self.is_right_to_left() { "، " } else { ", " });
                text.push_str(other);
            }
        }
        text
    }

    /// The sign of a relation as seen from one of its actors.
    #[inline(never)]
    pub(super) fn arrow(&self, relation: &Relation, actor: ActorIndex) -> &'static str {
        match (relation.directed, (relation.from == actor) != self.is_right_to_left()) {
            (false, _) => "↔",
            (true, true) => "→",
            (true, false) => "←",
        }
    }

    fn is_right_to_left(&self) -> bool {
        self.language().direction == Direction::RightToLeft
    }
}

/// Foreign text that keeps its own direction inside a sentence (UAX #9: FSI, PDI).
fn isolated(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}
