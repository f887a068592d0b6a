//! The way of a comment to the server, exactly once: a state machine.
//!
//! What a reader sends becomes an [`Entry`] of the outbox, written down in the
//! browser before the network is touched, with one identity for good. One page
//! at a time owns an entry (see [`super::lease`]) and drives it: it tells what
//! happened ([`Event`]) and does what it is told ([`Effect`]).
//!
//! | state | what is known | goes on when |
//! | --- | --- | --- |
//! | [`State::Waiting`] | nothing is under way | its time has come, and there is a network |
//! | [`State::Posting`] | the comment is on its way | the request has ended |
//! | [`State::Looking`] | the thread is being listed | it was listed, or could not be |
//! | [`State::Asking`] | only the reader can decide | the reader does |
//! | [`State::Returned`] | the server does not want it | the text is in the form again |
//!
//! ```text
//!            reader sends                      posted
//!                 │     ┌───────── Posting ──────────────► done
//!                 ▼     │ its time    │ │ refused
//!              Waiting ─┤  has come   │ └──────────────► Returned ──► the form
//!                 ▲     │             │ unclear
//!   too many, ────┘     └─ Looking ◄──┘ (by way of Waiting)
//!   not sent,              │ │ │ found ────────────────► done
//!   absent and safe ◄──────┘ │ └ unsure, or tried too often ─► Asking
//!                            └ not listed ─► Waiting
//! ```
//!
//! Invariants, which the tests hold against a simulated server, network and
//! browser:
//!
//! 1. **Written down first.** An entry is stored, as it is after
//!    [`Entry::apply`], before the effect is done. So whatever a crashed page
//!    has begun can be read from storage.
//! 2. **No second request while it may have arrived.** [`Effect::Post`] comes
//!    only if no earlier request can have been kept: none was sent, or each was
//!    refused, or a list that had to hold the comment, and was asked for when
//!    no request could be under way any more ([`SETTLE_MS`]), did not hold it.
//!    The exceptions: a server that knows a comment again, and a reader who
//!    decided.
//! 3. **Never lost.** An entry goes away only when the server has its comment,
//!    when its text is in the form again, or when the reader throws it away.
//! 4. **Only the owner acts**, on the entry as it is in storage when it becomes
//!    the owner ([`Event::Woken`]).
//! 5. **It ends.** After [`MAX_TRIES`] requests without a word from the reader,
//!    the reader is asked.

mod likeness;
#[cfg(test)]
mod simulation;
mod stored;
#[cfg(test)]
mod tests;

use super::backend::{Outcome, Refusal};
use super::form::Cause;
use super::{Comment, Draft};
use likeness::Likeness;
pub use likeness::Search;

/// How long a request may be under way after we have given it up: a server that
/// is slow, a proxy that holds it. A list that is asked for later says the truth.
pub const SETTLE_MS: f64 = 15_000.0;

/// So many requests are made before the reader is asked.
pub const MAX_TRIES: u32 = 8;

/// The first wait after a failure; each further one is twice as long.
const FIRST_WAIT_MS: f64 = 2_000.0;

/// No wait of our own is longer.
const LONGEST_WAIT_MS: f64 = 300_000.0;

/// A comment on its way, with one identity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its identity: random, given when the reader sends, and never changed.
    pub id: String,
    /// What the reader sent, made tidy.
    pub draft: Draft,
    /// How far it has come.
    pub state: State,
    /// A request may have been kept by the server.
    pub maybe_sent: bool,
    /// How many requests were made since the reader last said something.
    pub tries: u32,
    /// Nothing is asked for before this moment (milliseconds since 1970).
    pub not_before: f64,
    /// From this moment on no request of ours can be under way.
    pub settled_at: f64,
    /// When it was first sent; 0 before.
    pub first_sent: f64,
    /// The comments that could be taken for it and were there before.
    pub known: Vec<String>,
    /// It was written down as it was typed: whether it can be sent at all has yet
    /// to be looked at.
    pub is_wish: bool,
    /// What the server last said against it; not stored.
    pub refusal: Option<Refusal>,
}

/// How far an entry has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing is under way.
    #[default]
    Waiting,
    /// It is being sent.
    Posting {
        /// An earlier request may have been kept.
        again: bool,
    },
    /// The thread is being listed, to see whether it has arrived.
    Looking,
    /// The reader has to decide: send it again, or not.
    Asking,
    /// The server does not want it; its text goes back into the form.
    Returned,
}

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page owns the entry now, and has read it from storage; also, it was
    /// just put there.
    Woken,
    /// Time has passed, or the network is back.
    Ticked,
    /// The request that sends it has ended.
    Ended(Outcome),
    /// It could not be sent: a step before has failed.
    NotSent(Refusal),
    /// The thread was listed, or could not be.
    Looked(Looked),
    /// The reader wants it sent now: at once while it waits, and again, though
    /// it may then be there twice, where only the reader can decide.
    SendNow,
    /// The reader wants the text back, to change it.
    TakenBack,
    /// The reader throws it away, or has seen it in the thread.
    Dropped,
}

/// What a list says about an entry.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Clone, Debug, PartialEq)]
pub enum Looked {
    /// It is there.
    Found(Comment),
    /// It is not.
    Absent,
    /// Something is there that may be it, or not all could be listed.
    Unsure,
    /// The thread can't be listed.
    Failed,
}

/// What has to be done now.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing, until something happens.
    Rest,
    /// Tell [`Event::Ticked`] at this moment.
    Wake(f64),
    /// Send it, as [`Entry::draft`] with the key [`Entry::id`].
    Post,
    /// List the thread and look for it (see [`Search`]).
    Look,
    /// Ask the reader whether to send it again.
    Ask,
    /// Put the text back into the form, then forget the entry.
    Return,
    /// The server has it: forget the entry, show the comment. Where it is
    /// absent, the server has said no more than that.
    Done(Option<Comment>),
    /// Forget the entry: the reader does not want it.
    Forget,
}

/// What is so at the moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facts {
    /// Milliseconds since 1970.
    pub now_ms: f64,
    /// From 0 to 1, another one each time.
    pub random: f64,
    /// There may be a network.
    pub is_online: bool,
    /// This page owns the entry, and no other.
    pub is_owner: bool,
    /// The thread can be listed.
    pub can_list: bool,
    /// See [`super::Backend::lists_all`].
    pub lists_all: bool,
    /// See [`super::Backend::knows_again`].
    pub knows_again: bool,
    /// In how many milliseconds the server wants to be asked again.
    pub retry_after_ms: f64,
}

impl Entry {
    /// What a reader sends. `listed` are the comments that are there.
    pub fn new(id: &str, draft: Draft, listed: &[Comment]) -> Self {
        let mut entry = Entry { id: id.into(), draft, ..Entry::default() };
        entry.know(listed);
        entry
    }

    /// Notes which of the comments that are `listed` could be taken for it: they
    /// are there before it is first sent.
    pub fn know(&mut self, listed: &[Comment]) {
        self.known.clear();
        for comment in listed {
            let is_mine =
                !self.draft.name.is_empty() && comment.author.as_deref() == Some(&self.draft.name);
            if is_mine || self.likeness(comment) != Likeness::Other {
                self.known.push(comment.id.clone());
            }
        }
    }

    /// Whether it is what the reader has just sent once more, by a second click
    /// or after a reload: then there is no new entry.
    pub fn is_same(&self, draft: &Draft) -> bool {
        self.draft.text == draft.text && self.draft.parent == draft.parent
    }

    /// Whether a request is under way.
    pub fn is_busy(&self) -> bool {
        matches!(self.state, State::Posting { .. } | State::Looking)
    }

    /// Goes on; what does not fit the state changes nothing. The entry has to
    /// be stored before the effect is done.
    pub fn apply(&mut self, event: Event, facts: &Facts) -> Effect {
        match (self.state, event) {
            (_, Event::Woken) => {
                if let State::Posting { .. } | State::Looking = self.state {
                    // A page has died while it waited for the answer.
                    self.settled_at = facts.now_ms + SETTLE_MS;
                    self.state = State::Waiting;
                }
            }
            (State::Waiting, Event::Ticked) => {}
            (State::Posting { again }, Event::Ended(outcome)) => match outcome {
                Outcome::Posted(comment) => return Effect::Done(Some(comment)),
                Outcome::Refused(refusal) => {
                    // That this one was refused says nothing of an earlier one.
                    self.maybe_sent = again;
                    return self.refused(refusal, facts);
                }
                Outcome::Unclear { .. } => {
                    self.settled_at = facts.now_ms + SETTLE_MS;
                    self.wait(facts);
                }
            },
            (State::Posting { again }, Event::NotSent(refusal)) => {
                self.maybe_sent = again;
                if matches!(refusal.status, 400..500) && refusal.status != 408 {
                    return self.refused(refusal, facts);
                }
                self.wait(facts);
            }
            (State::Looking, Event::Looked(looked)) => match looked {
                Looked::Found(comment) => return Effect::Done(Some(comment)),
                Looked::Failed => self.wait(facts),
                Looked::Unsure => self.state = State::Asking,
                // What is still under way may arrive yet.
                Looked::Absent if self.not_before < self.settled_at => {
                    self.not_before = self.settled_at;
                    self.state = State::Waiting;
                }
                Looked::Absent if facts.lists_all => {
                    self.maybe_sent = false;
                    self.state = State::Waiting;
                }
                Looked::Absent => self.state = State::Asking,
            },
            (State::Waiting, Event::SendNow) => {
                self.tries = 0;
                self.not_before = 0.0;
            }
            (State::Asking, Event::SendNow) => {
                self.maybe_sent = false;
                self.tries = 0;
                self.not_before = 0.0;
                self.state = State::Waiting;
            }
            (State::Waiting | State::Asking, Event::TakenBack) => self.state = State::Returned,
            (State::Waiting | State::Asking, Event::Dropped) => return Effect::Forget,
            _ => return Effect::Rest,
        }
        self.go_on(facts)
    }

    fn go_on(&mut self, facts: &Facts) -> Effect {
        match self.state {
            State::Returned => return Effect::Return,
            State::Asking => return Effect::Ask,
            State::Waiting if facts.is_owner && facts.is_online => {}
            _ => return Effect::Rest,
        }
        if facts.now_ms < self.not_before {
            return Effect::Wake(self.not_before);
        }
        let must_look = self.maybe_sent && !facts.knows_again;
        if self.tries >= MAX_TRIES || must_look && !facts.can_list {
            self.state = State::Asking;
            return Effect::Ask;
        }
        self.tries += 1;
        if must_look {
            // The moment of the question is what counts.
            self.not_before = facts.now_ms;
            self.state = State::Looking;
            return Effect::Look;
        }
        self.state = State::Posting { again: self.maybe_sent };
        self.maybe_sent = true;
        if self.first_sent == 0.0 {
            self.first_sent = facts.now_ms;
        }
        Effect::Post
    }

    fn refused(&mut self, refusal: Refusal, facts: &Facts) -> Effect {
        let cause = refusal.cause;
        self.refusal = Some(refusal);
        match cause {
            Some(Cause::Duplicate) if self.maybe_sent => return Effect::Done(None),
            Some(Cause::TooMany) => self.wait(facts),
            // An earlier one may be there: its text must not be sent anew
            // without the reader's knowing.
            _ if self.maybe_sent => self.state = State::Asking,
            _ => self.state = State::Returned,
        }
        self.go_on(facts)
    }

    /// Waits before the next request: longer each time, not in step with
    /// others, and at least as long as the server wants.
    fn wait(&mut self, facts: &Facts) {
        let mut wait_ms = FIRST_WAIT_MS;
        for _ in 1..self.tries {
            wait_ms *= 2.0;
        }
        let wait_ms = wait_ms.min(LONGEST_WAIT_MS) * (0.5 + facts.random);
        self.not_before = facts.now_ms + wait_ms.max(facts.retry_after_ms);
        self.state = State::Waiting;
    }
}
