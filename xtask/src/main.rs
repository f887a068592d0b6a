//! The project's commands.
//!
//! | file | what |
//! | --- | --- |
//! | `serve`, `test`, `dist`, `size`, `parts`, `wordpress`, `screenshots`, `bench`, `fuzz`, `world` | the commands, one file or folder each |
//! | `tools` | what the commands need, and how a fresh machine gets it |
//! | `workspace`, `run`, `say` | where things are, how programs are run, how it is said |

mod bench;
mod dist;
mod fuzz;
mod parts;
mod run;
mod say;
mod screenshots;
mod serve;
mod size;
mod test;
mod tools;
mod wordpress;
mod workspace;
mod world;

use std::process::ExitCode;

const HELP: &str = "\
The commands of article-widget. Each first installs what it lacks.

    cargo xtask serve [OPTION…]   the preview, on http://127.0.0.1:8080/;
                                  options go to `trunk serve`
    cargo xtask test [STEP…]      every test, or only the named steps
    cargo xtask dist              builds dist/, what a site puts on its server
    cargo xtask size              what a reader downloads, beside the budget
    cargo xtask size parts        what the comment section adds to that: it is built
                                  with and without
    cargo xtask wordpress         builds the plugin for WordPress, with dist/ in it
    cargo xtask screenshots       the pictures of the README and their like
    cargo xtask bench [NAME…]     measures what readers feel, beside the goals
    cargo xtask fuzz [TARGET]     looks for inputs that break the readers of foreign
                                  data: a short run of each, or one until it is
                                  stopped; options of libFuzzer after `--`
    cargo xtask world             the base map of the world view (www/world.bin)
    cargo xtask setup             only installs what all of the above need

Tools are kept in $ARTICLE_WIDGET_TOOLS, else in ~/.cache/article-widget.
With CI=true, a test that has to be skipped is a failure.
";

/// What a command comes to: nothing, or a sentence for whoever called it.
type Outcome<T = ()> = Result<T, String>;

/// The sentence of a command that has said all itself.
const SAID: &str = "";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome = match command {
        "serve" => serve::serve(rest),
        "test" => test::test(rest),
        "dist" => dist::command(rest),
        "size" => size::command(rest),
        "wordpress" => wordpress::wordpress(rest),
        "screenshots" => screenshots::screenshots(rest),
        "bench" => bench::bench(rest),
        "fuzz" => fuzz::fuzz(rest),
        "world" => world::command(rest),
        "setup" => tools::setup(tools::EVERYTHING).map(drop),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("there is no command `{unknown}`\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            if message != SAID {
                say::error(&message);
            }
            ExitCode::FAILURE
        }
    }
}

/// Refuses arguments, for commands that take none.
fn no_arguments(command: &str, arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => {
            Err(format!("`cargo xtask {command}` takes no arguments, but got `{argument}`"))
        }
    }
}
