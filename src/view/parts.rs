//! What comes when: the article first, then what stands below it.
//!
//! The map and the comments are work for the browser while the reader begins to
//! read. So they wait until the reader comes near to them, or until there has
//! been time enough; who follows a link into them does not wait at all.

use article_widget_browser::fragment;
use article_widget_browser::near::Near;
use article_widget_browser::timer::Timer;
use yew::html::Scope;
use yew::prelude::*;

use crate::app::{App, AppMessage};

/// How far it has come.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Parts {
    /// The article.
    Article,
    /// The article and the map.
    WithMap,
    /// Everything.
    All,
}

/// Between two parts: enough for the browser to paint the one.
const REST_MS: f64 = 30.0;

/// How long an article that we have brought is alone, at most: its picture is
/// still on its way.
const ALONE_MS: f64 = 1_000.0;

/// How long an article of the page is. By then the page counts as quiet
/// (Lighthouse, "Time to Interactive": five seconds without a long task).
const ALONE_IN_PAGE_MS: f64 = 6_000.0;

/// The wait for the next part, which says [`AppMessage::Rested`] in the end.
pub struct Wait {
    _time: Timer,
    _near: Option<Near>,
}

impl Wait {
    /// Begins to wait after `parts`, of which `end` is the lower end.
    pub fn after(parts: Parts, end: &NodeRef, is_in_page: bool, app: &Scope<App>) -> Self {
        let is_alone = parts == Parts::Article && fragment::read().is_empty();
        let near = end.cast().filter(|_| is_alone).map(|end| {
            let app = app.clone();
            Near::new(&end, move || app.send_message(AppMessage::Rested))
        });
        let wait_ms = match near {
            None => REST_MS,
            Some(_) if is_in_page => ALONE_IN_PAGE_MS,
            Some(_) => ALONE_MS,
        };
        let app = app.clone();
        let rested = move || app.send_message(AppMessage::Rested);
        Wait { _time: Timer::after(wait_ms, Box::new(rested)), _near: near }
    }
}

impl Parts {
    /// The next step.
    pub fn next(self) -> Self {
        match self {
            Parts::Article => Parts::WithMap,
            _ => Parts::All,
        }
    }
}
