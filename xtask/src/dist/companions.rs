//! The companion modules: WebAssembly that only those pages load that need it.

use std::path::PathBuf;

use super::wasm;
use crate::tools::{Part, Toolbox};
use crate::{Outcome, run, workspace};

/// The companions: their files. Each is the library of a crate
/// `article-widget-NAME` in `src/companions`. A further one needs a row in
/// `dist/bundlers.rs`, `Trunk.toml` and `index.html`, and a ceiling in `budget.json`.
pub(crate) const COMPANIONS: [&str; 4] =
    ["descriptions.wasm", "draft.wasm", "formats.wasm", "world.wasm"];

/// Builds all of them, as the main module is built; gives their names and where
/// they are.
pub(super) fn build(toolbox: &Toolbox) -> Outcome<Vec<(&'static str, PathBuf)>> {
    toolbox.part(Part::Wasm32)?;
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--release", "--locked"]);
    for name in COMPANIONS {
        cargo.arg("--package").arg(format!("article-widget-{}", name.trim_end_matches(".wasm")));
    }
    let folder = wasm::as_small_as_can_be(toolbox, &mut cargo)?;
    run::run(&mut cargo)?;
    let mut built = Vec::new();
    for name in COMPANIONS {
        let (large, small) = (folder.join(name), wasm::target().join(name));
        let is_small = wasm::optimise(toolbox, &large, &small, &[])?.is_some();
        built.push((name, if is_small { small } else { large }));
    }
    Ok(built)
}
