//! Buttons under the picture: nearer, farther, all of it, the full screen, and what
//! can be taken away. `www/map-tools.js` does what they say, and comes when a reader
//! first reaches for the map.

use super::Shown;
use super::name::step_button;
use crate::element::{Element, element};

/// The buttons, and room for what they open. Without a picture there is nothing to
/// come near to.
pub(super) fn tools(shown: &Shown<'_>) -> Element {
    let words = shown.words.map();
    let mut buttons = element("div;class=map-steps");
    for (tool, label, icon) in [
        ("in", words.zoom_in, "M7 2h2v5h5v2h-5v5h-2v-5h-5v-2h5z"),
        ("out", words.zoom_out, "M2 7h12v2h-12z"),
        ("fit", words.zoom_fit, "M2 2h12v12h-12zM4 4v8h8v-8z"),
        (
            "full",
            words.full_screen,
            "M1 1h5v2h-3v3h-2zM10 1h5v5h-2v-3h-3zM1 10h2v3h3v2h-5zM13 10h2v5h-5v-2h3z",
        ),
        ("take", words.take_away, "M7 1h2v6h3l-4 4l-4-4h3zM2 12h12v2h-12z"),
    ] {
        if tool == "take" || !shown.is_table {
            buttons = buttons.with(step_button("data-tool", tool, label, icon));
        }
    }
    element("div;class=map-tools").with(buttons).with(element("div;class=map-take"))
}
