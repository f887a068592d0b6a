//! Above the map: what it shows, and the choice of views.

use super::Shown;
use super::name::toggle;
use crate::config::MapView;
use crate::element::{Element, element};

/// The header of the map.
pub(super) fn header(shown: &Shown<'_>) -> Element {
    let words = shown.words.map();
    let [actors, relations] = shown.counts();
    // Says once what the filter has left.
    let counts =
        element("p;class=map-quiet;role=status").text_of([&*actors, " · ", &relations].concat());
    let title = element("div").with(element("h2;id=map-title").text(words.title)).with(counts);
    let mut views = element("div;class=map-views;role=group").attr("aria-label", words.views);
    for view in MapView::ALL.iter().copied() {
        let name = match view {
            MapView::World => words.world,
            MapView::Table => words.table,
            _ => words.network,
        };
        let button = element("button;class=map-view;part=button;type=button");
        let button = toggle(button, shown.view == view).fixed("data-view", view.name());
        views = views.with(button.text(name));
    }
    element("header;class=map-header").with(title).with(views)
}
