//! One article in one element.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget_browser::object::object;
use article_widget_browser::style_sheet;
use article_widget_core::article::Article;
use article_widget_core::json::Json;
use article_widget_core::rich_text::plain_text;
use article_widget_view::app::{App, AppProps};
use article_widget_view::config::Config;
use article_widget_view::state::ReaderAction;
use article_widget_view::styles::SHEETS;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

use crate::host;
use crate::source::{self, Answer, Failure};

/// One article in one element, from `mount` to [`Widget::destroy`].
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    folder: String,
    is_in_page: bool,
    /// As it was found, with the actor map that it brought itself.
    document: Json,
    article: Rc<Article>,
    app: AppHandle<App>,
    /// The way to act on what is shown, once it is shown.
    dispatch: Rc<RefCell<Option<Callback<ReaderAction>>>>,
}

impl Widget {
    /// Shows the article of `document` in `place`.
    pub(crate) fn new(
        host: HtmlElement,
        place: HtmlElement,
        folder: String,
        is_in_page: bool,
        document: Json,
        awaits_map: bool,
    ) -> Result<Self, Failure> {
        // Without a map until the awaited one is there: nobody selects an actor
        // of one map who is another in the next.
        // What is wrong in the document is told once, with the map that it gets.
        let article = if awaits_map {
            source::article(&document, &Json::Null, |_| ())?
        } else {
            source::article(&document, &document, source::warn)?
        };
        if let Ok(root) = place.get_root_node().dyn_into::<ShadowRoot>() {
            style_sheet::adopt(&root, SHEETS);
        }
        let dispatch = Rc::new(RefCell::new(None));
        let config = host::config(&host, &folder, is_in_page, &article);
        let props = props(&host, &article, config, &dispatch);
        let app = Renderer::<App>::with_root_and_props(place.into(), props).render();
        Ok(Widget { host, folder, is_in_page, document, article, app, dispatch })
    }

    fn config(&self) -> Config {
        host::config(&self.host, &self.folder, self.is_in_page, &self.article)
    }

    fn show(&mut self) {
        self.app.update(props(&self.host, &self.article, self.config(), &self.dispatch));
    }
}

/// What the view needs to show an article.
#[inline(never)]
fn props(
    host: &HtmlElement,
    article: &Rc<Article>,
    config: Config,
    dispatch: &Rc<RefCell<Option<Callback<ReaderAction>>>>,
) -> AppProps {
    let dispatch = dispatch.clone();
    AppProps {
        host: host.clone(),
        article: article.clone(),
        config: Rc::new(config),
        connect: Callback::from(move |to_app| *dispatch.borrow_mut() = Some(to_app)),
    }
}

#[wasm_bindgen]
impl Widget {
    /// The detail of the event `article-ready`: `{id, title, lang}`.
    pub fn detail(&self) -> JsValue {
        let article = &self.article;
        let lang = article.lang.clone().unwrap_or_else(|| self.config().locale);
        object(&[
            ("id", article.id.as_ref().map_or(JsValue::NULL, |id| id.as_str().into())),
            ("title", plain_text(&article.title).into()),
            ("lang", lang.into()),
        ])
        .into()
    }

    /// Reads the element's attributes again.
    pub fn update(&mut self) {
        self.show();
    }

    /// Brings the answer to the request for `map-src`. Where it is of no use, the
    /// article's own map is shown.
    #[wasm_bindgen(js_name = setMap)]
    pub fn set_map(&mut self, status: u16, text: String) {
        let map = source::map(&Answer { status, text });
        let map = map.as_ref().unwrap_or(&self.document);
        // Only the map is another, and a wrong map is an empty one.
        if let Ok(article) = source::article(&self.document, map, source::warn) {
            self.article = article;
            self.show();
        }
    }

    /// Selects the actor with this `id`, or none; `false` if there is no such actor.
    #[wasm_bindgen(js_name = selectActor)]
    pub fn select_actor(&self, id: Option<String>) -> bool {
        let action = match id {
            None => Some(ReaderAction::SelectionCleared),
            Some(id) => self.article.map.find(&id).map(ReaderAction::ActorSelected),
        };
        let dispatch = self.dispatch.borrow().clone();
        match (action, dispatch) {
            (Some(action), Some(dispatch)) => {
                dispatch.emit(action);
                true
            }
            _ => false,
        }
    }

    /// Takes everything away.
    pub fn destroy(self) {
        self.app.destroy();
    }
}
