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

use std::cell::RefCell;
use std::rc::Rc;

use article_widget_browser::listener::Listener;
use article_widget_core::article::Article;
use article_widget_core::map::ActorIndex;
use web_sys::Element as DomElement;
use yew::prelude::*;

use crate::config::{Config, MapView};
use crate::element::{Element, element, nothing};
use crate::state::{ReaderAction, ReaderState};
use interaction::{Hands, bring_into_sight};
use legend::legend;
use name::toggle;
use network::network;
use panel::panel;
use picture::Picture;
use space::{Space, Watch};
use words::Words;

/// The map of an article, and what the reader has chosen.
#[derive(Clone, Properties)]
pub struct MapSectionProps {
    /// The article; its map has actors.
    pub article: Rc<Article>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// The selection and the view, which the text shares.
    pub state: ReaderState,
    /// Changes what the text shares.
    pub act: Callback<ReaderAction>,
}

impl PartialEq for MapSectionProps {
    fn eq(&self, other: &Self) -> bool {
        // An article is never changed, only replaced.
        Rc::ptr_eq(&self.article, &other.article)
            && self.config == other.config
            && self.state == other.state
    }
}

impl MapSectionProps {
    /// The selected actor, if it is one of this map.
    fn selected(&self) -> Option<ActorIndex> {
        self.state.selected.filter(|actor| actor.0 < self.article.map.actors.len())
    }
}

/// What has happened to the map alone.
#[derive(Clone, Copy)]
pub enum MapMessage {
    /// The room for the picture is another one.
    Measured(Space),
    /// The reader has come to an actor by keyboard.
    Visited(ActorIndex),
}

/// The actor map.
///
/// Elements with `data-actor` select the actor of that index when they are
/// pressed; those that are toggles (`aria-pressed`) clear the selection the
/// second time. See [`interaction`] for the other attributes that act.
pub struct MapSection {
    section: NodeRef,
    main: NodeRef,
    hands: Rc<RefCell<Option<Rc<Hands>>>>,
    listener: Option<Listener>,
    watch: Option<Watch>,
    space: Option<Space>,
    picture: Option<Rc<Picture>>,
    /// The actor that Tab reaches: the one that was selected or visited last.
    tab_stop: ActorIndex,
    /// The actor that was selected when it was last looked.
    selected: Option<ActorIndex>,
    /// Whether the selected actor has yet to be brought into sight.
    is_out_of_sight: bool,
    /// Whether a screen reader was told of a selection.
    has_spoken: bool,
}

impl Component for MapSection {
    type Message = MapMessage;
    type Properties = MapSectionProps;

    fn create(context: &Context<Self>) -> Self {
        let mut section = MapSection {
            section: NodeRef::default(),
            main: NodeRef::default(),
            hands: Rc::default(),
            listener: None,
            watch: None,
            space: None,
            picture: None,
            tab_stop: ActorIndex(0),
            selected: None,
            is_out_of_sight: false,
            has_spoken: false,
        };
        section.take_selection(context.props());
        section
    }

    fn update(&mut self, context: &Context<Self>, message: MapMessage) -> bool {
        match message {
            MapMessage::Visited(actor) => self.tab_stop = actor,
            MapMessage::Measured(space) if self.space == Some(space) => return false,
            MapMessage::Measured(space) => {
                self.space = Some(space);
                self.draw(context.props());
            }
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, old: &MapSectionProps) -> bool {
        let props = context.props();
        if !Rc::ptr_eq(&props.article, &old.article) {
            self.draw(props);
        }
        self.take_selection(props);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.section(context).html()
    }

    fn rendered(&mut self, context: &Context<Self>, first_render: bool) {
        if first_render && let Some(main) = self.main.cast::<DomElement>() {
            self.watch = Watch::new(main, context.link().callback(|message| message));
        }
        if first_render && let Some(section) = self.section.get() {
            let hands = self.hands.clone();
            self.listener = Some(Listener::new(section, &["click", "keydown"], move |event| {
                let hands = hands.borrow().clone();
                if let Some(hands) = hands {
                    hands.happened(&event);
                }
            }));
        }
        let map = &context.props().article.map;
        if std::mem::take(&mut self.is_out_of_sight)
            && let (Some(actor), Some(section)) = (self.selected, self.section.get())
        {
            bring_into_sight(map.actor(actor), &section);
        }
    }
}

impl MapSection {
    /// Follows the selection.
    fn take_selection(&mut self, props: &MapSectionProps) {
        let selected = props.selected();
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

    fn draw(&mut self, props: &MapSectionProps) {
        self.picture = self.space.map(|space| Rc::new(Picture::new(&props.article.map, space)));
        self.tab_stop.0 = self.tab_stop.0.min(props.article.map.actors.len().saturating_sub(1));
    }

    fn section(&self, context: &Context<Self>) -> Element {
        let MapSectionProps { article, config, state, act } = context.props();
        let shown = Shown {
            article,
            words: Words(config),
            selected: self.selected,
            is_table: state.map_view == MapView::Table,
        };
        *self.hands.borrow_mut() = Some(Rc::new(Hands {
            article: article.clone(),
            selected: state.selected,
            act: act.clone(),
            section: self.section.clone(),
            picture: self.picture.clone(),
            on_message: context.link().callback(|message| message),
        }));
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
            Some(actor) => (words.selected)(&shown.words.actor(&shown.article.map, actor)),
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
