//! The comments and the form.
//!
//! | module | holds |
//! | --- | --- |
//! | [`state`] | what the section shows, and how that changes |
//! | [`list`] | the comments in the order in which they are read |
//! | [`form`] | the form that leaves a comment or answers one |
//! | [`field`] | a field of the form, with its label, hint and error |
//! | [`words`] | causes and phases as sentences |
//! | [`server`] | the comment server, asked by its description |

pub mod field;
pub mod form;
pub mod list;
pub mod server;
pub mod state;
pub mod words;

use std::rc::Rc;

use article_widget_browser::{address, console, focus, locale, task};
use article_widget_core::article::Article;
use article_widget_core::comments::backend::Subject;
use article_widget_core::comments::{Comment, CommentStatus, draft};
use article_widget_core::rich_text::plain_text;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::config::{CommentsConfig, Config};
use form::CommentForm;
use server::Server;
use state::{Action, SectionState, Stage};

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

/// The comment section: what readers have said, and the form to join them. Its
/// failures stay inside it.
#[component]
pub fn CommentSection(props: &CommentSectionProps) -> Html {
    let CommentSectionProps { article, config, host } = props;
    let state = use_reducer(SectionState::default);
    let section = use_node_ref();
    let focus_next = use_focus_next(&section);
    use_listing(&state, props);

    let words = &config.language.comments;
    let on_retry = {
        let (state, focus_next) = (state.clone(), focus_next.clone());
        Callback::from(move |_| {
            // The button goes away under the reader's finger.
            *focus_next.borrow_mut() = Some("comments-heading".into());
            state.dispatch(Action::Retried);
        })
    };
    let on_reply = {
        let state = state.clone();
        Callback::from(move |id| state.dispatch(Action::ReplyOpened(id)))
    };
    let form = |parent: Option<&Comment>| {
        let Stage::Ready { server, listing } = &state.stage else { return Html::default() };
        let parent = parent.cloned().map(Rc::new);
        let is_reply = parent.is_some();
        let reply_button = parent.as_ref().map(|parent| list::reply_button_id(&parent.id));
        let on_cancel = {
            let (state, focus_next) = (state.clone(), focus_next.clone());
            Callback::from(move |()| {
                *focus_next.borrow_mut() = reply_button.clone();
                state.dispatch(Action::ReplyClosed);
            })
        };
        let on_posted = {
            let (state, focus_next) = (state.clone(), focus_next.clone());
            Callback::from(move |comment: Comment| {
                // The form of an answer is gone: the reader goes on at what they said.
                if is_reply {
                    *focus_next.borrow_mut() = Some(list::element_id(&comment.id));
                }
                state.dispatch(Action::Posted { comment, is_reply });
            })
        };
        let answered = parent.as_ref().map(|parent| parent.id.as_str());
        // A draft belongs to its thread: another thread, another form.
        let key = draft::key(&server.subject.thread, answered);
        html! {
            <CommentForm
                {key}
                server={server.clone()}
                listing={listing.clone()}
                config={config.clone()}
                host={host.clone()}
                {parent} {on_cancel} {on_posted}
            />
        }
    };
    let content = match &state.stage {
        Stage::Loading => html! { <p class="quiet">{ words.loading }</p> },
        Stage::WrongDescription => html! { <p>{ config.language.errors.wrong_backend }</p> },
        Stage::Unreachable => html! {
            <div class="unreachable">
                <p>{ words.unreachable }</p>
                <button type="button" class="button" part="button" onclick={on_retry}>{ words.retry }</button>
            </div>
        },
        Stage::Ready { server, listing } => {
            let is_open = article.comments_open;
            let open_reply = Some(&on_reply).filter(|_| is_open && server.backend.takes_replies());
            html! {
                <>
                    if !is_open {
                        <p class="quiet">{ words.closed }</p>
                    } else {
                        if server.backend.in_this_browser {
                            <p class="quiet">{ words.local_only }</p>
                        }
                        { form(None) }
                    }
                    { list::comments(&listing.comments, config, open_reply, state.replying_to.as_deref(), &form) }
                </>
            }
        }
    };
    let is_loading = matches!(state.stage, Stage::Loading);
    let is_ready = matches!(state.stage, Stage::Ready { .. });
    html! {
        <section ref={section} class="comments" part="comments" id="comments" aria-labelledby="comments-heading">
            <div class="comments-head">
                <h2 id="comments-heading" tabindex="-1">{ words.heading }</h2>
                if let Some(count) = count(&state.stage, config) {
                    <p class="quiet">{ count }</p>
                }
            </div>
            // What became of an answer, whose form is gone with its own status.
            <p class="visually-hidden" role="status">
                { state.reply_posted.map(|status| words::posted(words, status)) }
            </p>
            <div aria-busy={is_loading.to_string()} aria-live={(!is_ready).then_some("polite")}>
                { content }
            </div>
        </section>
    }
}

/// How many comments there are; that there are none, the list says.
fn count(stage: &Stage, config: &Config) -> Option<String> {
    let Stage::Ready { listing, .. } = stage else { return None };
    let is_shown = |comment: &&Comment| comment.status != CommentStatus::Deleted;
    let shown = listing.comments.iter().filter(is_shown).count();
    let number = locale::number(&config.locale, shown);
    let words = config.language.comments.count;
    (shown > 0).then(|| words(locale::plural(&config.locale, shown), &number))
}

/// Where the focus goes once the next picture is drawn: an element's id.
type FocusNext = Rc<std::cell::RefCell<Option<String>>>;

#[hook]
fn use_focus_next(section: &NodeRef) -> FocusNext {
    let next: FocusNext = use_mut_ref(|| None);
    let (due, section) = (next.clone(), section.clone());
    use_effect(move || {
        if let (Some(id), Some(node)) = (due.take(), section.get()) {
            focus::to(&node, &id);
        }
    });
    next
}

/// Reads the server's description and lists the thread: at first, when the
/// server or the thread is another, and when the reader tries again. Gone with
/// the section.
#[hook]
fn use_listing(state: &UseReducerHandle<SectionState>, props: &CommentSectionProps) {
    let dispatcher = state.dispatcher();
    let article = props.article.clone();
    let asked = (props.config.comments.clone(), state.tries);
    use_effect_with(asked, move |(config, _)| {
        dispatcher.dispatch(Action::Asked);
        let work = config.clone().map(|config| {
            task::spawn(async move {
                let subject = subject(&article, &config);
                dispatcher.dispatch(load(config, subject).await);
            })
        });
        move || drop(work)
    });
}

async fn load(config: CommentsConfig, subject: Subject) -> Action {
    let server = match Server::read(config, subject).await {
        Ok(server) => Rc::new(server),
        Err(server::Unusable::NoAnswer) => return Action::Unreachable,
        Err(server::Unusable::Wrong(message)) => {
            console::warn(&message);
            return Action::DescriptionRefused;
        }
    };
    match server.list().await {
        Some(listing) => Action::Listed(server, Rc::new(listing)),
        None => Action::Unreachable,
    }
}

/// The article in the words of its comment server.
fn subject(article: &Article, config: &CommentsConfig) -> Subject {
    let own = article.url.as_ref().and_then(|url| address::absolute(url.as_str()));
    Subject {
        thread: config.thread.clone(),
        title: plain_text(&article.title),
        url: own.or_else(address::page).unwrap_or_default(),
    }
}
