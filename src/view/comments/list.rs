//! The comments in the order in which they are read.

use article_widget_core::comments::Comment;
use article_widget_core::comments::backend::Sort;
use article_widget_core::comments::thread::end_of_answers;
use yew::Html;

use super::comment::comment;
use super::form::button;
use super::section::State;
use super::words;
use crate::config::Config;
use crate::element::{element, nothing};

/// The `id` of the element that shows a comment.
pub fn element_id(comment: &str) -> String {
    ["comment-", comment].concat()
}

/// The `id` of a button of a comment.
pub fn button_id(name: &str, comment: &str) -> String {
    [name, "-", comment].concat()
}

/// All comments, as far as they are shown; above them what changes them, below
/// them what shows more.
pub fn comments(state: &State) -> Html {
    let config = &state.props.config;
    let words = &config.language.comments;
    if state.rows.is_empty() {
        return element("p;class=quiet").text(words.none_yet).html();
    }
    let mut bar = element("div;class=comments-bar");
    if state.rows.len() > 1 {
        bar = bar.child(order(state));
    }
    let fresh = words::fresh(state);
    if !fresh.is_empty() {
        bar = bar.with(button("fresh").text(&fresh));
    }
    let mut list = element("ol;class=comment-list");
    let mut at = 0;
    while at < state.rows.len().min(state.portion) {
        let row = &state.rows[at];
        let end = end_of_answers(&state.rows, at);
        list = list.with(comment(state, row, end - at - 1));
        let is_folded = state.collapsed.contains(&state.listing.comments[row.index].id);
        at = if is_folded { end } else { at + 1 };
    }
    let more = if at < state.rows.len() || state.listing.next.is_some() {
        button("more").text(words.more).html()
    } else {
        nothing()
    };
    element("div").with(bar).with(list).child(more).html()
}

/// In which order they stand.
fn order(state: &State) -> Html {
    let words = &state.props.config.language.comments;
    let is_voted = state.listing.comments.iter().any(|comment| comment.up.is_some());
    let mut select = element("select;id=comments-order;name=order;class=input;part=input");
    for sort in Sort::ALL {
        let words = [words.newest, words.oldest, words.best][sort as usize];
        if sort != Sort::Best || is_voted {
            let option = element("option").fixed("value", sort.key());
            select = select.with(option.flag("selected", sort == state.sort).text(words));
        }
    }
    element("p;class=quiet").say("label;for=comments-order", words.order).with(select).html()
}

/// Who wrote a comment, in the words of the list.
pub fn name<'a>(comment: &'a Comment, config: &Config) -> &'a str {
    comment.author.as_deref().unwrap_or(config.language.comments.anonymous)
}
