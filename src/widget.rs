//! One article in one element.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget_browser::in_page::Page;
use article_widget_browser::object::object;
use article_widget_browser::style_sheet;
use article_widget_core::article::Article;
use article_widget_core::json::Json;
use article_widget_core::mention::pieces::find_in_pieces;
use article_widget_core::rich_text::plain_text;
use article_widget_view::app::{App, AppMessage, AppProps};
use article_widget_view::state::ReaderAction;
use article_widget_view::styles::SHEETS;
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ShadowRoot};
use yew::{AppHandle, Callback, Renderer};

use crate::host;
use crate::languages;
use crate::source::{self, Answer, Failure};

/// One article in one element, from `mount` to [`Widget::destroy`].
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    place: HtmlElement,
    locate: Function,
    /// The page, where the article is its own.
    page: Option<Page>,
    /// As it was found, with the actor map that it brought itself.
    document: Json,
    article: Result<Rc<Article>, Failure>,
    /// The language whose words were asked for last.
    awaited: &'static str,
    /// The views.
    shown: Option<AppHandle<App>>,
    /// The way to act on what is shown, once it is shown.
    dispatch: Rc<RefCell<Option<Callback<AppMessage>>>>,
}

impl Widget {
    /// Reads the document that was found.
    pub(crate) fn new(
        host: HtmlElement,
        place: HtmlElement,
        locate: Function,
        page: Option<Page>,
        found: Result<Json, Failure>,
    ) -> Self {
        let awaits_map = host.get_attribute("map-src").is_some_and(|src| !src.is_empty());
        let (document, article) = match found {
            // Without a map until the awaited one is there: nobody selects an actor
            // of one map who is another in the next.
            // What is wrong in the document is told once, with the map that it gets.
            Ok(document) => {
                let article = if awaits_map {
                    source::article(&document, &Json::Null, |_| ())
                } else {
                    source::article(&document, &document, source::warn)
                };
                (document, article)
            }
            Err(failure) => (Json::Null, Err(failure)),
        };
        let (awaited, shown, dispatch) = ("", None, Rc::default());
        let mut widget =
            Widget { host, place, locate, page, document, article, awaited, shown, dispatch };
        if !awaits_map {
            widget.find_in_page();
        }
        widget
    }

    /// Looks for the actors in the page, where it holds the article.
    fn find_in_page(&mut self) {
        let (Some(page), Ok(article)) = (&self.page, &mut self.article) else { return };
        let spots = find_in_pieces(&article.map, &page.pieces());
        page.mark_all(&spots);
        // It has just been read: nobody else has it yet.
        if let Some(article) = Rc::get_mut(article) {
            article.mentions.0.clear();
            for spot in &spots {
                article.mentions.0.push(spot.actor);
            }
        }
    }

    /// Our tag for the language to speak, and the tag for dates and numbers.
    fn language(&self) -> (&'static str, String) {
        let article = self.article.as_ref().ok();
        host::language(&self.host, article.and_then(|article| article.lang.as_deref()))
    }

    /// What the view needs to show the article; nothing without words for it.
    fn props(&self, article: &Rc<Article>) -> Option<AppProps> {
        let (tag, locale) = self.language();
        let language = languages::known(tag)?;
        let config =
            host::config(&self.host, &self.locate, self.page.is_some(), article, language, locale);
        let dispatch = self.dispatch.clone();
        Some(AppProps {
            host: self.host.clone(),
            article: article.clone(),
            page: self.page.clone(),
            config: Rc::new(config),
            connect: Callback::from(move |to_app| *dispatch.borrow_mut() = Some(to_app)),
        })
    }

    fn show(&mut self, props: AppProps) {
        if let Some(app) = &mut self.shown {
            return app.update(props);
        }
        if let Ok(root) = self.place.get_root_node().dyn_into::<ShadowRoot>() {
            style_sheet::adopt(&root, SHEETS);
        }
        let app = Renderer::<App>::with_root_and_props(self.place.clone().into(), props).render();
        self.shown = Some(app);
    }
}

#[wasm_bindgen]
impl Widget {
    /// Reads the element's attributes, and shows the article as they say. Gives
    /// the address of the language's words that are lacking for that; what is
    /// there is to come with the next call, in `words`.
    ///
    /// # Errors
    /// `{code, message}` when there is no article; the message is for the reader.
    /// `{code}` alone when there are no words to say it in.
    pub fn update(&mut self, words: Option<String>) -> Result<Option<String>, JsValue> {
        let is_learnt = words.as_deref().is_none_or(languages::learn);
        let (tag, _) = self.language();
        let Some(language) = languages::known(tag) else {
            if is_learnt && self.awaited != tag {
                self.awaited = tag;
                let name = ["languages/", tag, ".json"].concat();
                return Ok(Some(host::file(&self.locate, &name)));
            }
            self.awaited = "";
            if self.shown.is_some() {
                // It stays in the language that it is in.
                source::warn(&["there are no words in the language ", tag].concat());
                return Ok(None);
            }
            return Err(object(&[("code", "module".into())]).into());
        };
        self.awaited = "";
        match &self.article {
            Err(failure) => return Err(failure.to_js(language)),
            Ok(article) => {
                if let Some(props) = self.props(article) {
                    self.show(props);
                }
            }
        }
        Ok(None)
    }

    /// The detail of the event `article-ready`: `{id, title, lang}`.
    pub fn detail(&self) -> JsValue {
        let Ok(article) = &self.article else { return JsValue::NULL };
        let lang = article.lang.clone().unwrap_or_else(|| self.language().1);
        object(&[
            ("id", article.id.as_ref().map_or(JsValue::NULL, |id| id.as_str().into())),
            ("title", plain_text(&article.title).into()),
            ("lang", lang.into()),
        ])
        .into()
    }

    /// Brings the answer to the request for `map-src`, to be shown by [`update`]. Where
    /// it is of no use, the article's own map is.
    ///
    /// [`update`]: Widget::update
    #[wasm_bindgen(js_name = setMap)]
    pub fn set_map(&mut self, status: u16, text: String) {
        let url = self.host.get_attribute("map-src").unwrap_or_default();
        let map = source::map(Answer { status, text, url });
        let map = map.as_ref().unwrap_or(&self.document);
        // Only the map is another, and a wrong map is an empty one.
        if let Ok(article) = source::article(&self.document, map, source::warn) {
            self.article = Ok(article);
            self.find_in_page();
        }
    }

    /// Selects the actor with this `id`, or none; `false` if there is no such actor.
    #[wasm_bindgen(js_name = selectActor)]
    pub fn select_actor(&self, id: Option<String>) -> bool {
        let action = match (id, &self.article) {
            (None, _) => Some(ReaderAction::SelectionCleared),
            (Some(id), Ok(article)) => article.map.find(&id).map(ReaderAction::ActorSelected),
            _ => None,
        };
        let dispatch = self.dispatch.borrow().clone();
        match (action, dispatch) {
            (Some(action), Some(dispatch)) => {
                dispatch.emit(AppMessage::Chosen(action));
                true
            }
            _ => false,
        }
    }

    /// Leads the reader from the mention of this number, in the page, to its actor.
    pub fn follow(&self, mention: usize) {
        let dispatch = self.dispatch.borrow().clone();
        if let (Ok(article), Some(dispatch)) = (&self.article, dispatch)
            && let Some(actor) = article.mentions.0.get(mention)
        {
            dispatch.emit(AppMessage::MentionFollowed(*actor));
        }
    }

    /// Takes everything away.
    pub fn destroy(self) {
        if let Some(page) = self.page {
            page.clear();
        }
        if let Some(app) = self.shown {
            app.destroy();
        }
    }
}
