//! What is on its way to the server: each entry of the outbox, driven by one
//! page at a time as its state machine says (see [`article_widget_core::comments::outbox`]).

use article_widget_browser::lock::Lock;
use article_widget_browser::timer::Timer;
use article_widget_browser::{locale, page, storage};
use article_widget_core::comments::backend::{Operation, Page, Refusal, Sort, Values};
use article_widget_core::comments::lease;
use article_widget_core::comments::outbox::{self, Effect, Entry, Event, Facts, Looked, Search};
use article_widget_core::comments::{Comment, own, thread};
use article_widget_core::digits::digits;
use article_widget_core::http::{Answer, NoAnswer};

use super::section::{State, Task};
use super::server::Purpose;
use super::{form, list, words};

/// An entry of the outbox, as this page drives it.
pub struct Sent {
    /// What is sent, and how far it has come.
    pub entry: Entry,
    /// The `id` of the form that holds its text until its first end is known.
    form: String,
    pub(super) is_owned: bool,
    /// It could be written down; else nobody but this page knows of it.
    pub(super) is_kept: bool,
    /// The page has been told that it waits.
    is_told: bool,
    pub(super) lock: Option<Lock>,
    pub(super) claim: Option<Timer>,
    wake: Option<Timer>,
    search: Search,
    retry_after_ms: f64,
    /// Why it still stands here, in words.
    pub note: String,
}

/// How the `id` of an entry's place in the list begins.
const MARK: &str = "~";

/// Whether an earlier page has left something.
pub fn is_filled(thread: &str) -> bool {
    !storage::keys(&Entry::storage_prefix(thread)).is_empty()
}

/// A random name.
pub fn identity() -> String {
    let random = js_sys::Math::random() * 9e15;
    [&digits(locale::now().0 as i64), "-", &digits(random as i64)].concat()
}

impl State {
    pub(super) fn key(&self, id: &str) -> String {
        Entry::storage_key(&self.config.thread, id)
    }

    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.outbox.iter().position(|sent| sent.entry.id == id)
    }

    /// The entry that stands in the list as the comment `id`.
    pub fn sent(&self, id: &str) -> Option<&Sent> {
        let at = self.position(id.strip_prefix(MARK)?)?;
        Some(&self.outbox[at])
    }

    /// Puts an entry into the outbox, which the form `form` holds.
    pub(super) fn put(&mut self, entry: Entry, form: String, is_kept: bool) {
        let id = entry.id.clone();
        self.outbox.push(Sent {
            entry,
            form,
            is_owned: false,
            is_kept,
            is_told: false,
            lock: None,
            claim: None,
            wake: None,
            search: Search::default(),
            retry_after_ms: 0.0,
            note: String::new(),
        });
        self.claim(&id);
    }

    /// Writes an entry down; `false` when this browser keeps nothing.
    pub(super) fn write_down(&self, entry: &Entry) -> bool {
        storage::write_json(&self.key(&entry.id), &entry.to_json())
    }

    /// What earlier pages have left, and what waits already.
    pub(super) fn find_waiting(&mut self) {
        for key in storage::keys(&Entry::storage_prefix(&self.config.thread)) {
            if let Some(entry) = Entry::from_json(&storage::read_json(&key))
                && self.position(&entry.id).is_none()
            {
                let form = form::id(&entry.draft.parent);
                // A wish may still stand in its form.
                let is_here = self.form_at(&form).is_some_and(|at| self.forms[at].is_busy);
                let form = if entry.is_wish && is_here { form } else { String::new() };
                self.put(entry, form, true);
            }
        }
        self.show_waiting();
        self.reorder();
    }

    /// Says of each entry why it still stands here.
    pub(super) fn note_all(&mut self) {
        for sent in &mut self.outbox {
            sent.note = words::waiting(&sent.entry, &self.props.config);
        }
    }

    /// Everything that waits may go on: the network is back.
    pub(super) fn wake_all(&mut self) {
        for id in self.waiting_ids() {
            self.tell(&id, Event::Ticked);
        }
    }

    fn waiting_ids(&self) -> Vec<String> {
        let mut ids = Vec::new();
        for sent in &self.outbox {
            if sent.is_owned && sent.entry.state == outbox::State::Waiting {
                ids.push(sent.entry.id.clone());
            }
        }
        ids
    }

    /// Tells an entry what has happened, writes it down, and does what comes of it.
    pub(super) fn tell(&mut self, id: &str, event: Event) {
        let Some(at) = self.position(id) else { return };
        let sent = &mut self.outbox[at];
        let facts = Facts {
            now_ms: locale::now().0,
            random: js_sys::Math::random(),
            is_online: page::is_online() || self.backend.is_in_this_browser(),
            is_owner: sent.is_owned,
            can_list: self.backend.can(Operation::List),
            lists_all: self.backend.lists_all(),
            knows_again: self.backend.knows_again(),
            retry_after_ms: sent.retry_after_ms,
        };
        sent.wake = None;
        let effect = sent.entry.apply(event, &facts);
        if self.outbox[at].is_kept {
            self.write_down(&self.outbox[at].entry);
        }
        self.note_all();
        match effect {
            Effect::Post => {
                let sent = &self.outbox[at];
                let values = Values::of_draft(&sent.entry.draft, id);
                let purpose = Purpose::Post(id.into(), sent.lock.clone());
                let is_asked = !sent.entry.draft.captcha.is_empty();
                if is_asked && self.backend.can(Operation::Captcha) {
                    let then = Purpose::Solved(values.clone(), Box::new(purpose));
                    self.run(Operation::Captcha, values, then);
                } else {
                    self.run(Operation::Create, values, purpose);
                }
            }
            Effect::Look => {
                self.outbox[at].search = Search::default();
                self.look(id, Page::default());
            }
            Effect::Wake(moment_ms) => {
                let timer = Timer::after(moment_ms - facts.now_ms, self.due(Task::Tick, id));
                self.outbox[at].wake = Some(timer);
                self.wait(at);
            }
            Effect::Rest => {
                if self.outbox[at].entry.state == outbox::State::Waiting {
                    self.wait(at);
                }
            }
            Effect::Ask => {
                self.wait(at);
                let words = self.props.config.language.comments.unclear;
                self.failed("unclear", words);
            }
            Effect::Return => self.give_back(at),
            Effect::Done(comment) => self.arrived(at, comment),
            Effect::Forget => {
                self.forget(at);
                self.lead_to("comments-heading".into());
            }
        }
        self.reorder();
    }

    fn look(&mut self, id: &str, page: Page) {
        let values = self.backend.page_values(&page, Sort::Newest);
        self.run(Operation::List, values, Purpose::Look(id.into(), page));
    }

    pub(super) fn looked(&mut self, id: &str, page: Page, answer: Result<Answer, NoAnswer>) {
        let listing = self.read_list(Operation::List, answer, &page);
        let Some(at) = self.position(id) else { return };
        let sent = &mut self.outbox[at];
        let looked = match listing {
            None => Looked::Failed,
            Some(mut listing) => {
                match (sent.search.look(&sent.entry, &mut listing), listing.next) {
                    (Some(looked), _) => looked,
                    (None, Some(next)) => return self.look(id, next),
                    (None, None) => Looked::Unsure,
                }
            }
        };
        self.tell(id, Event::Looked(looked));
    }

    pub(super) fn posted(&mut self, id: &str, answer: Result<Answer, NoAnswer>) {
        let Some(at) = self.position(id) else { return };
        let sent = &mut self.outbox[at];
        if let Ok(answer) = &answer {
            sent.retry_after_ms = answer.retry_after_ms.unwrap_or(0.0);
            if let 401 | 403 | 419 = answer.status {
                // A token may have run out.
                self.backend.forget();
            }
        }
        let draft = &sent.entry.draft;
        let outcome = self.backend.read_created(&answer, draft, id, locale::now());
        self.tell(id, Event::Ended(outcome));
    }

    /// An entry has to wait: it leaves its form and stands in the list.
    fn wait(&mut self, at: usize) {
        let sent = &mut self.outbox[at];
        let local_id = sent.entry.id.clone();
        let form = core::mem::take(&mut sent.form);
        let note = sent.note.clone();
        let is_new = !core::mem::replace(&mut sent.is_told, true);
        self.show_waiting();
        if !form.is_empty() {
            self.done_with(&form, Some(&[MARK, &local_id].concat()));
            self.said = note;
            if is_new {
                self.announce("comment-queued", &[("localId", local_id.into())], false);
            }
        }
    }

    /// Puts what waits into the list.
    pub(super) fn show_waiting(&mut self) {
        thread::drop_all(&mut self.listing.comments, &|comment| comment.id.starts_with(MARK));
        for sent in &self.outbox {
            if !sent.form.is_empty() {
                continue;
            }
            let Entry { id, draft, first_sent, .. } = &sent.entry;
            let moment = if *first_sent > 0.0 { *first_sent } else { locale::now().0 };
            self.listing.comments.push(Comment::of_reader(
                &[MARK, id].concat(),
                &draft.text,
                &draft.name,
                &draft.parent,
                moment,
            ));
        }
    }

    /// The server has it.
    fn arrived(&mut self, at: usize, comment: Option<Comment>) {
        let sent = self.forget(at);
        let Some(mut comment) = comment else {
            self.done_with(&sent.form, None);
            return self.list(Page::default(), Purpose::List);
        };
        let draft = &sent.entry.draft;
        self.own.push(own::remembered(&comment, draft, locale::now().0));
        self.keep_own();
        comment.is_own = true;
        comment.source = comment.source.or_else(|| Some(draft.text.clone()));
        let status = comment.status;
        let id = comment.id.clone();
        thread::merge(&mut self.listing.comments, vec![comment]);
        self.reorder();
        if let Some(row) = self.row_of(&id) {
            // Who has said something sees it.
            self.portion = self.portion.max(row + 1);
        }
        let words = words::posted(&self.props.config.language.comments, status);
        self.done_with(&sent.form, Some(&id));
        if sent.form == form::MAIN {
            let index = self.form(form::MAIN);
            self.forms[index].note = words.into();
        } else {
            self.said = words.into();
        }
        let detail = [("id", id.into()), ("status", status.as_str().into())];
        self.announce("comment-posted", &detail, false);
    }

    /// What a form held has left it.
    fn done_with(&mut self, form: &str, now_at: Option<&str>) {
        let Some(index) = self.form_at(form) else { return };
        if form == form::MAIN {
            self.forms[index].sent();
            return;
        }
        // The form of an answer goes: the reader goes on at what they said.
        self.forms.swap_remove(index);
        if self.open.as_deref() == Some(form) {
            self.open = None;
            self.focus_next = now_at.map(list::element_id);
        }
    }

    /// Takes an entry out of the outbox and its place in the list.
    pub(super) fn forget(&mut self, at: usize) -> Sent {
        let sent = self.outbox.remove(at);
        self.erase(&sent.entry.id);
        sent
    }

    fn erase(&mut self, id: &str) {
        let key = self.key(id);
        storage::remove(&lease::name(&key));
        storage::remove(&key);
        self.show_waiting();
    }

    /// The text goes back into its form: the server does not want it as it is,
    /// or the reader wants to change it.
    pub(super) fn give_back(&mut self, at: usize) {
        let sent = self.outbox.remove(at);
        let Entry { id: local_id, draft, refusal, .. } = sent.entry;
        let was_away = sent.form.is_empty();
        let id = form::id(&draft.parent);
        let index = self.form(&id);
        let thread = self.config.thread.clone();
        let form = &mut self.forms[index];
        form.is_busy = false;
        if was_away {
            let begun = core::mem::replace(&mut form.draft, draft).text;
            if !begun.is_empty() {
                // What was begun since then stays as well.
                form.draft.text.push_str("\n\n");
                form.draft.text.push_str(&begun);
            }
            form.is_open = true;
            self.lead_to(form::field_id(&id, "text"));
        }
        self.forms[index].keep(&thread);
        if id != form::MAIN {
            self.open = Some(id.clone());
        }
        // In one place or the other, and for a moment in both.
        self.erase(&local_id);
        if let Some(refusal) = refusal {
            self.refused(index, refusal);
        }
    }

    /// Tells the reader and the page why the server does not want a form.
    pub(super) fn refused(&mut self, index: usize, refusal: Refusal) {
        let form = &mut self.forms[index];
        let config = &self.props.config;
        let sentence = words::refusal(&refusal, Default::default(), config);
        let rules = &self.listing.rules;
        match refusal.field.and_then(|field| Some((field, rules.of(field)?))) {
            Some((field, rule)) => {
                form.errors[field as usize] = words::refusal(&refusal, rule, config);
                form.is_open = true;
                self.focus_next = Some(form::field_id(&form.id, field.key()));
            }
            None => form.note = sentence.clone(),
        }
        form.captcha = refusal.captcha;
        if form.captcha.is_some() {
            // Another picture, other letters.
            form.draft.captcha.clear();
            self.focus_next = Some(form::field_id(&form.id, "captcha"));
        }
        let code = refusal.cause.map_or("refused", |cause| cause.as_str());
        self.failed(code, &refusal.reason.unwrap_or(sentence));
    }

    fn failed(&self, code: &str, message: &str) {
        let detail = [("code", code.into()), ("message", message.into())];
        self.announce("comment-failed", &detail, false);
    }
}
