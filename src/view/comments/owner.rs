//! Who drives an entry of the outbox: of all pages of the site, one.

use article_widget_browser::lock::Lock;
use article_widget_browser::timer::Timer;
use article_widget_browser::{locale, storage};
use article_widget_core::comments::form::{check, tidy};
use article_widget_core::comments::lease::{self, Claim, Lease};
use article_widget_core::comments::outbox::{Entry, Event};

use super::form::{self, Form};
use super::section::{State, Task};

impl State {
    /// Has nobody but this page drive an entry, once that can be.
    pub(super) fn claim(&mut self, id: &str) {
        let Some(at) = self.position(id) else { return };
        let name = lease::name(&self.key(id));
        let now_ms = locale::now().0;
        let (granted, again) = (self.due(Task::Own, id), self.due(Task::Claim, id));
        let sent = &mut self.outbox[at];
        if !sent.is_kept {
            // There is no other page that could know of it.
            return self.owned(id);
        }
        if sent.claim.is_none() {
            sent.lock = Lock::request(&name, granted);
            if sent.lock.is_some() {
                return;
            }
        }
        let lease = Lease::from_json(&storage::read_json(&name));
        let mut is_owned = false;
        let again_ms = match lease::claim(lease.as_ref(), &self.page, sent.is_owned, now_ms) {
            Claim::Write(lease) => {
                storage::write_json(&name, &lease.to_json());
                lease::CONFIRM_MS + 10.0
            }
            Claim::Owned(lease) => {
                storage::write_json(&name, &lease.to_json());
                is_owned = true;
                lease::RENEW_MS
            }
            Claim::Taken(until_ms) => until_ms - now_ms + 10.0,
        };
        sent.claim = Some(Timer::after(again_ms, again));
        if is_owned && !sent.is_owned {
            self.owned(id);
        }
        if let Some(at) = self.position(id) {
            self.outbox[at].is_owned = is_owned;
        }
    }

    /// Whether a wish can be sent: then it is an entry like others.
    fn can_go(&mut self, at: usize) -> bool {
        let entry = &self.outbox[at].entry;
        let mut draft = tidy(&entry.draft);
        let is_right = check(&draft, &self.rules(&Form::default())).is_empty();
        if !is_right || !self.announce_submit(&draft) {
            return false;
        }
        if !self.reader.name.is_empty() {
            draft.name.clone_from(&self.reader.name);
        }
        self.outbox[at].entry = Entry::new(&entry.id, draft, &self.listing.comments);
        true
    }

    /// This page drives the entry from now on, as it is written down.
    pub(super) fn owned(&mut self, id: &str) {
        let Some(at) = self.position(id) else { return };
        let key = self.key(id);
        let sent = &mut self.outbox[at];
        sent.is_owned = true;
        if sent.is_kept {
            match Entry::from_json(&storage::read_json(&key)) {
                Some(entry) => sent.entry = entry,
                None => {
                    // Another page has seen to it.
                    self.forget(at);
                    self.reorder();
                    return self.ask_for_news();
                }
            }
        }
        if sent.entry.is_wish && !self.can_go(at) {
            let form = form::id(&self.outbox[at].entry.draft.parent);
            self.give_back(at);
            // This says why.
            self.submit(&form);
            return self.reorder();
        }
        self.tell(id, Event::Woken);
    }
}
