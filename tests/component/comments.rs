//! The comment form, on comments that stay in this browser.

use article_widget_component_tests::languages::language;
use article_widget_component_tests::{Stage, sample};
use wasm_bindgen::UnwrapThrowExt;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlTextAreaElement};

async fn form() -> Stage {
    let stage = Stage::new();
    stage.show_app(sample::article(), sample::config_with_comments()).await;
    stage.find::<Element>("form").await;
    stage
}

#[wasm_bindgen_test]
async fn the_text_is_asked_for_first() {
    let stage = form().await;
    assert_eq!(stage.count("form textarea"), 1);
    assert_eq!(stage.count("form input"), 0);
    stage.type_into("form textarea", "A").await;
    stage.find::<Element>("form input[name=name]").await;
}

#[wasm_bindgen_test]
async fn labels_belong_to_their_fields() {
    let stage = form().await;
    stage.type_into("form textarea", "A").await;
    stage.find::<Element>("form input").await;
    for field in stage.all::<Element>("form :is(input, textarea):not(.trap)") {
        let label = format!("form label[for='{}']", field.id());
        assert!(!stage.text(&label).is_empty(), "{} has no label", field.outer_html());
    }
}

#[wasm_bindgen_test]
async fn an_error_stands_beside_its_field() {
    let stage = form().await;
    stage.click("form [type=submit]").await;
    let field: Element = stage.find("form textarea[aria-invalid=true]").await;
    let error = field.get_attribute("aria-describedby").unwrap_throw();
    let error = error.split(' ').next_back().unwrap_throw();
    let words = &language("en").comments;
    assert_eq!(stage.text(&format!("#{error}")), words.required);
    stage.until("the focus on it", || stage.focused_id() == field.id()).await;
    stage.type_into("form textarea", "Better").await;
    stage.until("no error", || stage.count("[aria-invalid=true], .field-error") == 0).await;
}

#[wasm_bindgen_test]
async fn a_comment_appears_and_the_form_is_empty() {
    let stage = form().await;
    stage.type_into("form textarea", "Two towns,\none bridge").await;
    stage.click("form [type=submit]").await;
    stage.find::<Element>("[part~=comment]").await;
    assert!(stage.text("[part~=comment]").contains("one bridge"));
    assert_eq!(stage.count("[part~=comment] br"), 1, "lines stay lines");
    let area: HtmlTextAreaElement = stage.find("form textarea").await;
    stage.until("an empty field", || area.value().is_empty()).await;
    assert!(stage.text("[part~=comment-status]").contains(language("en").comments.posted));
}
