//! Causes and phases as sentences in the reader's language.

use article_widget_browser::locale;
use article_widget_core::comments::CommentStatus;
use article_widget_core::comments::backend::Refusal;
use article_widget_core::comments::form::{Cause, Rule};
use article_widget_core::comments::sending::Phase;
use article_widget_core::language::{CommentWords, Counted};

use crate::config::Config;

/// Why a comment is not taken.
pub fn cause(cause: Cause, rule: Rule, config: &Config) -> String {
    let words = &config.language.comments;
    let counted = |words: Counted, n: usize| locale::counted(&config.locale, words, n);
    let sentence = match cause {
        Cause::TooShort => return counted(words.too_short, rule.min.max(1)),
        // A server may know a limit that its description does not.
        Cause::TooLong => match rule.max {
            Some(max) => return counted(words.too_long, max),
            None => words.refused_without_reason,
        },
        Cause::Required => words.required,
        Cause::BadEmail => words.bad_email,
        Cause::BadWebsite => words.bad_website,
        Cause::TooMany => words.too_many,
        Cause::Closed => words.closed,
        Cause::Duplicate | Cause::Spam | Cause::Login | Cause::Captcha => {
            words.refused_without_reason
        }
    };
    sentence.into()
}

/// Why the server does not want a comment, in our words where we have them, in
/// the server's otherwise.
pub fn refusal(refusal: &Refusal, rule: Rule, config: &Config) -> String {
    let words = &config.language.comments;
    match (refusal.cause, &refusal.reason) {
        (Some(known), _) => cause(known, rule, config),
        (None, Some(reason)) => words.refused.with(reason),
        (None, None) => words.refused_without_reason.into(),
    }
}

/// How many fields are wrong.
pub fn wrong_fields(count: usize, config: &Config) -> String {
    locale::counted(&config.locale, config.language.comments.form_errors, count)
}

/// What has become of a comment that the server has.
pub fn posted(words: &CommentWords, status: CommentStatus) -> &'static str {
    if status == CommentStatus::Pending { words.pending } else { words.posted }
}

/// Where a draft is.
pub fn phase(phase: &Phase, config: &Config) -> Option<String> {
    let words = &config.language.comments;
    let sentence = match phase {
        Phase::Idle => return None,
        Phase::Refused(why) => return Some(refusal(why, Rule::default(), config)),
        Phase::Looking | Phase::Posting => words.sending,
        Phase::Posted(status) => posted(words, *status),
        Phase::Unclear { answered: true } => words.unclear,
        Phase::Unclear { answered: false } => words.no_answer,
    };
    Some(sentence.into())
}
