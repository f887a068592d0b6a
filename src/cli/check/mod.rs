//! `article-widget check`: what is wrong in a document, and where.
//!
//! | module | holds |
//! | --- | --- |
//! | [`kind`] | articles, maps, descriptions of comment servers, and how they are told apart |
//! | [`finding`] | something that is wrong |
//! | [`mod@inspect`] | everything that is wrong in a document |
//! | [`schema`] | the published schemas, and what they say of a place |
//! | [`hint`] | what the author may have meant |
//! | [`mod@print`] | findings as a compiler shows them, or as JSON |

mod finding;
mod hint;
mod inspect;
mod kind;
mod print;
mod schema;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::document;
use finding::Severity;
use kind::Kind;
use print::Checked;

pub(crate) use inspect::inspect;
pub(crate) use schema::Schemas;

/// Says what is wrong in articles, actor maps and descriptions of comment servers.
///
/// Ends with 0 if nothing is wrong, 1 if something is, 2 if a file can't be read.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The files to check; `-` is the standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What the files are, where their shape does not say it.
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// How it is said.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Whether a warning counts as an error.
    #[arg(long)]
    strict: bool,
}

/// How findings are said.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// As a compiler says it.
    Text,
    /// As JSON, for programs.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let schemas = Schemas::load();
    let texts: Result<Vec<String>, String> =
        arguments.files.iter().map(|file| document::read(file)).collect();
    let texts = texts?;
    let mut all = Vec::new();
    for (file, text) in arguments.files.iter().zip(&texts) {
        let (kind, findings) = inspect(text, arguments.kind, &schemas);
        all.push(Checked { file: file.display().to_string(), text, kind, findings });
    }
    match arguments.format {
        Format::Text => print::text(&all),
        Format::Json => print::json(&all),
    }
    let mut findings = all.iter().flat_map(|checked| &checked.findings);
    let fails = findings.any(|found| arguments.strict || found.severity == Severity::Error);
    Ok(ExitCode::from(u8::from(fails)))
}
