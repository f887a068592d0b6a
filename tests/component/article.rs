//! The whole widget around an article.

use article_widget_component_tests::{Stage, sample};
use article_widget_view::config::MapView;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen_test]
async fn there_is_one_title_and_headings_follow_it() {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config(MapView::Network)).await;
    assert_eq!(stage.count("h1"), 1);
    assert_eq!(stage.text("h1"), "The bridge and the river");
    let mut last = 1;
    for heading in stage.all::<Element>("h1, h2, h3, h4, h5, h6") {
        let level = heading.tag_name()[1..].parse::<u32>().unwrap_or(0);
        assert!(level <= last + 1, "{} skips a level", heading.outer_html());
        last = level;
    }
}

#[wasm_bindgen_test]
async fn dates_are_for_machines_too() {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config(MapView::None)).await;
    let date: Element = stage.find("[part~=byline] time").await;
    assert!(date.get_attribute("datetime").unwrap_or_default().starts_with("2024-03-16T12:00"));
}

#[wasm_bindgen_test]
async fn a_table_has_a_caption_and_heads() {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config(MapView::None)).await;
    assert_eq!(stage.text("[part~=body] caption"), "Trains");
    assert_eq!(stage.count("[part~=body] th[scope=col]"), 2);
}

/// A strict `style-src` would drop both.
#[wasm_bindgen_test]
async fn there_is_no_style_element_or_attribute() {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config_with_comments()).await;
    stage.find::<Element>("form").await;
    stage.click("[part~=mention]").await;
    stage.find::<Element>("#actor-panel").await;
    assert_eq!(stage.count("style, [style]"), 0, "{}", stage.html());
}
