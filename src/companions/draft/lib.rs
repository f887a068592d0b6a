//! `draft.wasm`: a first actor map for an article, in the configurator. No reader
//! loads it.

use article_widget_boundary::{companion, text};
use article_widget_core::companion;

companion! {
    /// An article with the actors that its text names, and how sure each is.
    draft = |inputs| companion::draft(text(inputs, 0));
}
