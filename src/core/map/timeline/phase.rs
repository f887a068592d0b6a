//! Whether an interval has begun, holds, or is over at a moment.

use crate::date::{Interval, PartialDate};

/// What an interval is at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// It begins later.
    NotYet,
    /// It begins at this very date.
    Begins,
    /// It has begun, or always was, and is not over.
    Holds,
    /// It ends at this very date.
    Ends,
    /// It has ended before.
    Over,
}

impl Phase {
    /// What `interval` is at `at`. What ends within a year is over when that year
    /// is: before, nobody knows.
    ///
    /// ```
    /// use article_widget_core::date::{Interval, PartialDate};
    /// use article_widget_core::map::timeline::Phase;
    /// let date = |text: &str| text.parse::<PartialDate>().ok();
    /// let accord = Interval { since: date("2012-07"), until: date("2024-03-16") };
    /// let at = |text| Phase::of(accord, date(text).unwrap());
    /// assert_eq!(at("2012"), Phase::NotYet);
    /// assert_eq!(at("2012-07"), Phase::Begins);
    /// assert_eq!(at("2023-12"), Phase::Holds);
    /// assert_eq!(at("2024-03-16"), Phase::Ends);
    /// assert_eq!(at("2025"), Phase::Over);
    /// ```
    pub fn of(interval: Interval, at: PartialDate) -> Self {
        let Interval { since, until } = interval;
        if since == Some(at) {
            return Phase::Begins;
        }
        if until == Some(at) {
            return Phase::Ends;
        }
        if since.is_some_and(|since| at.order() < since.order()) {
            return Phase::NotYet;
        }
        if until.is_some_and(|until| at.first_day() > until.last_day()) {
            return Phase::Over;
        }
        Phase::Holds
    }

    /// Whether it is true then.
    pub fn is_true(self) -> bool {
        !matches!(self, Phase::NotYet | Phase::Over)
    }
}
