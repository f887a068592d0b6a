//! One world: a server, a network, a browser with two pages, and a reader.

use super::server::{Kept, Random, Server};
use crate::comments::backend::{Listing, Page};
use crate::comments::lease::{self, Lease};
use crate::comments::outbox::{Entry, Event, Facts, Search};
use crate::comments::{Comment, Draft};
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
pub(super) struct BrowserPage {
    pub(super) is_open: bool,
    /// Requests and timers of a page that is gone are nobody's.
    pub(super) life: u32,
    pub(super) entry: Option<Entry>,
    pub(super) search: Search,
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
    pub(super) random: Random,
    pub(super) server: Server,
    pub(super) kept: Vec<Kept>,
    pub(super) storage: Option<Json>,
    pub(super) form: Option<String>,
    pub(super) uses_locks: bool,
    pub(super) lock: Option<usize>,
    pub(super) lease: Option<Lease>,
    pub(super) is_online: bool,
    pub(super) has_trouble: bool,
    pub(super) pages: [BrowserPage; 2],
    pub(super) due: Vec<(f64, Happening)>,
    pub(super) judged: Judged,
}

pub(super) const TEXT: &str =
    "See [this](https://example.org/long/address) *now*, all of you who read";
pub(super) const SHOWN: &str = "See this now, all of you who read";
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

    pub(super) fn at(&mut self, after_ms: f64, happening: Happening) {
        self.due.push((self.now + after_ms, happening));
    }

    pub(super) fn facts(&mut self, page: usize, retry_after_ms: f64) -> Facts {
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

    pub(super) fn is_owner(&self, page: usize) -> bool {
        if self.uses_locks {
            return self.lock == Some(page);
        }
        self.lease.as_ref().is_some_and(|lease| lease.owner == self.name(page))
            && self.pages[page].entry.is_some()
    }

    pub(super) fn name(&self, page: usize) -> String {
        format!("{page}-{}", self.pages[page].life)
    }

    pub(super) fn trouble(&mut self, of: f64) -> bool {
        self.has_trouble && self.random.chance(of)
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
                match self.pages[page].search.look(&entry, &mut listing) {
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
pub(super) fn stored(entry: &Entry) -> Json {
    let text = serde_json::to_string(&entry.to_json()).unwrap();
    serde_json::from_str(&text).unwrap()
}
