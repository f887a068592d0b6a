//! What is tested, in order: the quickest answers first.

use std::process::Command;

use super::verdict::Verdict;
use super::{
    advisories, build_dist, component_runner, package, reproducible, with_places, yew_host,
};
use crate::tools::{
    self, AXE, CHROMIUM, CLDR, COMPILER, FIREFOX, FONTS, GECKODRIVER, HTML_VALIDATE, ISSO, KINTO,
    POSTGRES, Part, Toolbox, WALINE, WEBKIT, WORDPRESS, WORLD_ATLAS,
};
use crate::{Outcome, fuzz, run, serve, size, workspace, world};

/// One part of `cargo xtask test`.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) run: fn(&Toolbox) -> Verdict,
}

/// All steps.
pub(super) const STEPS: &[Step] = &[
    Step { name: "format", what: "rustfmt", run: format },
    Step { name: "clippy", what: "clippy for the host and for wasm32", run: clippy },
    Step { name: "docs", what: "documentation without warnings", run: docs },
    Step { name: "deny", what: "licences, sources, advisories", run: advisories::check },
    Step { name: "world", what: "the base map is what its script makes", run: world },
    Step { name: "native", what: "tests on this machine", run: native },
    Step { name: "fuzz", what: "a short run of each fuzz target", run: fuzz },
    Step { name: "component", what: "views in a headless browser", run: component },
    Step { name: "dist", what: "the package can be built", run: dist },
    Step { name: "size", what: "the package is within its budget", run: sizes },
    Step { name: "package", what: "the npm package and its examples", run: package::check },
    Step { name: "preview", what: "the preview can be built", run: preview },
    Step { name: "e2e", what: "the package in real browsers", run: end_to_end },
    Step { name: "reproducible", what: "two builds, the same bytes", run: reproducible::check },
];

/// What only runs in a browser; everything else is for this machine.
const IN_BROWSER: [&str; 8] = [
    "article-widget",
    "article-widget-browser",
    "article-widget-view",
    "article-widget-component-tests",
    "article-widget-draft",
    "article-widget-formats",
    "article-widget-world",
    "article-widget-yew-host",
];

const WASM32: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// What has no test that runs without a browser.
const ONLY_IN_BROWSER: [&str; 6] = [
    "article-widget",
    "article-widget-component-tests",
    "article-widget-e2e-tests",
    "article-widget-draft",
    "article-widget-formats",
    "article-widget-world",
];

/// Cargo for all packages but these.
fn without(packages: &[&str], command: &str) -> Command {
    let mut cargo = workspace::cargo();
    cargo.args([command, "--workspace", "--locked"]);
    cargo.args(packages.iter().flat_map(|package| ["--exclude", package]));
    cargo
}

/// Cargo for the packages of this machine.
fn on_host(command: &str) -> Command {
    without(&IN_BROWSER, command)
}

/// Cargo for the packages of the browser.
fn on_wasm32(command: &str) -> Command {
    let mut cargo = workspace::cargo();
    cargo.args([command, "--locked"]).args(WASM32);
    cargo.args(IN_BROWSER.iter().flat_map(|package| ["--package", package]));
    cargo
}

fn format(toolbox: &Toolbox) -> Verdict {
    if let Err(reason) = toolbox.part(Part::Rustfmt) {
        return Verdict::skipped(&reason);
    }
    Verdict::of(run::run(workspace::cargo().args(["fmt", "--all", "--check"])))
}

fn clippy(toolbox: &Toolbox) -> Verdict {
    if let Err(reason) = toolbox.part(Part::Clippy).and(toolbox.part(Part::Wasm32)) {
        return Verdict::skipped(&reason);
    }
    let strict =
        |mut cargo: Command| run::run(cargo.args(["--all-targets", "--", "-D", "warnings"]));
    let mut verdict = Verdict::of(strict(on_host("clippy")));
    verdict.add(Verdict::of(strict(on_wasm32("clippy"))));
    verdict
}

fn docs(toolbox: &Toolbox) -> Verdict {
    if let Err(reason) = toolbox.part(Part::Wasm32) {
        return Verdict::skipped(&reason);
    }
    // These crates are for each other: the maps in their first lines lead to
    // private modules, too.
    let strict = |mut cargo: Command| {
        cargo.args(["--no-deps", "--document-private-items"]);
        let flags = "-D warnings -A rustdoc::private-intra-doc-links";
        run::run(cargo.env("RUSTDOCFLAGS", flags))
    };
    let mut verdict = Verdict::of(strict(on_host("doc")));
    verdict.add(Verdict::of(strict(on_wasm32("doc"))));
    verdict
}

/// Runs a test runner and counts.
fn counted(command: &mut Command) -> Verdict {
    match run::tee(command) {
        Ok((succeeded, written)) => Verdict::of_runner(succeeded, &written),
        Err(reason) => Verdict::of(Err(reason)),
    }
}

fn world(toolbox: &Toolbox) -> Verdict {
    for tool in [&WORLD_ATLAS, &CLDR] {
        if let Err(reason) = toolbox.tool(tool) {
            return Verdict::skipped(&reason);
        }
    }
    let kept = std::fs::read(workspace::root().join("www/world.bin")).unwrap_or_default();
    Verdict::of(world::made(toolbox).and_then(|made| {
        let is_same = made == kept;
        is_same.then_some(()).ok_or_else(|| "www/world.bin: run `cargo xtask world`".into())
    }))
}

fn native(_: &Toolbox) -> Verdict {
    counted(without(&ONLY_IN_BROWSER, "test").arg("--no-fail-fast"))
}

fn fuzz(toolbox: &Toolbox) -> Verdict {
    if let Err(reason) = toolbox.system(&COMPILER) {
        return Verdict::skipped(&reason);
    }
    let built = match fuzz::build() {
        Ok(built) => built,
        Err(reason) => return Verdict::of(Err(reason)),
    };
    let mut verdict = Verdict::default();
    for (name, runs) in fuzz::TARGETS {
        verdict.add(Verdict::of(built.short(name, runs)));
    }
    verdict
}

fn component(toolbox: &Toolbox) -> Verdict {
    let runner = toolbox
        .part(Part::Wasm32)
        .and(toolbox.system(&CHROMIUM))
        .and_then(|()| component_runner(toolbox));
    let runner = match runner {
        Ok(runner) => runner,
        Err(reason) => return Verdict::skipped(&reason),
    };
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--locked", "--package", "article-widget-component-tests"]).args(WASM32);
    cargo.arg("--no-fail-fast");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    if let Some(driver) = tools::program("chromedriver") {
        cargo.env("CHROMEDRIVER", driver);
    }
    counted(&mut cargo)
}

/// Builds the package, and holds its pages against the HTML standard.
fn dist(toolbox: &Toolbox) -> Verdict {
    let mut verdict = Verdict::of(build_dist(toolbox));
    verdict.add(match toolbox.tool(&HTML_VALIDATE) {
        Ok(validator) => {
            let mut node = Command::new("node");
            node.current_dir(workspace::dist().join("demo")).arg(validator);
            node.args(["--preset", "standard", "*.html", "docs/*.html"]);
            Verdict::of(run::run(&mut node))
        }
        Err(reason) => Verdict::skipped(&reason),
    });
    verdict
}

fn sizes(toolbox: &Toolbox) -> Verdict {
    Verdict::of(build_dist(toolbox).and_then(|()| size::check()))
}

fn preview(toolbox: &Toolbox) -> Verdict {
    match serve::trunk(toolbox, "build") {
        Ok(mut trunk) => Verdict::of(run::run(&mut trunk)),
        Err(reason) => Verdict::skipped(&reason),
    }
}

/// A browser or a server that is missing is one skip each; the tests that can
/// do without it are run all the same.
fn end_to_end(toolbox: &Toolbox) -> Verdict {
    let mut verdict = Verdict::default();
    let there = |outcome: Outcome<&std::path::Path>| outcome.map(drop);
    let wanted = [
        toolbox.system(&CHROMIUM),
        toolbox.system(&FIREFOX).and(there(toolbox.tool(&GECKODRIVER))),
        toolbox.system(&WEBKIT),
        toolbox.system(&FONTS),
        toolbox.system(&WORDPRESS),
        toolbox.system(&POSTGRES),
        there(toolbox.tool(&ISSO)),
        there(toolbox.tool(&WALINE)),
        there(toolbox.tool(&KINTO)),
        there(toolbox.tool(&AXE)),
    ];
    for reason in wanted.into_iter().filter_map(Result::err) {
        verdict.add(Verdict::skipped(&reason));
    }
    if let Err(reason) = build_dist(toolbox) {
        verdict.add(Verdict::of(Err(reason)));
        return verdict;
    }
    if let Err(reason) = yew_host::build(toolbox) {
        verdict.add(Verdict::skipped(&reason));
    }
    let mut cargo = with_places(toolbox);
    cargo.args(["test", "--locked", "--package", "article-widget-e2e-tests"]);
    verdict.add(counted(&mut cargo));
    verdict
}
