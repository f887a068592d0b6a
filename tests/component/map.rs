//! The actor map: everything in it has a name, and a place for the keyboard.

use article_widget_component_tests::{Stage, sample};
use article_widget_view::config::MapView;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

const ACTORS: &str = "svg [id^=actor-]";

async fn network() -> Stage {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config(MapView::Network)).await;
    stage.until("three actors", || stage.count(ACTORS) == 3).await;
    stage
}

#[wasm_bindgen_test]
async fn actors_are_named_buttons() {
    let stage = network().await;
    for (id, name) in [("alba", "Alba"), ("borga", "Borga"), ("company", "Bridge Company")] {
        let actor: Element = stage.find(&format!("svg #actor-{id}")).await;
        assert_eq!(actor.get_attribute("role").as_deref(), Some("button"));
        assert_eq!(actor.get_attribute("aria-pressed").as_deref(), Some("false"));
        let label = actor.get_attribute("aria-label").unwrap_or_default();
        assert!(label.contains(name), "{label}");
    }
}

#[wasm_bindgen_test]
async fn relations_are_named_with_both_ends() {
    let stage = network().await;
    let names: Vec<String> = stage
        .all::<Element>("svg [role=img] > title")
        .iter()
        .filter_map(|element| element.text_content())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    for part in ["Alba", "Borga", "shares the bridge with", "2012"] {
        assert!(names[0].contains(part), "{}", names[0]);
    }
}

#[wasm_bindgen_test]
async fn tab_stops_once() {
    let stage = network().await;
    assert_eq!(stage.count("svg [tabindex='0']"), 1);
    assert_eq!(stage.count("svg [tabindex='-1']"), 2);
}

#[wasm_bindgen_test]
async fn a_mention_opens_the_panel_of_its_actor() {
    let stage = network().await;
    assert_eq!(stage.count("#actor-panel"), 0);
    stage.click("[part~=mention][href='#actor-company']").await;
    stage.find::<Element>("#actor-panel").await;
    assert!(stage.text("#actor-panel").contains("Bridge Company"));
    assert!(stage.text("#actor-panel").contains("sues"));
    let actor: Element = stage.find("#actor-company").await;
    assert_eq!(actor.get_attribute("aria-pressed").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn the_table_has_every_actor_and_relation() {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config(MapView::Table)).await;
    stage.find::<Element>("[part~=map] table").await;
    assert_eq!(stage.count(ACTORS), 0);
    let tables: Vec<String> = stage
        .all::<Element>("[part~=map] table")
        .iter()
        .filter_map(|element| element.text_content())
        .collect();
    let text = tables.join(" ");
    for part in
        ["Alba", "Borga", "Bridge Company", "Town in the north", "shares the bridge with", "sues"]
    {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(stage.count("[part~=map] th[scope]") > 0);
}

#[wasm_bindgen_test]
async fn none_is_nothing() {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config(MapView::None)).await;
    stage.find::<Element>("h1").await;
    assert_eq!(stage.count("[part~=map]"), 0);
}

#[wasm_bindgen_test]
async fn time_fades_what_is_not_yet_true_and_moves_nobody() {
    let stage = network().await;
    let places = || {
        let shapes = stage.all::<Element>("svg .map-actor .map-shape");
        shapes.iter().map(Element::outer_html).collect::<Vec<_>>()
    };
    let before = places();
    assert_eq!(stage.count(".map-line.far"), 0);
    stage.click("[data-step=next]").await;
    stage.until("the first change", || stage.text(".map-change").starts_with("2012:")).await;
    assert!(stage.text(".map-change").contains("shares the bridge with"));
    assert_eq!(stage.count(".map-line.far"), 1);
    assert_eq!(stage.count(".map-line.now"), 1);
    stage.click("[data-step=next]").await;
    stage.until("the next", || stage.text(".map-change").starts_with("March 2020:")).await;
    assert_eq!(stage.count(".map-line.far"), 0);
    assert_eq!(places(), before);
    let handle: Element = stage.find("#map-moment").await;
    assert_eq!(handle.get_attribute("aria-valuetext").as_deref(), Some("March 2020"));
}

#[wasm_bindgen_test]
async fn the_legend_hides_what_it_explains_everywhere() {
    let stage = network().await;
    let organisations = "[data-hide='2']";
    let button: Element = stage.find(organisations).await;
    for sample in ["svg.map-sample.place .map-shape", "svg.map-sample.conflict .map-stroke"] {
        assert!(stage.count(&format!(".map-legend {sample}")) == 1, "{sample}");
    }
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("true"));
    assert_eq!(stage.count("[part~=mention][href='#actor-company']"), 1);
    stage.click(organisations).await;
    stage.until("two actors", || stage.count(ACTORS) == 2).await;
    assert_eq!(button.get_attribute("aria-pressed").as_deref(), Some("false"));
    assert_eq!(stage.count("svg [role=img] > title"), 1, "its relations are hidden with it");
    assert_eq!(stage.count("[part~=mention][href='#actor-company']"), 0);
    assert_eq!(stage.count(".map-axis .map-span"), 1);
    assert_eq!(stage.count("svg [tabindex='0']"), 1);
    assert_eq!(stage.text(".map-header [role=status]"), "2 actors · 1 relation");
    stage.click("[data-view=table]").await;
    stage.until("the table", || stage.count(".map-tables:not(.print-only)") == 1).await;
    assert!(!stage.text(".map-tables").contains("Bridge Company"));
    stage.click(organisations).await;
    stage.until("all of it", || stage.text(".map-tables").contains("Bridge Company")).await;
}

#[wasm_bindgen_test]
async fn the_legend_hides_signs_and_nobody_with_them() {
    let stage = network().await;
    stage.click("[data-hide='7']").await;
    stage.until("one relation", || stage.count("svg [role=img] > title") == 1).await;
    assert_eq!(stage.count(ACTORS), 3);
    stage.click("[data-hide='7']").await;
    stage.until("both", || stage.count("svg [role=img] > title") == 2).await;
}

#[wasm_bindgen_test]
async fn who_is_selected_is_not_hidden() {
    let stage = network().await;
    stage.click("[part~=mention][href='#actor-company']").await;
    stage.find::<Element>("#actor-panel").await;
    stage.click("[data-hide='2']").await;
    stage.until("no panel", || stage.count("#actor-panel") == 0).await;
}
