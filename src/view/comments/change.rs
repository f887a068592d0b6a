//! What a reader changes of comments that are there: edits, takes back, votes.

use article_widget_browser::locale;
use article_widget_core::comments::backend::{Operation, Outcome};
use article_widget_core::comments::{Draft, own, thread};
use article_widget_core::http::{Answer, NoAnswer};
use article_widget_core::json::Json;

use super::section::State;
use super::server::Purpose;
use super::{form, list, words};

impl State {
    /// What the reader has voted on a comment: 1, 0 or -1.
    pub fn vote_on(&self, id: &str) -> i8 {
        own::position(&self.own, id).map_or(0, |at| self.own[at].number("vote") as i8)
    }

    /// The reader votes for a comment (1) or against it (-1).
    pub(super) fn vote(&mut self, id: &str, pressed: i8) {
        let before = self.vote_on(id);
        let after = thread::vote_after(before, pressed, self.backend.takes_votes_back());
        if after != before {
            let values = self.backend.vote_values(id, after);
            self.run(Operation::Vote, values, Purpose::Change(Operation::Vote, id.into(), after));
        }
    }

    /// The reader changes what they have written.
    pub(super) fn save(&mut self, index: usize, draft: Draft) {
        let Some(id) = self.forms[index].edits().map(String::from) else { return };
        let values = self.backend.edit_values(&id, &draft);
        self.run(Operation::Edit, values, Purpose::Change(Operation::Edit, id, 0));
    }

    /// The reader takes back what they have written.
    pub(super) fn take_back(&mut self, id: &str) {
        let values = self.backend.edit_values(id, &Draft::default());
        self.run(Operation::Delete, values, Purpose::Change(Operation::Delete, id.into(), 0));
    }

    pub(super) fn changed(
        &mut self,
        operation: Operation,
        id: &str,
        vote: i8,
        answer: Result<Answer, NoAnswer>,
    ) {
        let edit_id = form::edit_id(id);
        let form = self.form_at(&edit_id);
        let written = form.map_or("", |index| &self.forms[index].draft.text);
        let Some(at) = thread::position(&self.listing.comments, id) else { return };
        let comment = &mut self.listing.comments[at];
        let now = locale::now();
        let outcome = self.backend.read_changed(operation, &answer, comment, (written, vote), now);
        let words = &self.props.config.language.comments;
        let trouble = match outcome {
            Err(Outcome::Refused(refusal)) => {
                if let Some(index) = form {
                    self.forms[index].is_busy = false;
                    return self.refused(index, refusal);
                }
                words::refusal(&refusal, Default::default(), &self.props.config)
            }
            Err(_) => words.unreachable.into(),
            Ok(()) => {
                remember(&mut self.own, operation, id, written, vote);
                self.keep_own();
                match operation {
                    Operation::Vote => {}
                    Operation::Edit => {
                        self.say(words.changed);
                        if let Some(index) = form {
                            self.forms.swap_remove(index);
                        }
                        self.open = None;
                        self.lead_to(list::element_id(id));
                    }
                    _ => {
                        self.say(words.deleted);
                        thread::remove(&mut self.listing.comments, id);
                        self.lead_to("comments-heading".into());
                    }
                }
                return self.reorder();
            }
        };
        match form {
            Some(index) => {
                self.forms[index].is_busy = false;
                self.forms[index].note = trouble;
            }
            None => self.trouble = (id.into(), trouble),
        }
    }
}

/// What this browser remembers of a change.
fn remember(own: &mut Vec<Json>, operation: Operation, id: &str, written: &str, vote: i8) {
    let known = own::position(own, id);
    match (operation, known) {
        (Operation::Vote, _) => {
            let at = known.unwrap_or_else(|| {
                let mut voted = Json::Null;
                voted.set_text("id", id);
                voted.set_number("created", locale::now().0);
                own.push(voted);
                own.len() - 1
            });
            own[at].set_number("vote", vote.into());
        }
        (Operation::Edit, Some(at)) => own[at].set_text("text", written),
        (_, Some(at)) => drop(own.swap_remove(at)),
        (_, None) => {}
    }
}
