//! What is true of every language.

use super::*;

/// A language's file as it is written, and read.
fn file(tag: &str) -> Json {
    let path = format!("{}/../../languages/{tag}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn language(tag: &str) -> &'static Language {
    Language::read(file(tag)).unwrap()
}

/// Every text of a language, with its holes.
fn all_texts(tag: &str) -> Vec<String> {
    fn collect(value: &Json, texts: &mut Vec<String>) {
        match value {
            Json::Text(text) => texts.push(text.clone()),
            Json::Object(fields) => fields.iter().for_each(|(_, value)| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for section in ["article", "map", "comments", "errors"] {
        collect(file(tag).get(section).unwrap(), &mut texts);
    }
    texts
}

#[test]
fn french_is_the_first() {
    assert_eq!(TAGS[0], "fr");
    assert!(["ar", "en", "ha"].iter().all(|tag| TAGS.contains(tag)), "{TAGS:?}");
}

#[test]
fn words_are_where_they_belong() {
    let french = language("fr");
    assert_eq!((french.tag, french.direction), ("fr", Direction::LeftToRight));
    assert_eq!(french.article.by.with("Ada"), "Par Ada");
    assert_eq!(french.map.kind(ActorKind::Event), "Événement");
    assert_eq!(french.comments.leave, "Laisser un commentaire");
    assert_eq!(french.errors.wrong_map, "La carte des acteurs ne peut pas être montrée.");
    assert_eq!(language("ar").direction, Direction::RightToLeft);
}

#[test]
fn a_file_of_another_version_is_refused() {
    let Json::Object(mut fields) = file("fr") else { panic!("an object") };
    fields.pop();
    assert!(Language::read(Json::Object(fields)).is_none());
    assert!(Language::read(Json::Null).is_none());
}

#[test]
fn apostrophes_and_spaces_are_right() {
    for tag in TAGS {
        for text in all_texts(tag) {
            assert!(!text.contains("  "), "{tag}: {text:?}");
            assert!(!text.contains('\''), "a straight apostrophe in {text:?}");
        }
    }
}

/// Some words are the same in two languages; whole sentences are not.
#[test]
fn no_english_is_left_in_other_languages() {
    let english: Vec<String> =
        all_texts("en").into_iter().filter(|text| text.matches(' ').count() > 1).collect();
    for tag in TAGS.iter().filter(|tag| **tag != "en") {
        for text in all_texts(tag) {
            assert!(!english.contains(&text), "{tag}: {text}");
        }
    }
}

#[test]
fn french_punctuation_has_its_own_spaces() {
    for text in all_texts("fr") {
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
fn french_counts_nought_as_one() {
    let words = &language("fr").comments;
    assert_eq!(words.count.with("one", "0"), "Aucun commentaire");
    assert_eq!(words.count.with("one", "1"), "1 commentaire");
    assert_eq!(words.count.with("other", "2"), "2 commentaires");
    assert_eq!(words.count.with("many", "1 000 000"), "1 000 000 de commentaires");
    assert_eq!(words.form_errors.with("other", "2"), "2 champs sont à corriger.");
}

#[test]
fn a_french_period_takes_the_preposition_of_its_dates() {
    let words = &language("fr").map;
    assert_eq!(words.since.with("2012"), "depuis 2012");
    assert_eq!(words.since.with("juillet 2012"), "depuis juillet 2012");
    assert_eq!(words.since.with("16 mars 2024"), "depuis le 16 mars 2024");
    assert_eq!(words.until.with("décembre 2023"), "jusqu’en décembre 2023");
    assert_eq!(words.until.with("1er août 2023"), "jusqu’au 1er août 2023");
    assert_eq!(words.period_from.with("juillet 2012"), "de juillet 2012");
    assert_eq!(words.period_from.with("août 2012"), "d’août 2012");
    assert_eq!(words.period_from.with("1er août 2012"), "du 1er août 2012");
    assert_eq!(words.period_to.with("16 mars 2024"), "au 16 mars 2024");
    assert_eq!(words.period_to.with("octobre 2012"), "à octobre 2012");
}

#[test]
fn english_says_none_in_words() {
    let words = &language("en").comments;
    assert_eq!(words.count.with("other", "0"), "No comments");
    assert_eq!(words.count.with("one", "1"), "1 comment");
    assert_eq!(words.count.with("other", "37"), "37 comments");
}

#[test]
fn arabic_has_a_form_for_each_category() {
    let count = language("ar").comments.count;
    assert_eq!(count.with("zero", "0"), "لا تعليقات");
    assert_eq!(count.with("one", "1"), "تعليق واحد");
    assert_eq!(count.with("two", "2"), "تعليقان");
    assert_eq!(count.with("few", "3"), "3 تعليقات");
    assert_eq!(count.with("many", "11"), "11 تعليقًا");
    assert_eq!(count.with("other", "100"), "100 تعليق");
}

#[test]
fn arabic_calls_a_year_one_and_isolates_names() {
    let arabic = language("ar");
    assert_eq!(arabic.map.since.with("2012"), "منذ عام 2012");
    assert_eq!(arabic.map.since.with("يوليو 2012"), "منذ يوليو 2012");
    assert_eq!(arabic.comments.reply_to.with("Ada"), "الرد على \u{2068}Ada\u{2069}");
}

#[test]
fn in_hausa_the_number_follows_its_noun() {
    let hausa = language("ha");
    assert_eq!(hausa.comments.count.with("other", "0"), "Babu sharhi");
    assert_eq!(hausa.comments.count.with("one", "1"), "Sharhi 1");
    assert_eq!(hausa.comments.count.with("other", "7"), "Sharhohi 7");
    let months: Vec<&str> = hausa.months.iter().filter_map(Json::as_text).collect();
    assert_eq!((months.len(), months[0], months[11]), (12, "Janairu", "Disamba"));
}
