//! Tests of views in a real browser, one file for each view.
#![cfg(target_arch = "wasm32")]

mod article;
mod browser;
mod comments;
mod corpus;
mod map;
mod rich_text;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
