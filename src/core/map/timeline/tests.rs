//! What must hold for every map: checked on maps made at random (by a small
//! generator of our own, from a seed, so that a failure can be repeated).

use super::*;
use crate::date::Interval;
use crate::decode::{Place, Warnings};
use crate::map::filter::Filter;
use crate::map::{ActorIndex, Event, Relation, Sign};

struct Random(u64);

impl Random {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % count
    }

    fn date(&mut self) -> PartialDate {
        let month = (self.below(3) > 0).then(|| self.below(12) as u8 + 1);
        let day = month.filter(|_| self.below(2) > 0).map(|_| self.below(28) as u8 + 1);
        PartialDate { year: 1990 + self.below(30) as u16, month, day }
    }

    fn interval(&mut self) -> Interval {
        let since = (self.below(4) > 0).then(|| self.date());
        let until = (self.below(2) > 0).then(|| self.date());
        match (since, until) {
            // As decoding leaves it.
            (Some(start), Some(end)) if end.last_day() < start.first_day() => {
                Interval { since, until: None }
            }
            _ => Interval { since, until },
        }
    }

    fn map(&mut self) -> ActorMap {
        let mut map = ActorMap::default();
        for _ in 0..self.below(12) {
            map.relations.push(Relation {
                id: None,
                from: ActorIndex(0),
                to: ActorIndex(1),
                label: "relation".into(),
                category: None,
                directed: false,
                sign: Sign::Neutral,
                interval: self.interval(),
                summary: Vec::new(),
                source: None,
            });
        }
        for _ in 0..self.below(6) {
            let (date, label) = (self.date(), "event".into());
            map.events.push(Event { date, label, actors: Vec::new(), summary: Vec::new() });
        }
        map
    }
}

fn for_many_maps(check: impl Fn(&ActorMap, &Timeline)) {
    let (mut random, mut checked) = (Random(2026), 0);
    while checked < 500 {
        let map = random.map();
        if let Some(timeline) = Timeline::of(&map, Filter::default()) {
            check(&map, &timeline);
            checked += 1;
        }
    }
}

#[test]
fn steps_are_in_order_and_each_is_there_once() {
    for_many_maps(|_, timeline| {
        for pair in timeline.steps.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
    });
}

#[test]
fn something_changes_at_every_step_and_nowhere_else() {
    for_many_maps(|map, timeline| {
        for step in &timeline.steps {
            assert!(!changes(map, *step).is_empty(), "{step}");
        }
        let elsewhere: PartialDate = "1980-02-03".parse().unwrap();
        assert!(changes(map, elsewhere).is_empty());
    });
}

#[test]
fn stepping_forward_reaches_every_step_and_back_again() {
    for_many_maps(|_, timeline| {
        let (mut at, mut forward) = (None, Vec::new());
        while let Some(next) = timeline.after(at) {
            forward.push(next);
            at = Some(next);
        }
        assert_eq!(forward, timeline.steps);
        let (mut at, mut back) = (None, Vec::new());
        while let Some(next) = timeline.before(at) {
            back.insert(0, next);
            at = Some(next);
        }
        assert_eq!(back, timeline.steps);
    });
}

#[test]
fn no_relation_ever_goes_back_in_its_phases() {
    for_many_maps(|map, timeline| {
        for relation in &map.relations {
            let mut truth = Vec::new();
            for step in &timeline.steps {
                let phase = Phase::of(relation.interval, *step);
                truth.push(if phase < Phase::Begins { 0 } else { 1 + u8::from(!phase.is_true()) });
            }
            assert!(truth.is_sorted(), "{:?}: {truth:?}", relation.interval);
        }
    });
}

#[test]
fn what_is_always_so_is_never_faded() {
    for_many_maps(|_, timeline| {
        for step in &timeline.steps {
            assert_eq!(Phase::of(Interval::default(), *step), Phase::Holds);
        }
    });
}

#[test]
fn steps_lie_on_the_axis_in_their_order() {
    for_many_maps(|_, timeline| {
        let mut before = 0.0;
        for step in &timeline.steps {
            let share = timeline.share(step.first_day());
            assert!(share >= before && share > 0.0 && share < 1.0, "{share}");
            before = share;
            assert_eq!(timeline.nearest(step.first_day()).unwrap().first_day(), step.first_day());
        }
    });
}

#[test]
fn bars_of_one_lane_do_not_overlap_and_every_dated_relation_has_one() {
    for_many_maps(|map, timeline| {
        let (spans, lanes) = spans(map, timeline);
        let dated = |relation: &&Relation| relation.interval != Interval::default();
        assert_eq!(spans.len(), map.relations.iter().filter(dated).count());
        for (index, span) in spans.iter().enumerate() {
            assert!(span.lane < lanes);
            assert!(span.from <= span.sure_from && span.sure_from <= span.sure_to, "{span:?}");
            assert!(span.sure_to <= span.to || span.sure_from >= span.to, "{span:?}");
            for other in &spans[..index] {
                assert!(other.lane != span.lane || other.to < span.from, "{other:?} {span:?}");
            }
        }
    });
}

#[test]
fn years_under_the_axis_are_few_and_round() {
    for_many_maps(|_, timeline| {
        let years = timeline.years(5);
        assert!(years.len() <= 6, "{years:?}");
        for year in years {
            assert!((timeline.first_day..=timeline.last_day + 1).contains(&year.first_day()));
        }
    });
}

fn decoded(text: &str) -> ActorMap {
    let json = serde_json::from_str(text).unwrap();
    ActorMap::decode(&Place::document(&json), &mut Warnings::default())
}

#[test]
fn a_map_without_dates_has_no_timeline() {
    assert_eq!(Timeline::of(&ActorMap::default(), Filter::default()), None);
}

#[test]
fn a_single_date_is_an_axis_too() {
    let map = decoded(r#"{"actors": [], "events": [{"date": "2024-03-16", "label": "e"}]}"#);
    let timeline = Timeline::of(&map, Filter::default()).unwrap();
    assert!((timeline.share(timeline.steps[0].first_day()) - 0.5).abs() < 0.3);
}

#[test]
fn an_event_says_what_its_actors_relations_do() {
    let map = decoded(
        r#"{"actors": [{"id": "a", "name": "A", "kind": "state"},
                {"id": "b", "name": "B", "kind": "state"}, {"id": "c", "name": "C", "kind": "state"}],
            "relations": [{"from": "a", "to": "b", "label": "accord", "since": "2012-07"},
                {"from": "c", "to": "b", "label": "help", "until": "2012-07"}],
            "events": [{"date": "2012-07", "label": "Accord", "actors": ["a", "b"]}]}"#,
    );
    let changes = changes(&map, "2012-07".parse().unwrap());
    assert!(matches!(changes[..], [Change::Happens(_), Change::Ends(_)]), "{changes:?}");
}
