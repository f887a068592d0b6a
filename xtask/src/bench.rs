//! `cargo xtask bench`: measurements against the project's goals.

use crate::tools::{self, EVERYTHING};
use crate::{Outcome, dist, run, test};

/// Builds `dist/` and has the end-to-end crate measure it: all benches, or
/// those that are named.
pub(crate) fn bench(names: &[String]) -> Outcome {
    let toolbox = tools::setup(EVERYTHING)?;
    dist::build(&toolbox)?;
    let mut bench = test::with_places(&toolbox);
    bench.args(["run", "--release", "-p", "article-widget-e2e-tests", "--bin", "bench", "--"]);
    run::run(bench.args(names))
}
