//! `cargo xtask test`: every test, and one line at the end.
//!
//! | file | what |
//! | --- | --- |
//! | `steps` | what is tested: add a row there |
//! | `package` | the npm package and its examples |
//! | `reproducible` | two builds, byte for byte |
//! | `advisories` | cargo-deny, with or without the advisory database |
//! | `yew_host` | a page of the end-to-end tests that is to be built |
//! | `verdict` | counting what passed, failed and was skipped |

mod advisories;
mod package;
mod reproducible;
mod steps;
mod verdict;
mod yew_host;

use std::process::Command;

use crate::tools::{
    self, AXE, EVERYTHING, GECKODRIVER, ISSO, KINTO, Toolbox, WALINE, WASM_BINDGEN,
};
use crate::{Outcome, SAID, dist, say, workspace};
use steps::STEPS;
use verdict::Verdict;

/// Runs all steps, or those that are named.
pub(crate) fn test(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|name| STEPS.iter().all(|s| s.name != **name)) {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step `{unknown}`; there are {}", names.join(", ")));
    }
    let toolbox = tools::setup(EVERYTHING)?;
    let chosen = |name: &str| arguments.is_empty() || arguments.iter().any(|a| a == name);
    let mut all = Verdict::default();
    for step in STEPS.iter().filter(|step| chosen(step.name)) {
        say::heading(&format!("{}: {}", step.name, step.what));
        let verdict = (step.run)(&toolbox).of_step(step.name);
        verdict.complaints.iter().for_each(|complaint| say::note(complaint));
        all.add(verdict);
    }
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        all.skips_are_failures();
    }
    say::heading("all together");
    for complaint in &all.complaints {
        say::note(complaint);
    }
    println!("{}", all.line());
    if all.failed == 0 { Ok(()) } else { Err(SAID.to_string()) }
}

/// Cargo, told where the end-to-end tests find what they need.
pub(crate) fn with_places(toolbox: &Toolbox) -> Command {
    let mut cargo = workspace::cargo();
    cargo.env("PATH", toolbox.path());
    cargo.env("ARTICLE_WIDGET_DIST", workspace::dist());
    cargo.env("ARTICLE_WIDGET_YEW_HOST", yew_host::folder());
    let places = [
        ("ARTICLE_WIDGET_CHROMEDRIVER", tools::program("chromedriver")),
        ("ARTICLE_WIDGET_WEBKITDRIVER", tools::program("WebKitWebDriver")),
        ("ARTICLE_WIDGET_GECKODRIVER", toolbox.tool(&GECKODRIVER).ok().map(Into::into)),
        ("ARTICLE_WIDGET_ISSO", toolbox.tool(&ISSO).ok().map(Into::into)),
        ("ARTICLE_WIDGET_WALINE", toolbox.tool(&WALINE).ok().map(Into::into)),
        ("ARTICLE_WIDGET_KINTO", toolbox.tool(&KINTO).ok().map(Into::into)),
        ("ARTICLE_WIDGET_AXE", toolbox.tool(&AXE).ok().map(Into::into)),
    ];
    for (variable, place) in places {
        if let Some(place) = place {
            cargo.env(variable, place);
        }
    }
    cargo
}

/// The runner of component tests, which wasm-bindgen brings along.
fn component_runner(toolbox: &Toolbox) -> Outcome<std::path::PathBuf> {
    Ok(toolbox.tool(&WASM_BINDGEN)?.with_file_name("wasm-bindgen-test-runner"))
}

/// Builds `dist/`, for the steps that look at it.
fn build_dist(toolbox: &Toolbox) -> Outcome {
    dist::build(toolbox)
}
