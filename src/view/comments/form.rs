//! The form that leaves a comment, answers one or changes one.

use article_widget_browser::timer::Timer;
use article_widget_browser::{locale, storage};
use article_widget_core::comments::Draft;
use article_widget_core::comments::backend::Captcha;
use article_widget_core::comments::comment::said;
use article_widget_core::comments::draft;
use article_widget_core::comments::form::{Field, Rules};
use article_widget_core::comments::outbox::Entry;
use article_widget_core::comments::thread;
use article_widget_core::json::Json;
use yew::Html;

use super::field::{captcha, field, tick, trap};
use super::list::name;
use super::outbox::identity;
use super::section::{State, Task};
use super::{reader, words};
use crate::element::{Element, element, list, nothing};

/// The `id` of the form that comments on the article.
pub const MAIN: &str = "form";

/// The `id` of the form that answers `parent`, or comments on the article.
pub fn id(parent: &str) -> String {
    [MAIN, if parent.is_empty() { "" } else { "-" }, parent].concat()
}

/// The `id` of the form that changes a comment.
pub fn edit_id(comment: &str) -> String {
    ["edit-", comment].concat()
}

/// The `id` of a field of a form.
pub fn field_id(form: &str, field: &str) -> String {
    [form, "-", field].concat()
}

/// What the reader is writing.
#[derive(Default)]
pub struct Form {
    /// The `id` of its element, which says what it is for.
    pub id: String,
    /// What is written, as it is kept from the first letter on.
    pub draft: Draft,
    /// All fields are shown, not the text alone.
    pub is_open: bool,
    /// The draft is from before: so we say that it is still there.
    came_back: bool,
    /// It is being sent, or about to be.
    pub is_busy: bool,
    /// What is wrong with each field; nothing where it is empty.
    pub errors: [String; 4],
    /// What there is to say of it as a whole.
    pub note: String,
    /// What the server asks, to tell people from machines.
    pub captcha: Option<Captcha>,
    /// Something was written where nobody sees that one could.
    pub is_trapped: bool,
    /// The reader wants to be remembered.
    pub remembers: bool,
    /// When the reader began to write; 0 for a draft from before.
    pub begun_ms: f64,
    /// It goes when this time is over.
    pub due: Option<Timer>,
}

impl Form {
    /// The `id` of the comment that is changed.
    pub fn edits(&self) -> Option<&str> {
        self.id.strip_prefix("edit-")
    }

    /// The reader has typed. Whether more has to be drawn than the browser has
    /// done: mostly it has not, and a long thread is left alone.
    pub fn edited(&mut self, field: Field, value: String) -> bool {
        *self.draft.places()[field as usize] = value;
        let error = &mut self.errors[field as usize];
        let is_drawn =
            !error.is_empty() || !self.is_open || self.came_back || !self.note.is_empty();
        error.clear();
        self.is_open = true;
        self.came_back = false;
        self.note.clear();
        is_drawn
    }

    /// Keeps the draft, or forgets it when nothing is left of it.
    pub fn keep(&self, thread: &str) {
        if self.edits().is_some() {
            return;
        }
        if self.draft.text.is_empty() {
            self.forget(thread);
        } else {
            let mut kept = Json::Null;
            draft::write(&mut kept, &self.draft, draft::FIELDS);
            storage::write_json(&self.key(thread), &kept);
        }
    }

    /// Forgets what was kept of the draft.
    pub fn forget(&self, thread: &str) {
        storage::remove(&self.key(thread));
    }

    fn key(&self, thread: &str) -> String {
        draft::key(thread, &self.draft.parent)
    }

    /// What was written has gone: only who wrote it is still known.
    pub fn sent(&mut self) {
        self.draft.text.clear();
        self.draft.captcha.clear();
        self.captcha = None;
        self.is_busy = false;
        self.note.clear();
    }

    /// The one sentence beside the button.
    fn status(&self, state: &State) -> String {
        let config = &state.props.config;
        let words = &config.language.comments;
        let wrong = self.errors.iter().filter(|error| !error.is_empty()).count();
        if wrong > 0 {
            words::wrong_fields(wrong, config)
        } else if !self.note.is_empty() {
            self.note.clone()
        } else if self.is_busy {
            words.sending.into()
        } else if self.came_back {
            words.draft_kept.into()
        } else {
            String::new()
        }
    }
}

impl State {
    /// Where in `forms` that with this `id` is, if it is there.
    #[inline(never)]
    pub(super) fn form_at(&self, id: &str) -> Option<usize> {
        self.forms.iter().position(|form| form.id == id)
    }

    /// Where in `forms` that with this `id` is; what was kept of it is read when
    /// it is not there yet.
    pub(super) fn form(&mut self, id: &str) -> usize {
        if let Some(index) = self.form_at(id) {
            return index;
        }
        let mut form = Form { id: id.into(), ..Form::default() };
        if let Some(comment) = form.edits().and_then(|id| self.comment(id)) {
            form.draft.text = comment.source.clone().unwrap_or_default();
            form.draft.name = comment.author.clone().unwrap_or_default();
        } else {
            if let Some(parent) = id.strip_prefix("form-") {
                form.draft = thread::answer_to(&self.listing.comments, parent);
            }
            let kept = storage::read_json(&form.key(&self.config.thread));
            draft::fill(&mut form.draft, &kept, draft::FIELDS);
            form.came_back = !form.draft.text.is_empty();
            reader::recall(&mut form.draft);
        }
        form.remembers = reader::is_remembered();
        form.is_open = id != MAIN || form.came_back;
        self.forms.push(form);
        self.forms.len() - 1
    }

    /// What the server wants of a form, but for what is known already.
    pub(super) fn rules(&self, form: &Form) -> Rules {
        let mut rules = self.listing.rules;
        if form.edits().is_some() || !self.reader.name.is_empty() {
            rules.0[1..].fill(None);
        }
        rules
    }
}

/// The form with this `id`, where it is there, under its heading.
pub fn form(state: &State, id: &str, heading: &str) -> Html {
    let Some(index) = state.form_at(id) else { return nothing() };
    let form = &state.forms[index];
    let config = &state.props.config;
    let words = &config.language.comments;
    let is_edit = form.edits().is_some();
    let heading_id = [id, "-heading"].concat();
    let rules = state.rules(form);
    let mut fields = Vec::new();
    for which in Field::ALL {
        if (which == Field::Text || form.is_open)
            && let Some(rule) = rules.of(which)
        {
            fields.push(field(form, which, rule, config).html());
        }
    }
    if let Some(asked) = &form.captcha {
        fields.push(captcha(form, asked, words));
    }
    if form.is_open && !is_edit {
        if rules.of(Field::Name).is_some() {
            fields.push(tick(form, words.remember));
        }
        fields.push(trap());
    }
    let mut end = element("div;class=form-end").with(
        button("send")
            .all("type=submit;class=primary")
            .maybe("aria-disabled", form.is_busy.then_some("true"))
            .text(if is_edit { words.save } else { words.send }),
    );
    if id != MAIN {
        end = end.with(button("cancel").text(words.cancel));
    }
    element("form;class=comment-form;part=comment-form;novalidate")
        .attr("id", id)
        .attr("aria-labelledby", &heading_id)
        .with(element("h3").attr("id", &heading_id).text(heading))
        .child(list(fields))
        .with(end.say("p;class=form-status;part=comment-status;role=status", &form.status(state)))
        .html()
}

/// The form that answers or changes a comment, where the reader has opened it.
pub fn of_comment(state: &State, id: &str, author: &str) -> Html {
    let words = &state.props.config.language.comments;
    let Some(open) = &state.open else { return nothing() };
    if *open == edit_id(id) {
        form(state, open, words.modify)
    } else if *open == self::id(id) {
        form(state, open, &words::about(words.reply_to, author))
    } else {
        nothing()
    }
}

/// A button; what it does, its name says to `State::done`.
pub fn button(name: &'static str) -> Element {
    element("button;type=button;class=button;part=button").fixed("name", name)
}

/// How long at least somebody writes who is not a machine.
const LEAST_MS: f64 = 1_000.0;

impl State {
    /// The reader sends a form.
    pub(super) fn submit(&mut self, id: &str) {
        let index = self.form(id);
        if self.forms[index].is_busy {
            return;
        }
        let rules = self.rules(&self.forms[index]);
        let config = self.props.config.clone();
        let form = &mut self.forms[index];
        form.came_back = false;
        form.note.clear();
        form.errors = Default::default();
        let draft = article_widget_core::comments::form::tidy(&form.draft);
        let wrong = article_widget_core::comments::form::check(&draft, &rules);
        for (field, cause) in &wrong {
            let rule = rules.of(*field).unwrap_or_default();
            form.errors[*field as usize] = words::cause(*cause, rule, &config);
            // A field that is wrong has to be there.
            form.is_open = true;
        }
        if let Some((field, _)) = wrong.first() {
            self.lead_to(field_id(id, field.key()));
            return;
        }
        form.is_busy = true;
        if form.edits().is_some() {
            return self.save(index, draft);
        }
        let goes = self.announce_submit(&draft);
        let form = &mut self.forms[index];
        if !goes || form.is_trapped {
            form.is_busy = false;
            form.note = config.language.comments.stopped.into();
            return;
        }
        let early_ms = form.begun_ms + LEAST_MS - locale::now().0;
        if form.begun_ms > 0.0 && early_ms > 0.0 {
            let timer = Timer::after(early_ms, self.due(Task::Send, id));
            self.forms[index].due = Some(timer);
        } else {
            self.ask_who(id.into());
        }
    }

    /// Asks the page whether a comment may be sent.
    pub(super) fn announce_submit(&self, draft: &Draft) -> bool {
        let detail = [
            ("thread", (&*self.config.thread).into()),
            ("text", (&*draft.text).into()),
            ("name", (&*draft.name).into()),
            ("parent", said(&draft.parent).into()),
        ];
        self.announce("comment-submit", &detail, true)
    }

    pub(super) fn begin_sending(&mut self, id: &str) {
        let index = self.form(id);
        let form = &self.forms[index];
        let mut draft = article_widget_core::comments::form::tidy(&form.draft);
        if !self.reader.name.is_empty() {
            draft.name.clone_from(&self.reader.name);
        } else if self.rules(form).of(Field::Name).is_some() {
            reader::remember(&draft, form.remembers);
        }
        let entry = Entry::new(&identity(), draft, &self.listing.comments);
        // In one place or the other, and for a moment in both.
        let is_kept = self.write_down(&entry);
        if is_kept {
            form.forget(&self.config.thread);
        }
        self.put(entry, id.into(), is_kept);
    }
}

/// What stands over the form of an answer.
pub fn answered<'a>(state: &'a State, id: &str) -> &'a str {
    state.comment(id).map_or("", |comment| name(comment, &state.props.config))
}
