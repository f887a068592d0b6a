//! The page that is itself a Yew application, for the end-to-end tests.

use std::path::PathBuf;
use std::process::Command;

use crate::tools::{Part, Toolbox, WASM_BINDGEN};
use crate::{Outcome, run, workspace};

/// Where the page's module is.
pub(super) fn folder() -> PathBuf {
    workspace::target().join("yew-host")
}

/// Builds the page's module, with Yew as it is.
pub(super) fn build(toolbox: &Toolbox) -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    toolbox.part(Part::Wasm32)?;
    let wasm_bindgen = toolbox.tool(&WASM_BINDGEN)?;
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--package", "article-widget-yew-host", "--target", TARGET]);
    run::run(&mut cargo)?;
    let built = workspace::target().join(TARGET).join("debug/article_widget_yew_host.wasm");
    let mut command = Command::new(wasm_bindgen);
    command.args(["--target", "web", "--no-typescript", "--out-name", "host", "--out-dir"]);
    run::run(command.arg(folder()).arg(built))
}
