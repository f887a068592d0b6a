//! Descriptions of comment servers, and their answers.

use crate::{files, root, texts};
use article_widget_core::comments::backend::{
    Backend, Operation, Outcome, Page, Sort, Subject, Values,
};
use article_widget_core::comments::{Comment, Draft};
use article_widget_core::date::Timestamp;
use article_widget_core::http::{Answer, Request};
use article_widget_core::json::Json;
use article_widget_core::rich_text::html::Origin;
use article_widget_html_tests::harmless;
use serde_json::Deserializer;

const OPERATIONS: [Operation; 6] = [
    Operation::List,
    Operation::Create,
    Operation::Edit,
    Operation::Delete,
    Operation::Vote,
    Operation::Preview,
];

/// A description, then what answers to it are made of: it is refused in a
/// sentence, or asks only its own server, and shows nothing but allowed HTML.
pub fn run(data: &[u8]) {
    let Some(text) = super::text(data) else { return };
    let mut values = Deserializer::from_str(text).into_iter::<Json>().map_while(Result::ok);
    let Some(description) = values.next() else { return };
    let mut backend = match Backend::decode(description) {
        Ok(backend) => backend,
        Err(problem) => return assert!(!problem.sentence().is_empty()),
    };
    let subject = Subject {
        thread: "/a b/ü?c=1&d#e".into(),
        title: "\"A\" <b>".into(),
        url: "https://journal.example/a".into(),
        lang: "fr".into(),
    };
    let values: Vec<Json> = values.collect();
    if backend.serve("https://server.example/x/#site=1&key=k&id=2&board=b", &subject).is_ok() {
        exchange(&mut backend, &values);
    }
}

fn exchange(backend: &mut Backend, cases: &[Json]) {
    let draft = Draft { text: "Un mot & <b>".into(), name: "Aïcha".into(), ..Draft::default() };
    let values = Values::of_draft(&draft, "key-1");
    for operation in OPERATIONS {
        check_request(&backend.next(operation, &values).request);
    }
    for case in cases {
        let answer = answer(case);
        if backend.next(Operation::List, &values).step.is_some() {
            drop(backend.learn(0, &Ok(answer.clone())));
        }
        read(backend, &answer, &draft);
    }
    backend.forget();
}

/// Where it goes is where the site said.
fn check_request(request: &Request) {
    assert!(["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&request.method));
    let breaks = |text: &str| text.contains(['\r', '\n']);
    assert!(!request.headers.iter().any(|(name, value)| breaks(name) || breaks(value)));
}

fn read(backend: &Backend, answer: &Answer, draft: &Draft) {
    let now = Timestamp::parse("2026-11-22T12:00:00Z").expect("a time");
    let page = Page::default();
    let mut was = Comment::default();
    if let Some(listing) = backend.read_list(Operation::List, answer, &page) {
        listing.comments.iter().for_each(check_comment);
        if let Some(next) = &listing.next {
            backend.page_values(next, Sort::Newest);
        }
        was = listing.comments.into_iter().next().unwrap_or_default();
    }
    let answered = Ok(answer.clone());
    check_outcome(&backend.read_created(&answered, draft, "key-1", now));
    for operation in [Operation::Edit, Operation::Delete, Operation::Vote] {
        let mut changed = was.clone();
        match backend.read_changed(operation, &answered, &mut changed, (&draft.text, 1), now) {
            Ok(()) => check_comment(&changed),
            Err(outcome) => check_outcome(&outcome),
        }
    }
    let json = answer.json.clone().unwrap_or(Json::Null);
    backend.read_refusal(answer, &json);
    if let Some(preview) = backend.read_preview(answer) {
        harmless::check_blocks(&preview, Origin::Comment, 0);
    }
}

fn check_outcome(outcome: &Outcome) {
    if let Outcome::Posted(comment) = outcome {
        check_comment(comment);
    }
}

fn check_comment(comment: &Comment) {
    harmless::check_blocks(&comment.body, Origin::Comment, 0);
    for address in [&comment.website, &comment.avatar, &comment.link].into_iter().flatten() {
        let scheme = harmless::scheme(address.as_str());
        assert!(scheme.is_none_or(|s| ["http", "https", "mailto"].contains(&&*s)), "{address:?}");
    }
}

/// An answer as the recorded ones are written: see `conformance.rs` in the core.
fn answer(case: &Json) -> Answer {
    let case = case.get("answer").unwrap_or(case);
    let status = match case.get("status") {
        Some(Json::Number(status)) => *status as u16,
        _ => 200,
    };
    let json = case.get("json").cloned();
    let text = match case.get("text") {
        Some(Json::Text(text)) => text.clone(),
        _ => serde_json::to_string(&json).unwrap_or_default(),
    };
    let mut headers = Vec::new();
    if let Some(Json::Object(fields)) = case.get("headers") {
        for (name, value) in fields {
            headers.extend(value.as_text().map(|value| (name.clone(), value.to_owned())));
        }
    }
    Answer { status, text, json, headers, retry_after_ms: None }
}

/// Each preset, with what its server has answered.
pub fn seeds() -> Vec<String> {
    let mut seeds = Vec::new();
    for preset in files(&root().join("backends")) {
        let Some(name) = preset.file_stem().and_then(|name| name.to_str()) else { continue };
        let recorded = root().join("src/core/comments/backend/recorded").join(name);
        let description = texts(std::slice::from_ref(&preset)).concat();
        seeds.push(description.clone());
        for case in texts(&files(&recorded)) {
            seeds.push(format!("{description}\n{case}"));
        }
    }
    seeds
}
