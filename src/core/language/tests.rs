//! What is true of every language.

use super::*;

const PLURALS: [Plural; 6] =
    [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many, Plural::Other];

/// Every text of a language, with stand-ins for names, dates and numbers.
fn all_texts(language: &Language) -> Vec<String> {
    let (article, map) = (&language.article, &language.map);
    let (comments, errors) = (&language.comments, &language.errors);
    let fixed = [
        article.corrections,
        article.sources,
        map.title,
        map.keyboard_hint,
        map.views,
        map.network,
        map.table,
        map.legend,
        map.ended,
        map.actor,
        map.kind_heading,
        map.role,
        map.relations_heading,
        map.relation,
        map.from,
        map.to,
        map.period,
        map.mentions,
        map.no_mention,
        map.no_relation,
        map.close,
        map.read_more,
        map.undated,
        map.deselected,
        comments.heading,
        comments.leave,
        comments.text,
        comments.name,
        comments.email,
        comments.email_hint,
        comments.website,
        comments.optional,
        comments.mandatory,
        comments.send,
        comments.sending,
        comments.posted,
        comments.pending,
        comments.draft_kept,
        comments.reply,
        comments.cancel,
        comments.anonymous,
        comments.loading,
        comments.none_yet,
        comments.closed,
        comments.unreachable,
        comments.retry,
        comments.local_only,
        comments.required,
        comments.bad_email,
        comments.bad_website,
        comments.no_answer,
        comments.refused_without_reason,
        comments.unclear,
        comments.too_many,
        comments.stopped,
        comments.deleted,
        errors.not_found,
        errors.unreachable,
        errors.not_json,
        errors.no_source,
        errors.wrong_backend,
        errors.wrong_map,
    ];
    let mut texts: Vec<String> = fixed.iter().map(|text| text.to_string()).collect();
    texts.extend(ActorKind::ALL.map(|kind| (map.kind)(kind).to_string()));
    texts.extend(Sign::ALL.map(|sign| (map.sign)(sign).to_string()));
    texts.extend(about(language).map(|words| words("NAME")));
    texts.push((map.period_between)("2012", "2024"));
    for plural in PLURALS {
        texts.extend(counts(language).map(|words| words(plural, "3")));
    }
    texts
}

fn about(language: &Language) -> [About; 14] {
    let (article, map, comments) = (&language.article, &language.map, &language.comments);
    [
        article.by,
        article.published,
        article.modified,
        article.credit,
        article.see_on,
        article.on_the_map,
        map.mention,
        map.since,
        map.until,
        map.selected,
        comments.reply_to,
        comments.reply_to_name,
        comments.in_reply_to,
        comments.refused,
    ]
}

fn counts(language: &Language) -> [Counted; 7] {
    let comments = &language.comments;
    [
        language.article.reading_time,
        language.map.actors,
        language.map.relations,
        comments.count,
        comments.too_short,
        comments.too_long,
        comments.form_errors,
    ]
}

#[test]
fn every_text_says_something() {
    for language in ALL {
        for text in all_texts(language) {
            assert!(text.trim().chars().count() >= 2, "{}: {text:?}", language.tag);
            assert_eq!(text.trim(), text, "{}", language.tag);
            assert!(!text.contains("  "), "{}: {text:?}", language.tag);
            assert!(!text.contains('\''), "a straight apostrophe in {text:?}");
        }
    }
}

#[test]
fn what_is_said_about_a_value_holds_it() {
    for language in ALL {
        for words in about(language).into_iter().chain([language.errors.wrong_document]) {
            assert!(words("NAME").contains("NAME"), "{}", language.tag);
        }
        let period = (language.map.period_between)("2012", "2024");
        assert!(period.find("2012") < period.find("2024"), "{}", language.tag);
    }
}

#[test]
fn numbers_are_said_in_every_category() {
    for language in ALL {
        for words in counts(language) {
            for plural in PLURALS {
                // Arabic says none, one and two without a digit.
                let in_words = language.tag == "ar"
                    && matches!(plural, Plural::Zero | Plural::One | Plural::Two);
                let text = words(plural, "37");
                assert_ne!(text.contains("37"), in_words, "{}: {text:?}", language.tag);
            }
        }
    }
}

#[test]
fn french_punctuation_has_its_own_spaces() {
    for text in all_texts(ALL[0]) {
        let characters: Vec<char> = text.chars().collect();
        for pair in characters.windows(2) {
            let right = match pair[1] {
                ';' | '!' | '?' | '»' => pair[0] == '\u{202f}',
                // In an address there is none.
                ':' => pair[0] == '\u{a0}' || text.contains("https:"),
                _ => pair[0] != '«' || pair[1] == '\u{202f}',
            };
            assert!(right, "{text:?}");
        }
    }
}

#[test]
fn no_two_languages_share_a_tag() {
    for (index, language) in ALL.iter().enumerate() {
        assert!(ALL[..index].iter().all(|other| other.tag != language.tag));
        assert_eq!(Language::for_tags([language.tag]).tag, language.tag);
    }
}

#[test]
fn a_date_begins_with_its_day_or_not() {
    assert!(begins_with_day("16 mars 2024"));
    assert!(begins_with_day("1er août 2024"));
    assert!(!begins_with_day("mars 2024"));
    assert!(!begins_with_day("2024"));
    assert!(!begins_with_day(""));
}
