//! The form that leaves a comment or answers one.

use article_widget_browser::{json, storage};
use article_widget_core::comments::draft::{self, KeptDraft};
use article_widget_core::comments::form::{Field, Rules, check, tidy};
use article_widget_core::comments::sending::{Event, Phase, Sending};
use article_widget_core::comments::{Comment, Draft};
use article_widget_core::json::Json;
use yew::Html;

use super::field::field;
use super::list::name;
use super::section::State;
use super::words;
use crate::config::Config;
use crate::element::{Element, element};

/// What the reader has written, and what has become of it.
#[derive(Default)]
pub struct Form {
    /// What is written, as it is kept from the first letter on.
    pub kept: KeptDraft,
    /// The draft as it is sent.
    pub sent: Draft,
    /// How far it has come.
    pub sending: Sending,
    /// All fields are shown, not the text alone.
    pub is_open: bool,
    /// The draft is from before: so we say that it is still there.
    came_back: bool,
    /// The page has stopped the last try.
    pub was_stopped: bool,
    /// What is wrong with each field; nothing where it is empty.
    pub errors: [String; 4],
    /// The comments that were there before the draft was first sent.
    pub known: Vec<String>,
}

impl Form {
    /// What was kept of an answer to `parent`, or of a comment on the article.
    pub fn read(thread: &str, parent: Option<&str>) -> Self {
        let kept = storage::read(&draft::key(thread, parent));
        let kept = kept.and_then(|text| json::parse(&text).ok()).unwrap_or(Json::Null);
        let kept = KeptDraft::from_json(&kept, parent.map(String::from));
        let came_back = !kept.is_empty();
        Form {
            sending: Sending { maybe_sent: kept.maybe_sent, ..Sending::default() },
            is_open: came_back || parent.is_some(),
            came_back,
            kept,
            ..Form::default()
        }
    }

    /// The `id` of the comment that is answered.
    pub fn parent(&self) -> Option<&str> {
        self.kept.draft.parent.as_deref()
    }

    /// The reader has typed. Whether more has to be drawn than the browser has
    /// done: mostly it has not, and a long thread is left alone.
    pub fn edited(&mut self, field: Field, value: String) -> bool {
        *field.of_mut(&mut self.kept.draft) = value;
        let error = &mut self.errors[field as usize];
        let is_drawn = !error.is_empty()
            || !self.is_open
            || self.came_back
            || self.was_stopped
            || matches!(self.sending.phase, Phase::Posted(_));
        error.clear();
        self.sending.apply(Event::Edited);
        self.is_open = true;
        self.came_back = false;
        self.was_stopped = false;
        is_drawn
    }

    /// Keeps the draft, or forgets it when nothing is left of it.
    pub fn keep(&mut self, thread: &str) {
        self.kept.maybe_sent = self.sending.maybe_sent;
        let key = draft::key(thread, self.parent());
        if self.kept.is_empty() {
            storage::remove(&key);
        } else {
            storage::write(&key, &json::stringify(&self.kept.to_json()));
        }
    }

    /// Makes the draft ready to be sent; the first field that is wrong.
    pub fn check(&mut self, rules: &Rules, config: &Config) -> Option<Field> {
        self.sent = tidy(&self.kept.draft);
        self.errors = Default::default();
        let wrong = check(&self.sent, rules);
        for (field, cause) in &wrong {
            let rule = rules.of(*field).unwrap_or_default();
            self.set_error(*field, words::cause(*cause, rule, config));
        }
        wrong.first().map(|(field, _)| *field)
    }

    fn set_error(&mut self, field: Field, error: String) {
        self.errors[field as usize] = error;
        // A field that is wrong has to be there.
        self.is_open |= field != Field::Text;
    }

    /// The server has it: only who wrote it is still known.
    pub fn posted(&mut self, thread: &str) {
        self.kept.draft.text.clear();
        self.known.clear();
        storage::remove(&draft::key(thread, self.parent()));
    }

    /// What the host page is told of a failure, and the field that it is about.
    pub fn failed(
        &mut self,
        rules: &Rules,
        config: &Config,
    ) -> (&'static str, String, Option<Field>) {
        let phase = core::mem::take(&mut self.sending.phase);
        let mut message = words::phase(&phase, config).unwrap_or_default();
        let mut wrong = None;
        let code = match &phase {
            Phase::Refused(refusal) => {
                if let Some(field) = refusal.field
                    && let Some(rule) = rules.of(field)
                {
                    self.set_error(field, words::refusal(refusal, rule, config));
                    wrong = Some(field);
                }
                if let Some(reason) = &refusal.reason {
                    message.clone_from(reason);
                }
                refusal.cause.map_or("refused", |cause| cause.as_str())
            }
            Phase::Unclear { answered: true } => "unclear",
            _ => "no-answer",
        };
        self.sending.phase = phase;
        (code, message, wrong)
    }

    /// The one sentence beside the button.
    fn status(&self, config: &Config) -> String {
        let words = &config.language.comments;
        let wrong = self.errors.iter().filter(|error| !error.is_empty()).count();
        if wrong > 0 {
            return words::wrong_fields(wrong, config);
        }
        match words::phase(&self.sending.phase, config) {
            Some(sentence) => sentence,
            None if self.was_stopped => words.stopped.into(),
            None if self.came_back => words.draft_kept.into(),
            None => String::new(),
        }
    }
}

/// The `id` of the form that answers `parent`, or comments on the article.
fn form_id(parent: Option<&str>) -> String {
    match parent {
        Some(parent) => ["form-", parent].concat(),
        None => "form".into(),
    }
}

/// The `id` of a field of that form.
pub fn field_id(parent: Option<&str>, field: Field) -> String {
    [&form_id(parent), "-", field.key()].concat()
}

/// The form that answers `parent`, or comments on the article.
pub fn form(state: &State, parent: Option<&Comment>) -> Html {
    let config = &state.props.config;
    let words = &config.language.comments;
    let parent_id = parent.map(|parent| parent.id.as_str());
    let Some(form) = state.forms.iter().find(|form| form.parent() == parent_id) else {
        return Html::default();
    };
    let is_busy = form.sending.is_busy();
    let id = form_id(parent_id);
    let heading_id = [&id, "-heading"].concat();
    let heading = match parent {
        Some(parent) => words.reply_to.with(name(parent, config)),
        None => words.leave.into(),
    };
    let mut node = element("form")
        .fixed("class", "comment-form")
        .fixed("part", "comment-form")
        .attr("id", &id)
        .fixed("novalidate", "")
        .attr("aria-labelledby", &heading_id)
        .with(element("h3").key("heading").attr("id", &heading_id).text(&heading));
    for which in Field::ALL {
        if which != Field::Text && !form.is_open {
            continue;
        }
        if let Some(rule) = state.listing.rules.of(which) {
            node = node.with(field(form, which, rule, config));
        }
    }
    let mut end = element("div").key("end").fixed("class", "form-end").with(
        button("submit", "send")
            .fixed("class", "button primary")
            .maybe("aria-disabled", is_busy.then_some("true"))
            .text(words.send),
    );
    if parent.is_some() {
        end = end.with(button("button", "cancel").text(words.cancel));
    }
    let status = element("p")
        .fixed("class", "form-status")
        .fixed("part", "comment-status")
        .fixed("role", "status")
        .text(&form.status(config));
    node.with(end.with(status)).html()
}

/// A button; what it does, its name says to [`super::section::Section::happened`].
pub fn button(kind: &'static str, name: &'static str) -> Element {
    element("button")
        .fixed("type", kind)
        .fixed("name", name)
        .fixed("class", "button")
        .fixed("part", "button")
}
