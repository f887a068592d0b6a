//! A stage for views: a shadow root in a real page, and questions to it.
//!
//! The tests are in `main.rs`; `cargo xtask test` runs them in a headless
//! browser.
#![cfg(target_arch = "wasm32")]

mod stage;

pub use stage::Stage;
