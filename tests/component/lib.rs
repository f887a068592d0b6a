//! A stage for views: a shadow root in a real page, and questions to it.
//!
//! | module | holds |
//! | --- | --- |
//! | [`stage`] | the shadow root, and questions to it |
//! | [`languages`] | the languages, read |
//! | [`sample`] | an article with a small map |
//!
//! The tests are in `main.rs`; `cargo xtask test` runs them in a headless
//! browser.
#![cfg(target_arch = "wasm32")]

pub mod languages;
pub mod sample;
pub mod stage;

pub use stage::Stage;
