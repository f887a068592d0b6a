//! A server that nobody here has heard of, described as the owner of a site
//! would from `docs/backends.md` alone: it wants a token, keeps its comments
//! and their authors apart, pages by cursors, and has its errors in a 200.

use super::*;
use crate::comments::form::Field;
use crate::comments::{Comment, Draft};
use crate::date::Timestamp;
use crate::http::{Answer, Body};
use crate::json::Json;

const DESCRIPTION: &str = r#"{
  "name": "Unheard of",
  "values": {"site": "", "board": "main"},
  "fields": {"text": {"max": 500}, "name": {"required": true}},
  "steps": [
    {"gives": {"topic": "topic.key"}, "instead": {"topic": "{thread:digits}"},
     "request": {"method": "GET", "path": "/{board}/topics", "query": {"at": "{url:host}", "slug": "{thread:slug}"}}},
    {"gives": {"pass": {"header": "x-pass"}},
     "request": {"method": "POST", "path": "/{board}/passes", "json": {"topic": "{topic:number}", "by": "{name}"}}}
  ],
  "list": {
    "request": {"method": "POST", "path": "/{board}/{topic}/list",
      "json": {"size": "{limit:number}", "from": "{cursor}", "order": "{sort}", "site": "{site}"}},
    "items": "data.items", "replies": "children", "limit": 2,
    "join": {"at": "comment.by", "in": "data.people", "by": "no"},
    "next": "data.next", "total": {"header": "x-range"},
    "sort": {"newest": "desc", "best": "stars"}, "complete": {"value": "board", "is": "main"}
  },
  "create": {
    "request": {"method": "PUT", "path": "/{board}/{topic}/new", "headers": {"x-pass": "{pass}", "authorization": "Bearer {token}", "idempotency-key": "{key}"},
      "form": {"body": "{text:html}", "by": "{name}", "to": "{parent}", "top": "{root}", "site": "{website}"}},
    "comment": "data", "repeatable": true, "depth": 1
  },
  "edit": {"request": {"method": "PATCH", "path": "/c/{id}", "multipart": {"body": "{text}"}}, "within": 60},
  "delete": {"request": {"method": "DELETE", "path": "/c/{id}"}},
  "vote": {"request": {"method": "POST", "path": "/c/{id}/stars", "query": {"n": "{vote}"}}, "up": "1", "undo": "0"},
  "preview": {"request": {"method": "POST", "path": "/preview", "json": {"body": "{text}"}}, "at": "html"},
  "poll": {"request": {"method": "GET", "path": "/{board}/{topic}", "query": {"after": "{since:iso8601}"}}},
  "comment": {
    "id": "comment.key", "name": ["@.name", "comment.nick"], "website": "@.site", "source": "comment.raw",
    "text": {"at": "comment.text", "format": "html"}, "time": {"at": "comment.at", "unit": "iso8601"},
    "up": "comment.stars", "pending": {"at": "comment.state", "is": ["hold", "spam"]},
    "staff": {"at": "@.role", "not": [null, "reader"]}
  },
  "success": {"at": "errno", "is": [0, null]},
  "refusal": {
    "reason": ["errors", "errmsg"], "fields": {"body": "text", "by": "name"},
    "known": [{"when": {"at": "errno", "is": 7}, "means": "closed"}]
  }
}"#;

fn described(text: &str) -> Result<Backend, crate::decode::Problem> {
    Backend::decode(serde_json::from_str(text).unwrap())
}

fn served() -> Backend {
    let mut backend = described(DESCRIPTION).unwrap();
    let subject = Subject {
        thread: "/2026/é-1/".into(),
        title: "Titre".into(),
        url: "https://a.example:81/x".into(),
        ..Subject::default()
    };
    backend.serve("https://s.example/#site=9", &subject).unwrap();
    backend
}

fn answered(status: u16, text: &str) -> Answer {
    let headers = vec![("x-pass".into(), "open".into()), ("x-range".into(), "0-1/57".into())];
    Answer {
        status,
        text: text.into(),
        json: serde_json::from_str(text).ok(),
        headers,
        retry_after_ms: None,
    }
}

fn draft() -> Draft {
    Draft { text: "a&b".into(), name: "Ann".into(), ..Draft::default() }
}

/// The request of an operation, its steps taken.
fn request(backend: &mut Backend, operation: Operation, values: &Values) -> crate::http::Request {
    loop {
        let next = backend.next(operation, values);
        let Some(step) = next.step else { return next.request };
        backend.learn(step, &Ok(answered(200, r#"{"topic": {"key": 12}}"#))).unwrap();
    }
}

#[test]
fn one_call_feeds_the_next() {
    let mut backend = served();
    let values = Values::of_draft(&draft(), "k1");
    let first = backend.next(Operation::Create, &values);
    assert_eq!(first.request.url, "https://s.example/main/topics?at=a.example%3A81&slug=%C3%A9-1");
    let first = first.step.unwrap();
    backend.learn(first, &Ok(answered(200, r#"{"topic": {"key": 12}}"#))).unwrap();
    let second = backend.next(Operation::Create, &values);
    let body = r#"{"topic":12.0,"by":"Ann"}"#;
    assert_eq!(second.request.body, Body::Json(serde_json::from_str(body).unwrap()));
    assert_eq!(second.request.wanted, ["x-pass"]);
    backend.learn(second.step.unwrap(), &Ok(answered(200, "{}"))).unwrap();
    let create = backend.next(Operation::Create, &values);
    assert_eq!(create.step, None);
    let create = create.request;
    assert_eq!((create.method, &*create.url), ("PUT", "https://s.example/main/12/new"));
    let pair = |name: &str, value: &str| (String::from(name), String::from(value));
    assert_eq!(create.headers, [pair("x-pass", "open"), pair("idempotency-key", "k1")]);
    let form = vec![pair("body", "<p>a&amp;b</p>"), pair("by", "Ann")];
    assert_eq!(create.body, Body::Form(form));

    // What was learned serves again, until it is forgotten.
    assert_eq!(backend.next(Operation::Create, &values).step, None);
    backend.forget();
    assert_eq!(backend.next(Operation::Create, &values).step, Some(first));
    let refusal = backend.learn(first, &Ok(answered(404, "No such topic"))).unwrap_err();
    assert_eq!((refusal.status, refusal.reason.as_deref()), (404, Some("No such topic")));
}

#[test]
fn a_value_that_is_known_already_needs_no_step() {
    let mut backend = served();
    backend
        .serve("https://s.example#site=9", &Subject { thread: "33".into(), ..Subject::default() })
        .unwrap();
    let values = backend.page_values(&Page::default(), Sort::Oldest);
    let next = backend.next(Operation::List, &values);
    assert_eq!(next.step, None);
    assert_eq!(next.request.url, "https://s.example/main/33/list");
    // It cannot sort by age: so it sorts as it does.
    let body = r#"{"size":2.0,"order":"desc","site":"9"}"#;
    assert_eq!(next.request.body, Body::Json(serde_json::from_str(body).unwrap()));
    assert_eq!(next.request.wanted, ["x-range"]);
}

#[test]
fn comments_are_joined_with_who_wrote_them() {
    let backend = served();
    let listing = backend.read_list(
        Operation::List,
        &answered(
            200,
            r#"{"errno": 0, "data": {"next": "c2",
              "people": [{"no": 1, "name": " Ann ", "site": "javascript:alert(1)"}, {"no": 2, "name": "Ed", "role": "editor"}],
              "items": [
                {"comment": {"key": "x", "by": 2, "text": "a", "at": "2026-11-22T15:02:39", "state": "ok", "stars": 3},
                 "children": [{"comment": {"key": "y", "by": 1, "text": "b", "at": "soon", "state": "hold"}, "children": []}]},
                {"comment": {"text": "no key"}},
                {"comment": {"key": "z", "nick": "Zoé", "text": "c"}}]}}"#,
        ),
        &Page::default(),
    );
    let listing = listing.unwrap();
    assert_eq!(listing.total, Some(57));
    assert_eq!(listing.next, Some(Page { number: 1, offset: 3, cursor: "c2".into() }));
    let [x, y, z] = &listing.comments[..] else { panic!("{listing:?}") };
    assert_eq!((x.author.as_deref(), x.is_staff, x.up), (Some("Ed"), true, Some(3)));
    assert_eq!(x.created, Timestamp::parse("2026-11-22T15:02:39Z"));
    assert_eq!((y.author.as_deref(), y.website.as_ref(), y.created), (Some("Ann"), None, None));
    assert_eq!((y.parent.as_deref(), y.status.as_str()), (Some("x"), "pending"));
    assert_eq!((z.author.as_deref(), z.is_staff), (Some("Zoé"), false));
    let unlisted = answered(200, r#"{"errno": 500}"#);
    assert_eq!(backend.read_list(Operation::List, &unlisted, &Page::default()), None);
}

#[test]
fn how_a_sending_ends_is_read_by_the_answer() {
    let backend = served();
    let end = |status, text: &str| {
        backend.read_created(&Ok(answered(status, text)), &draft(), "k1", Timestamp(5.0))
    };
    let Outcome::Posted(posted) = end(200, r#"{"data": {"comment": {"key": 9}}}"#) else {
        panic!()
    };
    assert_eq!((posted.id.as_str(), posted.author.as_deref()), ("9", Some("Ann")));
    assert_eq!(posted.created, Some(Timestamp(5.0)));
    assert_eq!(posted.body, crate::comments::comment::plain_blocks("a&b"));
    let refused = |status, text: &str| match end(status, text) {
        Outcome::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    let refusal = refused(200, r#"{"errno": 7, "errmsg": "It&#8217;s closed"}"#);
    assert_eq!(refusal.cause.map(|cause| cause.as_str()), Some("closed"));
    assert_eq!(refusal.reason.as_deref(), Some("It\u{2019}s closed"));
    let refusal = refused(422, r#"{"errno": 3, "errors": {"by": ["is taken", "is odd"]}}"#);
    assert_eq!((refusal.field, refusal.reason.as_deref()), (Some(Field::Name), Some("is taken")));
    let refusal = refused(429, "Slow down");
    assert_eq!(refusal.cause.map(|cause| cause.as_str()), Some("too-many"));
    assert_eq!(refusal.reason.as_deref(), Some("Slow down"));
    assert_eq!(end(500, r#"{"errno": 500}"#), Outcome::Unclear { answered: true });
    assert_eq!(end(200, "<html>"), Outcome::Unclear { answered: true });
    assert_eq!(end(200, r#"{"errno": 0}"#), Outcome::Unclear { answered: true });
}

#[test]
fn comments_can_be_changed_taken_back_and_voted_on() {
    let mut backend = served();
    assert!(backend.takes_votes_back() && !backend.takes_votes_against());
    assert!(backend.sorts(Sort::Best) && !backend.sorts(Sort::Oldest));
    assert!(backend.lists_all() && backend.knows_again() && backend.takes_replies());
    assert_eq!(backend.window_ms(Operation::Edit), Some(60_000.0));
    assert_eq!((backend.window_ms(Operation::Delete), backend.reply_depth()), (None, Some(1)));
    let values = backend.edit_values("x/1", &draft());
    let edit = request(&mut backend, Operation::Edit, &values);
    assert_eq!((edit.method, &*edit.url), ("PATCH", "https://s.example/c/x%2F1"));
    assert_eq!(edit.body, Body::Multipart(vec![("body".into(), "a&b".into())]));
    let values = backend.vote_values("x", 1);
    let vote = request(&mut backend, Operation::Vote, &values);
    assert_eq!(vote.url, "https://s.example/c/x/stars?n=1");

    let was = Comment { id: "x".into(), up: Some(3), ..Comment::default() };
    let changed = |operation, text: &str, vote| {
        let answer = Ok(answered(200, text));
        let mut comment = was.clone();
        let asked = ("a&b", vote);
        backend.read_changed(operation, &answer, &mut comment, asked, Timestamp(7.0)).unwrap();
        comment
    };
    assert_eq!(changed(Operation::Vote, "{}", 1).up, Some(4));
    assert_eq!(changed(Operation::Vote, r#"{"comment": {"stars": 9}}"#, 1).up, Some(9));
    assert_eq!(changed(Operation::Delete, "{}", 0).status.as_str(), "deleted");
    let edited = changed(Operation::Edit, "{}", 0);
    assert_eq!(edited.body, crate::comments::comment::plain_blocks("a&b"));
    assert_eq!((edited.edited, edited.source.as_deref()), (Some(Timestamp(7.0)), Some("a&b")));
    let preview = backend.read_preview(&answered(200, r#"{"html": "<p>a<script>b</script></p>"}"#));
    assert_eq!(preview, Some(crate::comments::comment::plain_blocks("a")));
}

#[test]
fn a_wrong_description_is_refused_with_its_place() {
    for (right, wrong, problem) in [
        (
            r#""name": "Unheard of""#,
            r#""name": " ""#,
            r#"/name: expected a text that is not empty, found " ""#,
        ),
        (
            r#""method": "PUT""#,
            r#""method": "put""#,
            r#"/create/request/method: expected one of GET, POST, PUT, PATCH, DELETE, found "put""#,
        ),
        (
            r#""/{board}/{topic}/new""#,
            r#""/{board}/{slug}/new""#,
            "/create/request/path: {slug} is none of the values server, thread, title, url, lang, \
             token, text, name, email, website, parent, root, parent_name, key, id, vote, captcha, page, \
             offset, limit, cursor, sort, since, site, board, topic, pass",
        ),
        (
            "{limit:number}",
            "{limit:integer}",
            "/list/request/json/size: :integer is none of the filters number, boolean, digits, slug, host, \
             html, seconds, iso8601",
        ),
        (
            r#""/{board}/{topic}/list""#,
            r#""{board}/{topic}/list""#,
            "/list/request/path: expected a path that begins with /, found \"{board}/{topic}/list\"",
        ),
        (
            r#""form": {"#,
            r#""json": {}, "form": {"#,
            "/create/request/form: there is a body already",
        ),
        (
            r#""pending""#,
            r#""pendign""#,
            "/comment/pendign: is no key here; there are id, parent, name, website, avatar, link, \
             source, text, time, edited, up, down, pending, deleted, skip, own, staff",
        ),
        (r#""text": {"max": 500}, "#, "", "/fields/text: is missing"),
        (
            r#""unit": "iso8601""#,
            r#""unit": "days""#,
            r#"/comment/time/unit: expected one of seconds, milliseconds, iso8601, found "days""#,
        ),
        (
            r#""means": "closed""#,
            r#""means": "shut""#,
            "/refusal/known/0/means: expected one of required, too-short, too-long, bad-email, \
             bad-website, too-many, closed, duplicate, spam, login, captcha, found \"shut\"",
        ),
        (
            r#"{"header": "x-pass"}"#,
            r#"{"headers": "x-pass"}"#,
            r#"/steps/1/gives/pass: expected a path, "header" or "cookie", found an object"#,
        ),
        (r#""up": "1", "#, "", "/vote/up: is missing"),
        (r#""path": "/c/{id}""#, r#""path": "/c""#, "/edit/request: has no place for {id}"),
        (
            r#"{"value": "board""#,
            r#"{"value": "bord""#,
            r#"/list/complete/value: expected the name of a value, found "bord""#,
        ),
        (
            r#""sort": {"newest""#,
            r#""sort": {"latest""#,
            "/list/sort/latest: is no key here; there are newest, oldest, best",
        ),
        (r#""limit": 2"#, r#""limit": "2""#, r#"/list/limit: expected a number, found "2""#),
    ] {
        let text = DESCRIPTION.replacen(right, wrong, 1);
        assert_ne!(text, DESCRIPTION, "{right}");
        assert_eq!(described(&text).unwrap_err().to_string(), problem);
    }
    let neither = r#"{"name": "a", "fields": {"text": {}}}"#;
    let problem = described(neither).unwrap_err().to_string();
    assert_eq!(problem, "(document): there has to be \"list\" or \"create\"");
}

#[test]
fn what_a_site_has_to_give_is_asked_for() {
    let mut backend = described(DESCRIPTION).unwrap();
    let problem = backend.serve("https://s.example", &Subject::default()).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "/values/site: the site has to give it: backend-url=\"https://s.example#site=…\""
    );
    assert!(
        backend.serve("https://s.example#board=b&site=Mon%20site", &Subject::default()).is_ok()
    );
    assert!(!backend.lists_all());
    let Body::Json(body) = request(&mut backend, Operation::List, &Values::default()).body else {
        panic!()
    };
    assert_eq!(body.get("site"), Some(&Json::from("Mon site")));
}
