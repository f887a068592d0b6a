//! The whole widget, and the state that its parts share.

use std::rc::Rc;

use article_widget_browser::in_page::Page;
use article_widget_browser::listener::Listener;
use article_widget_browser::window::window;
use article_widget_browser::{event, focus, fragment};
use article_widget_core::article::Article;
use article_widget_core::digits;
use article_widget_core::map::ActorIndex;
use article_widget_core::map::link::Link;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[cfg(feature = "comments")]
use crate::comments::CommentSection;
use crate::config::{Config, MapView};
use crate::element::{element, nothing};
use crate::map::{Gesture, MapMessage, MapSection};
use crate::parts::{Parts, Wait};
use crate::state::{ReaderAction, ReaderState};

/// What the widget shows, and whom it tells.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The custom element.
    pub host: HtmlElement,
    /// The article.
    pub article: Rc<Article>,
    /// The page, where the article is its own.
    #[prop_or_default]
    pub page: Option<Page>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// Is given, once, the way to act from outside.
    pub connect: Callback<Callback<AppMessage>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        // An article is never changed, only replaced.
        Rc::ptr_eq(&self.article, &other.article) && self.config == other.config
    }
}

/// What has happened to the whole.
pub enum AppMessage {
    /// The reader, or the page, has chosen something.
    Chosen(ReaderAction),
    /// The reader went back or forward in the browser's history.
    Travelled,
    /// Something has happened in the map.
    Map(MapMessage),
    /// The reader wants to see the actor of a mention.
    MentionFollowed(ActorIndex),
    /// There is time for the next part.
    Rested,
}

/// The whole widget.
pub struct App {
    state: ReaderState,
    map: MapSection,
    mount: NodeRef,
    /// The selection that the page was last told of.
    told: Option<ActorIndex>,
    /// Whether the reader is on the way from a mention to the actor's panel,
    /// which is there only once it has been drawn.
    leads_to_panel: bool,
    parts: Parts,
    /// The lower end of the article, while it is alone.
    end: NodeRef,
    /// While there is more to come.
    wait: Option<Wait>,
    listeners: Option<[Listener; 2]>,
    /// What the page's address says of the state; nothing while there is no map.
    linked: Option<ReaderState>,
}

impl Component for App {
    type Message = AppMessage;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        props.connect.emit(context.link().callback(|message| message));
        let mut app = App {
            state: ReaderState::new(props.config.map_view),
            map: MapSection::default(),
            mount: NodeRef::default(),
            told: None,
            leads_to_panel: false,
            parts: Parts::Article,
            end: NodeRef::default(),
            wait: None,
            listeners: None,
            linked: None,
        };
        app.follow(context);
        app
    }

    fn update(&mut self, context: &Context<Self>, message: AppMessage) -> bool {
        let action = match message {
            AppMessage::Chosen(action) => Some(action),
            AppMessage::Travelled => {
                self.linked = None;
                None
            }
            AppMessage::Map(MapMessage::Acted(Gesture::MentionSought(number)))
                if let Some(page) = &context.props().page =>
            {
                page.lead(number);
                None
            }
            AppMessage::Map(message) => {
                let is_work = matches!(message, MapMessage::Rested);
                let action = self.map.take(&context.props().article, self.state, message);
                if is_work && self.map.is_at_work() {
                    return false;
                }
                action
            }
            AppMessage::Rested => {
                self.wait = None;
                self.parts = self.parts.next();
                None
            }
            AppMessage::MentionFollowed(actor) => {
                self.leads_to_panel = true;
                Some(ReaderAction::ActorSelected(actor))
            }
        };
        if let Some(action) = action {
            // Whoever asks for an actor asks for the map.
            self.parts = Parts::All;
            self.state = self.state.after(action, &context.props().article.map);
        }
        self.follow(context);
        true
    }

    fn changed(&mut self, context: &Context<Self>, old: &AppProps) -> bool {
        let props = context.props();
        // The attribute `map` may change later.
        if props.config.map_view != old.config.map_view {
            self.state.map_view = props.config.map_view;
            if let Some(linked) = &mut self.linked {
                linked.map_view = props.config.map_view;
            }
        }
        self.follow(context);
        if !Rc::ptr_eq(&props.article, &old.article) {
            self.map.renew(&props.article, self.state.map_view);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { host, article, config, .. } = context.props();
        let mut parts = element("div")
            .node_ref(&self.mount)
            .class("parts")
            .class_if("coming", self.parts < Parts::All)
            .attr("lang", &config.locale)
            .fixed("dir", config.language.direction.as_str());
        // Each has its place, whether it is there or not.
        parts = parts.child(if config.is_in_page {
            nothing()
        } else {
            crate::article::article(article, config, self.state)
        });
        parts = parts.child(if self.parts == Parts::Article {
            element("div").node_ref(&self.end).html()
        } else {
            nothing()
        });
        let has_map = config.map_view != MapView::None && !article.map.is_empty();
        parts = parts.child(if has_map && self.parts > Parts::Article {
            self.map.view(article, config, self.state).html()
        } else {
            nothing()
        });
        #[cfg(feature = "comments")]
        {
            parts = parts.child(if config.comments.is_some() && self.parts == Parts::All {
                let (article, config, host) = (article.clone(), config.clone(), host.clone());
                html! { <CommentSection {article} {config} {host} /> }
            } else {
                nothing()
            });
        }
        parts.html()
    }

    fn rendered(&mut self, context: &Context<Self>, first_render: bool) {
        if first_render && let Some(mount) = self.mount.get() {
            let link = context.link().clone();
            let clicks = Listener::new(mount, &["click"], move |event| {
                if let Some(actor) = followed(&event) {
                    link.send_message(AppMessage::MentionFollowed(actor));
                }
            });
            let link = context.link().clone();
            let travels = Listener::new(window(), &["popstate"], move |_| {
                link.send_message(AppMessage::Travelled);
            });
            self.listeners = Some([clicks, travels]);
        }
        let props = context.props();
        if self.parts < Parts::All && self.wait.is_none() {
            let is_in_page = props.config.is_in_page;
            self.wait = Some(Wait::after(self.parts, &self.end, is_in_page, context.link()));
        }
        let on_message = context.link().callback(AppMessage::Map);
        self.map.rendered(&props.article, &props.config, self.state, on_message);
        self.write_link(&props.article, &props.config);
        if self.told != self.state.selected {
            self.told = self.state.selected;
            if let Some(page) = &props.page {
                page.select(&mentions_of(&props.article, self.told));
            }
            tell_of_selection(&props.host, &props.article, self.told);
        }
        if self.leads_to_panel
            && let Some(mount) = self.mount.get()
            && (self.state.selected.is_none() || focus::to(&mount, "actor-panel"))
        {
            self.leads_to_panel = false;
        }
    }
}

impl App {
    /// Keeps to the actors that there are, and tells the map whom to show.
    fn follow(&mut self, context: &Context<Self>) {
        let AppProps { article, config, .. } = context.props();
        let actors = article.map.actors.len();
        if self.linked.is_none() && actors > 0 {
            let link = Link::read(&fragment::read());
            self.state = ReaderState::linked(&link, &article.map, config.map_view);
            self.linked = Some(self.state);
        }
        self.state.selected = self.state.selected.filter(|actor| actor.0 < actors);
        self.map.follow(article, self.state);
    }

    /// Lets the page's address lead to the present state. A selection or another
    /// view is a step that the back button undoes; moving through time is not,
    /// for it has many steps.
    fn write_link(&mut self, article: &Article, config: &Config) {
        let Some(linked) = self.linked.filter(|linked| *linked != self.state) else { return };
        self.linked = Some(self.state);
        let is_step = ReaderState { at: self.state.at, ..linked } != self.state;
        let link = self.state.link(&article.map, config.map_view);
        let page = Link::read(&fragment::read()).page;
        fragment::write(&Link { page, ..link }.write(), is_step);
    }
}

/// The actor to whom a click on a mention leads.
fn followed(event: &Event) -> Option<ActorIndex> {
    let target: Element = event.target()?.unchecked_into();
    let mention = target.closest("a[data-actor]").ok()??;
    let click: &MouseEvent = event.unchecked_ref();
    // Opening in a new tab stays the browser's business.
    if click.ctrl_key() || click.meta_key() || click.shift_key() {
        return None;
    }
    event.prevent_default();
    let actor = digits::number(&mention.get_attribute("data-actor")?)?;
    Some(ActorIndex(actor as usize))
}

/// The numbers of the mentions of an actor.
fn mentions_of(article: &Article, actor: Option<ActorIndex>) -> Vec<u32> {
    let mut numbers = Vec::new();
    if let Some(actor) = actor {
        for number in article.mentions.of(actor) {
            numbers.push(number as u32);
        }
    }
    numbers
}

/// Tells the host page which actor is selected.
fn tell_of_selection(host: &HtmlElement, article: &Article, selected: Option<ActorIndex>) {
    let actor = selected.map(|index| article.map.actor(index));
    let detail = match actor {
        Some(actor) => vec![("id", (&*actor.id).into()), ("name", (&*actor.name).into())],
        None => vec![("id", JsValue::NULL)],
    };
    event::emit(host, "actor-select", &detail, false);
}
