//! One world: a server, a network, a browser with two pages, and a reader.

use super::server::{Kept, Random, Server};
use crate::comments::backend::{Listing, Outcome, Page, Refusal};
use crate::comments::comment::plain_blocks;
use crate::comments::form::Cause;
use crate::comments::lease::{self, Claim, Lease};
use crate::comments::outbox::{Effect, Entry, Event, Facts, Looked, SETTLE_MS, Search};
use crate::comments::{Comment, CommentStatus, Draft};
use crate::date::Timestamp;
use crate::json::Json;

#[derive(Clone, Debug)]
pub(super) enum Happening {
    /// A post reaches the server.
    PostArrives { page: usize, life: u32, key: String, draft: Draft, is_heard: bool },
    /// A list reaches the server.
    ListArrives { page: usize, life: u32, part: usize },
    /// What the page hears.
    Heard { page: usize, life: u32, event: Event, retry_after_ms: f64 },
    /// A part of a list is heard.
    PartHeard { page: usize, life: u32, comments: Vec<Comment>, part: usize, has_more: bool },
    /// A timer of the page.
    Timer { page: usize, life: u32 },
    /// A page looks whether it has become the owner, and stays it.
    Renewal { page: usize, life: u32 },
    /// The reader answers.
    Reader { page: usize, life: u32 },
    /// Something goes wrong, or right again.
    Trouble,
}

#[derive(Default)]
struct BrowserPage {
    is_open: bool,
    /// Requests and timers of a page that is gone are nobody's.
    life: u32,
    entry: Option<Entry>,
    search: Search,
}

/// What came of a run.
#[derive(Default, Debug)]
pub(super) struct Judged {
    pub(super) done: bool,
    pub(super) returned: bool,
    pub(super) thrown_away: bool,
    pub(super) asked: u32,
    pub(super) sent_again: u32,
    pub(super) copies: usize,
    pub(super) crashes: u32,
    pub(super) posts: u32,
}

pub(super) struct World {
    pub(super) now: f64,
    random: Random,
    pub(super) server: Server,
    pub(super) kept: Vec<Kept>,
    storage: Option<Json>,
    form: Option<String>,
    pub(super) uses_locks: bool,
    lock: Option<usize>,
    lease: Option<Lease>,
    is_online: bool,
    pub(super) has_trouble: bool,
    pages: [BrowserPage; 2],
    pub(super) due: Vec<(f64, Happening)>,
    judged: Judged,
}

pub(super) const TEXT: &str =
    "See [this](https://example.org/long/address) *now*, all of you who read";
const SHOWN: &str = "See this now, all of you who read";
pub(super) const KEY: &str = "3f6c-1";

impl World {
    pub(super) fn new(number: u64) -> Self {
        let mut random = Random(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..4 {
            random.next();
        }
        let is_moderated = random.chance(0.4);
        let knows_keys = random.chance(0.2);
        let server = Server {
            can_list: random.chance(0.9),
            is_moderated,
            lists_waiting: random.chance(0.3),
            knows_keys,
            knows_texts: random.chance(0.2),
            page_size: [1, 2, 50][random.below(3)],
            shortens: random.chance(0.5),
            names_ids_by_keys: knows_keys && random.chance(0.5),
        };
        World {
            now: 1_795_000_000_000.0,
            uses_locks: random.chance(0.7),
            random,
            server,
            // The same words by somebody else, and others by the same reader.
            kept: vec![
                Kept { key: "a".into(), text: "+1".into(), author: "Bob".into(), at: 0.0 },
                Kept { key: "b".into(), text: TEXT.into(), author: "Ann".into(), at: 1.0 },
                Kept { key: "c".into(), text: "Else".into(), author: "Ann".into(), at: 2.0 },
            ],
            storage: None,
            form: None,
            lock: None,
            lease: None,
            is_online: true,
            has_trouble: true,
            pages: Default::default(),
            due: Vec::new(),
            judged: Judged::default(),
        }
    }

    fn at(&mut self, after_ms: f64, happening: Happening) {
        self.due.push((self.now + after_ms, happening));
    }

    fn facts(&mut self, page: usize, retry_after_ms: f64) -> Facts {
        Facts {
            now_ms: self.now,
            random: self.random.next(),
            is_online: self.is_online,
            is_owner: self.is_owner(page),
            can_list: self.server.can_list,
            lists_all: self.server.lists_all(),
            knows_again: self.server.knows_again(),
            retry_after_ms,
        }
    }

    fn is_owner(&self, page: usize) -> bool {
        if self.uses_locks {
            return self.lock == Some(page);
        }
        self.lease.as_ref().is_some_and(|lease| lease.owner == self.name(page))
            && self.pages[page].entry.is_some()
    }

    fn name(&self, page: usize) -> String {
        format!("{page}-{}", self.pages[page].life)
    }

    fn crash(&mut self, page: usize) {
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
    fn claim(&mut self, page: usize) {
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

    fn act(&mut self, page: usize, effect: Effect) {
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

    fn forget(&mut self, page: usize) {
        self.storage = None;
        self.pages[page].entry = None;
        if self.lock == Some(page) {
            self.lock = None;
        }
    }

    fn trouble(&mut self, of: f64) -> bool {
        self.has_trouble && self.random.chance(of)
    }

    fn post(&mut self, page: usize, life: u32) {
        self.judged.posts += 1;
        if self.trouble(0.05) {
            let status = [0, 404, 500][self.random.below(3)];
            let event = Event::NotSent(Refusal { status, ..Refusal::default() });
            return self.at(50.0, Happening::Heard { page, life, event, retry_after_ms: 0.0 });
        }
        let draft = self.pages[page].entry.as_ref().unwrap().draft.clone();
        let is_lost = self.trouble(0.2);
        // The page gives up after a time, or hears that the connection is gone;
        // what it has sent arrives before all is settled, or never.
        let given_up_after =
            if self.has_trouble { self.random.next() * 30_000.0 } else { 30_000.0 };
        let is_heard = !self.trouble(0.4);
        let latest =
            if is_heard { given_up_after.min(5_000.0) } else { given_up_after + SETTLE_MS - 1.0 };
        let times = if self.server.knows_again() && self.trouble(0.2) { 2 } else { 1 };
        for copy in 0..times {
            if !is_lost {
                let after = self.random.next() * latest;
                let key = String::from(KEY);
                let (draft, is_heard) = (draft.clone(), is_heard && copy == 0);
                self.at(after, Happening::PostArrives { page, life, key, draft, is_heard });
            }
        }
        if is_lost || !is_heard {
            let event = Event::Ended(Outcome::Unclear { answered: false });
            self.at(given_up_after, Happening::Heard { page, life, event, retry_after_ms: 0.0 });
        }
    }

    fn list(&mut self, page: usize, life: u32, part: usize) {
        if self.trouble(0.2) {
            let event = Event::Looked(Looked::Failed);
            return self.at(500.0, Happening::Heard { page, life, event, retry_after_ms: 0.0 });
        }
        let after = self.random.next() * 3_000.0;
        self.at(after, Happening::ListArrives { page, life, part });
    }

    /// What the server does with a post, and what it says.
    fn keep(&mut self, key: String, draft: Draft) -> (Event, f64) {
        let refused = |status, cause| {
            Event::Ended(Outcome::Refused(Refusal { status, cause, ..Refusal::default() }))
        };
        if self.trouble(0.15) {
            return (refused(429, Some(Cause::TooMany)), self.random.next() * 40_000.0);
        }
        if self.trouble(0.03) {
            return (refused(403, Some(Cause::Closed)), 0.0);
        }
        if self.trouble(0.1) {
            // An error before anything was done.
            return (Event::Ended(Outcome::Unclear { answered: true }), 0.0);
        }
        let author = draft.name.clone();
        let is_known = self.kept.iter().any(|kept| kept.key == key);
        if is_known && self.server.knows_keys {
            if self.random.chance(0.5) {
                return (refused(409, Some(Cause::Duplicate)), 0.0);
            }
        } else if is_known && self.server.knows_texts {
            return (refused(409, Some(Cause::Duplicate)), 0.0);
        } else {
            self.kept.push(Kept { key: key.clone(), text: draft.text, author, at: self.now });
        }
        // A 500, a page instead of an answer, an answer that is cut: though it
        // was kept.
        if self.trouble(0.25) {
            let retry_after = if self.random.chance(0.3) { 5_000.0 } else { 0.0 };
            return (Event::Ended(Outcome::Unclear { answered: true }), retry_after);
        }
        let shown = self.shown(self.kept.len() - 1);
        (Event::Ended(Outcome::Posted(shown)), 0.0)
    }

    fn shown(&self, index: usize) -> Comment {
        let kept = &self.kept[index];
        let is_ours = kept.text == TEXT;
        let text = if is_ours && self.server.shortens { SHOWN } else { &kept.text };
        let id = if self.server.names_ids_by_keys { kept.key.clone() } else { index.to_string() };
        Comment {
            id,
            author: Some(kept.author.clone()),
            body: plain_blocks(text),
            created: Some(Timestamp(kept.at)),
            status: CommentStatus::Published,
            ..Comment::default()
        }
    }

    /// What the server lists, newest first.
    fn listed(&self) -> Vec<Comment> {
        let mut listed = Vec::new();
        for index in (0..self.kept.len()).rev() {
            let is_visible = index < 3 || !self.server.is_moderated || self.server.lists_waiting;
            if is_visible {
                listed.push(self.shown(index));
            }
        }
        listed
    }

    fn happen(&mut self, happening: Happening) {
        let lives = |world: &World, page: usize, life: u32| {
            world.pages[page].is_open && world.pages[page].life == life
        };
        match happening {
            Happening::PostArrives { page, life, key, draft, is_heard } => {
                let (event, retry_after_ms) = self.keep(key, draft);
                if is_heard {
                    self.at(100.0, Happening::Heard { page, life, event, retry_after_ms });
                }
            }
            Happening::ListArrives { page, life, part } => {
                let listed = self.listed();
                let size = self.server.page_size;
                let comments: Vec<Comment> =
                    listed.iter().skip(part * size).take(size).cloned().collect();
                let has_more = listed.len() > (part + 1) * size;
                self.at(100.0, Happening::PartHeard { page, life, comments, part, has_more });
            }
            Happening::Heard { page, life, event, retry_after_ms } if lives(self, page, life) => {
                self.tell(page, event.clone(), retry_after_ms);
                // The same once more.
                if self.trouble(0.1) {
                    self.tell(page, event, retry_after_ms);
                }
            }
            Happening::PartHeard { page, life, comments, part, has_more }
                if lives(self, page, life) =>
            {
                let mut listing = Listing::default();
                listing.comments = comments;
                listing.next = has_more.then(Page::default);
                let Some(entry) = &self.pages[page].entry else { return };
                let entry = entry.clone();
                match self.pages[page].search.look(&entry, &listing) {
                    Some(looked) => self.tell(page, Event::Looked(looked), 0.0),
                    None => self.list(page, life, part + 1),
                }
            }
            Happening::Renewal { page, life } if lives(self, page, life) => {
                self.claim(page);
                let is_owner = self.pages[page].entry.is_some();
                let after = if is_owner { lease::RENEW_MS } else { 2.0 * lease::CONFIRM_MS };
                if self.storage.is_some() && lives(self, page, life) {
                    self.at(after, Happening::Renewal { page, life });
                }
            }
            Happening::Timer { page, life } if lives(self, page, life) => {
                if self.pages[page].entry.is_none() && self.uses_locks {
                    self.claim(page);
                }
                self.tell(page, Event::Ticked, 0.0);
                let every = 5_000.0;
                let is_due = |(_, other): &(f64, Happening)| matches!(other, Happening::Timer { page: p, life: l } if (*p, *l) == (page, life));
                if self.storage.is_some() && !self.due.iter().any(is_due) {
                    self.at(every, Happening::Timer { page, life });
                }
            }
            Happening::Reader { page, life } if lives(self, page, life) => {
                let event = match self.random.below(4) {
                    0 => Event::Dropped,
                    1 => Event::TakenBack,
                    _ => Event::SendNow,
                };
                let asked = self.pages[page].entry.as_ref();
                let is_asked = asked
                    .is_some_and(|entry| entry.state == crate::comments::outbox::State::Asking);
                if is_asked && event == Event::SendNow {
                    self.judged.sent_again += 1;
                }
                self.tell(page, event, 0.0);
            }
            Happening::Trouble if self.has_trouble => {
                let page = self.random.below(2);
                match self.random.below(5) {
                    0 if self.pages[page].is_open => self.crash(page),
                    1 | 2 if !self.pages[page].is_open => self.open(page),
                    3 => self.is_online = !self.is_online,
                    4 if self.pages[page].is_open && self.pages[page].entry.is_some() => {
                        // An impatient reader.
                        let is_waiting = self.pages[page].entry.as_ref().unwrap().state
                            == crate::comments::outbox::State::Waiting;
                        if is_waiting {
                            self.tell(page, Event::SendNow, 0.0);
                        }
                        if self.storage.is_some() {
                            self.submit(page);
                        }
                    }
                    _ => {}
                }
                let after = self.random.next() * 20_000.0;
                self.at(after, Happening::Trouble);
            }
            _ => {}
        }
    }

    pub(super) fn run(mut self) -> (Server, Judged) {
        self.open(0);
        if self.random.chance(0.5) {
            self.open(1);
        }
        for _ in 0..3 {
            self.submit(0);
        }
        self.at(0.0, Happening::Trouble);
        let peace = self.now + 20_000.0 + self.random.next() * 200_000.0;
        for step in 0.. {
            assert!(step < 20_000, "it never ends: {:?} {:?}", self.server, self.storage);
            if self.has_trouble && self.now >= peace {
                self.has_trouble = false;
                self.is_online = true;
            }
            if !self.has_trouble {
                if self.storage.is_none() {
                    break;
                }
                for page in 0..2 {
                    if !self.pages[page].is_open {
                        self.open(page);
                    }
                }
            }
            let Some(next) =
                (0..self.due.len()).min_by(|a, b| self.due[*a].0.total_cmp(&self.due[*b].0))
            else {
                // Pages notice by themselves what there is to do.
                for page in 0..2 {
                    if self.pages[page].is_open {
                        self.open(page);
                    }
                }
                self.now += 1_000.0;
                continue;
            };
            let (at, happening) = self.due.swap_remove(next);
            self.now = self.now.max(at);
            self.happen(happening);
        }
        // What is still on its way arrives.
        while let Some(next) =
            (0..self.due.len()).min_by(|a, b| self.due[*a].0.total_cmp(&self.due[*b].0))
        {
            let (at, happening) = self.due.swap_remove(next);
            self.now = self.now.max(at);
            if let Happening::PostArrives { .. } = happening {
                self.happen(happening);
            }
        }
        self.judged.copies = self.kept.iter().filter(|kept| kept.key == KEY).count();
        let judged = &self.judged;
        if judged.returned {
            assert_eq!(self.form.as_deref(), Some(TEXT), "the text is in the form");
        }
        (self.server, self.judged)
    }
}

/// As the browser keeps it: text, and back.
fn stored(entry: &Entry) -> Json {
    let text = serde_json::to_string(&entry.to_json()).unwrap();
    serde_json::from_str(&text).unwrap()
}
