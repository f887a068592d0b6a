//! `formats.wasm`: foreign formats, for pages whose `src` is neither a document of
//! ours nor a post of WordPress.

use article_widget_boundary::{companion, text};
use article_widget_core::companion;

companion! {
    /// A document in a foreign format, as one of ours.
    document = |inputs| companion::document(text(inputs, 0));
}
