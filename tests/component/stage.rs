//! A shadow root in a real page, and questions to it.

use std::rc::Rc;

use article_widget_browser::{fragment, style_sheet};
use article_widget_core::article::Article;
use article_widget_view::app::App;
use article_widget_view::config::Config;
use article_widget_view::styles::SHEETS;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, InputEvent, InputEventInit,
    MouseEvent, MouseEventInit, ShadowRoot, ShadowRootInit, ShadowRootMode,
};
use yew::prelude::*;

/// How long a condition may take.
const PATIENCE_MS: u32 = 5_000;

/// A shadow root in a real page, as wide as a desk's; gone when dropped.
pub struct Stage {
    /// What stands in for the custom element.
    pub host: HtmlElement,
    root: ShadowRoot,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows what it is given.
#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    html! { <div class="widget light">{ props.html.clone() }</div> }
}

impl Stage {
    /// An empty shadow root with the widget's style sheets.
    pub fn new() -> Self {
        // What the test before has written into the address.
        fragment::write("", false);
        let document = web_sys::window().and_then(|window| window.document()).unwrap_throw();
        let host: HtmlElement = document.create_element("div").unwrap_throw().unchecked_into();
        // Whether the page has a scrollbar moves nobody on the map.
        host.set_attribute("style", "inline-size: 1000px").unwrap_throw();
        document.body().unwrap_throw().append_child(&host).unwrap_throw();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap_throw();
        style_sheet::adopt(&root, SHEETS);
        Stage { host, root }
    }

    /// Shows a piece of a view.
    pub async fn show(&self, html: Html) {
        let document = self.root.owner_document().unwrap_throw();
        let mount = document.create_element("div").unwrap_throw();
        self.root.append_child(&mount).unwrap_throw();
        yew::Renderer::<Shown>::with_root_and_props(mount, ShownProps { html }).render();
        self.until("the first drawing", || self.count(".widget") > 0).await;
    }

    /// Shows the whole widget.
    pub async fn show_app(&self, article: Rc<Article>, config: Rc<Config>) {
        let connect = Callback::noop();
        self.show(html! { <App host={self.host.clone()} {article} {config} {connect} /> }).await;
    }

    /// Clicks on the first element for a selector.
    pub async fn click(&self, selector: &str) {
        let event = MouseEventInit::new();
        event.set_bubbles(true);
        event.set_cancelable(true);
        event.set_composed(true);
        let element: Element = self.find(selector).await;
        match element.dyn_ref::<HtmlElement>() {
            Some(element) => element.click(),
            // Elements of SVG have no `click()`.
            None => {
                let click = MouseEvent::new_with_mouse_event_init_dict("click", &event);
                element.dispatch_event(&click.unwrap_throw()).unwrap_throw();
            }
        }
    }

    /// Replaces what a field holds, as typing does.
    pub async fn type_into(&self, selector: &str, text: &str) {
        let element: Element = self.find(selector).await;
        if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(text);
        } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            input.set_value(text);
        }
        let event = InputEventInit::new();
        event.set_bubbles(true);
        event.set_composed(true);
        let event = InputEvent::new_with_event_init_dict("input", &event).unwrap_throw();
        element.dispatch_event(&event).unwrap_throw();
    }

    /// The `id` of what has the focus.
    pub fn focused_id(&self) -> String {
        self.root.active_element().map(|element| element.id()).unwrap_or_default()
    }

    /// Waits until `condition` holds.
    ///
    /// # Panics
    /// When it does not hold in time; `what` names it.
    pub async fn until(&self, what: &str, condition: impl Fn() -> bool) {
        let mut waited_ms = 0;
        while !condition() {
            assert!(waited_ms < PATIENCE_MS, "waited in vain for {what}");
            TimeoutFuture::new(10).await;
            waited_ms += 10;
        }
    }

    /// All elements for a selector.
    pub fn all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let list = self.root.query_selector_all(selector).unwrap_throw();
        (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
    }

    /// How many elements there are for a selector.
    pub fn count(&self, selector: &str) -> usize {
        self.all::<Element>(selector).len()
    }

    /// The first element for a selector, once it is there.
    pub async fn find<T: JsCast>(&self, selector: &str) -> T {
        self.until(selector, || self.count(selector) > 0).await;
        self.all(selector).swap_remove(0)
    }

    /// The text of the first element for a selector, with single spaces.
    pub fn text(&self, selector: &str) -> String {
        let found = self.all::<Element>(selector);
        let text = found.first().and_then(|element| element.text_content()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Everything in the shadow root, as HTML.
    pub fn html(&self) -> String {
        self.root.inner_html()
    }
}
