//! Above the map: what it shows, and the choice of views.

use super::Shown;
use super::name::toggle;
use crate::config::MapView;
use crate::element::{Element, element};

/// The header of the map.
pub(super) fn header(shown: &Shown<'_>) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let counts = element("p;class=map-quiet")
        .text_of(shown.words.count(words.actors, map.actors.len()))
        .text(" · ")
        .text_of(shown.words.count(words.relations, map.relations.len()));
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
