//! What the map knows besides the article, and what follows from what happens
//! in it.

use article_widget_browser::companion;
use article_widget_browser::focus;
use article_widget_browser::listener::Listener;
use article_widget_browser::timer::Timer;
use article_widget_core::article::Article;
use article_widget_core::digits::digits;
use article_widget_core::map::ActorIndex;
use article_widget_core::map::direction::nearest;
use article_widget_core::map::timeline::Timeline;
use web_sys::Element as DomElement;
use yew::prelude::*;

use super::draft::Draft;
use super::interaction::{Gesture, Step};
use super::keyboard::MapKey;
use super::name::element_id;
use super::panel::PANEL_ID;
use super::picture::Picture;
use super::space::{Space, Watch};
use crate::config::{Config, MapView};
use crate::state::{ReaderAction, ReaderState};

/// What is listened to.
const EVENTS: &[&str] = &["click", "input", "keydown", "pointerover", "focusin"];

/// Between two stretches of work: the browser's shortest.
const REST_MS: f64 = 0.0;

/// What has happened in the map.
pub enum MapMessage {
    /// The room for the picture is another one.
    Measured(Space),
    /// There is time to go on with a picture.
    Rested,
    /// The reader has done something.
    Acted(Gesture),
    /// The world view, asked for as this number, has been drawn, or it can't be.
    WorldCame(usize, String),
}

/// The drawing of the world view, by a companion that only its readers load.
#[derive(Default, PartialEq)]
pub(super) enum World {
    #[default]
    Unasked,
    Asked,
    Missing,
}

/// The actor map: what it knows besides the article and what the reader has
/// chosen. It is no component of its own, since it is drawn whenever the text is.
#[derive(Default)]
pub struct MapSection {
    pub(super) section: NodeRef,
    pub(super) main: NodeRef,
    /// While it is in the page.
    ears: Option<(Option<Watch>, Listener)>,
    space: Option<Space>,
    pub(super) world: World,
    /// How often it was asked for the world view.
    asked: usize,
    /// The picture of the world view, up to where everything is.
    unplaced: Option<Picture>,
    /// The view that the picture is for.
    pictured: Option<MapView>,
    pub(super) picture: Option<Picture>,
    /// The next picture, while it is being drawn.
    draft: Option<Draft>,
    /// Whether there is all that belongs to a picture. It comes after the first one.
    pub(super) is_whole: bool,
    /// The picture of the other view, as the reader has left it.
    kept: Option<Picture>,
    /// While there is more to do.
    rest: Option<Timer>,
    /// The actor that Tab reaches: the one that was selected or visited last.
    pub(super) tab_stop: ActorIndex,
    /// The actor that was selected when it was last looked.
    pub(super) selected: Option<ActorIndex>,
    /// Whether a screen reader was told of a selection.
    pub(super) has_spoken: bool,
}

impl MapSection {
    /// Follows what the reader has chosen.
    pub fn follow(&mut self, article: &Article, state: ReaderState) {
        if self.pictured != Some(state.map_view) && state.map_view != MapView::Table {
            // There are two views with a picture: the one that is left is kept.
            let left = self.picture.take();
            let came = std::mem::replace(&mut self.kept, left);
            self.draw(article, state.map_view, came);
        }
        let selected = state.selected;
        if self.selected == selected {
            return;
        }
        self.selected = selected;
        if let Some(actor) = selected {
            self.tab_stop = actor;
            self.has_spoken = true;
        }
    }

    /// Begins anew with another article.
    pub fn renew(&mut self, article: &Article, view: MapView) {
        self.kept = None;
        self.draw(article, view, None);
    }

    /// Lays out the map of `article` for a view, unless there is a picture of it, where
    /// its room is known.
    fn draw(&mut self, article: &Article, view: MapView, picture: Option<Picture>) {
        // While there are tables, the picture of before is the one to come.
        let view = match (view, self.pictured) {
            (MapView::Table, before) => before.unwrap_or(MapView::Network),
            _ => view,
        };
        self.pictured = Some(view);
        self.picture = picture;
        self.draft = None;
        self.unplaced = None;
        if let Some(space) = self.space
            && self.picture.is_none()
        {
            let is_world = view == MapView::World;
            let picture = Picture::new(&article.map, space, is_world);
            if is_world {
                (self.unplaced, self.world) = (Some(picture), World::Unasked);
            } else {
                self.draft = Some(Draft::of(picture));
            }
        }
        self.tab_stop.0 = self.tab_stop.0.min(article.map.actors.len().saturating_sub(1));
    }

    /// Whether nothing is to be drawn before the next picture is done.
    pub fn is_at_work(&self) -> bool {
        self.draft.is_some()
    }

    /// Takes in what has happened; returns what follows for the whole widget.
    pub fn take(
        &mut self,
        article: &Article,
        state: ReaderState,
        message: MapMessage,
    ) -> Option<ReaderAction> {
        let gesture = match message {
            MapMessage::Acted(gesture) => gesture,
            MapMessage::Measured(space) => {
                if self.space != Some(space) {
                    self.space = Some(space);
                    let before = self.picture.take();
                    self.kept = None;
                    self.draw(article, state.map_view, None);
                    // Until it is drawn anew.
                    self.picture = before;
                }
                return None;
            }
            MapMessage::Rested => {
                if let Some(draft) = &mut self.draft {
                    if draft.go_on() {
                        self.picture = self.draft.take().map(|draft| draft.picture);
                    }
                } else {
                    self.is_whole = true;
                }
                return None;
            }
            MapMessage::WorldCame(asked, answer) => {
                if asked == self.asked
                    && let Some(mut picture) = self.unplaced.take()
                {
                    if picture.place(&answer).is_some() {
                        self.picture = Some(picture);
                    } else {
                        (self.unplaced, self.world) = (Some(picture), World::Missing);
                    }
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
            Gesture::ViewChosen(view) => {
                if self.world == World::Missing {
                    self.world = World::Unasked;
                }
                return Some(ReaderAction::MapViewChosen(view));
            }
            Gesture::FilterToggled(number) => return Some(ReaderAction::FilterToggled(number)),
            Gesture::Slid(day) => {
                let at = Timeline::of(&article.map, state.hidden)?.nearest(day)?;
                return Some(ReaderAction::MomentChosen(Some(at)));
            }
            Gesture::Stepped(step) => {
                let timeline = Timeline::of(&article.map, state.hidden)?;
                let (next, first) = (timeline.after(state.at), timeline.after(None));
                return Some(ReaderAction::MomentChosen(match step {
                    Step::All => None,
                    Step::Next => next.or(state.at),
                    Step::Previous => timeline.before(state.at).or(state.at),
                    Step::First => first,
                    Step::Last => timeline.before(None),
                }));
            }
            Gesture::Pulled(actor, place) => {
                self.picture.iter_mut().for_each(|it| it.pull(actor, place));
            }
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
                let (mut first, mut last) = (None, None);
                for (index, node) in nodes.iter().enumerate() {
                    let mut center = node.center;
                    if state.hidden.hides_actor(&article.map, ActorIndex(index)) {
                        center.x = f64::NAN;
                    } else {
                        (first, last) = (first.or(Some(index)), Some(index));
                    }
                    centers.push(center);
                }
                let found = match key {
                    MapKey::Toward(toward) => nearest(&centers, actor.0, toward),
                    MapKey::First => first,
                    _ => last,
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
    pub fn rendered(
        &mut self,
        article: &Article,
        config: &Config,
        state: ReaderState,
        on_message: Callback<MapMessage>,
    ) {
        let (Some(section), Some(main)) =
            (self.section.cast::<DomElement>(), self.main.cast::<DomElement>())
        else {
            self.ears = None;
            self.space = None;
            self.draft = None;
            self.rest = None;
            return;
        };
        if state.map_view == MapView::World
            && self.world == World::Unasked
            && let Some(picture) = &self.unplaced
        {
            self.world = World::Asked;
            self.asked += 1;
            let (asked, on_message) = (self.asked, on_message.clone());
            let hear = move |answer| on_message.emit(MapMessage::WorldCame(asked, answer));
            companion::world(
                &section,
                &config.locate,
                &picture.request(&article.map),
                Box::new(hear),
            );
        }
        // What belongs to a picture waits for it.
        let has_begun = self.picture.is_some() || state.map_view != MapView::Network;
        if self.draft.is_none() && (self.is_whole || !has_begun) {
            self.rest = None;
        } else if self.rest.is_none() {
            let on_message = on_message.clone();
            let rested = move || on_message.emit(MapMessage::Rested);
            self.rest = Some(Timer::every(REST_MS, Box::new(rested)));
        }
        if self.ears.is_none() {
            let watch = Watch::new(&section, main, on_message.clone());
            let (map, locate) = (section.clone(), config.locate.clone());
            let listener = Listener::new(section.clone(), EVENTS, move |event| {
                companion::map_tools(&map, &locate, &event);
                if let Some(gesture) = Gesture::of(&event) {
                    on_message.emit(MapMessage::Acted(gesture));
                }
            });
            self.ears = Some((watch, listener));
        }
    }
}
