//! How the reader goes through the comments: more of them, in another order, the
//! new ones, one that an address names.

use article_widget_browser::timer::Timer;
use article_widget_browser::{locale, page};
use article_widget_core::comments::backend::{Operation, Page, Sort};
use article_widget_core::comments::{Comment, thread};
use article_widget_core::digits::digits;

use super::section::{PORTION, State, Task};
use super::server::Purpose;
use super::{list, words};

/// How often the server is asked for new comments.
pub const POLL_MS: f64 = 60_000.0;

impl State {
    /// Puts the rows in order, after comments have come or gone.
    pub(super) fn reorder(&mut self) {
        self.rows = thread::reading_order(&self.listing.comments, self.sort);
    }

    pub(super) fn focus_row(&mut self, at: usize) {
        if let Some(row) = self.rows.get(at) {
            self.lead_to(list::element_id(&self.listing.comments[row.index].id));
        }
    }

    /// Where the comment `id` stands among the rows.
    pub(super) fn row_of(&self, id: &str) -> Option<usize> {
        let at = thread::position(&self.listing.comments, id)?;
        self.rows.iter().position(|row| row.index == at)
    }

    /// Shows more of what is there, or asks for more.
    pub(super) fn show_more(&mut self) {
        if self.portion < self.rows.len() {
            self.focus_row(self.portion);
            self.portion += PORTION;
        } else if let Some(page) = self.listing.next.clone() {
            self.list(page, Purpose::List);
        }
    }

    pub(super) fn sort_by(&mut self, key: &str) {
        for sort in Sort::ALL {
            if sort.key() == key {
                self.sort = sort;
            }
        }
        // Only the server can sort what is not here yet.
        if self.listing.next.is_some() && self.backend.sorts(self.sort) {
            self.list(Page::default(), Purpose::List);
        }
        self.portion = PORTION;
        self.reorder();
    }

    /// Leads to the comment that the page's address names, once it is there.
    pub(super) fn go_to_wanted(&mut self) {
        let Some(id) = self.wanted.strip_prefix("comment-") else { return };
        match self.row_of(id) {
            Some(at) => {
                self.portion = self.portion.max(at + 1);
                self.collapsed.clear();
                self.focus_next = Some(core::mem::take(&mut self.wanted));
            }
            None => {
                if let Some(page) = self.listing.next.clone()
                    && page.number < 20
                {
                    self.list(page, Purpose::List);
                }
            }
        }
    }

    pub(super) fn poll_later(&mut self) {
        if self.poll.is_none() && self.backend.can(Operation::Poll) {
            self.poll = Some(Timer::after(POLL_MS, self.due(Task::Poll, "")));
        }
    }

    pub(super) fn ask_for_news(&mut self) {
        self.polled_ms = locale::now().0;
        self.poll = None;
        let mut operation = Operation::List;
        let mut values = self.backend.page_values(&Page::default(), Sort::Newest);
        if self.backend.can(Operation::Poll) {
            operation = Operation::Poll;
            let newest = thread::newest_ms(&self.listing.comments);
            values.set("since", &digits(newest as i64));
        }
        self.run(operation, values, Purpose::News(operation));
    }

    pub(super) fn heard_of(&mut self, news: Vec<Comment>) {
        self.fresh = thread::unseen(&self.listing.comments, news);
        self.said = words::fresh(self);
        self.poll_later();
    }

    /// The reader wants to see what is new.
    pub(super) fn show_fresh(&mut self) {
        let fresh = core::mem::take(&mut self.fresh);
        let first = fresh.first().map(|comment| comment.id.clone());
        self.portion += fresh.len();
        thread::merge(&mut self.listing.comments, fresh);
        self.reorder();
        self.focus_next = first.map(|id| list::element_id(&id));
    }
}

/// The comment that the page's address names, by the `id` of its element.
pub fn wanted() -> String {
    page::named()
}
