//! What the reader's hands do to the map: presses and keys.
//!
//! One listener serves the whole map. What a press does, the element says:
//!
//! | attribute or class | a press |
//! | --- | --- |
//! | `data-actor` | selects the actor of this index, or, on a toggle that is on, clears the selection |
//! | `data-mention` | leads to the mention of this number in the text |
//! | `data-view` | chooses the view of this name |
//! | `data-step` | moves through time |
//! | `data-hide` | hides the kind or sign of this number, or shows it again |
//! | `data-tool` | has `www/map-tools.js` do it |
//! | `map-close` | closes the panel |
//! | `role` on an `svg` | clears the selection: the ground between the actors |

use article_widget_core::digits;
use article_widget_core::map::ActorIndex;
use article_widget_core::map::layout::Point;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::keyboard::MapKey;
use super::timeline::MOMENT_ID;
use crate::config::MapView;

/// Everything that acts when it is pressed.
const PRESSABLE: &str =
    "[data-actor],[data-mention],[data-view],[data-step],[data-hide],.map-close,svg[role]";

/// A way through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the change before.
    Previous,
    /// To the next change.
    Next,
    /// To the first change.
    First,
    /// To the last one.
    Last,
    /// To all of time.
    All,
}

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
    /// Hid the kind or sign of this number, or showed it again.
    FilterToggled(usize),
    /// Goes through time.
    Stepped(Step),
    /// Moved the handle of the timeline to this day.
    Slid(i32),
    /// Pulled an actor to a place, in parts of the picture's width and height.
    Pulled(ActorIndex, Point),
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
        match &*event.type_() {
            "input" => Self::of_pull(&target),
            "keydown" => Self::of_key(event.unchecked_ref(), &target),
            "click" => Self::of_press(event, &target),
            _ => None,
        }
    }

    /// The handle of the timeline, or an actor, which says where it is pulled to.
    fn of_pull(target: &Element) -> Option<Self> {
        let Some(actor) = number(target, "data-actor") else {
            let handle: &HtmlInputElement = target.unchecked_ref();
            return Some(Gesture::Slid(handle.value_as_number() as i32));
        };
        let share = |name| Some(number(target, name)? as f64 / 1e4);
        let place = Point { x: share("data-x")?, y: share("data-y")? };
        Some(Gesture::Pulled(ActorIndex(actor), place))
    }

    /// Presses, by pointer or by the keys of a button.
    fn of_press(event: &Event, target: &Element) -> Option<Self> {
        let pressed = target.closest(PRESSABLE).ok()??;
        Some(if let Some(actor) = number(&pressed, "data-actor") {
            let actor = ActorIndex(actor);
            // A country of the picture stands for its button.
            let is_toggle = pressed.has_attribute("aria-pressed") || pressed.has_attribute("d");
            if is_toggle { Gesture::Toggled(actor) } else { Gesture::Followed(actor) }
        } else if let Some(mention) = number(&pressed, "data-mention") {
            event.prevent_default();
            Gesture::MentionSought(mention)
        } else if let Some(hide) = number(&pressed, "data-hide") {
            Gesture::FilterToggled(hide)
        } else if let Some(view) = pressed.get_attribute("data-view") {
            Gesture::ViewChosen(MapView::from_attribute(Some(&view)))
        } else if let Some(step) = pressed.get_attribute("data-step") {
            Gesture::Stepped(match &*step {
                "previous" => Step::Previous,
                "next" => Step::Next,
                _ => Step::All,
            })
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
        if target.id() == MOMENT_ID {
            let is_mirrored = target.closest("[dir=rtl]").ok()?.is_some();
            let step = match &*key {
                "ArrowRight" if is_mirrored => Step::Previous,
                "ArrowLeft" if is_mirrored => Step::Next,
                "ArrowRight" | "ArrowUp" | "PageUp" => Step::Next,
                "ArrowLeft" | "ArrowDown" | "PageDown" => Step::Previous,
                "Home" => Step::First,
                "End" => Step::Last,
                _ => return None,
            };
            event.prevent_default();
            return Some(Gesture::Stepped(step));
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
