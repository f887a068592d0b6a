//! `world.wasm`: the view of the map on the world, for readers who open it.

use article_widget_boundary::{bytes, companion, text};
use article_widget_core::map::world::drawing;

companion! {
    /// What a request asks for, on the base map; empty where one of them is broken.
    draw = |inputs| drawing::drawing(text(inputs, 0), bytes(inputs, 1)).unwrap_or_default();
}
