//! What the reader has hidden: kinds of actors, and signs of relations.

use super::{ActorIndex, ActorKind, ActorMap, Relation, Sign};
use crate::search;

/// Kinds of actors and signs of relations that are not shown. Each has a number:
/// kinds first, signs after them, both in the order of a legend.
///
/// ```
/// use article_widget_core::map::filter::Filter;
/// let filter = Filter::default().toggled(1).toggled(7);
/// assert_eq!(filter.names(), "person.conflict");
/// assert_eq!(Filter::named("person.conflict"), filter);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter(u16);

/// How many kinds and signs there are.
const COUNT: usize = ActorKind::ALL.len() + Sign::ALL.len();

impl Filter {
    /// The number of a kind.
    pub fn of_kind(kind: ActorKind) -> usize {
        kind as usize
    }

    /// The number of a sign.
    pub fn of_sign(sign: Sign) -> usize {
        ActorKind::ALL.len() + sign as usize
    }

    /// Hides what is shown, or shows what is hidden.
    pub fn toggled(self, number: usize) -> Self {
        Filter(self.0 ^ (1 << (number % COUNT)))
    }

    /// Whether the kind or sign of this number is hidden.
    pub fn hides(self, number: usize) -> bool {
        self.0 & (1 << number) != 0
    }

    /// Whether an actor is hidden.
    #[inline(never)]
    pub fn hides_actor(self, map: &ActorMap, actor: ActorIndex) -> bool {
        map.actors.get(actor.0).is_some_and(|actor| self.hides(Filter::of_kind(actor.kind)))
    }

    /// Whether a relation is hidden: it, or one of its actors.
    #[inline(never)]
    pub fn hides_relation(self, map: &ActorMap, relation: &Relation) -> bool {
        self.hides(Filter::of_sign(relation.sign))
            || self.hides_actor(map, relation.from)
            || self.hides_actor(map, relation.to)
    }

    /// What is hidden, in a link.
    pub fn names(self) -> String {
        let mut names = String::new();
        for number in 0..COUNT {
            if self.hides(number) {
                if !names.is_empty() {
                    names.push('.');
                }
                names.push_str(name(number));
            }
        }
        names
    }

    /// What a link hides. Names that are none hide nothing.
    pub fn named(names: &str) -> Self {
        let mut filter = Filter::default();
        for part in search::parts(names, b'.') {
            for number in 0..COUNT {
                if part == name(number) {
                    filter.0 |= 1 << number;
                }
            }
        }
        filter
    }
}

fn name(number: usize) -> &'static str {
    match ActorKind::ALL.get(number) {
        Some(kind) => kind.as_str(),
        None => Sign::ALL[number - ActorKind::ALL.len()].as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_sign_has_its_own_number() {
        let mut all = Filter::default();
        for number in 0..COUNT {
            let one = Filter::default().toggled(number);
            assert!(one.hides(number) && !all.hides(number));
            assert_eq!(Filter::named(&one.names()), one);
            all = all.toggled(number);
        }
        assert_eq!(
            all.names(),
            "state.person.organisation.place.group.event.cooperation.conflict.neutral"
        );
        assert_eq!(all.toggled(0).toggled(0), all);
    }

    #[test]
    fn what_is_no_name_hides_nothing() {
        assert_eq!(Filter::named("").names(), "");
        assert_eq!(Filter::named("planet..STATE").names(), "");
        assert_eq!(Filter::named("state.state.planet").names(), "state");
    }
}
