//! Everything that is wrong in a document: what the core says when it reads it,
//! what the schema says beside that, and what both let pass though it is
//! probably a slip of the pen.

use article_widget_core::article::Article;
use article_widget_core::comments::backend::Backend;
use article_widget_core::decode::{Place, Warnings};
use article_widget_core::map::ActorMap;

use super::finding::{Finding, Severity};
use super::hint;
use super::kind::Kind;
use super::schema::{Refusal, Schemas};
use crate::document::{Document, NotJson};

/// What is wrong in `text`, in the order of the text, and what it is.
pub(crate) fn inspect(
    text: &str,
    kind: Option<Kind>,
    schemas: &Schemas,
) -> (Option<Kind>, Vec<Finding>) {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(problem) => return (kind, vec![no_json(text, problem)]),
    };
    let kind = kind.unwrap_or_else(|| Kind::of(&document.value));
    let mut findings: Vec<Finding> = said_by_core(&document, kind)
        .into_iter()
        .map(|(pointer, message)| finding(&document, pointer, message))
        .collect();
    for refusal in schemas.refusals(kind, &document.value) {
        if !findings.iter().any(|known| says_the_same(&known.pointer, &refusal)) {
            findings.push(finding(&document, refusal.pointer, refusal.message));
        }
    }
    for found in &mut findings {
        found.note = schemas.description(kind, &document.value, &found.pointer);
        hint::add(found, &document, kind, schemas);
    }
    for (pointer, range) in document.repeated() {
        findings.push(Finding {
            severity: Severity::Error,
            message: "this key is given twice; browsers read only the last one".into(),
            hints: Vec::new(),
            note: None,
            pointer,
            range,
        });
    }
    slips(&document, kind, schemas, &mut findings);
    findings.sort_by_key(|found| found.range.start);
    (Some(kind), findings)
}

/// What the widget itself would say.
fn said_by_core(document: &Document<'_>, kind: Kind) -> Vec<(String, String)> {
    let problems = match kind {
        Kind::Article => match Article::decode(&document.json) {
            Ok((_, Warnings(warnings))) => warnings,
            Err(problem) => vec![problem],
        },
        Kind::Map => {
            let place = Place::document(&document.json);
            let mut warnings = Warnings::default();
            warnings.0.extend(place.required("actors").err());
            ActorMap::decode(&place, &mut warnings);
            warnings.0
        }
        Kind::Backend => Backend::decode(document.json.clone()).err().into_iter().collect(),
    };
    problems.iter().map(|problem| (problem.place.clone(), problem.message.clone())).collect()
}

/// Whether what the core said at `pointer` is what the schema says: of the same
/// place, of a part of it, or, where the schema leaves open which of several
/// shapes was meant, of what it is a part of.
fn says_the_same(pointer: &str, refusal: &Refusal) -> bool {
    let is_inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    is_inside(&refusal.pointer, pointer)
        || (refusal.is_vague && is_inside(pointer, &refusal.pointer))
}

fn finding(document: &Document<'_>, pointer: String, message: String) -> Finding {
    let mut message = message;
    let mut range = document.range(&pointer);
    if message == "is missing" {
        let key = pointer.rsplit('/').next().unwrap_or_default();
        message = format!("the key \"{key}\" is missing");
    } else if message.starts_with("is no key here") {
        range = document.name_range(&pointer);
        message = format!("this {message}");
    } else if let Some(mention) = mention(&message)
        && let Some(whole) = document.whole(&pointer)
        && let Some(at) = document.text[whole.clone()].find(&mention)
    {
        range = whole.start + at..whole.start + at + mention.len();
    }
    let (hints, note) = (Vec::new(), None);
    Finding { severity: Severity::Error, pointer, range, message, hints, note }
}

/// What to look for in the text, when a mention names nobody.
fn mention(message: &str) -> Option<String> {
    let rest = message.strip_prefix("no actor has the id \"")?;
    rest.split('"').next().map(|id| format!("#actor-{id}"))
}

fn no_json(text: &str, problem: NotJson) -> Finding {
    let mut range = problem.range;
    range.end = range.end.min(text.len()).max(range.start);
    Finding {
        severity: Severity::Error,
        pointer: String::new(),
        hints: hint::of_syntax(text, range.start, &problem.message),
        message: format!("this is not JSON: {}", problem.message),
        note: None,
        range,
    }
}

/// Keys that nobody reads, and that look much like one that would be read.
fn slips(document: &Document<'_>, kind: Kind, schemas: &Schemas, findings: &mut Vec<Finding>) {
    // In a description, the core has refused them.
    if kind == Kind::Backend {
        return;
    }
    schemas.each_unknown_key(kind, &document.value, &mut |pointer, key, known| {
        let Some(meant) = hint::nearest(key, known) else { return };
        findings.push(Finding {
            severity: Severity::Warning,
            range: document.name_range(pointer),
            pointer: pointer.to_owned(),
            message: format!("nothing reads the key \"{key}\""),
            hints: vec![format!("did you mean \"{meant}\"?")],
            note: None,
        });
    });
}
