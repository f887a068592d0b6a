//! The presets against answers of real servers: each file of
//! `recorded/PRESET/` is a draft, the request that has to be made of it, what
//! the server answered, and what that means. A new case is a new file.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::comments::form::Field;
use crate::comments::{Comment, Draft};
use crate::date::Timestamp;
use crate::http::{Answer, Body, NoAnswer, Request};
use crate::json::Json;
use crate::rich_text::{BlockKind, plain_text};

fn root() -> PathBuf {
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
    let parent = kept.get("parent").and_then(Json::as_text).map(String::from);
    Some(crate::comments::draft::KeptDraft::from_json(kept, parent).draft)
}

fn answer(case: &Json) -> Result<Answer, NoAnswer> {
    let answer = case.get("answer").ok_or(NoAnswer)?;
    let Some(Json::Number(status)) = answer.get("status") else { panic!("no status") };
    let text = match (answer.get("text"), answer.get("json")) {
        (Some(Json::Text(text)), _) => text.clone(),
        (_, json) => serde_json::to_string(&json).unwrap(),
    };
    let json = answer.get("json").cloned();
    Ok(Answer { status: *status as u16, text, json })
}

fn described_request(request: &Request) -> Json {
    let mut fields = vec![
        (String::from("method"), Json::from(request.method)),
        ("url".into(), Json::from(request.url.as_str())),
    ];
    match &request.body {
        Body::Empty => {}
        Body::Json(json) => fields.push(("json".into(), json.clone())),
        Body::Form(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| (key.clone(), Json::Text(value.clone())));
            fields.push(("form".into(), Json::Object(pairs.collect())));
        }
    }
    Json::Object(fields)
}

fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
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
    object([
        ("id", Json::from(comment.id.as_str())),
        ("parent", text_or_null(comment.parent.as_deref())),
        ("author", text_or_null(comment.author.as_deref())),
        ("website", text_or_null(comment.website.as_ref().map(|website| website.as_str()))),
        ("status", Json::from(comment.status.as_str())),
        ("text", Json::Text(words.join("\n\n"))),
        ("created", comment.created.map_or(Json::Null, |created| Json::Number(created.0.floor()))),
    ])
}

fn described_outcome(outcome: &Outcome) -> Json {
    match outcome {
        Outcome::Posted(comment) => object([("posted", described_comment(comment))]),
        Outcome::Unclear { answered } => {
            object([("unclear", object([("answered", Json::Bool(*answered))]))])
        }
        Outcome::Refused(refusal) => {
            let fields = object([
                ("status", Json::Number(f64::from(refusal.status))),
                ("cause", text_or_null(refusal.cause.map(|cause| cause.as_str()))),
                ("field", text_or_null(refusal.field.map(Field::key))),
                ("reason", text_or_null(refusal.reason.as_deref())),
            ]);
            object([("refused", fields)])
        }
    }
}

fn described_listing(listing: Option<Listing>) -> Json {
    let Some(listing) = listing else { return object([("unlisted", Json::Bool(true))]) };
    let is_required = |field: &Field| listing.rules.of(*field).is_some_and(|rule| rule.required);
    let required = Field::ALL.into_iter().filter(is_required).map(|field| field.key().into());
    object([
        ("list", Json::List(listing.comments.iter().map(described_comment).collect())),
        ("required", Json::List(required.collect())),
    ])
}

#[test]
fn every_preset_is_right_and_every_recorded_answer_is_understood() {
    let subject = Subject {
        thread: "/a1".into(),
        title: "Article 1".into(),
        url: "https://example.org/a1".into(),
    };
    let server = "https://comments.example.org";
    let mut cases = 0;
    for folder in files(&root().join("comments/backend/recorded")) {
        let backend = preset(folder.file_name().unwrap().to_str().unwrap());
        for file in files(&folder) {
            let case = json(&file);
            let (request, found) = match draft(&case) {
                Some(draft) => {
                    let outcome = backend.read_created(&answer(&case), &draft, Timestamp(0.0));
                    let request = backend.create_request(server, &subject, &draft);
                    (request, described_outcome(&outcome))
                }
                None => {
                    let listing = backend.read_list(&answer(&case).unwrap());
                    (backend.list_request(server, &subject), described_listing(listing))
                }
            };
            if let Some(expected) = case.get("request") {
                assert_eq!(&described_request(&request), expected, "{file:?}");
            }
            assert_eq!(&found, case.get("expect").unwrap(), "{file:?}");
            cases += 1;
        }
    }
    assert!(cases > 20, "{cases} cases");
}

#[test]
fn every_preset_can_be_read() {
    for file in files(&root().join("../../backends")) {
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(!preset(name).name().is_empty(), "{name}");
        assert!(preset(name).takes_replies(), "{name}");
    }
}

#[test]
fn the_local_backend_lists_what_was_posted() {
    let backend = preset("local");
    assert!(backend.is_in_this_browser());
    let subject = Subject { thread: "/a1".into(), ..Subject::default() };
    let mut kept = None;
    for (text, parent) in [("Un\nDeux", None), ("<b>Trois</b>", Some("1"))] {
        let draft = Draft {
            text: text.into(),
            name: "Aïcha".into(),
            parent: parent.map(String::from),
            ..Draft::default()
        };
        let request = backend.create_request("", &subject, &draft);
        let (keep, answer) = local::create(kept, &request, Timestamp(1000.0));
        let outcome = backend.read_created(&Ok(answer), &draft, Timestamp(0.0));
        assert!(matches!(outcome, Outcome::Posted(_)), "{outcome:?}");
        kept = Some(keep);
    }
    let listing = backend.read_list(&local::list(kept)).unwrap();
    let [first, second] = listing.comments.as_slice() else { panic!("{listing:?}") };
    assert_eq!(first.author.as_deref(), Some("Aïcha"));
    assert_eq!(first.created, Some(Timestamp(1000.0)));
    assert_eq!(second.parent.as_deref(), Some("1"));
    assert_eq!(second.body, crate::comments::comment::plain_blocks("<b>Trois</b>"));
    assert_eq!(local::list(Some(Json::Null)), local::list(None));
    let refused = backend.read_created(&Ok(local::refused()), &Draft::default(), Timestamp(0.0));
    assert!(matches!(refused, Outcome::Refused(_)), "{refused:?}");
}

/// A description as the owner of a site would write it, for a server that
/// nests its answers, has its errors in a 200, and wants a form.
const ANOTHER: &str = r#"{
  "name": "Another",
  "fields": {"text": {}, "name": {"required": true}},
  "list": {
    "request": {"method": "POST", "path": "/threads/{thread}", "json": {"action": "LIST", "page": {"url": "{url}", "size": 50}}},
    "items": "data.items", "replies": "children"
  },
  "create": {
    "request": {"method": "PUT", "path": "/threads/{thread}/new", "headers": {"x-title": "{title}"},
      "form": {"body": "{text}", "by": "{name}", "to": "{parent}", "site": "{website}"}},
    "comment": "data"
  },
  "comment": {
    "id": "comment.key", "name": "comment.user.name", "website": "comment.user.site",
    "text": {"at": "comment.text", "format": "html"}, "time": {"at": "comment.at", "unit": "iso8601"},
    "pending": {"at": "comment.state", "is": ["hold", "spam"]}
  },
  "success": {"at": "errno", "is": [0, null]},
  "refusal": {"reason": ["errors.0", "errmsg"], "known": [{"when": {"at": "errno", "is": 7}, "means": "closed"}]}
}"#;

fn described(text: &str) -> Result<Backend, crate::decode::Problem> {
    let description = serde_json::from_str(text).unwrap();
    Backend::decode(description)
}

fn answered(status: u16, text: &str) -> Answer {
    Answer { status, text: text.into(), json: serde_json::from_str(text).ok() }
}

#[test]
fn another_server_is_another_description() {
    let backend = described(ANOTHER).unwrap();
    let subject =
        Subject { thread: "é/1".into(), title: "Titre".into(), url: "https://a.example/".into() };
    let draft = Draft { text: "a&b".into(), name: "Ann".into(), ..Draft::default() };
    let request = backend.create_request("https://s.example", &subject, &draft);
    assert_eq!(request.url, "https://s.example/threads/%C3%A9%2F1/new");
    assert_eq!(request.headers, [("x-title".into(), "Titre".into())]);
    assert_eq!(
        request.body,
        Body::Form(vec![("body".into(), "a&b".into()), ("by".into(), "Ann".into())])
    );
    let page = object([("url", "https://a.example/".into()), ("size", Json::Number(50.0))]);
    let Body::Json(listing) = backend.list_request("", &subject).body else { panic!() };
    assert_eq!(listing, object([("action", "LIST".into()), ("page", page)]));

    let listing = backend.read_list(&answered(
        200,
        r#"{"errno": 0, "data": {"items": [
            {"comment": {"key": "x", "user": {"name": " Ann ", "site": "javascript:alert(1)"}, "text": "a", "at": "2026-11-22T15:02:39", "state": "ok"},
             "children": [{"comment": {"key": "y", "text": "b", "at": "soon", "state": "hold"}, "children": []}]},
            {"comment": {"text": "no key"}}]}}"#,
    ));
    let listing = listing.unwrap().comments;
    assert_eq!(listing.len(), 2);
    assert_eq!(listing[0].author.as_deref(), Some("Ann"));
    assert_eq!(listing[0].website, None);
    assert_eq!(listing[0].created, Timestamp::parse("2026-11-22T15:02:39Z"));
    assert_eq!(listing[1].parent.as_deref(), Some("x"));
    assert_eq!(listing[1].status.as_str(), "pending");
    assert_eq!(backend.read_list(&answered(200, r#"{"errno": 500}"#)), None);

    let end = |status, text: &str| {
        backend.read_created(&Ok(answered(status, text)), &draft, Timestamp(5.0))
    };
    let Outcome::Posted(posted) = end(200, r#"{"data": {"comment": {"key": 9}}}"#) else {
        panic!()
    };
    assert_eq!((posted.id.as_str(), posted.author.as_deref()), ("9", Some("Ann")));
    assert_eq!(posted.created, Some(Timestamp(5.0)));
    assert_eq!(posted.body, crate::comments::comment::plain_blocks("a&b"));
    let Outcome::Refused(refusal) = end(200, r#"{"errno": 7, "errmsg": "It&#8217;s closed"}"#)
    else {
        panic!()
    };
    assert_eq!(refusal.cause.map(|cause| cause.as_str()), Some("closed"));
    assert_eq!(refusal.reason.as_deref(), Some("It\u{2019}s closed"));
    let Outcome::Refused(refusal) = end(429, "Slow down") else { panic!() };
    assert_eq!(refusal.cause.map(|cause| cause.as_str()), Some("too-many"));
    assert_eq!(refusal.reason.as_deref(), Some("Slow down"));
    assert_eq!(end(500, r#"{"errno": 500}"#), Outcome::Unclear { answered: true });
}

#[test]
fn a_wrong_description_is_refused_with_its_place() {
    for (right, wrong, problem) in [
        (
            r#""name": "Another""#,
            r#""name": " ""#,
            r#"/name: expected a text that is not empty, found " ""#,
        ),
        (
            r#""method": "PUT""#,
            r#""method": "PATCH""#,
            r#"/create/request/method: expected one of GET, POST, PUT, DELETE, found "PATCH""#,
        ),
        (
            r#""/threads/{thread}/new""#,
            r#""/threads/{slug}/new""#,
            "/create/request/path: {slug} is none of the values thread, title, url, text, name, email, website, parent",
        ),
        (
            r#""/threads/{thread}""#,
            r#""threads/{thread}""#,
            r#"/list/request/path: expected a path that begins with /, found "threads/{thread}""#,
        ),
        (
            r#""form": {"#,
            r#""json": {}, "form": {"#,
            "/create/request/form: there is a body of JSON already",
        ),
        (
            r#""size": 50"#,
            r#""size": "{size}""#,
            "/list/request/json/page/size: {size} is none of the values thread, title, url, text, name, email, website, parent",
        ),
        (
            r#""pending""#,
            r#""pendign""#,
            "/comment/pendign: is no key here; there are id, parent, name, website, text, time, pending, deleted",
        ),
        (r#""text": {}, "#, "", "/fields/text: is missing"),
        (
            r#""unit": "iso8601""#,
            r#""unit": "days""#,
            r#"/comment/time/unit: expected one of seconds, milliseconds, iso8601, found "days""#,
        ),
        (
            r#""means": "closed""#,
            r#""means": "shut""#,
            r#"/refusal/known/0/means: expected one of required, too-short, too-long, bad-email, bad-website, too-many, closed, found "shut""#,
        ),
    ] {
        let text = ANOTHER.replacen(right, wrong, 1);
        assert_ne!(text, ANOTHER, "{right}");
        assert_eq!(described(&text).unwrap_err().to_string(), problem);
    }
}
