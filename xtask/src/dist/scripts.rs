//! The scripts, made small.

use std::path::Path;
use std::process::Command;

use super::package::Package;
use super::wasm::Glue;
use crate::tools::{ESBUILD, Toolbox};
use crate::{Outcome, run, workspace};

/// The oldest JavaScript that is written: what every browser with constructed
/// style sheets knows. Private fields stay what they are; made of older parts,
/// they would cost `embed.js` a quarter of a kilobyte.
const TARGET: &str = "--target=es2022";

/// Writes `embed.js`, the classic script; the modules that only some pages load:
/// `first-view.js` for articles that don't stand in the page, `in-page.js` for those
/// that do, `companion.js`, which runs companion modules, `map-tools.js` for readers
/// who reach for the map, and `broken.js` for articles that have broken down; and
/// `article-widget.js`, the module with the glue in it.
pub(super) fn bundle(toolbox: &Toolbox, glue: &Glue, package: &mut Package) -> Outcome {
    let esbuild = toolbox.tool(&ESBUILD)?;
    let www = workspace::root().join("www");
    let out = workspace::target().join("shipped").join("scripts");
    let common = ["--minify", TARGET, "--legal-comments=none", "--log-level=warning"];

    let embed = out.join("embed.js");
    run::run(
        Command::new(esbuild)
            .args(common)
            .arg("--charset=utf8")
            .arg(www.join("embed.js"))
            .arg(format!("--outfile={}", embed.display())),
    )?;
    mark_as_utf8(&embed)?;
    package.copy(&embed, "embed.js")?;

    for name in ["broken.js", "companion.js", "first-view.js", "in-page.js", "map-tools.js"] {
        let small = out.join(name);
        run::run(
            Command::new(esbuild)
                .args(common)
                .args(["--bundle", "--format=esm", "--charset=utf8"])
                .arg(www.join(name))
                .arg(format!("--outfile={}", small.display())),
        )?;
        package.copy(&small, name)?;
    }

    let module = out.join("article-widget.js");
    run::run(
        Command::new(esbuild)
            .args(common)
            .args(["--bundle", "--format=esm", "--charset=utf8", "--external:./embed.js"])
            .arg(format!("--alias:article-widget-glue={}", glue.script.display()))
            .arg(www.join("article-widget.js"))
            .arg(format!("--outfile={}", module.display())),
    )?;
    package.copy(&module, "article-widget.js")
}

/// A classic script is read in the encoding of its page, unless it begins with a
/// byte order mark (Encoding standard, "decode"). Escapes would be ASCII as well,
/// and 45 bytes of brotli more.
fn mark_as_utf8(script: &Path) -> Outcome {
    let told = |error| format!("{}: {error}", script.display());
    let text = std::fs::read_to_string(script).map_err(told)?;
    std::fs::write(script, ["\u{feff}", &text].concat()).map_err(told)
}
