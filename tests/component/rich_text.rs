//! Formatted text: whatever was written, nothing of it acts.

use article_widget_component_tests::Stage;
use article_widget_component_tests::languages::language;
use article_widget_core::rich_text::html;
use article_widget_view::rich_text::{TextContext, blocks};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn comment() -> TextContext<'static> {
    TextContext::comment(language("en"))
}

async fn shown(text: &str) -> Stage {
    let stage = Stage::new();
    stage.show(blocks(&html::blocks(text), &comment())).await;
    stage
}

#[wasm_bindgen_test]
async fn nothing_foreign_can_act() {
    let stage = shown(
        "<p onclick=alert(1) style='color:red'>a<script>alert(1)</script></p>\
         <img src=x onerror=alert(1)><svg onload=alert(1)><a xlink:href='javascript:alert(1)'>b</a></svg>\
         <a href='javascript:alert(1)'>c</a><a href='JaVa&#10;script:alert(1)'>d</a>\
         <iframe srcdoc='<script>alert(1)</script>'></iframe><math><mtext><style><img src=x onerror=alert(1)>",
    )
    .await;
    assert_eq!(stage.count("script, iframe, svg, math, style, object, embed, form"), 0);
    for element in stage.all::<Element>(".widget *") {
        for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            assert!(
                !name.starts_with("on") && name != "style" && name != "srcdoc",
                "{name} in {}",
                stage.html()
            );
        }
        let href = element.get_attribute("href").unwrap_or_default();
        assert!(!href.to_ascii_lowercase().contains("script:"), "{href}");
    }
    assert!(stage.text(".widget").contains('a'), "its words stay");
}

#[wasm_bindgen_test]
async fn links_of_readers_are_not_vouched_for() {
    let stage = shown("<p><a href='https://example.org/'>a site</a></p>").await;
    let link: Element = stage.find("a[href]").await;
    assert_eq!(link.get_attribute("rel").as_deref(), Some("nofollow ugc noopener"));
    assert_eq!(link.get_attribute("href").as_deref(), Some("https://example.org/"));
}
