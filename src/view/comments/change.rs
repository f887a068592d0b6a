//! What a reader changes of comments that are there: edits, takes back, votes.

use article_widget_browser::locale;
use article_widget_core::comments::backend::{Operation, Outcome};
use article_widget_core::comments::own::OwnComment;
use article_widget_core::comments::{Draft, thread};
use article_widget_core::http::{Answer, NoAnswer};

use super::section::State;
use super::server::Purpose;
use super::{form, list, words};

impl State {
    /// What the reader has voted on a comment: 1, 0 or -1.
    pub fn vote_on(&self, id: &str) -> i8 {
        self.own.iter().find(|own| own.id == id).map_or(0, |own| own.vote)
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
        let Some(was) = self.comment(id) else { return };
        let edit_id = form::edit_id(id);
        let form = self.forms.iter().position(|form| form.id == edit_id);
        let draft = form.map(|index| self.forms[index].draft.clone()).unwrap_or_default();
        let now = locale::now();
        let outcome = self.backend.read_changed(operation, &answer, was, (&draft, vote), now);
        let config = self.props.config.clone();
        let words = &config.language.comments;
        let trouble = match outcome {
            Outcome::Posted(comment) => {
                self.remember(operation, id, &draft, vote);
                match operation {
                    Operation::Vote => {}
                    Operation::Edit => {
                        self.say(words.changed);
                        self.forms.retain(|form| form.id != edit_id);
                        self.open = None;
                        self.lead_to(list::element_id(id));
                    }
                    _ => self.said = words.deleted.into(),
                }
                if operation == Operation::Delete {
                    thread::remove(&mut self.listing.comments, id);
                    self.lead_to("comments-heading".into());
                } else {
                    thread::merge(&mut self.listing.comments, vec![comment]);
                }
                self.reorder();
                return;
            }
            Outcome::Refused(refusal) => {
                if let Some(index) = form {
                    self.forms[index].is_busy = false;
                    return self.refused(index, refusal);
                }
                words::refusal(&refusal, Default::default(), &config)
            }
            Outcome::Unclear { .. } => words.unreachable.into(),
        };
        match form {
            Some(index) => {
                self.forms[index].is_busy = false;
                self.forms[index].note = trouble;
            }
            None => self.trouble = (id.into(), trouble),
        }
    }

    /// What this browser remembers of a change.
    fn remember(&mut self, operation: Operation, id: &str, draft: &Draft, vote: i8) {
        let known = self.own.iter().position(|own| own.id == id);
        match (operation, known) {
            (Operation::Vote, Some(index)) => self.own[index].vote = vote,
            (Operation::Vote, None) => self.own.push(OwnComment {
                id: id.into(),
                text: String::new(),
                name: String::new(),
                parent: String::new(),
                created_ms: locale::now().0,
                is_pending: false,
                vote,
            }),
            (Operation::Edit, Some(index)) => self.own[index].text.clone_from(&draft.text),
            (_, Some(index)) => drop(self.own.swap_remove(index)),
            (_, None) => {}
        }
        self.keep_own();
    }
}
