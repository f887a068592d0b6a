//! The whole widget, and the state that its parts share.

use std::rc::Rc;

use article_widget_browser::{event, focus};
use article_widget_core::article::Article;
use article_widget_core::json::Json;
use article_widget_core::map::ActorIndex;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::article::article;
use crate::comments::CommentSection;
use crate::config::{Config, MapView};
use crate::map::MapSection;
use crate::state::{ReaderAction, ReaderState};

/// What the widget shows, and whom it tells.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The custom element.
    pub host: HtmlElement,
    /// The article.
    pub article: Rc<Article>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// Is given, once, the way to act from outside.
    pub connect: Callback<Callback<ReaderAction>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        // An article is never changed, only replaced.
        Rc::ptr_eq(&self.article, &other.article) && self.config == other.config
    }
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let first_view = props.config.map_view;
    let state = use_reducer(|| ReaderState { selected: None, map_view: first_view });
    let mount = use_node_ref();
    use_connection(&state, &props.connect);
    use_first_view(&state, first_view);
    use_selection_event(&state, props);

    let follow_mention = use_follow_mention(&state, &mount);
    let (article_data, config) = (&props.article, &props.config);
    let shows_map = config.map_view != MapView::None && !article_data.map.is_empty();
    html! {
        <div ref={mount} class="parts" lang={config.locale.clone()} dir={config.language.direction.as_str()}>
            if !config.is_in_page {
                { article(article_data, config, state.selected, &follow_mention) }
            }
            if shows_map {
                <MapSection article={article_data.clone()} config={config.clone()} state={state.clone()} />
            }
            if config.comments.is_some() {
                <CommentSection article={article_data.clone()} config={config.clone()} host={props.host.clone()} />
            }
        </div>
    }
}

/// Gives `connect` the way to act from outside, once.
#[hook]
fn use_connection(
    state: &UseReducerHandle<ReaderState>,
    connect: &Callback<Callback<ReaderAction>>,
) {
    let dispatcher = state.dispatcher();
    let connect = connect.clone();
    use_effect_with((), move |()| {
        connect.emit(Callback::from(move |action| dispatcher.dispatch(action)));
    });
}

/// Follows the attribute `map` when it changes later.
#[hook]
fn use_first_view(state: &UseReducerHandle<ReaderState>, first_view: MapView) {
    let dispatcher = state.dispatcher();
    use_effect_with(first_view, move |view| {
        dispatcher.dispatch(ReaderAction::MapViewChosen(*view));
    });
}

/// Tells the host page which actor is selected, whenever that changes.
#[hook]
fn use_selection_event(state: &UseReducerHandle<ReaderState>, props: &AppProps) {
    let (host, article) = (props.host.clone(), props.article.clone());
    let told = use_mut_ref(|| None);
    use_effect_with(state.selected, move |selected| {
        if *told.borrow() == *selected {
            return;
        }
        *told.borrow_mut() = *selected;
        let detail = match selected {
            Some(index) => {
                let actor = article.map.actor(*index);
                vec![
                    ("id".to_owned(), Json::Text(actor.id.clone())),
                    ("name".to_owned(), Json::Text(actor.name.clone())),
                ]
            }
            None => vec![("id".to_owned(), Json::Null)],
        };
        event::emit(&host, "actor-select", &Json::Object(detail), false);
    });
}

/// Selects the actor of a mention and leads the reader to its panel.
#[hook]
fn use_follow_mention(
    state: &UseReducerHandle<ReaderState>,
    mount: &NodeRef,
) -> Callback<ActorIndex> {
    let is_due = use_mut_ref(|| false);
    let lead_to_panel = {
        let (is_due, mount) = (is_due.clone(), mount.clone());
        move || {
            if let Some(node) = mount.get().filter(|_| is_due.take()) {
                focus::to(&node, "actor-panel");
            }
        }
    };
    {
        // A panel is there only once its selection has been drawn.
        let lead_to_panel = lead_to_panel.clone();
        use_effect_with(state.selected, move |_| lead_to_panel());
    }
    let state = state.clone();
    Callback::from(move |actor| {
        *is_due.borrow_mut() = true;
        if state.selected == Some(actor) {
            lead_to_panel();
        } else {
            state.dispatch(ReaderAction::ActorSelected(actor));
        }
    })
}
