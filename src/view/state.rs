//! What the reader has chosen: one selection, one moment in time, one filter and
//! one view, which the text, the map and the table all read and write.

use article_widget_core::date::PartialDate;
use article_widget_core::map::filter::Filter;
use article_widget_core::map::link::Link;
use article_widget_core::map::{ActorIndex, ActorMap};

use crate::config::MapView;

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReaderState {
    /// The actor that is lit everywhere.
    pub selected: Option<ActorIndex>,
    /// The moment that is shown; all of time when there is none.
    pub at: Option<PartialDate>,
    /// What is not shown.
    pub hidden: Filter,
    /// The view of the map.
    pub map_view: MapView,
}

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderAction {
    /// An actor was selected, in the text, the map or the table.
    ActorSelected(ActorIndex),
    /// No actor is selected any more.
    SelectionCleared,
    /// A moment was chosen, or all of time.
    MomentChosen(Option<PartialDate>),
    /// The kind or sign of this number was hidden, or shown again.
    FilterToggled(usize),
    /// Another view of the map was chosen.
    MapViewChosen(MapView),
}

impl ReaderState {
    /// Nothing chosen yet but the view that is shown first.
    pub fn new(map_view: MapView) -> Self {
        ReaderState { selected: None, at: None, hidden: Filter::default(), map_view }
    }

    /// The state after `action`. Who is selected is shown.
    pub fn after(mut self, action: ReaderAction, map: &ActorMap) -> Self {
        match action {
            ReaderAction::ActorSelected(actor) => {
                self.selected = Some(actor);
                if self.hidden.hides_actor(map, actor) {
                    self.hidden = self.hidden.toggled(Filter::of_kind(map.actor(actor).kind));
                }
            }
            ReaderAction::FilterToggled(number) => {
                self.hidden = self.hidden.toggled(number);
                let hidden = self.hidden;
                self.selected = self.selected.filter(|actor| !hidden.hides_actor(map, *actor));
            }
            ReaderAction::SelectionCleared => self.selected = None,
            ReaderAction::MomentChosen(at) => self.at = at,
            ReaderAction::MapViewChosen(view) => self.map_view = view,
        }
        self
    }

    /// The state that a link to `map` leads to; `first_view` where it names none.
    pub fn linked(link: &Link, map: &ActorMap, first_view: MapView) -> Self {
        let view = MapView::named(&link.view);
        let map_view =
            if first_view == MapView::None { first_view } else { view.unwrap_or(first_view) };
        let linked = ReaderState { at: link.at, hidden: link.hide, ..ReaderState::new(map_view) };
        match map.find(&link.actor) {
            Some(actor) => linked.after(ReaderAction::ActorSelected(actor), map),
            None => linked,
        }
    }

    /// The link that leads here; the page's own part is not known here.
    pub fn link(&self, map: &ActorMap, first_view: MapView) -> Link {
        let mut link = Link { at: self.at, hide: self.hidden, ..Link::default() };
        if let Some(actor) = self.selected {
            link.actor.push_str(&map.actor(actor).id);
        }
        if self.map_view != first_view {
            link.view.push_str(self.map_view.name());
        }
        link
    }
}
