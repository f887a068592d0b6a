//! Findings as a compiler shows them, or as JSON.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::finding::{Finding, Severity};
use super::kind::Kind;
use crate::document::position;

/// A file and what is wrong in it.
pub(crate) struct Checked<'a> {
    pub(crate) file: String,
    pub(crate) text: &'a str,
    pub(crate) kind: Option<Kind>,
    pub(crate) findings: Vec<Finding>,
}

/// For people: each finding on the standard error, and one line at the end.
pub(crate) fn text(all: &[Checked<'_>]) {
    let renderer = Renderer::styled();
    for checked in all {
        for found in &checked.findings {
            let report = [group(checked, found)];
            anstream::eprintln!("{}\n", renderer.render(&report));
        }
    }
    let (errors, warnings) = totals(all);
    let files = all.len();
    let count = |number: usize, one: &str, more: &str| {
        format!("{number} {}", if number == 1 { one } else { more })
    };
    anstream::eprintln!(
        "{}: {}, {}",
        count(files, "file", "files"),
        count(errors, "error", "errors"),
        count(warnings, "warning", "warnings"),
    );
}

fn group<'a>(checked: &'a Checked<'a>, found: &'a Finding) -> Group<'a> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut title = level.primary_title(found.message.as_str());
    if !found.pointer.is_empty() {
        title = title.id(found.pointer.as_str());
    }
    let mark = AnnotationKind::Primary.span(found.range.clone());
    let snippet = Snippet::source(checked.text).path(checked.file.as_str()).annotation(mark);
    let mut group = title.element(snippet);
    for hint in &found.hints {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    if let Some(note) = &found.note {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    group
}

/// For programs: one object on the standard output.
pub(crate) fn json(all: &[Checked<'_>]) {
    let (errors, warnings) = totals(all);
    let problems: Vec<Value> = all
        .iter()
        .flat_map(|checked| checked.findings.iter().map(|found| problem(checked, found)))
        .collect();
    let report = json!({ "errors": errors, "warnings": warnings, "problems": problems });
    anstream::println!("{report:#}");
}

fn problem(checked: &Checked<'_>, found: &Finding) -> Value {
    let (line, column) = position(checked.text, found.range.start);
    let (end_line, end_column) = position(checked.text, found.range.end);
    json!({
        "file": checked.file,
        "kind": checked.kind.map(Kind::name),
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": end_column,
        "pointer": found.pointer,
        "severity": if found.severity == Severity::Error { "error" } else { "warning" },
        "message": found.message,
        "hints": found.hints,
        "note": found.note,
    })
}

fn totals(all: &[Checked<'_>]) -> (usize, usize) {
    let count = |severity| {
        let findings = all.iter().flat_map(|checked| &checked.findings);
        findings.filter(|found| found.severity == severity).count()
    };
    (count(Severity::Error), count(Severity::Warning))
}
