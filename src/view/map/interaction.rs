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

use article_widget_browser::focus;
use article_widget_core::digits;
use article_widget_core::map::ActorIndex;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use super::keyboard::MapKey;
use super::panel::PANEL_ID;
use crate::config::MapView;

/// Everything that acts when it is pressed.
const PRESSABLE: &str = "[data-actor],[data-mention],[data-view],.map-close,svg[role]";

/// What the reader's hands have done.
pub enum Gesture {
    /// Pressed the toggle of an actor.
    Toggled(ActorIndex),
    /// Followed a link of the panel to another actor.
    Followed(ActorIndex),
    /// Wants to read the mention of this number.
    MentionSought(usize),
    /// Chose a view.
    ViewChosen(MapView),
    /// Pressed where nothing is.
    GroundPressed,
    /// Closed the panel, or pressed Escape.
    Left,
    /// Pressed a key on an actor of the picture.
    KeyPressed(MapKey, ActorIndex),
}

impl Gesture {
    /// What a click or a key, anywhere in the map, means; keeps the browser from
    /// doing something else.
    pub(super) fn of(event: &Event) -> Option<Self> {
        let target: Element = event.target()?.unchecked_into();
        match event.dyn_ref::<KeyboardEvent>() {
            Some(event) => Self::of_key(event, &target),
            None => Self::of_press(event, &target),
        }
    }

    /// Presses, by pointer or by the keys of a button.
    fn of_press(event: &Event, target: &Element) -> Option<Self> {
        let pressed = target.closest(PRESSABLE).ok()??;
        Some(if let Some(actor) = number(&pressed, "data-actor") {
            let actor = ActorIndex(actor);
            let is_toggle = pressed.has_attribute("aria-pressed");
            if is_toggle { Gesture::Toggled(actor) } else { Gesture::Followed(actor) }
        } else if let Some(mention) = number(&pressed, "data-mention") {
            event.prevent_default();
            Gesture::MentionSought(mention)
        } else if let Some(view) = pressed.get_attribute("data-view") {
            Gesture::ViewChosen(MapView::from_attribute(Some(&view)))
        } else if pressed.has_attribute("role") {
            Gesture::GroundPressed
        } else {
            Gesture::Left
        })
    }

    /// Escape anywhere in the map, and the other keys in the picture.
    fn of_key(event: &KeyboardEvent, target: &Element) -> Option<Self> {
        let key = event.key();
        if key == "Escape" {
            // It is meant for the panel, and not for a dialog of the page, too.
            target.closest(".with-panel").ok()??;
            event.prevent_default();
            return Some(Gesture::Left);
        }
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return None;
        }
        let actor = number(&target.closest("g[data-actor]").ok()??, "data-actor")?;
        let key = MapKey::of(&key)?;
        event.prevent_default();
        // A selection would flicker under a key that is held down.
        let flickers = key == MapKey::Toggle && event.repeat();
        (!flickers).then_some(Gesture::KeyPressed(key, ActorIndex(actor)))
    }
}

/// The whole number that the attribute `name` holds.
fn number(element: &Element, name: &str) -> Option<usize> {
    digits::number(&element.get_attribute(name)?).map(|number| number as usize)
}

/// Whether the panel covers an actor.
pub(super) fn is_covered(section: &Node, actor_id: &str) -> Option<bool> {
    let actor = focus::find(section, actor_id)?.get_bounding_client_rect();
    let panel = focus::find(section, PANEL_ID)?.get_bounding_client_rect();
    Some(
        actor.bottom() > panel.top()
            && actor.top() < panel.bottom()
            && actor.right() > panel.left()
            && actor.left() < panel.right(),
    )
}
