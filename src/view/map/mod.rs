//! The actor map in the page: heading, picture or tables, legend, and the panel
//! of the selected actor.
//!
//! | module | holds |
//! | --- | --- |
//! | [`space`] | how much room there is |
//! | [`picture`] | names in lines and places for everything: the expensive part |
//! | [`network`](mod@network), [`shape`], [`line`](mod@line), [`path`] | the picture as SVG |
//! | [`table`] | the same data as tables |
//! | [`panel`](mod@panel) | the selected actor |
//! | [`legend`](mod@legend) | what shapes and lines mean |
//! | [`interaction`], [`keyboard`] | what presses and keys do, and where the focus goes |
//! | [`words`] | what is said of actors, relations and periods |
//! | [`name`] | names, buttons and signs within lines of text |
//!
//! All views read one [`ReaderState`] and change it by `ReaderAction`s. A
//! further view is a sibling of [`network`](mod@network), and a variant of [`MapView`].

mod interaction;
mod keyboard;
mod legend;
mod line;
mod name;
mod network;
mod panel;
mod path;
mod picture;
mod shape;
mod space;
mod table;
mod words;

use article_widget_browser::focus;
use article_widget_browser::listener::Listener;
use article_widget_core::article::Article;
use article_widget_core::digits::digits;
use article_widget_core::map::ActorIndex;
use article_widget_core::map::direction::nearest;
use web_sys::Element as DomElement;
use yew::prelude::*;

use crate::config::{Config, MapView};
use crate::element::{Element, element, nothing};
use crate::state::{ReaderAction, ReaderState};
use interaction::is_covered;
use keyboard::MapKey;
use legend::legend;
use name::{element_id, toggle};
use network::network;
use panel::{PANEL_ID, panel};
use picture::Picture;
use space::Watch;
use words::Words;

pub use interaction::Gesture;
pub use space::Space;

/// What has happened in the map.
pub enum MapMessage {
    /// The room for the picture is another one.
    Measured(Space),
    /// The reader has done something.
    Acted(Gesture),
}

/// The actor map: what it knows besides the article and what the reader has
/// chosen. It is no component of its own, since it is drawn whenever the text is.
#[derive(Default)]
pub struct MapSection {
    section: NodeRef,
    main: NodeRef,
    /// While it is in the page.
    ears: Option<(Option<Watch>, Listener)>,
    space: Option<Space>,
    picture: Option<Picture>,
    /// The actor that Tab reaches: the one that was selected or visited last.
    tab_stop: ActorIndex,
    /// The actor that was selected when it was last looked.
    selected: Option<ActorIndex>,
    /// Whether the selected actor has yet to be brought into sight.
    is_out_of_sight: bool,
    /// Whether a screen reader was told of a selection.
    has_spoken: bool,
}

impl MapSection {
    /// Follows the selection.
    pub fn follow(&mut self, selected: Option<ActorIndex>) {
        if self.selected == selected {
            return;
        }
        self.selected = selected;
        self.is_out_of_sight = true;
        if let Some(actor) = selected {
            self.tab_stop = actor;
            self.has_spoken = true;
        }
    }

    /// Lays out the map of `article`, where its room is known.
    pub fn draw(&mut self, article: &Article) {
        self.picture = self.space.map(|space| Picture::new(&article.map, space));
        self.tab_stop.0 = self.tab_stop.0.min(article.map.actors.len().saturating_sub(1));
    }

    /// Takes in what has happened; returns what follows for the whole widget.
    pub fn take(&mut self, article: &Article, message: MapMessage) -> Option<ReaderAction> {
        let gesture = match message {
            MapMessage::Acted(gesture) => gesture,
            MapMessage::Measured(space) => {
                if self.space != Some(space) {
                    self.space = Some(space);
                    self.draw(article);
                }
                return None;
            }
        };
        let toggled = |actor| match self.selected {
            Some(selected) if selected == actor => ReaderAction::SelectionCleared,
            _ => ReaderAction::ActorSelected(actor),
        };
        match gesture {
            Gesture::Toggled(actor) => return Some(toggled(actor)),
            Gesture::Followed(actor) => {
                // From the panel, whose content changes under the focus.
                self.focus(PANEL_ID);
                return Some(ReaderAction::ActorSelected(actor));
            }
            Gesture::MentionSought(mention) => {
                if let Some(section) = self.section.get() {
                    focus::to(&section, &["mention-", &digits(mention as i64)].concat());
                }
            }
            Gesture::ViewChosen(view) => return Some(ReaderAction::MapViewChosen(view)),
            Gesture::GroundPressed => return Some(ReaderAction::SelectionCleared),
            Gesture::Left => {
                // The focus goes back to where the reader came from.
                if let Some(actor) = self.selected {
                    self.focus_actor(article, actor);
                }
                return Some(ReaderAction::SelectionCleared);
            }
            Gesture::KeyPressed(MapKey::Toggle, actor) => return Some(toggled(actor)),
            Gesture::KeyPressed(key, actor) => {
                let nodes = self.picture.as_ref().map_or(&[][..], |it| &it.layout.nodes);
                let mut centers = Vec::new();
                for node in nodes {
                    centers.push(node.center);
                }
                let found = match key {
                    MapKey::Toward(toward) => nearest(&centers, actor.0, toward),
                    MapKey::First => Some(0),
                    _ => centers.len().checked_sub(1),
                };
                self.tab_stop = found.map_or(actor, ActorIndex);
                self.focus_actor(article, self.tab_stop);
            }
        }
        None
    }

    fn focus_actor(&self, article: &Article, actor: ActorIndex) {
        if let Some(actor) = article.map.actors.get(actor.0) {
            self.focus(&element_id(actor));
        }
    }

    fn focus(&self, id: &str) {
        if let Some(section) = self.section.get() {
            focus::on(&section, id);
        }
    }

    /// After each time that it was drawn, or was not.
    pub fn rendered(&mut self, article: &Article, on_message: Callback<MapMessage>) {
        let (Some(section), Some(main)) = (self.section.get(), self.main.cast::<DomElement>())
        else {
            self.ears = None;
            self.space = None;
            return;
        };
        if self.ears.is_none() {
            let watch = Watch::new(main, on_message.clone());
            let listener = Listener::new(section.clone(), &["click", "keydown"], move |event| {
                if let Some(gesture) = Gesture::of(&event) {
                    on_message.emit(MapMessage::Acted(gesture));
                }
            });
            self.ears = Some((watch, listener));
        }
        // On a phone the panel is a sheet at the lower edge: an actor that it
        // would cover is scrolled out from under it.
        if std::mem::take(&mut self.is_out_of_sight)
            && let Some(actor) = self.selected
        {
            let id = element_id(article.map.actor(actor));
            if is_covered(&section, &id).unwrap_or(false) {
                focus::show(&section, &id);
            }
        }
    }

    /// The whole section.
    pub fn view(&self, article: &Article, config: &Config, state: ReaderState) -> Element {
        let shown = Shown {
            article,
            words: Words(config),
            selected: self.selected,
            is_table: state.map_view == MapView::Table,
        };
        let status = element("p").all("class=visually-hidden;role=status");
        element("section")
            .all("id=map;part=map;class=map;aria-labelledby=map-title")
            .node_ref(&self.section)
            .with(header(&shown))
            .with(self.body(&shown))
            .with(status.text(&self.announcement(&shown)))
    }

    fn body(&self, shown: &Shown<'_>) -> Element {
        let picture = match &self.picture {
            Some(picture) if !shown.is_table => network(shown, picture, self.tab_stop).html(),
            _ => nothing(),
        };
        let tables = table::tables(shown);
        let main = element("div").fixed("class", "map-main").node_ref(&self.main);
        let panel = shown.selected.map_or_else(nothing, |actor| panel(shown, actor).html());
        let mut key = element("div").fixed("class", "map-key").with(legend(shown));
        if !shown.is_table {
            let hint = element("p").fixed("class", "map-hint map-quiet");
            key = key.with(hint.text(shown.words.map().keyboard_hint));
        }
        let with_panel = if shown.selected.is_some() { "with-panel" } else { "" };
        element("div")
            .classes(&["map-body", with_panel])
            .with(main.child(picture).with(tables))
            .child(panel)
            .with(key)
    }

    /// What a screen reader is told when the selection changes, and nothing before.
    fn announcement(&self, shown: &Shown<'_>) -> String {
        let words = shown.words.map();
        match shown.selected {
            Some(actor) => words.selected.with(&shown.words.actor(&shown.article.map, actor)),
            None if self.has_spoken => words.deselected.into(),
            None => String::new(),
        }
    }
}

/// What every part of the map is drawn from.
struct Shown<'a> {
    article: &'a Article,
    words: Words<'a>,
    selected: Option<ActorIndex>,
    /// Tables are shown, and no picture.
    is_table: bool,
}

fn header(shown: &Shown<'_>) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let mut counts = shown.words.count(words.actors, map.actors.len());
    counts.push_str(" · ");
    counts.push_str(&shown.words.count(words.relations, map.relations.len()));
    let title = element("div")
        .with(element("h2").fixed("id", "map-title").text(words.title))
        .with(element("p").fixed("class", "map-quiet").text(&counts));
    let view = |name: &'static str, is_on: bool, words: &str| {
        let button = element("button").all("class=map-view;part=button;type=button");
        toggle(button, is_on).fixed("data-view", name).text(words)
    };
    let views = element("div")
        .all("class=map-views;role=group")
        .attr("aria-label", words.views)
        .with(view("network", !shown.is_table, words.network))
        .with(view("table", shown.is_table, words.table));
    element("header").fixed("class", "map-header").with(title).with(views)
}
