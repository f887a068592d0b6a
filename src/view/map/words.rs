//! What the map says in words: counts, periods, actors and relations.

use article_widget_browser::locale;
use article_widget_core::date::{Interval, PartialDate};
use article_widget_core::language::{Counted, Language, MapWords};
use article_widget_core::map::{ActorIndex, ActorMap, Relation};
use article_widget_core::rich_text::Direction;

use crate::config::Config;

/// The language of the interface, applied to the map.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) language: &'static Language,
    locale: &'a str,
}

impl<'a> Words<'a> {
    pub(super) fn of(config: &'a Config) -> Self {
        Words { language: config.language, locale: &config.locale }
    }

    pub(super) fn map(&self) -> &'static MapWords {
        &self.language.map
    }

    /// "5 relations".
    pub(super) fn count(&self, of: Counted, n: usize) -> String {
        of(locale::plural(self.locale, n), &locale::number(self.locale, n))
    }

    fn date(&self, date: PartialDate) -> String {
        locale::date(self.language, self.locale, date)
    }

    /// When it held.
    pub(super) fn period(&self, interval: Interval) -> String {
        let words = self.map();
        match (interval.since, interval.until) {
            (Some(since), Some(until)) if since == until => self.date(since),
            (Some(since), Some(until)) => {
                (words.period_between)(&self.date(since), &self.date(until))
            }
            (Some(since), None) => (words.since)(&self.date(since)),
            (None, Some(until)) => (words.until)(&self.date(until)),
            (None, None) => words.undated.into(),
        }
    }

    /// Who an actor is, for a screen reader: "Niger, state, breaks the accord, 5 relations".
    pub(super) fn actor(&self, map: &ActorMap, index: ActorIndex) -> String {
        let actor = map.actor(index);
        let relations = self.count(self.map().relations, map.relations_of(index).len());
        let mut text = actor.name.clone();
        let kind = Some((self.map().kind)(actor.kind));
        for part in [kind, actor.role.as_deref(), Some(&relations)].into_iter().flatten() {
            text.push_str(self.comma());
            text.push_str(part);
        }
        text
    }

    /// A relation as a sentence: "Niger → Russia: military accord, since December 2023, cooperation".
    pub(super) fn relation(&self, map: &ActorMap, relation: &Relation) -> String {
        let mut text = isolated(&map.actor(relation.from).name);
        text.push(' ');
        text.push_str(self.arrow(relation));
        text.push(' ');
        text.push_str(&isolated(&map.actor(relation.to).name));
        text.push_str(if self.language.tag == "fr" { "\u{a0}: " } else { ": " });
        text.push_str(&isolated(&relation.label));
        let ended = relation.interval.until.map(|_| self.map().ended);
        let period = self.period(relation.interval);
        let sign = (self.map().sign)(relation.sign);
        for part in [Some(&*period), Some(sign), ended].into_iter().flatten() {
            text.push_str(self.comma());
            text.push_str(part);
        }
        text
    }

    /// The sign between two actors, as the line is read.
    pub(super) fn arrow(&self, relation: &Relation) -> &'static str {
        self.arrow_from(relation, relation.from)
    }

    /// The sign of a relation as seen from one of its actors.
    pub(super) fn arrow_from(&self, relation: &Relation, actor: ActorIndex) -> &'static str {
        match (relation.directed, (relation.from == actor) != self.is_right_to_left()) {
            (false, _) => "↔",
            (true, true) => "→",
            (true, false) => "←",
        }
    }

    fn comma(&self) -> &'static str {
        if self.is_right_to_left() { "، " } else { ", " }
    }

    fn is_right_to_left(&self) -> bool {
        self.language.direction == Direction::RightToLeft
    }
}

/// Foreign text that keeps its own direction inside a sentence (UAX #9: FSI, PDI).
fn isolated(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}
