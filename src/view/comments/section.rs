//! What the comment section knows, and what happens in it.

use article_widget_browser::timer::Timer;
use article_widget_browser::{event, fetch, locale, page, storage};
use article_widget_core::comments::Comment;
use article_widget_core::comments::backend::{Backend, Listing, Operation, Page, Sort, Values};
use article_widget_core::comments::own;
use article_widget_core::comments::thread::{self, Row};
use article_widget_core::http::{Answer, NoAnswer, Request};
use article_widget_core::json::Json;
use wasm_bindgen::JsValue;
use yew::html::Scope;

use super::deed::Deed;
use super::form::Form;
use super::later::Code;
use super::outbox::{self, Sent};
use super::reader::{self, Reader};
use super::reading::{POLL_MS, wanted};
use super::server::{self, Purpose};
use super::{CommentSection, CommentSectionProps};
use crate::config::CommentsConfig;

/// What has happened.
pub enum Message {
    /// The reader has done something.
    Deed(Deed),
    /// What was asked for has come, or will not.
    Answered(Purpose, Result<Answer, NoAnswer>),
    /// What is wrong with the server's description is known.
    Checked(String),
    /// The page says who the reader is, so that the form with this `id` can go.
    Known(String, Reader),
    /// There may be something in the outbox.
    Waiting,
    /// The code for all that is not reading is there, or is not.
    Code(bool),
    /// The time has come for this, with an entry or a form by its `id`.
    Due(Task, String),
    /// The network, the page's address or who looks at it may be another.
    PageChanged(String),
}

/// What can be due.
pub enum Task {
    /// Driving an entry: nobody else does.
    Own,
    /// Going on with an entry.
    Tick,
    /// Finding out who drives an entry.
    Claim,
    /// Sending a form.
    Send,
    /// Asking for new comments.
    Poll,
}

/// What the section shows, and what is not seen of it.
pub struct State {
    /// What the app has given.
    pub props: CommentSectionProps,
    /// How far the comments have come.
    pub stage: Stage,
    /// How the server is asked.
    pub backend: Backend,
    /// The comments, and what the server wants of a form.
    pub listing: Listing,
    /// The comments in the order in which they are read.
    pub rows: Vec<Row>,
    /// That order.
    pub sort: Sort,
    /// So many of them are drawn.
    pub portion: usize,
    /// New ones, which the reader has not asked for yet.
    pub fresh: Vec<Comment>,
    /// Those whose answers are hidden.
    pub collapsed: Vec<String>,
    /// What this reader has written and voted here (see [`own`]).
    pub own: Vec<Json>,
    /// What is being written.
    pub forms: Vec<Form>,
    /// What is on its way.
    pub outbox: Vec<Sent>,
    /// The `id` of the comment whose answer or edit is written.
    pub open: Option<String>,
    /// The `id` of the comment that is to be taken back, if the reader says so.
    pub leaving: Option<String>,
    /// What there is to say of one comment, by its `id`.
    pub trouble: (String, String),
    /// What is said to who does not see what changes.
    pub said: String,
    /// Where the focus goes once the next picture is drawn: an element's id.
    pub focus_next: Option<String>,
    /// Who the page says that the reader is.
    pub reader: Reader,
    /// The part of the list that the page's address names, until it is found.
    pub(super) wanted: String,
    /// When new comments were last asked for.
    pub(super) polled_ms: f64,
    pub(super) config: CommentsConfig,
    /// A random name of this page.
    pub(super) page: String,
    /// The requests under way, which end with the section.
    requests: Vec<fetch::Sent>,
    /// Those that send a comment, which do not.
    posting: Vec<fetch::Sent>,
    pub(super) poll: Option<Timer>,
    pub(super) code: Code,
    /// What waits for it.
    pub(super) held: Vec<Message>,
    pub(super) section: Scope<CommentSection>,
}

/// How far the comments have come.
#[derive(Clone, Copy, PartialEq)]
pub enum Stage {
    /// They are on their way.
    Loading,
    /// The server's description can't be used.
    WrongDescription,
    /// The server does not answer, or not with a list.
    Unreachable,
    /// They are there.
    Ready,
}

/// So many comments are drawn at first, and so many more each time.
pub(super) const PORTION: usize = 50;

impl State {
    /// A section without comments yet, whose server is asked for them.
    pub fn begin(props: CommentSectionProps, section: Scope<CommentSection>) -> Self {
        let config = props.config.comments.clone().unwrap_or_default();
        let own = storage::read_json(&own::storage_key(&config.thread));
        let mut state = State {
            props,
            stage: Stage::Loading,
            backend: Backend::default(),
            listing: Listing::default(),
            rows: Vec::new(),
            sort: Sort::Newest,
            portion: PORTION,
            fresh: Vec::new(),
            collapsed: Vec::new(),
            own: own.into_items(),
            forms: Vec::new(),
            outbox: Vec::new(),
            open: None,
            leaving: None,
            trouble: Default::default(),
            said: String::new(),
            focus_next: None,
            reader: Reader::default(),
            wanted: wanted(),
            polled_ms: 0.0,
            config,
            page: outbox::identity(),
            requests: Vec::new(),
            posting: Vec::new(),
            poll: None,
            code: Code::Absent,
            held: Vec::new(),
            section,
        };
        // Without a form: before anything else.
        state.ask_who(String::new());
        state
    }

    /// Takes in what has happened; whether there is something new to be seen.
    pub fn take_in(&mut self, message: Message) -> bool {
        match message {
            Message::Deed(deed) => return self.done(deed),
            Message::Answered(purpose, answer) if !purpose.is_later() => {
                self.answered(purpose, answer);
            }
            Message::Checked(answer) => self.checked(&answer),
            Message::Known(form, reader) if form.is_empty() => {
                self.know(reader);
                let request = server::description(&self.config);
                self.ask(request, Purpose::Description);
            }
            // The reader's eyes are what counts, as when a page is seen again.
            Message::Due(Task::Poll, _) => return self.page_changed(""),
            Message::PageChanged(kind) => return self.page_changed(&kind),
            Message::Code(is_here) => return self.code_came(is_here),
            other => return self.later(other),
        }
        true
    }

    /// What says, once, that `task` is due.
    pub(super) fn due(&self, task: Task, id: &str) -> Box<dyn FnMut()> {
        let section = self.section.clone();
        let mut message = Some(Message::Due(task, id.into()));
        Box::new(move || {
            if let Some(message) = message.take() {
                section.send_message(message);
            }
        })
    }

    /// Asks the page who the reader is, where it knows.
    pub(super) fn ask_who(&mut self, form: String) {
        if !reader::ask(&self.props.host, self.section.clone(), form.clone()) {
            self.section.send_message(Message::Known(form, Reader::default()));
        }
    }

    pub(super) fn know(&mut self, reader: Reader) {
        self.reader = reader;
        self.backend.know_reader(&self.reader.token);
    }

    fn page_changed(&mut self, kind: &str) -> bool {
        match kind {
            "online" if self.stage == Stage::Unreachable => self.load(),
            _ if self.stage != Stage::Ready => return false,
            "online" if !self.held.is_empty() => self.fetch_code(),
            "online" if self.outbox.is_empty() => return false,
            "online" => return self.later(Message::PageChanged(String::new())),
            "hashchange" => {
                self.wanted = wanted();
                self.go_to_wanted();
            }
            _ => {
                if page::is_seen() && locale::now().0 - self.polled_ms > POLL_MS {
                    self.ask_for_news();
                }
                return false;
            }
        }
        true
    }

    /// Tells the host page; `false` when it prevents what comes next.
    pub(super) fn announce(&self, name: &str, detail: &[(&str, JsValue)], can_stop: bool) -> bool {
        event::emit(&self.props.host, name, detail, can_stop)
    }

    pub(super) fn ask(&mut self, request: Request, purpose: Purpose) {
        if self.backend.is_in_this_browser() {
            let answer = server::local(request, &self.config.thread);
            return self.section.send_message(Message::Answered(purpose, Ok(answer)));
        }
        let is_posting = matches!(purpose, Purpose::Post(..));
        let request = server::ask(self.section.clone(), &request, purpose);
        let requests = if is_posting { &mut self.posting } else { &mut self.requests };
        requests.retain(fetch::Sent::is_open);
        requests.push(request);
    }

    /// Asks the server for `operation`, with the steps that it takes.
    pub(super) fn run(&mut self, operation: Operation, values: Values, purpose: Purpose) {
        let next = self.backend.next(operation, &values);
        let purpose = match next.step {
            None => purpose,
            Some(step) => Purpose::Step(step, operation, values, Box::new(purpose)),
        };
        self.ask(next.request, purpose);
    }

    pub(super) fn list(&mut self, page: Page, purpose: fn(Page) -> Purpose) {
        let values = self.backend.page_values(&page, self.sort);
        self.run(Operation::List, values, purpose(page));
    }

    fn answered(&mut self, purpose: Purpose, answer: Result<Answer, NoAnswer>) {
        match purpose {
            Purpose::Description => self.described(answer),
            Purpose::Step(step, operation, values, purpose) => {
                if self.backend.gain(step, &answer) {
                    self.run(operation, values, *purpose);
                } else {
                    // As if the server had not answered this one either.
                    self.answered(*purpose, Err(NoAnswer));
                }
            }
            Purpose::List(page) => match self.read_list(Operation::List, answer, &page) {
                Some(listing) => self.listed(&page, listing),
                None if self.stage == Stage::Ready => {
                    let words = &self.props.config.language.comments;
                    self.say(words.unreachable);
                }
                None => self.stage = Stage::Unreachable,
            },
            Purpose::News(operation) => {
                if let Some(news) = self.read_list(operation, answer, &Page::default()) {
                    self.heard_of(news.comments);
                }
            }
            // See `later`.
            _ => {}
        }
    }

    pub(super) fn read_list(
        &self,
        operation: Operation,
        answer: Result<Answer, NoAnswer>,
        page: &Page,
    ) -> Option<Listing> {
        self.backend.read_list(operation, &answer.ok()?, page)
    }

    /// A part of the list has come.
    fn listed(&mut self, page: &Page, mut listing: Listing) {
        let before = self.rows.len();
        if page.number > 0 {
            let more = core::mem::take(&mut listing.comments);
            listing.comments = core::mem::take(&mut self.listing.comments);
            thread::merge(&mut listing.comments, more);
            self.portion += PORTION;
        }
        own::show(&mut self.own, &mut listing.comments, locale::now().0);
        let is_first = self.stage != Stage::Ready;
        self.stage = Stage::Ready;
        self.listing = listing;
        if is_first {
            self.form("form");
            if outbox::is_filled(&self.config.thread) {
                self.later(Message::Waiting);
            }
        } else if page.number == 0 && !self.outbox.is_empty() {
            self.later(Message::Waiting);
        }
        self.reorder();
        if page.number > 0 {
            self.focus_row(before);
        }
        self.polled_ms = locale::now().0;
        self.poll_later();
        self.go_to_wanted();
    }

    /// Writes down what the reader has written and voted.
    pub(super) fn keep_own(&mut self) {
        let own = Json::List(core::mem::take(&mut self.own));
        storage::write_json(&own::storage_key(&self.config.thread), &own);
        self.own = own.into_items();
    }

    /// Leads the reader to the element `id`, once the next picture is drawn.
    #[inline(never)]
    pub(super) fn lead_to(&mut self, id: String) {
        self.focus_next = Some(id);
    }

    /// Says something to who does not see what changes.
    #[inline(never)]
    pub(super) fn say(&mut self, words: &str) {
        self.said = words.into();
    }

    /// The comment with this `id`.
    pub fn comment(&self, id: &str) -> Option<&Comment> {
        let comments = &self.listing.comments;
        thread::position(comments, id).map(|at| &comments[at])
    }
}

impl Drop for State {
    fn drop(&mut self) {
        // What is being posted is not torn off, and keeps its lock to its end.
        self.posting.retain(fetch::Sent::is_open);
        core::mem::forget(core::mem::take(&mut self.posting));
    }
}
