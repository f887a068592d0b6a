//! The comments and the form.
//!
//! | module | holds |
//! | --- | --- |
//! | [`section`] | what the section knows, and what happens in it |
//! | [`list`] | the comments in the order in which they are read |
//! | [`form`] | the form that leaves a comment or answers one |
//! | [`field`] | a field of the form, with its label, hint and error |
//! | [`words`] | causes and phases as sentences |
//! | [`server`] | the comment server, asked by its description |

pub mod field;
pub mod form;
pub mod list;
pub mod section;
pub mod server;
pub mod words;

use std::rc::Rc;

use article_widget_browser::listener::Listener;
use article_widget_browser::{focus, locale};
use article_widget_core::article::Article;
use article_widget_core::comments::CommentStatus;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::config::Config;
use crate::element::element;
use section::{Section, Stage, State};

/// What the comment section shows.
#[derive(Clone, Properties)]
pub struct CommentSectionProps {
    /// The article that is commented on.
    pub article: Rc<Article>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// The custom element, which is told what happens.
    pub host: HtmlElement,
}

impl PartialEq for CommentSectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article) && self.config == other.config
    }
}

/// The comment section: what readers have said, and the form to join them. Its
/// failures stay inside it.
pub struct CommentSection {
    section: Rc<Section>,
    root: NodeRef,
    listener: Option<Listener>,
}

impl Component for CommentSection {
    type Message = ();
    type Properties = CommentSectionProps;

    fn create(context: &Context<Self>) -> Self {
        let section = Section::begin(context.props().clone(), context.link().clone());
        CommentSection { section, root: NodeRef::default(), listener: None }
    }

    fn changed(&mut self, context: &Context<Self>, old: &CommentSectionProps) -> bool {
        if context.props().config.comments == old.config.comments {
            self.section.state.borrow_mut().props = context.props().clone();
        } else {
            let link = context.link().clone();
            self.section = Section::begin(context.props().clone(), link);
            self.listen();
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = self.section.state.borrow();
        let words = &state.props.config.language.comments;
        let mut head = element("div").fixed("class", "comments-head").with(
            element("h2")
                .key("heading")
                .fixed("id", "comments-heading")
                .fixed("tabindex", "-1")
                .text(words.heading),
        );
        if let Some(count) = count(&state) {
            head = head.with(element("p").key("count").fixed("class", "quiet").text(&count));
        }
        // What became of an answer, whose form is gone with its own status.
        let posted = state.reply_posted.map_or("", |status| words::posted(words, status));
        let is_ready = state.stage == Stage::Ready;
        let is_loading = state.stage == Stage::Loading;
        element("section")
            .node_ref(&self.root)
            .fixed("class", "comments")
            .fixed("part", "comments")
            .fixed("id", "comments")
            .fixed("aria-labelledby", "comments-heading")
            .with(head)
            .with(
                element("p").fixed("class", "visually-hidden").fixed("role", "status").text(posted),
            )
            .with(
                element("div")
                    .fixed("aria-busy", if is_loading { "true" } else { "false" })
                    .maybe("aria-live", (!is_ready).then_some("polite"))
                    .child(content(&state)),
            )
            .html()
    }

    fn rendered(&mut self, _: &Context<Self>, first_render: bool) {
        if first_render {
            self.listen();
        }
        let due = self.section.state.borrow_mut().focus_next.take();
        if let (Some(id), Some(node)) = (due, self.root.get()) {
            focus::to(&node, &id);
        }
    }
}

impl CommentSection {
    /// Has the section of now hear what happens in the picture.
    fn listen(&mut self) {
        let Some(root) = self.root.get() else { return };
        let section = self.section.clone();
        let kinds = &["input", "focusin", "submit", "click"];
        self.listener = Some(Listener::new(root, kinds, move |event| section.happened(&event)));
    }
}

fn content(state: &State) -> Html {
    let config = &state.props.config;
    let words = &config.language.comments;
    match state.stage {
        Stage::Loading => return quiet(words.loading),
        Stage::WrongDescription => {
            return element("p").text(config.language.errors.wrong_backend).html();
        }
        Stage::Unreachable => {
            let retry = form::button("button", "retry").text(words.retry);
            return element("div")
                .fixed("class", "unreachable")
                .with(element("p").text(words.unreachable))
                .with(retry)
                .html();
        }
        Stage::Ready => {}
    }
    let is_open = state.props.article.comments_open;
    let (note, form) = if !is_open {
        (quiet(words.closed), Html::default())
    } else if state.backend.is_in_this_browser() {
        (quiet(words.local_only), form::form(state, None))
    } else {
        (Html::default(), form::form(state, None))
    };
    element("div").child(note).child(form).child(list::comments(state)).html()
}

/// A line beside the matter.
fn quiet(words: &str) -> Html {
    element("p").fixed("class", "quiet").text(words).html()
}

/// How many comments there are; that there are none, the list says.
fn count(state: &State) -> Option<String> {
    let config = &state.props.config;
    let mut shown = 0;
    for comment in &state.listing.comments {
        shown += usize::from(comment.status != CommentStatus::Deleted);
    }
    let words = config.language.comments.count;
    (shown > 0).then(|| locale::counted(&config.locale, words, shown))
}
