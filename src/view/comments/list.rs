//! The comments in the order in which they are read.

use article_widget_core::comments::backend::Sort;
use article_widget_core::comments::thread::reading_order;
use article_widget_core::comments::{Comment, CommentStatus};
use yew::Html;

use super::form::{button, form};
use super::section::State;
use crate::article::byline::time;
use crate::config::Config;
use crate::element::{element, list};
use crate::rich_text::{TextContext, blocks, link};

/// The `id` of the element that shows a comment.
pub fn element_id(comment: &str) -> String {
    ["comment-", comment].concat()
}

/// The `id` of the button that answers a comment.
pub fn reply_button_id(comment: &str) -> String {
    ["reply-", comment].concat()
}

/// Deeper answers stand at this depth, with a line that says whom they answer.
const DEEPEST: usize = 4;

/// All comments; under the one that is answered, the form of the answer.
pub fn comments(state: &State) -> Html {
    let comments = &state.listing.comments;
    let config = &state.props.config;
    let words = &config.language.comments;
    if comments.is_empty() {
        return element("p").fixed("class", "quiet").text(words.none_yet).html();
    }
    let takes_replies = state.props.article.comments_open && state.backend.takes_replies();
    let mut list = element("ol").fixed("class", "comment-list");
    for row in reading_order(comments, Sort::Newest) {
        let comment = &comments[row.index];
        let depth =
            [" depth-0", " depth-1", " depth-2", " depth-3", " depth-4"][row.depth.min(DEEPEST)];
        let status = match comment.status {
            CommentStatus::Published => "comment",
            CommentStatus::Pending => "comment pending",
            CommentStatus::Deleted => "comment deleted",
        };
        let mut item = element("li")
            .key(&comment.id)
            .attr("id", &element_id(&comment.id))
            .fixed("tabindex", "-1")
            .attr("class", &[status, depth].concat())
            .fixed("part", "comment")
            .child(content(comment, config, row.parent.map(|parent| &comments[parent])));
        if takes_replies && comment.status == CommentStatus::Published {
            let is_answered = state.replying_to.as_ref() == Some(&comment.id);
            let form = if is_answered { form(state, Some(comment)) } else { Html::default() };
            let reply = button("button", "reply")
                .fixed("class", "link-button reply")
                .attr("id", &reply_button_id(&comment.id))
                .attr("value", &comment.id)
                .attr("aria-label", &words.reply_to_name.with(name(comment, config)))
                .fixed("aria-expanded", if is_answered { "true" } else { "false" })
                .text(words.reply);
            item = item.with(reply).child(form);
        }
        list = list.with(item);
    }
    list.html()
}

fn content(comment: &Comment, config: &Config, parent: Option<&Comment>) -> Html {
    let words = &config.language.comments;
    let quiet = |words| element("p").fixed("class", "quiet").text(words).html();
    if comment.status == CommentStatus::Deleted {
        return quiet(words.deleted);
    }
    let name_node = element("bdi").text(name(comment, config));
    let author = match &comment.website {
        Some(website) => link(website.as_str(), "nofollow ugc noopener").with(name_node),
        None => name_node,
    };
    let mut head = element("header")
        .fixed("class", "comment-head")
        .with(element("span").fixed("class", "comment-author").with(author));
    if let Some(created) = comment.created {
        let time = time(created, None, config);
        head = head.with(element("span").fixed("class", "quiet").with(time));
    }
    if let Some(parent) = parent {
        // Said to who does not see the lines that show it.
        let answers = words.in_reply_to.with(name(parent, config));
        head = head.with(element("span").fixed("class", "answers quiet").text(&answers));
    }
    let text = element("div")
        .fixed("class", "comment-text rich")
        .fixed("dir", "auto")
        .child(blocks(&comment.body, &TextContext::comment(config.language)));
    let mut nodes = vec![head.html(), text.html()];
    if comment.status == CommentStatus::Pending {
        nodes.push(quiet(words.pending));
    }
    list(nodes)
}

/// Who wrote a comment, in the words of the list.
pub fn name<'a>(comment: &'a Comment, config: &Config) -> &'a str {
    comment.author.as_deref().unwrap_or(config.language.comments.anonymous)
}
