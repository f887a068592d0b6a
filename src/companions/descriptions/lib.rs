//! `descriptions.wasm`: what is wrong with the description of a comment server, for
//! pages whose server none of our presets describes.

use article_widget_boundary::{companion, text};
use article_widget_core::companion;

companion! {
    /// What is wrong with a description, and with the address that goes with it.
    check = |inputs| companion::description(text(inputs, 0), text(inputs, 1));
}
