//! What stands in a line of text: actors' names, the buttons that select them,
//! and what is for eyes or for screen readers alone.

use article_widget_core::map::{Actor, ActorIndex, ActorMap};

use crate::element::{Element, element};

/// A name, whatever direction it runs in.
#[inline(never)]
pub(super) fn name(text: &str) -> Element {
    element("bdi").text(text)
}

/// A button with the name of the actor that it selects.
#[inline(never)]
pub(super) fn actor_button(map: &ActorMap, index: ActorIndex) -> Element {
    element("button;class=link-button;part=button;type=button")
        .number("data-actor", index.0)
        .with(name(&map.actor(index).name))
}

/// A button with a sign: `attribute` says what it does.
#[inline(never)]
pub(super) fn step_button(
    attribute: &'static str,
    what: &'static str,
    label: &str,
    icon: &'static str,
) -> Element {
    let icon = element("svg;width=16;height=16;viewBox=0 0 16 16;aria-hidden=true")
        .with(element("path;fill-rule=evenodd").fixed("d", icon));
    element("button;class=map-step;part=button;type=button")
        .fixed(attribute, what)
        .attr("aria-label", label)
        .attr("title", label)
        .with(icon)
}

/// The `id` of an actor's element in the shadow root.
#[inline(never)]
pub(super) fn element_id(actor: &Actor) -> String {
    ["actor-", &actor.id].concat()
}

/// Makes a button one that is on or off.
#[inline(never)]
pub(super) fn toggle(button: Element, is_on: bool) -> Element {
    button.fixed("aria-pressed", if is_on { "true" } else { "false" })
}

/// Words for screen readers alone.
#[inline(never)]
pub(super) fn unseen(text: &str) -> Element {
    element("span;class=visually-hidden").text(text)
}

/// A sign before a word, which screen readers leave out.
#[inline(never)]
pub(super) fn sign_for_eyes(sign: &str) -> Element {
    element("span;aria-hidden=true").text(sign).text(" ")
}
