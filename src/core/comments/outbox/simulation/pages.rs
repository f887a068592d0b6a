//! What pages do: own an entry, write down, act, crash.

use super::world::{BrowserPage, Happening, KEY, TEXT, World, stored};
use crate::comments::Draft;
use crate::comments::lease::{self, Claim};
use crate::comments::outbox::{Effect, Entry, Event, SETTLE_MS, Search};

impl World {
    pub(super) fn crash(&mut self, page: usize) {
        self.judged.crashes += 1;
        let name = self.name(page);
        let life = self.pages[page].life + 1;
        self.pages[page] = BrowserPage { life, ..BrowserPage::default() };
        if self.lock == Some(page) {
            self.lock = None;
        }
        // Left in order, a page gives its lease back.
        if self.random.chance(0.5) && self.lease.as_ref().is_some_and(|lease| lease.owner == name) {
            self.lease = None;
        }
        // What is on its way may still arrive, for a while.
        let (latest, gone) = (self.now + SETTLE_MS - 1.0, life - 1);
        for (at, happening) in &mut self.due {
            if let Happening::PostArrives { page: of, life, .. } = happening
                && (*of, *life) == (page, gone)
            {
                *at = at.min(latest);
            }
        }
    }

    pub(super) fn open(&mut self, page: usize) {
        self.pages[page].is_open = true;
        let life = self.pages[page].life;
        self.at(0.0, Happening::Timer { page, life });
        if !self.uses_locks {
            self.at(0.0, Happening::Renewal { page, life });
        }
    }

    /// A page becomes the owner, if it can, and reads what is stored.
    pub(super) fn claim(&mut self, page: usize) {
        if self.storage.is_none() {
            self.pages[page].entry = None;
            if self.lock == Some(page) {
                self.lock = None;
            }
            return;
        }
        if self.uses_locks {
            if self.lock.is_some() {
                return;
            }
            self.lock = Some(page);
        } else {
            match lease::claim(
                self.lease.as_ref(),
                &self.name(page),
                self.pages[page].entry.is_some(),
                self.now,
            ) {
                Claim::Write(lease) => {
                    self.lease = Some(lease);
                    self.pages[page].entry = None;
                    return;
                }
                Claim::Taken(_) => {
                    self.pages[page].entry = None;
                    return;
                }
                Claim::Owned(lease) => self.lease = Some(lease),
            }
            if self.pages[page].entry.is_some() {
                return;
            }
        }
        // Read anew: what this page knew of it may be old.
        self.pages[page].entry = self.storage.as_ref().and_then(Entry::from_json);
        self.tell(page, Event::Woken, 0.0);
    }

    /// The reader sends: on a page, maybe several times.
    pub(super) fn submit(&mut self, page: usize) {
        let draft = Draft { text: TEXT.into(), name: "Ann".into(), ..Draft::default() };
        if let Some(entry) = self.storage.as_ref().and_then(Entry::from_json) {
            assert!(entry.is_same(&draft));
            return;
        }
        let listed = self.listed();
        // Written down before anything else.
        self.storage = Some(stored(&Entry::new(KEY, draft, &listed)));
        self.form = None;
        self.open(page);
        self.claim(page);
    }

    pub(super) fn tell(&mut self, page: usize, event: Event, retry_after_ms: f64) {
        let facts = self.facts(page, retry_after_ms);
        if !facts.is_owner {
            return;
        }
        let Some(mut entry) = self.pages[page].entry.take() else { return };
        let effect = entry.apply(event, &facts);
        if self.trouble(0.02) {
            return self.crash(page);
        }
        if !matches!(effect, Effect::Done(_) | Effect::Forget) {
            self.storage = Some(stored(&entry));
        }
        self.pages[page].entry = Some(entry);
        if self.trouble(0.02) {
            return self.crash(page);
        }
        self.act(page, effect);
        if self.trouble(0.02) {
            self.crash(page);
        }
    }

    pub(super) fn act(&mut self, page: usize, effect: Effect) {
        let life = self.pages[page].life;
        match effect {
            Effect::Rest => {}
            Effect::Wake(at) => self.at(at - self.now, Happening::Timer { page, life }),
            Effect::Post => self.post(page, life),
            Effect::Look => {
                self.pages[page].search = Search::default();
                self.list(page, life, 0);
            }
            Effect::Ask => {
                self.judged.asked += 1;
                let after = self.random.next() * 60_000.0;
                self.at(after, Happening::Reader { page, life });
            }
            Effect::Return => {
                self.form = Some(self.pages[page].entry.as_ref().unwrap().draft.text.clone());
                if self.trouble(0.05) {
                    return self.crash(page);
                }
                self.judged.returned = true;
                self.forget(page);
            }
            Effect::Done(_) => {
                self.judged.done = true;
                self.forget(page);
            }
            Effect::Forget => {
                self.judged.thrown_away = true;
                self.forget(page);
            }
        }
    }

    pub(super) fn forget(&mut self, page: usize) {
        self.storage = None;
        self.pages[page].entry = None;
        if self.lock == Some(page) {
            self.lock = None;
        }
    }
}
