//! The presets against answers of servers: each file of `recorded/PRESET/` is
//! an operation, the request that has to be made for it (after the `steps` that
//! come before), what the server answered, and what that means. Of servers that
//! nobody of ours has run (the preset says `documentation`), it is what their
//! documentation or source says that they answer. A new case is a new file.
//!
//! | key | holds |
//! | --- | --- |
//! | `operation` | `list` when absent, `create` where there is a `draft` |
//! | `thread`, `server` | what is commented on, and where, if it matters |
//! | `draft`, `page`, `id`, `vote`, `since` | what is asked for |
//! | `steps` | the requests that come before, with their answers |
//! | `request` | the request of the operation |
//! | `answer` | `status`, `json` or `text`, `headers`; nothing came when absent |
//! | `expect` | what that means |

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::comments::form::Field;
use crate::comments::{Comment, Draft};
use crate::date::Timestamp;
use crate::http::{Answer, Body, NoAnswer, Request};
use crate::json::Json;
use crate::rich_text::{BlockKind, plain_text};

pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn json(path: &Path) -> Json {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

pub(super) fn preset(name: &str) -> Backend {
    let description = json(&root().join("../../backends").join(name).with_extension("json"));
    Backend::decode(description).unwrap_or_else(|problem| panic!("{problem}"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn draft(case: &Json) -> Option<Draft> {
    let kept = case.get("draft")?;
    let mut draft = Draft::default();
    crate::comments::draft::fill(&mut draft, kept, crate::comments::draft::SENT);
    Some(draft)
}

fn answer(case: &Json) -> Result<Answer, NoAnswer> {
    let answer = case.get("answer").ok_or(NoAnswer)?;
    let status = match answer.get("status") {
        Some(Json::Number(status)) => *status,
        _ => 200.0,
    };
    let text = match (answer.get("text"), answer.get("json")) {
        (Some(Json::Text(text)), _) => text.clone(),
        (_, json) => serde_json::to_string(&json).unwrap(),
    };
    let json = answer.get("json").cloned();
    let headers = match answer.get("headers") {
        Some(Json::Object(fields)) => fields
            .iter()
            .map(|(name, value)| (name.clone(), value.as_text().unwrap().into()))
            .collect(),
        _ => Vec::new(),
    };
    Ok(Answer { status: status as u16, text, json, headers, retry_after_ms: None })
}

fn texts(pairs: &[(String, String)]) -> Json {
    let pairs = pairs.iter().map(|(key, value)| (key.clone(), Json::Text(value.clone())));
    Json::Object(pairs.collect())
}

pub(super) fn described_request(request: &Request) -> Json {
    let mut fields = vec![
        (String::from("method"), Json::from(request.method)),
        ("url".into(), Json::from(request.url.as_str())),
    ];
    match &request.body {
        Body::Empty => {}
        Body::Json(json) => fields.push(("json".into(), json.clone())),
        Body::Form(pairs) => fields.push(("form".into(), texts(pairs))),
        Body::Multipart(pairs) => fields.push(("multipart".into(), texts(pairs))),
    }
    if !request.headers.is_empty() {
        fields.push(("headers".into(), texts(&request.headers)));
    }
    if request.credentials {
        fields.push(("credentials".into(), Json::Bool(true)));
    }
    Json::Object(fields)
}

pub(super) fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

fn text_or_null(text: Option<&str>) -> Json {
    text.map_or(Json::Null, Json::from)
}

fn described_comment(comment: &Comment) -> Json {
    let words: Vec<String> = comment
        .body
        .iter()
        .map(|block| match block.kind {
            BlockKind::Paragraph => plain_text(&block.text),
            _ => panic!("not expected in a recorded answer: {block:?}"),
        })
        .collect();
    let Json::Object(mut fields) = object([
        ("id", Json::from(comment.id.as_str())),
        ("parent", text_or_null(comment.parent.as_deref())),
        ("author", text_or_null(comment.author.as_deref())),
        ("website", text_or_null(comment.website.as_ref().map(|website| website.as_str()))),
        ("status", Json::from(comment.status.as_str())),
        ("text", Json::Text(words.join("\n\n"))),
        ("created", comment.created.map_or(Json::Null, |created| Json::Number(created.0.floor()))),
    ]) else {
        unreachable!()
    };
    // What most comments have not.
    let mut push = |key: &str, value| fields.push((key.into(), value));
    for (key, votes) in [("up", comment.up), ("down", comment.down)] {
        if let Some(votes) = votes.filter(|votes| *votes > 0) {
            push(key, Json::Number(votes.into()));
        }
    }
    for (key, is_so) in [("own", comment.is_own), ("staff", comment.is_staff)] {
        if is_so {
            push(key, Json::Bool(true));
        }
    }
    if let Some(edited) = comment.edited {
        push("edited", Json::Number(edited.0.floor()));
    }
    for (key, address) in [("avatar", &comment.avatar), ("link", &comment.link)] {
        if let Some(address) = address {
            push(key, Json::from(address.as_str()));
        }
    }
    if let Some(source) = &comment.source {
        push("source", Json::from(&**source));
    }
    Json::Object(fields)
}

fn described_outcome(outcome: &Outcome) -> Json {
    match outcome {
        Outcome::Posted(comment) => object([("posted", described_comment(comment))]),
        Outcome::Unclear { answered } => {
            object([("unclear", object([("answered", Json::Bool(*answered))]))])
        }
        Outcome::Refused(refusal) => described_refusal(refusal),
    }
}

fn described_refusal(refusal: &Refusal) -> Json {
    let fields = object([
        ("status", Json::Number(f64::from(refusal.status))),
        ("cause", text_or_null(refusal.cause.map(|cause| cause.as_str()))),
        ("field", text_or_null(refusal.field.map(Field::key))),
        ("reason", text_or_null(refusal.reason.as_deref())),
    ]);
    object([("refused", fields)])
}

fn described_listing(listing: Option<Listing>) -> Json {
    let Some(listing) = listing else { return object([("unlisted", Json::Bool(true))]) };
    let is_required = |field: &Field| listing.rules.of(*field).is_some_and(|rule| rule.required);
    let required = Field::ALL.into_iter().filter(is_required).map(|field| field.key().into());
    let Json::Object(mut fields) = object([
        ("list", Json::List(listing.comments.iter().map(described_comment).collect())),
        ("required", Json::List(required.collect())),
    ]) else {
        unreachable!()
    };
    if let Some(total) = listing.total {
        fields.push(("total".into(), Json::Number(total as f64)));
    }
    if let Some(next) = &listing.next {
        let next = object([
            ("number", Json::Number(next.number as f64)),
            ("offset", Json::Number(next.offset as f64)),
            ("cursor", Json::from(&*next.cursor)),
        ]);
        fields.push(("next".into(), next));
    }
    Json::Object(fields)
}

/// What a case asks for, and what became of it: the requests, and the meaning.
pub(super) struct Run {
    pub(super) steps: Vec<Request>,
    pub(super) request: Option<Request>,
    pub(super) meaning: Json,
}

pub(super) fn run(backend: &mut Backend, case: &Json) -> Run {
    let draft = draft(case);
    let text = |key| case.get(key).and_then(Json::as_text);
    let number = |json: &Json, key| match json.get(key) {
        Some(Json::Number(number)) => *number,
        _ => 0.0,
    };
    let subject = Subject {
        thread: text("thread").unwrap_or("/a1").into(),
        title: "Article 1".into(),
        url: "https://example.org/a1".into(),
        lang: "fr".into(),
    };
    backend.serve(text("server").unwrap_or("https://comments.example.org"), &subject).unwrap();
    let operations = [
        Operation::List,
        Operation::Create,
        Operation::Edit,
        Operation::Delete,
        Operation::Vote,
        Operation::Preview,
        Operation::Poll,
        Operation::Captcha,
    ];
    let otherwise = if draft.is_some() { "create" } else { "list" };
    let name = text("operation").unwrap_or(otherwise);
    let operation = operations.into_iter().find(|operation| operation.key() == name).unwrap();
    let draft = draft.unwrap_or_default();
    let page = case.get("page").map_or_else(Page::default, |page| Page {
        number: number(page, "number") as usize,
        offset: number(page, "offset") as usize,
        cursor: page.get("cursor").and_then(Json::as_text).unwrap_or("").into(),
    });
    let (id, vote) = (text("id").unwrap_or(""), number(case, "vote") as i8);
    let mut values = match operation {
        Operation::List => backend.page_values(&page, Sort::Newest),
        Operation::Edit => backend.edit_values(id, &draft),
        Operation::Vote => backend.vote_values(id, vote),
        _ => Values::of_draft(&draft, "key-1"),
    };
    values.set("id", id);
    if let Some(since) = text("since") {
        values.set("since", since);
    }
    let mut run = Run { steps: Vec::new(), request: None, meaning: Json::Null };
    for step in pick::list(pick::part(case, "steps")) {
        let next = backend.next(operation, &values);
        run.steps.push(next.request);
        if let Err(refusal) = backend.learn(next.step.expect("a step"), &answer(step)) {
            run.meaning = described_refusal(&refusal);
            return run;
        }
    }
    let next = backend.next(operation, &values);
    assert_eq!(next.step, None, "a step more than expected: {:?}", next.request);
    run.request = Some(next.request);
    let now = Timestamp(0.0);
    let answer = answer(case);
    run.meaning = match operation {
        Operation::List | Operation::Poll => {
            described_listing(backend.read_list(operation, &answer.unwrap(), &page))
        }
        Operation::Create => {
            described_outcome(&backend.read_created(&answer, &draft, "key-1", now))
        }
        Operation::Preview => {
            let blocks = backend.read_preview(&answer.unwrap()).unwrap();

            object([("preview", Json::Text(plain_text(&blocks[0].text)))])
        }
        _ => {
            let mut comment = Comment { id: id.into(), ..Comment::default() };
            let asked = (&*draft.text, vote);
            let changed = backend.read_changed(operation, &answer, &mut comment, asked, now);
            described_outcome(&changed.err().unwrap_or(Outcome::Posted(comment)))
        }
    };
    run
}

#[test]
fn every_preset_is_right_and_every_recorded_answer_is_understood() {
    let mut cases = 0;
    for folder in files(&root().join("comments/backend/recorded")) {
        let name = folder.file_name().unwrap().to_str().unwrap();
        for file in files(&folder) {
            let case = json(&file);
            let run = run(&mut preset(name), &case);
            for (at, step) in pick::list(pick::part(&case, "steps")).iter().enumerate() {
                if let Some(expected) = step.get("request") {
                    assert_eq!(&described_request(&run.steps[at]), expected, "{file:?}");
                }
            }
            if let Some(expected) = case.get("request") {
                let request = run.request.expect("a step has failed");
                assert_eq!(&described_request(&request), expected, "{file:?}");
            }
            assert_eq!(&run.meaning, case.get("expect").unwrap(), "{file:?}");
            cases += 1;
        }
    }
    assert!(cases >= 150, "{cases} cases");
}

#[test]
fn every_preset_can_be_read() {
    for file in files(&root().join("../../backends")) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(!preset(name).name().is_empty(), "{name}");
        assert!(
            preset(name).description.get("checked").is_some(),
            "{name} says how it was checked"
        );
    }
}

#[test]
fn the_local_backend_lists_what_was_posted() {
    let mut backend = preset("local");
    assert!(backend.is_in_this_browser());
    let subject = Subject { thread: "/a1".into(), ..Subject::default() };
    backend.serve("", &subject).unwrap();
    let mut kept = Json::Null;
    for (text, parent) in [("Un\nDeux", ""), ("<b>Trois</b>", "1")] {
        let draft = Draft {
            text: text.into(),
            name: "Aïcha".into(),
            parent: parent.into(),
            ..Draft::default()
        };
        let request = backend.next(Operation::Create, &Values::of_draft(&draft, "k")).request;
        kept = local::create(kept, request.body, Timestamp(1000.0));
        let answer = Ok(local::created(kept.clone()));
        let outcome = backend.read_created(&answer, &draft, "k", Timestamp(0.0));
        assert!(matches!(outcome, Outcome::Posted(_)), "{outcome:?}");
    }
    let read = |answer| backend.read_list(Operation::List, &answer, &Page::default());
    let listing = read(local::list(kept)).unwrap();
    let [first, second] = listing.comments.as_slice() else { panic!("{listing:?}") };
    assert_eq!(first.author.as_deref(), Some("Aïcha"));
    assert_eq!(first.created, Some(Timestamp(1000.0)));
    assert_eq!(second.parent.as_deref(), Some("1"));
    assert_eq!(second.body, crate::comments::comment::plain_blocks("<b>Trois</b>"));
    assert_eq!(local::list(Json::Null), local::list(Json::Bool(true)));
    let refused =
        backend.read_created(&Ok(local::refused()), &Draft::default(), "k", Timestamp(0.0));
    assert!(matches!(refused, Outcome::Refused(_)), "{refused:?}");
}
