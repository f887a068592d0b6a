//! `cargo xtask screenshots`: the pictures, made again.

use crate::tools::{self, EVERYTHING};
use crate::{Outcome, dist, no_arguments, run, say, test, workspace};

/// Builds `dist/`, has the end-to-end crate take its pictures, and replaces
/// those that the README shows.
pub(crate) fn screenshots(arguments: &[String]) -> Outcome {
    no_arguments("screenshots", arguments)?;
    let toolbox = tools::setup(EVERYTHING)?;
    dist::build(&toolbox)?;
    let taken = workspace::target().join("screenshots");
    let mut pictures = test::with_places(&toolbox);
    pictures.args(["run", "-p", "article-widget-e2e-tests", "--bin", "screenshots", "--"]);
    run::run(pictures.arg(&taken))?;
    let shown = workspace::root().join("docs/images");
    for old in std::fs::read_dir(&shown).into_iter().flatten().flatten() {
        let new = taken.join(old.file_name());
        if new.is_file() {
            std::fs::copy(&new, old.path())
                .map_err(|error| format!("can't replace {}: {error}", old.path().display()))?;
        }
    }
    say::note(&format!("the pictures are in {}", taken.display()));
    Ok(())
}
