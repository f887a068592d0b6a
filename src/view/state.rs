//! What the reader has chosen: one selection and one view, which the text, the
//! map and the table all read and write.

use std::rc::Rc;

use article_widget_core::map::ActorIndex;
use yew::Reducible;

use crate::config::MapView;

/// What the reader has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct ReaderState {
    /// The actor that is lit everywhere.
    pub selected: Option<ActorIndex>,
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
    /// Another view of the map was chosen.
    MapViewChosen(MapView),
}

impl Reducible for ReaderState {
    type Action = ReaderAction;

    fn reduce(self: Rc<Self>, action: ReaderAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            ReaderAction::ActorSelected(actor) => next.selected = Some(actor),
            ReaderAction::SelectionCleared => next.selected = None,
            ReaderAction::MapViewChosen(view) => next.map_view = view,
        }
        // The same pointer tells Yew that nothing has to be drawn again.
        if next == *self { self } else { Rc::new(next) }
    }
}
