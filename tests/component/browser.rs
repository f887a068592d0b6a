//! The layer that touches the browser.

use article_widget_browser::{fetch, json, locale, storage};
use article_widget_component_tests::languages::{self, language};
use article_widget_core::date::{PartialDate, Timestamp};
use article_widget_core::http::{Answer, Body, NoAnswer, Request};
use article_widget_core::json::Json;
use wasm_bindgen_test::wasm_bindgen_test;

fn date(tag: &str, text: &str) -> String {
    let date: PartialDate = text.parse().expect("the test's own date");
    locale::date(language(tag), tag, date)
}

fn ago(tag: &str, minutes: f64) -> Option<String> {
    let now = Timestamp(1_710_600_000_000.0);
    let at = Timestamp(now.0 - minutes * 60_000.0);
    locale::relative(language(tag), tag, at, now)
}

#[wasm_bindgen_test]
fn dates_are_as_precise_as_they_are_known() {
    assert_eq!(date("fr", "2012"), "2012");
    assert_eq!(date("fr", "2012-07"), "juillet 2012");
    assert_eq!(date("fr", "2024-03-16"), "16 mars 2024");
    assert_eq!(date("fr", "2023-08-01"), "1er août 2023");
    assert_eq!(date("fr", "2023-08-10"), "10 août 2023");
    assert_eq!(date("en-GB", "2023-08-01"), "1 August 2023");
}

/// Every category that the browser may ask for has its text.
#[wasm_bindgen_test]
fn plural_categories_are_the_browser_s() {
    for (tag, _) in languages::FILES {
        let words = language(tag).comments.form_errors;
        for n in [0, 1, 2, 3, 11, 100, 1_000_000] {
            let category = locale::plural(tag, n);
            let Some(Json::List(known)) = languages::file(tag).get("plurals").cloned() else {
                panic!("{tag} has no plurals");
            };
            assert!(known.contains(&Json::from(&*category)), "{tag} lacks {category}");
            assert!(!words.with(&category, &locale::number(tag, n)).is_empty());
        }
    }
}

#[wasm_bindgen_test]
fn hausa_has_our_own_month_names() {
    assert_eq!(date("ha", "2012-07"), "Yuli 2012");
    assert_eq!(date("ha-NE", "2024-03-16"), "16 Maris, 2024");
}

#[wasm_bindgen_test]
fn digits_are_latin_and_years_are_gregorian() {
    assert!(date("ar-EG", "2024-03-16").contains("2024"));
    assert!(date("ar-SA", "2024-03-16").contains("2024"));
    assert!(locale::number("ar-EG", 1234).starts_with('1'));
}

#[wasm_bindgen_test]
fn a_wrong_tag_still_gives_something() {
    assert_eq!(date("en_!!", "2024-03-16"), "2024-03-16");
    assert_eq!(locale::number("en_!!", 1234), "1234");
    assert_eq!(locale::plural("en_!!", 1), "other");
}

#[wasm_bindgen_test]
fn times_are_told_by_their_distance() {
    assert_eq!(ago("fr", 0.5).as_deref(), Some("maintenant"));
    assert_eq!(ago("fr", 5.0).as_deref(), Some("il y a 5 minutes"));
    assert_eq!(ago("en", 130.0).as_deref(), Some("2 hours ago"));
    assert_eq!(ago("en", 3.0 * 1440.0).as_deref(), Some("3 days ago"));
    assert_eq!(ago("en", 800.0 * 1440.0).as_deref(), Some("2 years ago"));
    // A little ahead is a clock that differs; far ahead is a wrong one.
    assert_eq!(ago("en", -2.0).as_deref(), Some("now"));
    assert_eq!(ago("en", -600.0), None);
    assert_eq!(ago("ha", 5.0), None, "no browser knows Hausa");
}

#[wasm_bindgen_test]
fn json_comes_and_goes_unchanged() {
    let text = r#"{"b":[1,2.5,true,null,"é\"<"],"a":{"":[]}}"#;
    let value = json::parse(text).expect("it is right");
    assert_eq!(json::stringify(&value), text);
    assert_eq!(value.get("b").map(Json::kind), Some("a list"));
}

#[wasm_bindgen_test]
fn wrong_json_is_refused_in_words() {
    let cut = json::parse("{\n\"é\":").expect_err("it is cut");
    assert_eq!(cut, "no JSON at line 2, column 5");
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    assert!(json::parse(&deep).is_err());
}

#[wasm_bindgen_test]
fn what_is_kept_can_be_forgotten() {
    assert!(storage::write("article-widget-test", "é"));
    assert_eq!(storage::read("article-widget-test").as_deref(), Some("é"));
    storage::remove("article-widget-test");
    assert_eq!(storage::read("article-widget-test"), None);
}

#[wasm_bindgen_test]
async fn a_request_brings_its_answer_unless_it_is_dropped() {
    use std::cell::RefCell;
    use std::rc::Rc;

    let answers = Rc::new(RefCell::new(Vec::new()));
    let send = |url: &str| {
        let answers = answers.clone();
        let on_answer = move |answer: Result<Answer, NoAnswer>| {
            answers.borrow_mut().push(answer.map(|answer| (answer.status, answer.text)));
        };
        let (method, url, headers, body) = ("GET", url.into(), Vec::new(), Body::Empty);
        let request =
            Request { method, url, headers, body, credentials: false, wanted: Vec::new() };
        fetch::send(&request, Box::new(on_answer))
    };
    let kept = send("data:text/plain,kept");
    drop(send("data:text/plain,dropped"));
    let refused = send("http://[");
    assert_eq!(*answers.borrow(), [Err(NoAnswer)], "what can't be sent is told at once");
    while kept.is_open() {
        gloo_timers::future::TimeoutFuture::new(5).await;
    }
    gloo_timers::future::TimeoutFuture::new(50).await;
    assert_eq!(*answers.borrow(), [Err(NoAnswer), Ok((200, "kept".into()))]);
    drop(refused);
}
