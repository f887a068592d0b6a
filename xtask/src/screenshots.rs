//! `cargo xtask screenshots`: the pictures, made again.

use crate::tools::{self, EVERYTHING};
use crate::{Outcome, dist, run, test};

/// Builds `dist/` and has the end-to-end crate take its pictures.
pub(crate) fn screenshots(arguments: &[String]) -> Outcome {
    let toolbox = tools::setup(EVERYTHING)?;
    dist::build(&toolbox)?;
    let mut pictures = test::with_places(&toolbox);
    pictures.args(["run", "-p", "article-widget-e2e-tests", "--bin", "screenshots", "--"]);
    run::run(pictures.args(arguments))
}
