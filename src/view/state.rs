//! What the reader has chosen: one selection and one view, which the text, the
//! map and the table all read and write.

use article_widget_core::map::ActorIndex;

use crate::config::MapView;

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
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

impl ReaderState {
    /// The state after `action`.
    pub fn after(mut self, action: ReaderAction) -> Self {
        match action {
            ReaderAction::ActorSelected(actor) => self.selected = Some(actor),
            ReaderAction::SelectionCleared => self.selected = None,
            ReaderAction::MapViewChosen(view) => self.map_view = view,
        }
        self
    }
}
