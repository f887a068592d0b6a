//! Above the map: what it shows, and the choice of views.

use super::Shown;
use super::name::toggle;
use crate::config::MapView;
use crate::element::{Element, element};

/// The header of the map.
pub(super) fn header(shown: &Shown<'_>) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let mut counts = shown.words.count(words.actors, map.actors.len());
    counts.push_str(" · ");
    counts.push_str(&shown.words.count(words.relations, map.relations.len()));
    let title = element("div")
        .with(element("h2").fixed("id", "map-title").text(words.title))
        .with(element("p").fixed("class", "map-quiet").text(&counts));
    let mut views =
        element("div").all("class=map-views;role=group").attr("aria-label", words.views);
    for view in MapView::ALL.iter().copied() {
        let name = match view {
            MapView::World => words.world,
            MapView::Table => words.table,
            _ => words.network,
        };
        let button = element("button").all("class=map-view;part=button;type=button");
        let button = toggle(button, shown.view == view).fixed("data-view", view.name());
        views = views.with(button.text(name));
    }
    element("header").fixed("class", "map-header").with(title).with(views)
}
