//! The timeline under every view: when relations held and what happened, a
//! handle for the moment that is shown, and what changed then, in words.

use article_widget_core::date::{Interval, PartialDate};
use article_widget_core::digits::digits;
use article_widget_core::map::timeline::{Change, Phase, Timeline, changes, spans};
use article_widget_core::rich_text::Direction;

use super::Shown;
use super::name::{step_button, toggle};
use crate::element::{Element, element};

/// The `id` of the handle in the shadow root.
pub(super) const MOMENT_ID: &str = "map-moment";

/// The heights of lanes, where there are few of them and where there are many.
const LANE_PX: [f64; 2] = [8.0, 4.0];

/// How many lanes are few.
const FEW_LANES: usize = 8;

/// Above the first lane, and for the marks of events under the last.
const MARGINS_PX: [f64; 2] = [4.0, 16.0];

/// For the years under the axis.
const YEARS_PX: f64 = 18.0;

/// Years that find room on a phone.
const MOST_YEARS: i32 = 5;

/// The timeline of a map that has dates.
pub(super) fn timeline(shown: &Shown<'_>, timeline: &Timeline) -> Element {
    let words = shown.words.map();
    let button = |step, label, icon| step_button("data-step", step, label, icon);
    let all = element("button;class=map-all-time;part=button;type=button;data-step=all");
    let steps = element("div;class=map-steps")
        .with(button("previous", words.previous_change, "M13 2L5 8L13 14ZM2 2h2v12h-2z"))
        .with(step_button("data-tool", "play", words.play, "M4 2L14 8L4 14Z"))
        .with(button("next", words.next_change, "M3 2L11 8L3 14ZM12 2h2v12h-2z"))
        .with(toggle(all, shown.at.is_none()).text(words.all_time));
    let day = shown.at.map_or(timeline.last_day, PartialDate::first_day);
    let handle = element("input;type=range;step=1;id=map-moment;class=map-moment")
        .attr_of("min", digits(timeline.first_day.into()))
        .attr_of("max", digits(timeline.last_day.into()))
        .attr("aria-label", words.moment)
        .attr_of(
            "aria-valuetext",
            shown.at.map_or(words.all_time.into(), |at| shown.words.date(at)),
        )
        .value(&digits(day.into()));
    let told = element("p;class=map-change;role=status").text_of(told(shown, timeline));
    element("div;class=map-time;part=timeline;role=group")
        .attr("aria-label", words.timeline)
        .with(axis(shown, timeline))
        .with(handle)
        .with(element("div;class=map-time-words").with(steps).with(told))
}

/// What changed at the moment that is shown, in one line; over all of time, from
/// when to when that is.
fn told(shown: &Shown<'_>, timeline: &Timeline) -> String {
    let (words, map) = (shown.words, &shown.article.map);
    let Some(at) = shown.at else {
        let since = timeline.after(None);
        return words.period(Interval { since, until: timeline.before(None) });
    };
    let mut text = words.map().on_date.with(&words.date(at));
    let mut mark = " ";
    for change in changes(map, at) {
        if let Change::Begins(relation) | Change::Ends(relation) = change
            && shown.hides_relation(relation)
        {
            continue;
        }
        text.push_str(mark);
        mark = if words.language().tag == "fr" { "\u{202f}; " } else { "; " };
        match change {
            Change::Happens(event) => text.push_str(&event.label),
            Change::Begins(relation) => text.push_str(&words.brief(map, relation)),
            Change::Ends(relation) => {
                text.push_str(&words.map().ends.with(&words.brief(map, relation)));
            }
        }
    }
    text
}

/// Bars, marks and years, for eyes alone: the handle and the tables say the same.
fn axis(shown: &Shown<'_>, timeline: &Timeline) -> Element {
    let (words, map) = (shown.words, &shown.article.map);
    let is_mirrored = words.language().direction == Direction::RightToLeft;
    let across = |share: f64| if is_mirrored { 1.0 - share } else { share };
    let day = |day: i32| timeline.share(day);
    let (spans, lanes) = spans(map, timeline);
    let lane_px = LANE_PX[usize::from(lanes > FEW_LANES)];
    let base_px = MARGINS_PX[0] + lanes as f64 * lane_px + MARGINS_PX[1] / 2.0;
    let bottom_px = base_px + MARGINS_PX[1] / 2.0;
    let bar = |class: &'static str, from: f64, to: f64, y: f64, height: f64| {
        let left = across(from).min(across(to));
        element("rect")
            .class(class)
            .percent("x", left)
            .percent("width", (to - from).max(0.004))
            .px("y", y)
            .px("height", height)
    };
    let mut picture = element("svg;class=map-axis;width=100%;aria-hidden=true")
        .px("height", bottom_px + YEARS_PX);
    if let Some(at) = shown.at {
        let (from, to) = (day(at.first_day()), day(at.last_day() + 1));
        picture = picture.with(bar("map-at", from, to, 0.0, bottom_px));
    }
    picture = picture.with(bar("map-base", 0.0, 1.0, base_px - 0.5, 1.0));
    for span in spans {
        let relation = map.relation(span.relation);
        if shown.hides_relation(relation) {
            continue;
        }
        let y = MARGINS_PX[0] + span.lane as f64 * lane_px;
        let height = lane_px - 2.0;
        let is_true = shown.at.is_none_or(|at| Phase::of(relation.interval, at).is_true());
        let mut group = element("g;class=map-span")
            .class(relation.sign.as_str())
            .class_if("far", !is_true)
            .with(element("title").text_of(words.relation(map, relation)))
            .with(bar("map-maybe", span.from, span.to, y, height));
        // What is open has no end to be seen: it runs out of the axis.
        if span.sure_to > span.sure_from {
            group = group.with(bar("map-sure", span.sure_from, span.sure_to, y, height));
        }
        picture = picture.with(group);
    }
    for event in &map.events {
        let (from, to) = (day(event.date.first_day()), day(event.date.last_day() + 1));
        let is_now = shown.at == Some(event.date);
        let mark = element("svg;class=map-mark;overflow=visible")
            .percent("x", across((from + to) / 2.0))
            .px("y", base_px)
            .with(element("path;class=map-diamond;d=M0-6L5 0L0 6L-5 0Z"));
        picture = picture.with(
            element("g;class=map-event")
                .class_if("now", is_now)
                .with(element("title").text_of(words.event(event)))
                .with(bar("map-span-of-event", from, to, base_px - 1.5, 3.0))
                .with(mark),
        );
    }
    for year in timeline.years(MOST_YEARS) {
        let text = element("text;class=map-year;text-anchor=middle");
        let x = across(day(year.first_day()));
        picture =
            picture.with(text.percent("x", x).px("y", bottom_px + 13.0).text_of(words.date(year)));
    }
    picture
}
