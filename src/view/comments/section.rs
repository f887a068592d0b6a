//! What the comment section knows, and what happens in it.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget_browser::fetch::Sent;
use article_widget_browser::{console, event, locale};
use article_widget_core::comments::backend::{
    Backend, Listing, Operation, Page, Sort, Subject, Values,
};
use article_widget_core::comments::form::Field;
use article_widget_core::comments::sending::{Effect, Event, find_sent};
use article_widget_core::comments::{Comment, CommentStatus};
use article_widget_core::http::{Answer, NoAnswer, Request};
use article_widget_core::json::Json;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::html::Scope;

use super::form::{self, Form};
use super::server::{self, Purpose};
use super::{CommentSection, CommentSectionProps, list};
use crate::config::CommentsConfig;

/// One thread of one server. It outlives its pictures: clicks that come faster
/// than pictures are drawn all see the same one.
pub struct Section {
    /// What is shown, and what is not seen of it.
    pub state: RefCell<State>,
    /// The requests under way, which end with the section.
    pub requests: RefCell<Vec<Sent>>,
    config: CommentsConfig,
    picture: Scope<CommentSection>,
}

/// What the section shows, and what is not seen of it.
pub struct State {
    /// What the app has given.
    pub props: CommentSectionProps,
    /// How far the comments have come.
    pub stage: Stage,
    /// How the server is asked.
    pub backend: Backend,
    /// What is commented on.
    pub subject: Subject,
    /// The comments, and what the server wants of a form.
    pub listing: Listing,
    /// What is being written, shown or on its way.
    pub forms: Vec<Form>,
    /// The `id` of the comment whose answer is written.
    pub replying_to: Option<String>,
    /// What became of the last answer.
    pub reply_posted: Option<CommentStatus>,
    /// Where the focus goes once the next picture is drawn: an element's id.
    pub focus_next: Option<String>,
}

/// How far the comments have come.
#[derive(Clone, Copy, PartialEq)]
pub enum Stage {
    /// They are on their way.
    Loading,
    /// The server's description can't be used.
    WrongDescription,
    /// The server does not answer, or not with a list.
    Unreachable,
    /// They are there.
    Ready,
}

impl State {
    /// Where in `forms` that is what answers this comment, or the article; what
    /// was kept of it is read when it is not there yet.
    fn form(&mut self, parent: Option<&str>) -> usize {
        let known = self.forms.iter().position(|form| form.parent() == parent);
        known.unwrap_or_else(|| {
            self.forms.push(Form::read(&self.subject.thread, parent));
            self.forms.len() - 1
        })
    }

    fn read_list(&self, answer: Result<Answer, NoAnswer>) -> Option<Listing> {
        self.backend.read_list(Operation::List, &answer.ok()?, &Page::default())
    }

    /// The reader does not want to answer any more. What is on its way is still
    /// waited for.
    fn close_reply(&mut self) {
        self.replying_to = None;
        self.forms.retain(|form| form.parent().is_none() || form.sending.is_busy());
    }

    /// The server has what was written in a form.
    fn posted(&mut self, index: usize, comment: Comment) {
        let answered = self.forms[index].parent();
        if answered.is_some() {
            if self.replying_to.as_deref() == answered {
                // The form of an answer goes: the reader goes on at what they said.
                self.replying_to = None;
                self.focus_next = Some(list::element_id(&comment.id));
            }
            self.reply_posted = Some(comment.status);
            self.forms.swap_remove(index);
        }
        // It may have been listed already, when it arrived unheard.
        self.listing.comments.retain(|known| known.id != comment.id);
        self.listing.comments.push(comment);
    }
}

impl Section {
    /// A section without comments yet, whose server is asked for them.
    pub fn begin(props: CommentSectionProps, picture: Scope<CommentSection>) -> Rc<Self> {
        let config = props.config.comments.clone().unwrap_or_default();
        let section = Rc::new(Section {
            state: RefCell::new(State {
                subject: server::subject(&props.article, &config),
                props,
                stage: Stage::Loading,
                backend: Backend::default(),
                listing: Listing::default(),
                forms: Vec::new(),
                replying_to: None,
                reply_posted: None,
                focus_next: None,
            }),
            requests: RefCell::default(),
            config,
            picture,
        });
        server::ask(&section, &server::description(&section.config), Purpose::Description);
        section
    }

    /// An event has come up to the section.
    pub fn happened(self: &Rc<Self>, event: &web_sys::Event) {
        let Some(target) = event.target() else { return };
        let target: &Element = target.unchecked_ref();
        let form = target.closest("form").ok().flatten();
        let form_id = form.map(|form| form.id()).unwrap_or_default();
        let parent = form_id.strip_prefix("form-");
        let name = target.get_attribute("name").unwrap_or_default();
        let mut state = self.state.borrow_mut();
        match (event.type_().as_str(), name.as_str()) {
            ("submit", _) => {
                event.prevent_default();
                drop(state);
                self.submit(parent);
            }
            ("input", name) => {
                let Some(field) = Field::from_key(name) else { return };
                // A text area has its value under the same name.
                let value = target.unchecked_ref::<HtmlInputElement>().value();
                let index = state.form(parent);
                let is_drawn = state.forms[index].edited(field, value);
                state.forms[index].keep(&self.config.thread);
                if !is_drawn {
                    return;
                }
            }
            ("focusin", "text") => {
                let index = state.form(parent);
                if core::mem::replace(&mut state.forms[index].is_open, true) {
                    return;
                }
            }
            ("click", "reply") => {
                let parent = target.get_attribute("value").unwrap_or_default();
                state.close_reply();
                state.form(Some(&parent));
                // Who opens the form of an answer wants to write.
                state.focus_next = Some(form::field_id(Some(&parent), Field::Text));
                state.replying_to = Some(parent);
                state.reply_posted = None;
            }
            ("click", "cancel") => {
                state.focus_next = parent.map(list::reply_button_id);
                state.close_reply();
            }
            ("click", "retry") => {
                // The button goes away under the reader's finger.
                state.focus_next = Some("comments-heading".into());
                state.stage = Stage::Loading;
                drop(state);
                server::ask(self, &server::description(&self.config), Purpose::Description);
            }
            _ => return,
        }
        self.draw();
    }

    /// What was asked for has come, or will not.
    pub fn answered(self: &Rc<Self>, purpose: Purpose, answer: Result<Answer, NoAnswer>) {
        match purpose {
            Purpose::Description => self.described(answer),
            Purpose::List => {
                let state = &mut *self.state.borrow_mut();
                state.stage = match state.read_list(answer) {
                    Some(listing) => {
                        state.listing = listing;
                        state.form(None);
                        Stage::Ready
                    }
                    None => Stage::Unreachable,
                };
            }
            Purpose::Look(parent) => {
                let found = self.look(parent.as_deref(), answer);
                self.go_on(parent, found);
            }
            Purpose::Post(parent) => {
                let outcome = {
                    let state = &mut *self.state.borrow_mut();
                    let index = state.form(parent.as_deref());
                    let sent = &state.forms[index].sent;
                    state.backend.read_created(&answer, sent, "", locale::now())
                };
                self.go_on(parent, Event::Ended(outcome));
            }
        }
        self.draw();
    }

    /// Whether what is being written is in the thread already.
    fn look(&self, parent: Option<&str>, answer: Result<Answer, NoAnswer>) -> Event {
        let state = &mut *self.state.borrow_mut();
        let Some(mut listing) = state.read_list(answer) else { return Event::NotListed };
        let index = state.form(parent);
        let form = &state.forms[index];
        match find_sent(&form.sent, &listing.comments, &form.known) {
            Some(found) => Event::Found(listing.comments.swap_remove(found)),
            None => Event::NotFound,
        }
    }

    fn described(self: &Rc<Self>, answer: Result<Answer, NoAnswer>) {
        let mut state = self.state.borrow_mut();
        let Ok(answer) = answer else {
            state.stage = Stage::Unreachable;
            return;
        };
        let wrong = match answer.json {
            _ if !answer.is_success() => String::from("there is no description"),
            None => "this is not JSON".into(),
            Some(description) => match Backend::decode(description) {
                Ok(mut backend) => {
                    let served = backend.serve(&self.config.server_url, &state.subject);
                    let values = backend.page_values(&Page::default(), Sort::Newest);
                    let request = backend.next(Operation::List, &values).request;
                    state.backend = backend;
                    match served {
                        Ok(()) => {
                            drop(state);
                            return self.ask(&request, Purpose::List);
                        }
                        Err(problem) => problem.sentence(),
                    }
                }
                Err(problem) => problem.sentence(),
            },
        };
        state.stage = Stage::WrongDescription;
        console::warn(&[&self.config.description_url, ": ", &wrong].concat());
    }

    fn ask(self: &Rc<Self>, request: &Request, purpose: Purpose) {
        if self.state.borrow().backend.is_in_this_browser() {
            self.answered(purpose, server::local(request, &self.config.thread));
        } else {
            server::ask(self, request, purpose);
        }
    }

    /// The reader sends.
    fn submit(self: &Rc<Self>, parent: Option<&str>) {
        let detail = {
            let state = &mut *self.state.borrow_mut();
            let index = state.form(parent);
            let form = &mut state.forms[index];
            if form.sending.is_busy() {
                return;
            }
            if let Some(wrong) = form.check(&state.listing.rules, &state.props.config) {
                state.focus_next = Some(form::field_id(parent, wrong));
                return;
            }
            vec![
                ("thread".into(), Json::from(&*self.config.thread)),
                ("text".into(), Json::from(&*form.sent.text)),
                ("name".into(), Json::from(&*form.sent.name)),
                ("parent".into(), parent.map_or(Json::Null, Json::from)),
            ]
        };
        let is_stopped = !self.announce("comment-submit", detail, true);
        {
            let state = &mut *self.state.borrow_mut();
            let index = state.form(parent);
            let form = &mut state.forms[index];
            form.was_stopped = is_stopped;
            if is_stopped {
                return;
            }
            if !form.sending.maybe_sent {
                form.known.clear();
                for comment in &state.listing.comments {
                    form.known.push(comment.id.clone());
                }
            }
        }
        self.go_on(parent.map(String::from), Event::Submitted);
    }

    /// Goes on with what is being written as an answer to `parent`.
    fn go_on(self: &Rc<Self>, parent: Option<String>, event: Event) {
        let mut guard = self.state.borrow_mut();
        let state = &mut *guard;
        let index = state.form(parent.as_deref());
        let form = &mut state.forms[index];
        let effect = form.sending.apply(event);
        // Written down before the network is touched.
        form.keep(&self.config.thread);
        match effect {
            Effect::Look => {
                let values = state.backend.page_values(&Page::default(), Sort::Newest);
                let request = state.backend.next(Operation::List, &values).request;
                drop(guard);
                self.ask(&request, Purpose::Look(parent));
            }
            Effect::Post => {
                let values = Values::of_draft(&form.sent, "");
                let request = state.backend.next(Operation::Create, &values).request;
                drop(guard);
                self.ask(&request, Purpose::Post(parent));
            }
            Effect::Show(comment) => {
                let detail = vec![
                    ("id".into(), Json::from(&*comment.id)),
                    ("status".into(), Json::from(comment.status.as_str())),
                ];
                form.posted(&self.config.thread);
                state.posted(index, comment);
                drop(guard);
                self.announce("comment-posted", detail, false);
            }
            Effect::Rest => {
                let (code, message, wrong) = form.failed(&state.listing.rules, &state.props.config);
                if let Some(wrong) = wrong {
                    state.focus_next = Some(form::field_id(parent.as_deref(), wrong));
                }
                drop(guard);
                let detail = vec![
                    ("code".into(), Json::from(code)),
                    ("message".into(), Json::Text(message)),
                ];
                self.announce("comment-failed", detail, false);
            }
        }
    }

    /// Tells the host page; `false` when it prevents what comes next.
    fn announce(&self, name: &str, detail: Vec<(String, Json)>, cancelable: bool) -> bool {
        let host = self.state.borrow().props.host.clone();
        event::emit(&host, name, &Json::Object(detail), cancelable)
    }

    fn draw(&self) {
        self.picture.send_message(());
    }
}
