//! The comments and the form.
//!
//! | module | holds |
//! | --- | --- |
//! | [`mod@section`] | what the section knows, and what happens in it |
//! | [`loading`] | how the section comes to know its server |
//! | [`deed`] | what the reader does |
//! | [`later`] | all that is not reading: its code comes when a reader begins to write |
//! | [`reading`] | how the reader goes through the comments |
//! | [`outbox`] | what is on its way to the server |
//! | [`owner`] | who drives that: of all pages one |
//! | [`change`] | what a reader changes of comments that are there |
//! | [`list`], [`comment`] | the comments in the order in which they are read |
//! | [`form`], [`field`] | the form that leaves a comment, answers or changes one |
//! | [`words`] | causes and states as sentences |
//! | [`reader`] | who the reader is |
//! | [`server`] | the comment server, asked over the network or in this browser |

pub mod change;
pub mod comment;
pub mod deed;
pub mod field;
pub mod form;
pub mod later;
pub mod list;
pub mod loading;
pub mod outbox;
pub mod owner;
pub mod reader;
pub mod reading;
pub mod section;
pub mod server;
pub mod words;

use std::rc::Rc;

use article_widget_browser::listener::Listener;
use article_widget_browser::{focus, page};
use article_widget_core::article::Article;
use article_widget_core::comments::CommentStatus;
use article_widget_core::comments::backend::Operation;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::config::Config;
use crate::element::{Element, element, nothing};
use crate::rich_text::link;
use deed::Deed;
use section::{Message, Stage, State};

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
    state: State,
    root: NodeRef,
    /// What is listened to in the section, and in the page around it.
    listeners: Vec<Listener>,
}

impl Component for CommentSection {
    type Message = Message;
    type Properties = CommentSectionProps;

    fn create(context: &Context<Self>) -> Self {
        CommentSection { state: begin(context), root: NodeRef::default(), listeners: Vec::new() }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        self.state.take_in(message)
    }

    fn changed(&mut self, context: &Context<Self>, old: &CommentSectionProps) -> bool {
        if context.props().config.comments == old.config.comments {
            self.state.props = context.props().clone();
        } else {
            self.state = begin(context);
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        section(&self.state).node_ref(&self.root).html()
    }

    fn rendered(&mut self, context: &Context<Self>, first_render: bool) {
        let Some(root) = self.root.get() else { return };
        if let Some(id) = self.state.focus_next.take() {
            focus::to(&root, &id);
        }
        if first_render {
            let section = context.link().clone();
            self.listeners.push(Listener::new(root, deed::KINDS, move |event| {
                if let Some(deed) = Deed::read(&event) {
                    section.send_message(Message::Deed(deed));
                }
            }));
            let section = context.link().clone();
            self.listeners.push(page::listen(move |event| {
                section.send_message(Message::PageChanged(event.type_()));
            }));
        }
    }
}

#[inline(never)]
fn begin(context: &Context<CommentSection>) -> State {
    State::begin(context.props().clone(), context.link().clone())
}

#[inline(never)]
fn section(state: &State) -> Element {
    let words = &state.props.config.language.comments;
    let mut head = element("div;class=comments-head")
        .with(element("h2;id=comments-heading;tabindex=-1").key("heading").text(words.heading));
    let count = count(state);
    if !count.is_empty() {
        head = head.with(element("p;class=quiet").key("count").text(&count));
    }
    let mut main = element("div").child(content(state));
    if state.stage != Stage::Ready {
        main = main.fixed("aria-live", "polite");
    }
    if state.stage == Stage::Loading {
        main = main.fixed("aria-busy", "true");
    }
    element("section;class=comments;part=comments;id=comments;aria-labelledby=comments-heading")
        .with(head)
        .say("p;class=visually-hidden;role=status", &state.said)
        .with(main)
}

fn content(state: &State) -> Html {
    let config = &state.props.config;
    let words = &config.language.comments;
    match state.stage {
        Stage::Loading => return quiet(words.loading),
        Stage::WrongDescription => return quiet(config.language.errors.wrong_backend),
        Stage::Unreachable => {
            return element("div;class=unreachable")
                .say("p", words.unreachable)
                .with(form::button("retry").text(words.retry))
                .html();
        }
        Stage::Ready => {}
    }
    let backend = &state.backend;
    let (mut note, mut form) = (nothing(), nothing());
    if !state.props.article.comments_open {
        note = quiet(words.closed);
    } else if !backend.can(Operation::Create) {
        if let Some(address) = backend.elsewhere() {
            let words = words::about(words.elsewhere, backend.name());
            note = element("p").with(link(&address, "noopener").text(&words)).html();
        }
    } else {
        if backend.is_in_this_browser() {
            note = quiet(words.local_only);
        }
        form = form::form(state, form::MAIN, words.leave);
    }
    element("div").child(note).child(form).child(list::comments(state)).html()
}

/// A line beside the matter.
fn quiet(words: &str) -> Html {
    element("p;class=quiet").text(words).html()
}

/// How many comments there are; that there are none, the list says.
fn count(state: &State) -> String {
    let mut shown = 0;
    for comment in &state.listing.comments {
        let is_there = comment.status == CommentStatus::Published;
        shown += usize::from(is_there);
    }
    let config = &state.props.config;
    match state.listing.total.unwrap_or(0).max(shown) {
        0 => String::new(),
        count => words::counted(config.language.comments.count, count, config),
    }
}
