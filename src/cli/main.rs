//! `article-widget`: the command line for authors.
//!
//! | module | does |
//! | --- | --- |
//! | [`check`] | says what is wrong in a document, and where |
//! | [`document`] | files, and JSON that knows the place of each of its values |

mod check;
mod document;

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
}

/// What was asked for could not be done: a file that can't be read or written.
/// (What clap says of wrong arguments ends in the same way.)
const IMPOSSIBLE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
    };
    match outcome {
        Ok(code) => code,
        Err(message) => {
            anstream::eprintln!("article-widget: {message}");
            ExitCode::from(IMPOSSIBLE)
        }
    }
}
