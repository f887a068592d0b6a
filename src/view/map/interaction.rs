//! What the reader's hands do to the map: presses, keys, and where the focus
//! goes then.

use std::rc::Rc;

use article_widget_browser::focus;
use article_widget_core::article::Article;
use article_widget_core::map::ActorIndex;
use web_sys::{Element, Node};
use yew::prelude::*;

use super::actor_element_id;
use super::keyboard::{KeyEffect, effect_of_key};
use super::panel::PANEL_ID;
use super::picture::Picture;
use crate::state::{ReaderAction, ReaderState};

/// What all of it needs.
#[derive(Clone)]
pub(super) struct Hands {
    /// The article.
    pub(super) article: Rc<Article>,
    /// What the reader has chosen.
    pub(super) state: UseReducerHandle<ReaderState>,
    /// The map's section.
    pub(super) section: NodeRef,
    /// The actor that Tab reaches.
    pub(super) tab_stop: UseStateHandle<ActorIndex>,
}

impl Hands {
    /// Presses, by pointer or by the keys of a button: an actor is selected,
    /// or, being a toggle that is on, is not any more; the ground between the
    /// actors clears the selection.
    pub(super) fn onclick(&self) -> Callback<MouseEvent> {
        let hands = self.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            if let Some((actor, element)) = actor_of(&target) {
                hands.toggle(actor);
                if !element.has_attribute("aria-pressed") {
                    // It was in the panel, whose content changes under the focus.
                    hands.focus(PANEL_ID);
                }
            } else if matches!(target.closest("svg[role]"), Ok(Some(_))) {
                hands.state.dispatch(ReaderAction::SelectionCleared);
            }
        })
    }

    /// Keys in the network.
    pub(super) fn onkeydown(&self, picture: Rc<Option<Picture>>) -> Callback<KeyboardEvent> {
        let hands = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let target = event.target_dyn_into::<Element>();
            let Some((actor, _)) = target.as_ref().and_then(actor_of) else { return };
            let Some(picture) = &*picture else { return };
            match effect_of_key(&event.key(), actor, &picture.layout.nodes) {
                Some(KeyEffect::Focus(next)) => {
                    hands.tab_stop.set(next);
                    hands.focus_actor(next);
                }
                // A key that is held down would flicker.
                Some(KeyEffect::Toggle(actor)) if !event.repeat() => hands.toggle(actor),
                Some(KeyEffect::Toggle(_)) => {}
                None => return,
            }
            event.prevent_default();
        })
    }

    /// Escape anywhere in the map.
    pub(super) fn onescape(&self) -> Callback<KeyboardEvent> {
        let hands = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && hands.state.selected.is_some() {
                event.prevent_default();
                hands.leave();
            }
        })
    }

    /// Clears the selection and leads the focus back to the actor that was
    /// selected.
    pub(super) fn leave(&self) {
        let selected = self.state.selected;
        self.state.dispatch(ReaderAction::SelectionCleared);
        if let Some(actor) = selected {
            self.focus_actor(actor);
        }
    }

    /// Leads the reader to a mention in the text.
    pub(super) fn follow_mention(&self, number: usize) {
        if let Some(section) = self.section.get() {
            focus::to(&section, &["mention-", &number.to_string()].concat());
        }
    }

    fn toggle(&self, actor: ActorIndex) {
        let is_selected = self.state.selected == Some(actor);
        self.state.dispatch(if is_selected {
            ReaderAction::SelectionCleared
        } else {
            ReaderAction::ActorSelected(actor)
        });
    }

    fn focus_actor(&self, actor: ActorIndex) {
        if let Some(actor) = self.article.map.actors.get(actor.0) {
            self.focus(&actor_element_id(actor));
        }
    }

    fn focus(&self, id: &str) {
        if let Some(section) = self.section.get() {
            focus::on(&section, id);
        }
    }
}

/// The actor that an element stands for, or stands in.
fn actor_of(element: &Element) -> Option<(ActorIndex, Element)> {
    let element = element.closest("[data-actor]").ok()??;
    let index = element.get_attribute("data-actor")?.parse().ok()?;
    Some((ActorIndex(index), element))
}

/// Tab reaches the actor that was selected or visited last.
#[hook]
pub(super) fn use_tab_stop(selected: Option<ActorIndex>) -> UseStateHandle<ActorIndex> {
    let tab_stop = use_state_eq(|| ActorIndex(0));
    {
        let tab_stop = tab_stop.clone();
        use_effect_with(selected, move |selected| {
            if let Some(actor) = selected {
                tab_stop.set(*actor);
            }
        });
    }
    tab_stop
}

/// On a phone the panel is a sheet at the lower edge: an actor that it would
/// cover is scrolled out from under it.
#[hook]
pub(super) fn use_actor_in_sight(
    selected: Option<ActorIndex>,
    section: &NodeRef,
    article: &Rc<Article>,
) {
    let (section, article) = (section.clone(), article.clone());
    use_effect_with(selected, move |selected| {
        let Some(section) = section.get() else { return };
        let Some(actor) = selected.and_then(|actor| article.map.actors.get(actor.0)) else {
            return;
        };
        let id = actor_element_id(actor);
        if is_covered(&section, &id).unwrap_or(false) {
            focus::show(&section, &id);
        }
    });
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
