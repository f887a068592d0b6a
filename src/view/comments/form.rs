//! The form that leaves a comment or answers one.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget_browser::{event, focus, json, storage};
use article_widget_core::comments::backend::Listing;
use article_widget_core::comments::draft::{self, KeptDraft};
use article_widget_core::comments::form::{Field, check, tidy};
use article_widget_core::comments::sending::{Effect, Event, Phase, Sending, find_sent};
use article_widget_core::comments::{Comment, Draft};
use article_widget_core::json::Json;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::field::{FieldView, field, field_id};
use super::list::name;
use super::server::Server;
use super::words;
use crate::config::Config;

/// What a form is for.
#[derive(Clone, Properties)]
pub struct CommentFormProps {
    /// Where comments go.
    pub server: Rc<Server>,
    /// The comments that are there, and what the server wants of a form.
    pub listing: Rc<Listing>,
    /// What the host page asked for.
    pub config: Rc<Config>,
    /// The custom element, which is told what happens.
    pub host: HtmlElement,
    /// The comment that is answered.
    pub parent: Option<Rc<Comment>>,
    /// The reader does not want to answer any more.
    pub on_cancel: Callback<()>,
    /// The server has the comment.
    pub on_posted: Callback<Comment>,
}

impl PartialEq for CommentFormProps {
    fn eq(&self, other: &Self) -> bool {
        // The callbacks are made anew with each picture and do the same.
        Rc::ptr_eq(&self.server, &other.server)
            && Rc::ptr_eq(&self.listing, &other.listing)
            && self.config == other.config
            && self.parent == other.parent
    }
}

/// What the reader has written, and what has become of it.
#[derive(Default)]
struct FormState {
    draft: Draft,
    sending: Sending,
    /// All fields are shown, not the text alone.
    is_open: bool,
    /// The draft is from before: so we say that it is still there.
    came_back: bool,
    /// The page has stopped the last try.
    was_stopped: bool,
    errors: Vec<(Field, String)>,
    /// The comments that were there before the draft was first sent.
    known: Vec<String>,
}

/// The form. What is typed is kept from the first letter on, until it is sent.
#[component]
pub fn CommentForm(props: &CommentFormProps) -> Html {
    let config = &props.config;
    let words = &config.language.comments;
    let form = use_form(props);
    let element = use_node_ref();
    let form_id = form_id(props);
    use_focus_on_open(&element, &form_id, props.parent.is_some());

    let on_input = {
        let form = form.clone();
        Callback::from(move |event: InputEvent| form.edited(&event))
    };
    let on_focus_in = {
        let form = form.clone();
        Callback::from(move |event: FocusEvent| {
            if matches!(field_of(&event), Some((Field::Text, _))) {
                form.change(|state| state.is_open = true);
            }
        })
    };
    let on_submit = {
        let (form, element) = (form.clone(), element.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            form.submit(&element);
        })
    };
    let on_cancel = props.on_cancel.reform(|_: MouseEvent| ());

    let state = form.state.borrow();
    let is_busy = state.sending.is_busy();
    let fields = Field::ALL.into_iter().filter_map(|which| {
        let rule = props.listing.rules.of(which)?;
        let error = state.errors.iter().find(|(wrong, _)| *wrong == which);
        let view = FieldView {
            field: which,
            rule,
            value: which.of(&state.draft),
            error: error.map(|(_, words)| words.as_str()),
            form_id: &form_id,
            is_busy,
        };
        (which == Field::Text || state.is_open).then(|| field(&view, config))
    });
    let heading_id = [&form_id, "-heading"].concat();
    let heading = match &props.parent {
        Some(parent) => (words.reply_to)(name(parent, config)),
        None => words.leave.into(),
    };
    html! {
        <form ref={element} class="comment-form" part="comment-form" id={form_id.clone()} novalidate=true
            aria-labelledby={heading_id.clone()}
            oninput={on_input} onfocusin={on_focus_in} onsubmit={on_submit}>
            // Keys, so that the text and the focus in it stay when more fields come.
            <h3 key="heading" id={heading_id}>{ heading }</h3>
            { for fields }
            <div key="end" class="form-end">
                <button type="submit" class="button primary" part="button" aria-disabled={is_busy.then_some("true")}>
                    { words.send }
                </button>
                if props.parent.is_some() {
                    <button type="button" class="button" part="button" onclick={on_cancel}>{ words.cancel }</button>
                }
                <p class="form-status" part="comment-status" role="status">{ status(&state, config) }</p>
            </div>
        </form>
    }
}

/// The one sentence beside the button.
fn status(state: &FormState, config: &Config) -> Option<String> {
    let words = &config.language.comments;
    if !state.errors.is_empty() {
        return Some(words::wrong_fields(state.errors.len(), config));
    }
    let kept = || state.came_back.then(|| words.draft_kept.into());
    let stopped = || state.was_stopped.then(|| words.stopped.into());
    words::phase(&state.sending.phase, config).or_else(stopped).or_else(kept)
}

fn form_id(props: &CommentFormProps) -> String {
    match &props.parent {
        Some(parent) => ["form-", &parent.id].concat(),
        None => "form".into(),
    }
}

/// Who opens the form of an answer wants to write.
#[hook]
fn use_focus_on_open(element: &NodeRef, form_id: &str, is_reply: bool) {
    let (element, id) = (element.clone(), field_id(form_id, Field::Text));
    use_effect_with((), move |()| {
        if let Some(node) = element.get().filter(|_| is_reply) {
            focus::to(&node, &id);
        }
    });
}

/// A form's state, which outlives its pictures: clicks that come faster than
/// pictures are drawn all see the same one.
#[derive(Clone)]
struct Form {
    state: Rc<RefCell<FormState>>,
    draw: UseForceUpdateHandle,
    props: CommentFormProps,
}

#[hook]
fn use_form(props: &CommentFormProps) -> Form {
    let state = use_mut_ref(|| {
        let parent = props.parent.as_ref().map(|parent| parent.id.clone());
        let text = storage::read(&draft::key(&props.server.subject.thread, parent.as_deref()));
        let kept = text.and_then(|text| json::parse(&text).ok());
        let kept = KeptDraft::from_json(kept.as_ref().unwrap_or(&Json::Null), parent);
        let came_back = !kept.is_empty();
        FormState {
            sending: Sending { maybe_sent: kept.maybe_sent, ..Sending::default() },
            draft: kept.draft,
            is_open: came_back || props.parent.is_some(),
            came_back,
            ..FormState::default()
        }
    });
    Form { state, draw: use_force_update(), props: props.clone() }
}

impl Form {
    /// Changes the state and draws it.
    fn change<T>(&self, change: impl FnOnce(&mut FormState) -> T) -> T {
        let result = change(&mut self.state.borrow_mut());
        self.draw.force_update();
        result
    }

    /// The reader has typed.
    fn edited(&self, event: &InputEvent) {
        let Some((field, value)) = field_of(event) else { return };
        self.change(|state| {
            *field.of_mut(&mut state.draft) = value;
            state.errors.retain(|(wrong, _)| *wrong != field);
            state.sending.apply(Event::Edited);
            state.is_open = true;
            state.came_back = false;
            state.was_stopped = false;
        });
        self.keep();
    }

    /// Keeps the draft, or forgets it when nothing is left of it.
    fn keep(&self) {
        let state = self.state.borrow();
        let kept = KeptDraft { draft: state.draft.clone(), maybe_sent: state.sending.maybe_sent };
        let key = draft::key(&self.props.server.subject.thread, kept.draft.parent.as_deref());
        if kept.is_empty() {
            storage::remove(&key);
        } else {
            storage::write(&key, &json::stringify(&kept.to_json()));
        }
    }

    /// The reader sends.
    fn submit(&self, element: &NodeRef) {
        if self.state.borrow().sending.is_busy() {
            return;
        }
        let rules = &self.props.listing.rules;
        let draft = tidy(&self.state.borrow().draft);
        let errors: Vec<(Field, String)> = check(&draft, rules)
            .into_iter()
            .map(|(field, cause)| {
                let rule = rules.of(field).unwrap_or_default();
                (field, words::cause(cause, rule, &self.props.config))
            })
            .collect();
        if !errors.is_empty() {
            self.show_errors(errors, element);
            return;
        }
        if !self.announce("comment-submit", self.submission(&draft), true) {
            self.change(|state| state.was_stopped = true);
            return;
        }
        let effect = self.change(|state| {
            state.was_stopped = false;
            if !state.sending.maybe_sent {
                state.known =
                    self.props.listing.comments.iter().map(|known| known.id.clone()).collect();
            }
            state.sending.apply(Event::Submitted)
        });
        // Not stopped when the section goes: a comment on its way arrives.
        spawn_local(self.clone().send(draft, effect, element.clone()));
    }

    /// Does what the state machine asks for, until it rests.
    async fn send(self, draft: Draft, mut effect: Effect, element: NodeRef) {
        loop {
            // Written down before the network is touched.
            self.keep();
            let server = &self.props.server;
            let event = match effect {
                Effect::Rest => break,
                Effect::Show(comment) => return self.posted(comment),
                Effect::Post => Event::Ended(server.create(&draft).await),
                Effect::Look => match server.list().await {
                    None => Event::NotListed,
                    Some(listing) => {
                        let known = self.state.borrow().known.clone();
                        let found = find_sent(&draft, &listing.comments, &known);
                        found.cloned().map_or(Event::NotFound, Event::Found)
                    }
                },
            };
            effect = self.change(|state| state.sending.apply(event));
        }
        self.failed(&element);
    }

    fn posted(&self, comment: Comment) {
        self.change(|state| {
            state.draft.text.clear();
            state.errors.clear();
            state.known.clear();
        });
        storage::remove(&draft::key(
            &self.props.server.subject.thread,
            self.state.borrow().draft.parent.as_deref(),
        ));
        let detail = vec![
            ("id".into(), Json::from(comment.id.as_str())),
            ("status".into(), Json::from(comment.status.as_str())),
        ];
        self.announce("comment-posted", detail, false);
        self.props.on_posted.emit(comment);
    }

    fn failed(&self, element: &NodeRef) {
        let config = &self.props.config;
        let phase = self.state.borrow().sending.phase.clone();
        let mut message = words::phase(&phase, config).unwrap_or_default();
        let code = match &phase {
            Phase::Refused(refusal) => {
                let field = refusal.field;
                if let Some((field, rule)) =
                    field.and_then(|field| Some((field, self.props.listing.rules.of(field)?)))
                {
                    let error = words::refusal(refusal, rule, config);
                    self.show_errors(vec![(field, error)], element);
                }
                if let Some(reason) = &refusal.reason {
                    message.clone_from(reason);
                }
                refusal.cause.map_or("refused", |cause| cause.as_str())
            }
            Phase::Unclear { answered: true } => "unclear",
            _ => "no-answer",
        };
        let detail =
            vec![("code".into(), Json::from(code)), ("message".into(), Json::Text(message))];
        self.announce("comment-failed", detail, false);
    }

    /// Shows what is wrong and leads to the first of it.
    fn show_errors(&self, errors: Vec<(Field, String)>, element: &NodeRef) {
        let first = errors.first().map(|(field, _)| *field);
        self.change(|state| {
            // A field that is wrong has to be there.
            state.is_open |= errors.iter().any(|(field, _)| *field != Field::Text);
            state.errors = errors;
        });
        let id = first.map(|field| field_id(&form_id(&self.props), field));
        let element = element.clone();
        // Once it is drawn.
        spawn_local(async move {
            if let (Some(id), Some(node)) = (id, element.get()) {
                focus::to(&node, &id);
            }
        });
    }

    fn submission(&self, draft: &Draft) -> Vec<(String, Json)> {
        vec![
            ("thread".into(), Json::from(self.props.server.subject.thread.as_str())),
            ("text".into(), Json::from(draft.text.as_str())),
            ("name".into(), Json::from(draft.name.as_str())),
            ("parent".into(), draft.parent.as_deref().map_or(Json::Null, Json::from)),
        ]
    }

    fn announce(&self, name: &str, detail: Vec<(String, Json)>, cancelable: bool) -> bool {
        event::emit(&self.props.host, name, &Json::Object(detail), cancelable)
    }
}

/// The field that an event happened to, and what is written in it.
fn field_of(event: &web_sys::Event) -> Option<(Field, String)> {
    let target = event.target()?;
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return Some((Field::Text, area.value()));
    }
    let input = target.dyn_ref::<HtmlInputElement>()?;
    Some((Field::from_key(&input.name())?, input.value()))
}
