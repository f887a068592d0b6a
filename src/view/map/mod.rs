//! The actor map in the page: heading, picture or tables, legend, and the panel
//! of the selected actor.
//!
//! | module | holds |
//! | --- | --- |
//! | [`space`] | how much room there is: a hook |
//! | [`picture`] | names in lines and places for everything: the expensive part |
//! | [`network`](mod@network), [`shape`], [`line`](mod@line), [`path`] | the picture as SVG |
//! | [`table`] | the same data as tables |
//! | [`panel`](mod@panel) | the selected actor |
//! | [`legend`] | what shapes and lines mean |
//! | [`interaction`], [`keyboard`] | what presses and keys do, and where the focus goes |
//! | [`words`] | what is said of actors, relations and periods |
//!
//! All views read one [`ReaderState`] and change it by [`ReaderAction`]s. A
//! further view is a sibling of [`network`](mod@network), and a variant of [`MapView`].

mod interaction;
mod keyboard;
mod legend;
mod line;
mod network;
mod panel;
mod path;
mod picture;
mod shape;
mod space;
mod table;
mod words;

use std::rc::Rc;

use article_widget_core::article::Article;
use article_widget_core::map::{Actor, ActorIndex};
use yew::prelude::*;

use crate::config::{Config, MapView};
use crate::state::{ReaderAction, ReaderState};
use interaction::{Hands, use_actor_in_sight, use_tab_stop};
use network::{NetworkState, network};
use panel::{PanelActions, panel};
use picture::{Picture, PictureKey};
use space::use_space;
use words::Words;

const TITLE_ID: &str = "map-title";

/// The map of an article, and what the reader has chosen.
#[derive(Clone, Properties)]
pub struct MapSectionProps {
    /// The article.
    pub article: Rc<Article>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// The selection and the view, which the text shares.
    pub state: UseReducerHandle<ReaderState>,
}

impl PartialEq for MapSectionProps {
    fn eq(&self, other: &Self) -> bool {
        // An article is never changed, only replaced.
        Rc::ptr_eq(&self.article, &other.article)
            && self.config == other.config
            && self.state == other.state
    }
}

/// The actor map. Without actors it is nothing at all.
///
/// Elements with `data-actor` select the actor of that index when they are
/// pressed; those that are toggles (`aria-pressed`) clear the selection the
/// second time.
#[component]
pub fn MapSection(props: &MapSectionProps) -> Html {
    let MapSectionProps { article, config, state } = props;
    let map = &article.map;
    let selected = state.selected.filter(|actor| actor.0 < map.actors.len());
    let section = use_node_ref();
    let main = use_node_ref();
    let space = use_space(&main);
    let picture = use_memo(PictureKey { article: article.clone(), space }, |key| {
        key.space.map(|space| Picture::new(&key.article.map, space))
    });
    let tab_stop = use_tab_stop(selected);
    use_actor_in_sight(selected, &section, article);
    let words = Words::of(config);
    let announcement = use_announcement(selected, article, words);
    if map.is_empty() || state.map_view == MapView::None {
        return Html::default();
    }
    let hands = Hands {
        article: article.clone(),
        state: state.clone(),
        section: section.clone(),
        tab_stop: tab_stop.clone(),
    };
    let shows_table = state.map_view == MapView::Table;
    let network_state = NetworkState {
        selected,
        tab_stop: ActorIndex(tab_stop.0.min(map.actors.len() - 1)),
        onkeydown: hands.onkeydown(picture.clone()),
    };
    html! {
        <section
            ref={section}
            id="map"
            part="map"
            class="map"
            aria-labelledby={TITLE_ID}
            onclick={hands.onclick()}
            onkeydown={hands.onescape()}
        >
            <header class="map-header">
                <div>
                    <h2 id={TITLE_ID}>{ words.map().title }</h2>
                    <p class="map-quiet">
                        { words.count(words.map().actors, map.actors.len()) }
                        { " · " }
                        { words.count(words.map().relations, map.relations.len()) }
                    </p>
                </div>
                { view_switch(state, words) }
            </header>
            <div class={classes!("map-body", selected.map(|_| "with-panel"))}>
                <div ref={main} class="map-main">
                    if let (false, Some(picture)) = (shows_table, &*picture) {
                        { network(map, picture, &network_state, words) }
                    }
                    { table::tables(map, selected, shows_table, words) }
                </div>
                if let Some(actor) = selected {
                    { panel(article, actor, &panel_actions(&hands), words) }
                }
                <div class="map-key">
                    { legend::legend(map, words) }
                    if !shows_table {
                        <p class="map-hint map-quiet">{ words.map().keyboard_hint }</p>
                    }
                </div>
            </div>
            <p class="visually-hidden" role="status">{ announcement }</p>
        </section>
    }
}

fn panel_actions(hands: &Hands) -> PanelActions {
    let (leaving, following) = (hands.clone(), hands.clone());
    PanelActions {
        onclose: Callback::from(move |_| leaving.leave()),
        onmention: Callback::from(move |number| following.follow_mention(number)),
    }
}

fn view_switch(state: &UseReducerHandle<ReaderState>, words: Words<'_>) -> Html {
    let views = [(MapView::Network, words.map().network), (MapView::Table, words.map().table)];
    let buttons = views.map(|(view, name)| {
        let dispatcher = state.dispatcher();
        let onclick = move |_| dispatcher.dispatch(ReaderAction::MapViewChosen(view));
        html! {
            <button
                class="map-view"
                part="button"
                type="button"
                aria-pressed={toggle_state(state.map_view == view)}
                {onclick}
            >
                { name }
            </button>
        }
    });
    html! {
        <div class="map-views" role="group" aria-label={words.map().views}>{ for buttons }</div>
    }
}

/// What a screen reader is told when the selection changes, and nothing before.
#[hook]
fn use_announcement(selected: Option<ActorIndex>, article: &Article, words: Words<'_>) -> String {
    let has_spoken = use_mut_ref(|| false);
    match selected {
        Some(actor) => {
            *has_spoken.borrow_mut() = true;
            (words.map().selected)(&words.actor(&article.map, actor))
        }
        None if *has_spoken.borrow() => words.map().deselected.into(),
        None => String::new(),
    }
}

/// The `id` of an actor's element in the shadow root.
fn actor_element_id(actor: &Actor) -> String {
    ["actor-", &actor.id].concat()
}

/// The value of `aria-pressed`.
fn toggle_state(is_on: bool) -> &'static str {
    if is_on { "true" } else { "false" }
}
