//! What the reader's hands do to the map: presses, keys, and where the focus
//! goes then.
//!
//! One listener serves the whole map. What a press does, the element says:
//!
//! | attribute or class | a press |
//! | --- | --- |
//! | `data-actor` | selects the actor of this index, or, on a toggle that is on, clears the selection |
//! | `data-mention` | leads to the mention of this number in the text |
//! | `data-view` | chooses the view of this name |
//! | `map-close` | closes the panel |
//! | `role` on an `svg` | clears the selection: the ground between the actors |

use std::rc::Rc;

use article_widget_browser::focus;
use article_widget_core::article::Article;
use article_widget_core::digits::{self, digits};
use article_widget_core::map::{Actor, ActorIndex};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use super::MapMessage;
use super::keyboard::{KeyEffect, effect_of_key};
use super::name::element_id;
use super::panel::PANEL_ID;
use super::picture::Picture;
use crate::config::MapView;
use crate::state::ReaderAction;

/// Everything that acts when it is pressed.
const PRESSABLE: &str = "[data-actor],[data-mention],[data-view],.map-close,svg[role]";

/// What all of it needs.
pub(super) struct Hands {
    /// The article.
    pub(super) article: Rc<Article>,
    /// The selected actor.
    pub(super) selected: Option<ActorIndex>,
    /// Changes what the text shares.
    pub(super) act: Callback<ReaderAction>,
    /// The map's section.
    pub(super) section: NodeRef,
    /// What is drawn, while it is.
    pub(super) picture: Option<Rc<Picture>>,
    /// Tells the map of what is its alone.
    pub(super) on_message: Callback<MapMessage>,
}

impl Hands {
    /// A click or a key, anywhere in the map.
    pub(super) fn happened(&self, event: &Event) {
        let Some(target) = event.target() else { return };
        let target: &Element = target.unchecked_ref();
        match event.dyn_ref::<KeyboardEvent>() {
            Some(event) => self.key(event, target),
            None => self.press(event, target),
        }
    }

    /// Presses, by pointer or by the keys of a button.
    fn press(&self, event: &Event, target: &Element) {
        let Ok(Some(pressed)) = target.closest(PRESSABLE) else { return };
        if let Some(actor) = number(&pressed, "data-actor") {
            self.toggle(ActorIndex(actor));
            if !pressed.has_attribute("aria-pressed") {
                // It was in the panel, whose content changes under the focus.
                self.focus(PANEL_ID);
            }
        } else if let Some(mention) = number(&pressed, "data-mention") {
            event.prevent_default();
            if let Some(section) = self.section.get() {
                focus::to(&section, &["mention-", &digits(mention as i64)].concat());
            }
        } else if let Some(view) = pressed.get_attribute("data-view") {
            self.act.emit(ReaderAction::MapViewChosen(MapView::from_attribute(Some(&view))));
        } else if pressed.has_attribute("role") {
            self.act.emit(ReaderAction::SelectionCleared);
        } else {
            self.leave();
        }
    }

    /// Escape anywhere in the map, and the other keys in the picture.
    fn key(&self, event: &KeyboardEvent, target: &Element) {
        let key = event.key();
        if key == "Escape" {
            if self.selected.is_some() {
                event.prevent_default();
                self.leave();
            }
            return;
        }
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let Ok(Some(actor)) = target.closest("g[data-actor]") else { return };
        let (Some(actor), Some(picture)) = (number(&actor, "data-actor"), &self.picture) else {
            return;
        };
        match effect_of_key(&key, ActorIndex(actor), &picture.layout.nodes) {
            Some(KeyEffect::Focus(next)) => {
                self.on_message.emit(MapMessage::Visited(next));
                self.focus_actor(next);
            }
            // A key that is held down would flicker.
            Some(KeyEffect::Toggle(actor)) if !event.repeat() => self.toggle(actor),
            Some(KeyEffect::Toggle(_)) => {}
            None => return,
        }
        event.prevent_default();
    }

    /// Clears the selection and leads the focus back to the actor that was
    /// selected.
    fn leave(&self) {
        let selected = self.selected;
        self.act.emit(ReaderAction::SelectionCleared);
        if let Some(actor) = selected {
            self.focus_actor(actor);
        }
    }

    fn toggle(&self, actor: ActorIndex) {
        let is_selected = self.selected == Some(actor);
        self.act.emit(if is_selected {
            ReaderAction::SelectionCleared
        } else {
            ReaderAction::ActorSelected(actor)
        });
    }

    fn focus_actor(&self, actor: ActorIndex) {
        if let Some(actor) = self.article.map.actors.get(actor.0) {
            self.focus(&element_id(actor));
        }
    }

    fn focus(&self, id: &str) {
        if let Some(section) = self.section.get() {
            focus::on(&section, id);
        }
    }
}

/// The whole number that the attribute `name` holds.
fn number(element: &Element, name: &str) -> Option<usize> {
    digits::number(&element.get_attribute(name)?).map(|number| number as usize)
}

/// On a phone the panel is a sheet at the lower edge: an actor that it would
/// cover is scrolled out from under it.
pub(super) fn bring_into_sight(actor: &Actor, section: &Node) {
    let id = element_id(actor);
    if is_covered(section, &id).unwrap_or(false) {
        focus::show(section, &id);
    }
}

fn is_covered(section: &Node, actor_id: &str) -> Option<bool> {
    let actor = focus::find(section, actor_id)?.get_bounding_client_rect();
    let panel = focus::find(section, PANEL_ID)?.get_bounding_client_rect();
    Some(
        actor.bottom() > panel.top()
            && actor.top() < panel.bottom()
            && actor.right() > panel.left()
            && actor.left() < panel.right(),
    )
}
