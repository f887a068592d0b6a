//! All that is not reading: sending, voting, changing, and what waits from an
//! earlier visit. Most readers do none of that, so its code is a
//! module of its own, `writing.wasm`, which comes when a reader begins to write.
//!
//! [`act`] is the one way into it: `cargo xtask dist` puts into the other module
//! what can be reached through this function alone (`xtask/src/dist/split.rs`).
//! Where nothing was split, as in the preview, it is there at once.

use article_widget_browser::{companion, page, storage};
use article_widget_core::comments::backend::Operation;
use article_widget_core::comments::outbox::{Entry, Event};
use article_widget_core::http::{Answer, NoAnswer};

use super::deed::Deed;
use super::section::{Message, State, Task};
use super::server::Purpose;
use super::{list, outbox};

/// How far the code has come.
#[derive(Clone, Copy, PartialEq)]
pub enum Code {
    /// Nobody has asked for it, or it did not come.
    Absent,
    /// It is on its way.
    Coming,
    /// It is there.
    Here,
}

impl State {
    /// Deals with a message once the code for that is there; whether there is
    /// something new to be seen now.
    pub(super) fn later(&mut self, message: Message) -> bool {
        if self.code == Code::Here {
            return act(self, message);
        }
        self.held.push(message);
        self.fetch_code();
        false
    }

    /// Has the code come.
    pub(super) fn fetch_code(&mut self) {
        if self.code == Code::Absent {
            self.code = Code::Coming;
            let section = self.section.clone();
            let hear = move |is_here| section.send_message(Message::Code(is_here));
            companion::load(&self.props.config.locate, Box::new(hear));
        }
    }

    pub(super) fn code_came(&mut self, is_here: bool) -> bool {
        if is_here {
            self.code = Code::Here;
            for message in core::mem::take(&mut self.held) {
                act(self, message);
            }
            return true;
        }
        self.code = Code::Absent;
        let words = &self.props.config.language.comments;
        for message in core::mem::take(&mut self.held) {
            match message {
                Message::Deed(deed) if deed.kind == "submit" => self.wish(&deed.form),
                // What was pressed has to be pressed again.
                Message::Deed(deed) => self.trouble = (deed.value, words.unreachable.into()),
                other => self.held.push(other),
            }
        }
        true
    }

    /// Writes down that a form is to be sent as soon as it can be: when the network
    /// is back, also after the page was closed.
    fn wish(&mut self, id: &str) {
        let index = self.form(id);
        let form = &mut self.forms[index];
        let words = &self.props.config.language.comments;
        if form.is_busy {
            return;
        }
        let local_id = outbox::identity();
        let key = Entry::storage_key(&self.config.thread, &local_id);
        let is_new = form.edits().is_none() && !form.is_trapped && !form.draft.text.is_empty();
        if !is_new || !storage::write_json(&key, &Entry::wish(&local_id, &form.draft)) {
            form.note = words.unreachable.into();
            return;
        }
        form.forget(&self.config.thread);
        form.is_busy = true;
        let is_online = page::is_online();
        let reason = if is_online { words.waits_for_server } else { words.waits_for_network };
        form.note = reason.into();
        self.held.push(Message::Waiting);
        self.announce("comment-queued", &[("localId", local_id.into())], false);
    }

    /// The reader has done something that is not reading.
    fn acted(&mut self, deed: &Deed) -> bool {
        let Deed { kind, name, value, form, .. } = deed;
        let entry = value.strip_prefix('~').unwrap_or("");
        match &**name {
            _ if kind == "submit" => self.submit(form),
            "remove" => {
                self.lead_to(list::button_id("take-back", value));
                self.leaving = Some(value.clone());
            }
            "keep" => {
                self.lead_to(list::button_id("remove", value));
                self.leaving = None;
            }
            "take-back" => {
                self.leaving = None;
                self.take_back(value);
            }
            "agree" => self.vote(value, 1),
            "disagree" => self.vote(value, -1),
            "resend" => self.tell(entry, Event::SendNow),
            "modify" => self.tell(entry, Event::TakenBack),
            "drop" => self.tell(entry, Event::Dropped),
            _ => return false,
        }
        true
    }

    fn heard(&mut self, purpose: Purpose, answer: Result<Answer, NoAnswer>) {
        match purpose {
            Purpose::Step(step, operation, values, purpose) => {
                if self.backend.gain(step, &answer) {
                    return self.run(operation, values, *purpose);
                }
                match *purpose {
                    Purpose::Post(id, _) => {
                        let refusal = self.backend.read_no_gain(&answer);
                        self.tell(&id, Event::NotSent(refusal));
                    }
                    // As if the server had not answered this one either.
                    other => self.heard(other, Err(NoAnswer)),
                }
            }
            // Where it is not, the server asks again.
            Purpose::Solved(values, purpose) => self.run(Operation::Create, values, *purpose),
            Purpose::Look(id, page) => self.looked(&id, page, answer),
            Purpose::Post(id, _lock) => self.posted(&id, answer),
            Purpose::Change(operation, id, vote) => self.changed(operation, &id, vote, answer),
            _ => {}
        }
    }
}

/// Deals with a message that is not about reading.
#[inline(never)]
fn act(state: &mut State, message: Message) -> bool {
    match message {
        Message::Deed(deed) if !state.acted(&deed) => return false,
        Message::Answered(purpose, answer) => state.heard(purpose, answer),
        Message::Known(form, reader) => {
            state.know(reader);
            state.begin_sending(&form);
        }
        Message::Due(Task::Send, id) => state.ask_who(id),
        Message::Due(Task::Own, id) => state.owned(&id),
        Message::Due(Task::Tick, id) => state.tell(&id, Event::Ticked),
        Message::Due(Task::Claim, id) => state.claim(&id),
        Message::Waiting => state.find_waiting(),
        // The network is back.
        Message::PageChanged(_) => state.wake_all(),
        _ => {}
    }
    // Whether there is a network may be another since it was last said.
    state.note_all();
    true
}
