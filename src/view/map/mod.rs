//! The actor map: the network, the table, an actor's panel.

use std::rc::Rc;

use article_widget_core::article::Article;
use yew::prelude::*;

use crate::config::Config;
use crate::state::ReaderState;

/// What the actor map shows.
#[derive(Clone, Properties)]
pub struct MapSectionProps {
    /// The article whose actors they are.
    pub article: Rc<Article>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// What the reader has chosen.
    pub state: UseReducerHandle<ReaderState>,
}

impl PartialEq for MapSectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && self.config == other.config
            && self.state == other.state
    }
}

/// The actor map.
#[component]
pub fn MapSection(_props: &MapSectionProps) -> Html {
    Html::default()
}
