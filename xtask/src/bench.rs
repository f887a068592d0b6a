//! `cargo xtask bench`: measurements against the project's goals.

use std::path::PathBuf;
use std::process::Command;

use crate::dist::{self, wasm};
use crate::tools::{self, ARTALK_CLIENT, BENCH, BENCH_PEERS, ESBUILD, Toolbox, WALINE_CLIENT};
use crate::{Outcome, run, say, test, workspace};

/// Builds `dist/` and has the end-to-end crate measure it: all benches, or
/// those that are named.
pub(crate) fn bench(names: &[String]) -> Outcome {
    let toolbox = tools::setup(BENCH)?;
    let is_wanted = |bench: &str| names.is_empty() || names.iter().any(|name| name == bench);
    if is_wanted("page") || is_wanted("comments") {
        dist::build(&toolbox)?;
    }
    let mut bench = test::with_places(&toolbox);
    if is_wanted("map") || is_wanted("map-large") {
        bench.env(
            "ARTICLE_WIDGET_BENCH_LAYOUT",
            wasm::alone(&toolbox, "article-widget-layout-module")?,
        );
        bench.env("ARTICLE_WIDGET_BENCH_MODULES", node_modules(&toolbox)?);
        bench.env("ARTICLE_WIDGET_BENCH_PEERS", peers(&toolbox)?);
    }
    if is_wanted("comments") {
        bench.env("ARTICLE_WIDGET_WALINE_CLIENT", toolbox.tool(&WALINE_CLIENT)?);
        bench.env("ARTICLE_WIDGET_ARTALK_CLIENT", toolbox.tool(&ARTALK_CLIENT)?);
    }
    bench.args(["run", "--release", "-p", "article-widget-e2e-tests", "--bin", "bench", "--"]);
    run::run(bench.args(names))
}

/// The folder with the packages of the peers.
fn node_modules(toolbox: &Toolbox) -> Outcome<PathBuf> {
    let manifest = toolbox.tool(&BENCH_PEERS)?;
    Ok(manifest.ancestors().nth(2).unwrap_or(manifest).to_path_buf())
}

/// The peers as one script.
fn peers(toolbox: &Toolbox) -> Outcome<PathBuf> {
    let script = workspace::target().join("bench").join("peers.js");
    let mut esbuild = Command::new(toolbox.tool(&ESBUILD)?);
    esbuild.args(["--bundle", "--minify", "--format=iife", "--log-level=warning"]);
    esbuild.arg(workspace::root().join("tests/e2e/bench/map/peers.js"));
    esbuild.arg(format!("--outfile={}", script.display()));
    esbuild.env("NODE_PATH", node_modules(toolbox)?);
    run::run(&mut esbuild)?;
    say::note(&format!("bundled {}", script.display()));
    Ok(script)
}
