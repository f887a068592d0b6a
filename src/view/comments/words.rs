//! Causes and states as sentences in the reader's language.

use article_widget_browser::{locale, page};
use article_widget_core::comments::CommentStatus;
use article_widget_core::comments::backend::Refusal;
use article_widget_core::comments::form::{Cause, Rule};
use article_widget_core::comments::outbox::{self, Entry};
use article_widget_core::language::{About, CommentWords, Counted};

use super::section::State;
use crate::config::Config;

/// Words around a value.
pub fn about(words: About, value: &str) -> String {
    words.with(value)
}

/// A count in words.
pub fn counted(words: Counted, count: usize, config: &Config) -> String {
    let number = locale::number(&config.locale, count);
    words.with(&locale::plural(&config.locale, count), &number)
}

/// Why a comment is not taken.
pub fn cause(cause: Cause, rule: Rule, config: &Config) -> String {
    let words = &config.language.comments;
    let sentence = match cause {
        Cause::TooShort => return counted(words.too_short, rule.min.max(1), config),
        // A server may know a limit that its description does not.
        Cause::TooLong => match rule.max {
            Some(max) => return counted(words.too_long, max, config),
            None => words.refused_without_reason,
        },
        Cause::Required => words.required,
        Cause::BadEmail => words.bad_email,
        Cause::BadWebsite => words.bad_website,
        Cause::TooMany => words.too_many,
        Cause::Closed => words.closed,
        Cause::Duplicate => words.duplicate,
        Cause::Spam => words.spam,
        Cause::Login => words.login,
        Cause::Captcha => words.captcha,
    };
    sentence.into()
}

/// Why the server does not want a comment: in our words where we have them,
/// with the server's own.
pub fn refusal(refusal: &Refusal, rule: Rule, config: &Config) -> String {
    let words = &config.language.comments;
    match (refusal.cause, &refusal.reason) {
        (Some(known), _) => cause(known, rule, config),
        (None, Some(reason)) => about(words.refused, reason),
        (None, None) => words.refused_without_reason.into(),
    }
}

/// How many fields are wrong.
pub fn wrong_fields(count: usize, config: &Config) -> String {
    counted(config.language.comments.form_errors, count, config)
}

/// How many new comments there are, if there are any.
pub fn fresh(state: &State) -> String {
    let config = &state.props.config;
    match state.fresh.len() {
        0 => String::new(),
        count => counted(config.language.comments.fresh, count, config),
    }
}

/// What has become of a comment that the server has.
pub fn posted(words: &CommentWords, status: CommentStatus) -> &'static str {
    if status == CommentStatus::Pending { words.pending } else { words.posted }
}

/// Why a comment still stands here and not on the server.
pub fn waiting(entry: &Entry, config: &Config) -> String {
    let words = &config.language.comments;
    let sentence = match (entry.state, &entry.refusal) {
        (outbox::State::Posting { .. } | outbox::State::Looking, _) => words.sending,
        (outbox::State::Asking, Some(why)) => {
            let mut sentence = String::from(words.unclear);
            sentence.push(' ');
            sentence.push_str(&refusal(why, Rule::default(), config));
            return sentence;
        }
        (outbox::State::Asking, None) => words.unclear,
        _ if !page::is_online() => words.waits_for_network,
        (_, Some(Refusal { cause: Some(Cause::TooMany), .. })) => words.waits_for_turn,
        _ => words.waits_for_server,
    };
    sentence.into()
}
