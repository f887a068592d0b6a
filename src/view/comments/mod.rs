//! The comments and the form.

use std::rc::Rc;

use article_widget_core::article::Article;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::config::Config;

/// What the comment section shows.
#[derive(Clone, Properties)]
pub struct CommentSectionProps {
    /// The article that is commented on.
    pub article: Rc<Article>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// The custom element.
    pub host: HtmlElement,
}

impl PartialEq for CommentSectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article) && self.config == other.config
    }
}

/// The comment section.
#[component]
pub fn CommentSection(_props: &CommentSectionProps) -> Html {
    Html::default()
}
