//! The command line for authors, `article-widget`.
//!
//! | module | does |
//! | --- | --- |
//! | [`check`] | says what is wrong in a document, and where |
//! | [`new`] | starts an article |
//! | [`draft`] | makes an article of what is there already, with its actors |
//! | [`prerender`] | writes the page of an article |
//! | [`source`] | what an author has, as an article |
//! | [`output`] | where a command writes to |
//! | [`document`] | files, and JSON that knows the place of each of its values |

mod check;
mod document;
mod draft;
mod new;
mod output;
mod prerender;
mod source;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Articles with an actor map, from the first draft to the page.
#[derive(Parser)]
#[command(name = "article-widget", version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    New(new::Arguments),
    Draft(draft::Arguments),
    Prerender(Box<prerender::Arguments>),
}

/// What was asked for could not be done: a file that can't be read or written.
/// (What clap says of wrong arguments ends in the same way.)
const IMPOSSIBLE: u8 = 2;

/// Does what the arguments of this process say.
pub fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::New(arguments) => new::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Draft(arguments) => draft::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Prerender(arguments) => prerender::run(&arguments).map(|()| ExitCode::SUCCESS),
    };
    match outcome {
        Ok(code) => code,
        Err(message) => {
            anstream::eprintln!("article-widget: {message}");
            ExitCode::from(IMPOSSIBLE)
        }
    }
}

/// What `article-widget prerender` writes with these arguments.
///
/// # Errors
/// Why nothing is written, in a sentence.
pub fn prerendered<T: Into<OsString> + Clone>(
    arguments: impl IntoIterator<Item = T>,
) -> Result<String, String> {
    let name: [OsString; 2] = ["article-widget".into(), "prerender".into()];
    let arguments = name.into_iter().chain(arguments.into_iter().map(Into::into));
    match Arguments::try_parse_from(arguments).map_err(|error| error.to_string())?.command {
        Command::Prerender(arguments) => prerender::html(&arguments),
        _ => Err("that is another command".into()),
    }
}
