//! One comment, and what can be done with it.

use article_widget_browser::locale;
use article_widget_core::comments::backend::Operation;
use article_widget_core::comments::thread::{Row, is_open};
use article_widget_core::comments::{Comment, CommentStatus};
use yew::Html;

use super::form::of_comment;
use super::list::{button_id, element_id, name};
use super::section::State;
use super::words;
use crate::article::byline::time;
use crate::element::{Element, element, list};
use crate::rich_text::{TextContext, blocks, link};

/// Deeper answers stand at this depth, with a line that says whom they answer.
const DEEPEST: usize = 4;

/// A comment in the list, which so many others answer.
pub fn comment(state: &State, row: &Row, answers: usize) -> Element {
    let comment = &state.listing.comments[row.index];
    let depth = ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4"][row.depth.min(DEEPEST)];
    let status = match comment.status {
        CommentStatus::Published => "comment",
        CommentStatus::Pending => "comment pending",
        CommentStatus::Deleted => "comment deleted",
    };
    let mut item = element("li")
        .key(&comment.id)
        .attr("id", &element_id(&comment.id))
        .all("tabindex=-1;part=comment")
        .class(status)
        .class(depth);
    item = match comment.status {
        CommentStatus::Deleted => {
            let words = state.props.config.language.comments.deleted;
            item.say("p;class=quiet", words)
        }
        _ => item.child(content(state, comment, row)),
    };
    item.child(controls(state, comment, answers)).child(of_comment(
        state,
        &comment.id,
        name(comment, &state.props.config),
    ))
}

fn content(state: &State, comment: &Comment, row: &Row) -> Html {
    let config = &state.props.config;
    let words = &config.language.comments;
    let name_node = element("bdi").text(name(comment, config));
    let mut author = element("span;class=comment-author");
    if config.comments.as_ref().is_some_and(|comments| comments.avatars)
        && let Some(avatar) = &comment.avatar
    {
        let image = element("img;class=avatar;alt=;loading=lazy;width=32;height=32");
        author = author.with(image.attr("src", avatar.as_str()));
    }
    author = author.with(match &comment.website {
        Some(website) => link(website.as_str(), "nofollow ugc noopener").with(name_node),
        None => name_node,
    });
    let mut head = element("header;class=comment-head").with(author);
    if comment.is_staff {
        head = head.say("span;class=staff", words.staff);
    }
    if let Some(created) = comment.created {
        let time = time(created, None, config);
        // A place that can be named is one that others can be shown.
        let fragment = ["#", &element_id(&comment.id)].concat();
        let is_here = state.sent(&comment.id).is_none();
        head = head.with(element("span;class=quiet").with(if is_here {
            element("a").attr("href", &fragment).with(time)
        } else {
            time
        }));
    }
    if comment.edited.is_some() {
        head = head.say("span;class=quiet", words.edited);
    }
    if let Some(parent) = row.parent {
        // Said to who does not see the lines that show it.
        let parent = name(&state.listing.comments[parent], config);
        let answers = words::about(words.in_reply_to, parent);
        head = head.say("span;class=answers quiet", &answers);
    }
    let text = element("div;class=comment-text rich;dir=auto")
        .child(blocks(&comment.body, &TextContext::comment(config.language)));
    let note = match state.sent(&comment.id) {
        Some(sent) => sent.note.clone(),
        None if comment.status == CommentStatus::Pending => words.pending.into(),
        None => String::new(),
    };
    let mut nodes = vec![head.html(), text.html()];
    if !note.is_empty() {
        nodes.push(element("p").say("span;class=quiet", &note).html());
    }
    list(nodes)
}

/// A button of a comment, in the words of a link.
fn control(name: &'static str, id: &str, words: &str) -> Element {
    element("button;type=button;class=link-button;part=button")
        .key(name)
        .fixed("name", name)
        .attr("id", &button_id(name, id))
        .attr("value", id)
        .text(words)
}

/// What can be done with a comment.
fn controls(state: &State, comment: &Comment, answers: usize) -> Html {
    let config = &state.props.config;
    let words = &config.language.comments;
    let backend = &state.backend;
    let id = &*comment.id;
    let mut bar = element("div;class=comment-bar");
    if let Some(sent) = state.sent(id) {
        if !sent.entry.is_busy() {
            bar = bar
                .with(control("resend", id, words.retry))
                .with(control("modify", id, words.modify))
                .with(control("drop", id, words.remove));
        }
        return bar.html();
    }
    if state.leaving.as_deref() == Some(id) {
        return bar
            .say("span", words.remove_ask)
            .with(control("take-back", id, words.remove))
            .with(control("keep", id, words.cancel))
            .html();
    }
    let is_published = comment.status == CommentStatus::Published;
    if is_published && state.props.article.comments_open && backend.takes_replies() {
        let is_answered = state.open.as_deref() == Some(&*super::form::id(id));
        let named = words::about(words.reply_to_name, name(comment, config));
        bar = bar.with(
            control("reply", id, words.reply)
                .attr("aria-label", &named)
                .fixed("aria-expanded", if is_answered { "true" } else { "false" }),
        );
    }
    if is_published && backend.can(Operation::Vote) {
        let vote = state.vote_on(id);
        bar = bar.with(voter("agree", id, words.agree, comment.up, vote == 1));
        if backend.takes_votes_against() {
            bar = bar.with(voter("disagree", id, words.disagree, comment.down, vote == -1));
        }
    }
    if comment.is_own {
        let can = |operation| {
            backend.can(operation)
                && is_open(comment, backend.window_ms(operation), locale::now().0)
        };
        if can(Operation::Edit) {
            bar = bar.with(control("edit", id, words.modify));
        }
        if can(Operation::Delete) {
            bar = bar.with(control("remove", id, words.remove));
        }
    }
    if answers > 0 {
        let is_folded = state.collapsed.iter().any(|folded| folded == id);
        bar = bar.with(
            control("fold", id, &words::counted(words.answers, answers, config))
                .fixed("aria-expanded", if is_folded { "false" } else { "true" }),
        );
    }
    if state.trouble.0 == id {
        bar = bar.say("span;class=field-error;role=alert", &state.trouble.1);
    }
    bar.html()
}

fn voter(name: &'static str, id: &str, words: &str, count: Option<u32>, is_on: bool) -> Element {
    let count = count.map_or(String::new(), |count| {
        [" · ", &article_widget_core::digits::digits(count.into())].concat()
    });
    control(name, id, &[words, &count].concat())
        .fixed("aria-pressed", if is_on { "true" } else { "false" })
}
