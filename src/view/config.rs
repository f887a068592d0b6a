//! What the host page asked for, read from the element's attributes.

use article_widget_core::language::Language;
use js_sys::Function;

/// A view of the actor map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapView {
    /// Actors and relations as a drawing.
    Network,
    /// The same on a map of the world.
    World,
    /// The same as tables.
    Table,
    /// No map at all.
    None,
}

impl MapView {
    /// All that a reader can choose, in the order in which they are offered.
    pub const ALL: &[MapView] = &[MapView::Network, MapView::World, MapView::Table];

    /// Its name in attributes and links.
    pub fn name(self) -> &'static str {
        ["network", "world", "table", "none"][self as usize]
    }

    /// The view that a reader can choose by this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|view| view.name() == name)
    }

    /// The view that the attribute `map` names.
    pub fn from_attribute(value: Option<&str>) -> Self {
        match value {
            Some("none") => MapView::None,
            name => name.and_then(Self::named).unwrap_or(MapView::Network),
        }
    }
}

/// What the host page asked for.
#[derive(Clone)]
pub struct Config {
    /// The language of the interface.
    pub language: &'static Language,
    /// BCP 47 tag for dates and numbers; the region of the attribute `lang` is kept.
    pub locale: String,
    /// Gives the address of a file of the package by its name.
    pub locate: Function,
    /// The view of the map that is shown first.
    pub map_view: MapView,
    /// Where comments go; no comment section when absent.
    pub comments: Option<CommentsConfig>,
    /// Whether the page shows the article itself: then it is not shown again.
    pub is_in_page: bool,
}

/// Where comments go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentsConfig {
    /// The absolute address of the backend's description.
    pub description_url: String,
    /// It is one of ours, which is known to be right.
    pub is_preset: bool,
    /// The base address of the comment server, without a slash at its end.
    pub server_url: String,
    /// What the server calls this article.
    pub thread: String,
    /// Whether pictures of who comments are shown, wherever they come from.
    pub avatars: bool,
}

impl PartialEq for Config {
    fn eq(&self, other: &Self) -> bool {
        // A language is read once: which one it is, its tag says.
        self.language.tag == other.language.tag
            && self.locale == other.locale
            && self.map_view == other.map_view
            && self.comments == other.comments
            && self.is_in_page == other.is_in_page
    }
}
