//! All actors, relations and events of a story, and questions about them.

use super::{Actor, ActorIndex, Event, Relation, RelationIndex};
use crate::decode::{Place, Warnings};
use crate::rich_text::Inline;
use crate::rich_text::address::Address;
use crate::rich_text::lines::each_address;

/// The actor map of an article.
///
/// Every [`ActorIndex`] inside it is one of its actors: what named another was
/// left out, with a warning, when it was decoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActorMap {
    /// In the document's order.
    pub actors: Vec<Actor>,
    /// In the document's order.
    pub relations: Vec<Relation>,
    /// From the first to the last.
    pub events: Vec<Event>,
    /// What its relative addresses are relative to, where that is not the page.
    pub base: Option<Address>,
}

impl ActorMap {
    /// Reads the keys `actors`, `relations` and `events` of a document.
    ///
    /// Never fails: an actor without a name, a second one with the same `id`, a
    /// relation to nobody are left out with a warning.
    pub fn decode(document: &Place<'_>, warnings: &mut Warnings) -> Self {
        // What is wrong with it, who reads the article says.
        let base = Address::optional(document, "base", &mut Warnings::default());
        let mut map = ActorMap { base, ..ActorMap::default() };
        warnings.each(document, "actors", &mut |item, warnings| {
            let actor = Actor::decode(item, warnings)?;
            if map.find(&actor.id).is_some() {
                return Err(item.problem("another actor has the same id"));
            }
            map.actors.push(actor);
            Ok(())
        });
        warnings.each(document, "relations", &mut |item, warnings| {
            let relation = Relation::decode(item, warnings, &|id| map.find(id))?;
            map.relations.push(relation);
            Ok(())
        });
        warnings.each(document, "events", &mut |item, warnings| {
            let event = Event::decode(item, warnings, &|id| map.find(id))?;
            let date = event.date.order();
            let later = map.events.iter().position(|other| other.date.order() > date);
            map.events.insert(later.unwrap_or(map.events.len()), event);
            Ok(())
        });
        map
    }

    /// Shows each line of what is said in it to `visit`.
    pub(crate) fn each_line(&mut self, visit: &mut dyn FnMut(&mut Vec<Inline>)) {
        for actor in &mut self.actors {
            visit(&mut actor.summary);
        }
        for relation in &mut self.relations {
            visit(&mut relation.summary);
        }
        for event in &mut self.events {
            visit(&mut event.summary);
        }
    }

    /// Shows each of its addresses to `visit`.
    pub(crate) fn each_address(&mut self, visit: &mut dyn FnMut(&mut Address)) {
        for actor in &mut self.actors {
            if let Some(url) = &mut actor.url {
                visit(url);
            }
            if let Some(image) = &mut actor.image {
                image.each_address(visit);
            }
        }
        self.each_line(&mut |line| each_address(line, visit));
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }

    /// The actor with this `id`.
    pub fn find(&self, id: &str) -> Option<ActorIndex> {
        self.actors.iter().position(|actor| actor.id == id).map(ActorIndex)
    }

    /// The actor at `index`.
    pub fn actor(&self, index: ActorIndex) -> &Actor {
        &self.actors[index.0]
    }

    /// The relations of an actor by date: those with a known start first, from
    /// the earliest on, the undated last.
    pub fn relations_of(&self, actor: ActorIndex) -> Vec<RelationIndex> {
        let mut found: Vec<RelationIndex> = Vec::new();
        for (index, relation) in self.relations.iter().enumerate() {
            if relation.from == actor || relation.to == actor {
                let start = relation.start();
                let later = found.iter().position(|other| self.relation(*other).start() > start);
                found.insert(later.unwrap_or(found.len()), RelationIndex(index));
            }
        }
        found
    }

    /// The relation at `index`.
    pub fn relation(&self, index: RelationIndex) -> &Relation {
        &self.relations[index.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> (ActorMap, Vec<String>) {
        let json = serde_json::from_str(text).unwrap();
        let mut warnings = Warnings::default();
        let map = ActorMap::decode(&Place::document(&json), &mut warnings);
        (map, warnings.0.iter().map(|w| w.to_string()).collect())
    }

    const PAIR: &str =
        r#"{"id":"a","name":"A","kind":"state"},{"id":"b","name":"B","kind":"person"}"#;

    #[test]
    fn a_relation_to_nobody_is_left_out() {
        let (map, warnings) = decode(&format!(
            r#"{{"actors":[{PAIR}],"relations":[{{"from":"a","to":"x","label":"?"}}]}}"#
        ));
        assert!(map.relations.is_empty());
        assert_eq!(warnings, [r#"/relations/0/to: expected the id of an actor, found "x""#]);
    }

    #[test]
    fn of_two_actors_with_one_id_the_first_stays() {
        let (map, warnings) = decode(
            r#"{"actors":[{"id":"a","name":"A","kind":"state"},{"id":"a","name":"B","kind":"state"}]}"#,
        );
        assert_eq!(map.actors.len(), 1);
        assert_eq!(warnings, ["/actors/1: another actor has the same id"]);
    }

    #[test]
    fn an_end_before_the_start_is_dropped_and_the_relation_stays() {
        let (map, warnings) = decode(&format!(
            r#"{{"actors":[{PAIR}],"relations":[{{"from":"a","to":"b","label":"l","since":"2012-07","until":"2011"}}]}}"#
        ));
        assert_eq!(map.relations[0].interval.until, None);
        assert!(warnings[0].starts_with("/relations/0/until: "), "{warnings:?}");
    }

    #[test]
    fn an_end_within_the_starting_year_is_right() {
        let (map, warnings) = decode(&format!(
            r#"{{"actors":[{PAIR}],"relations":[{{"from":"a","to":"b","label":"l","since":"2012-07","until":"2012"}}]}}"#
        ));
        assert!(map.relations[0].interval.until.is_some());
        assert!(warnings.is_empty());
    }

    #[test]
    fn relations_come_by_date_and_the_undated_last() {
        let (map, _) = decode(&format!(
            r#"{{"actors":[{PAIR}],"relations":[
                {{"from":"a","to":"b","label":"none"}},
                {{"from":"a","to":"b","label":"late","since":"2024"}},
                {{"from":"b","to":"a","label":"early","until":"2012"}}]}}"#
        ));
        let labels: Vec<_> = map
            .relations_of(ActorIndex(0))
            .into_iter()
            .map(|index| map.relation(index).label.as_str())
            .collect();
        assert_eq!(labels, ["early", "late", "none"]);
    }

    #[test]
    fn coordinates_off_the_globe_and_unknown_kinds_are_named() {
        let (map, warnings) = decode(
            r#"{"actors":[{"id":"a","name":"A","kind":"state","at":[200,0],"country":"xx"},
                {"id":"b","name":"B","kind":"alien"}]}"#,
        );
        assert_eq!(map.actors.len(), 1);
        assert_eq!(map.actors[0].at_deg, None);
        assert!(warnings.iter().any(|w| w.starts_with("/actors/0/country: ")));
        assert!(warnings.iter().any(|w| w.starts_with("/actors/0/at: ")));
        assert!(warnings.iter().any(|w| w.starts_with("/actors/1/kind: expected one of state")));
    }
}
