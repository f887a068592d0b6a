//! `formats.wasm`: foreign formats, for pages whose `src` is neither a document of
//! ours nor a post of WordPress, and for readers who take the map away.

use article_widget_boundary::{companion, text};
use article_widget_core::companion;

companion! {
    /// A document in a foreign format, as one of ours.
    document = |inputs| companion::document(text(inputs, 0));
    /// The map in a document of whatever format, in the format that is named first.
    take = |inputs| companion::take(text(inputs, 0), text(inputs, 1));
}
