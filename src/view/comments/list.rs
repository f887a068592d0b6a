//! The comments in the order in which they are read.

use article_widget_core::comments::thread::{Row, reading_order};
use article_widget_core::comments::{Comment, CommentStatus};
use yew::prelude::*;

use crate::article::byline::time;
use crate::config::Config;
use crate::rich_text::{TextContext, blocks};

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

/// All comments. `open_reply` opens the form of an answer, where there can be
/// one; under the comment `replying_to`, `form` stands.
pub fn comments(
    comments: &[Comment],
    config: &Config,
    open_reply: Option<&Callback<String>>,
    replying_to: Option<&str>,
    form: &dyn Fn(Option<&Comment>) -> Html,
) -> Html {
    if comments.is_empty() {
        return html! { <p class="quiet">{ config.language.comments.none_yet }</p> };
    }
    let rows = reading_order(comments);
    let items = rows.iter().map(|row| {
        let comment = &comments[row.index];
        let is_answered = replying_to == Some(comment.id.as_str());
        let open_reply = open_reply.filter(|_| comment.status == CommentStatus::Published);
        html! {
            <li key={comment.id.as_str()} id={element_id(&comment.id)} tabindex="-1"
                class={classes!("comment", status_class(comment), depth_class(row))} part="comment">
                { content(comment, config, row.parent.map(|parent| &comments[parent])) }
                if let Some(open) = open_reply {
                    { reply_button(comment, config, open, is_answered) }
                    if is_answered {
                        { form(Some(comment)) }
                    }
                }
            </li>
        }
    });
    html! { <ol class="comment-list">{ for items }</ol> }
}

fn status_class(comment: &Comment) -> Option<&'static str> {
    (comment.status != CommentStatus::Published).then(|| comment.status.as_str())
}

fn depth_class(row: &Row) -> &'static str {
    ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4"][row.depth.min(DEEPEST)]
}

fn content(comment: &Comment, config: &Config, parent: Option<&Comment>) -> Html {
    let words = &config.language.comments;
    if comment.status == CommentStatus::Deleted {
        return html! { <p class="quiet">{ words.deleted }</p> };
    }
    html! {
        <>
            <header class="comment-head">
                { author(comment, config) }
                if let Some(created) = comment.created {
                    <span class="quiet">{ time(created, str::to_owned, config).html() }</span>
                }
                if let Some(parent) = parent {
                    // Said to who does not see the lines that show it.
                    <span class="answers quiet">{ (words.in_reply_to)(name(parent, config)) }</span>
                }
            </header>
            <div class="comment-text rich" dir="auto">
                { blocks(&comment.body, &TextContext::comment(config.language)) }
            </div>
            if comment.status == CommentStatus::Pending {
                <p class="quiet">{ words.pending }</p>
            }
        </>
    }
}

fn author(comment: &Comment, config: &Config) -> Html {
    let name = html! { <bdi>{ name(comment, config) }</bdi> };
    html! {
        <span class="comment-author">
            if let Some(website) = &comment.website {
                <a href={website.as_str().to_owned()} rel="nofollow ugc noopener">{ name }</a>
            } else {
                { name }
            }
        </span>
    }
}

/// Who wrote a comment, in the words of the list.
pub fn name<'a>(comment: &'a Comment, config: &Config) -> &'a str {
    comment.author.as_deref().unwrap_or(config.language.comments.anonymous)
}

fn reply_button(
    comment: &Comment,
    config: &Config,
    open: &Callback<String>,
    is_open: bool,
) -> Html {
    let words = &config.language.comments;
    let (open, id) = (open.clone(), comment.id.clone());
    let label = (words.reply_to_name)(name(comment, config));
    html! {
        <button type="button" class="link-button reply" part="button" id={reply_button_id(&comment.id)}
            aria-label={label} aria-expanded={is_open.to_string()}
            onclick={move |_| open.emit(id.clone())}>
            { words.reply }
        </button>
    }
}
