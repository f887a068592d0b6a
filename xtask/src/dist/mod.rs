//! `cargo xtask dist`: what a site puts on its server.
//!
//! | file | what |
//! | --- | --- |
//! | `wasm` | Rust to WebAssembly and its glue: wasm-pack, wasm-opt |
//! | `companions` | the WebAssembly that only some pages load |
//! | `split` | what is split off the main module, for readers who write |
//! | `multivalue` | the target that it is built for |
//! | `glue` | what is left out of the glue |
//! | `lean_yew` | Yew without what the widget does not use |
//! | `names` | short names between the two |
//! | `cut` | how something is left out of a file of others |
//! | `scripts` | the scripts: esbuild |
//! | `words` | the languages |
//! | `manifest` | `package.json` |
//! | `bundlers` | the module that npm users import |
//! | `demo` | the configurator, with its samples |
//! | `pages` | the documentation, as pages of the demo |
//! | `integrity` | `integrity.json` |
//! | `compress` | `.br` and `.gz` |
//! | `package` | the folder that all of them write to |

mod bundlers;
mod companions;
pub(crate) mod compress;
mod cut;
mod demo;
mod glue;
mod integrity;
mod lean_yew;
mod manifest;
mod multivalue;
mod names;
mod package;
mod pages;
mod scripts;
mod split;
pub(crate) mod wasm;
pub(crate) mod words;

use std::path::Path;

use serde_json::Value;

use crate::tools::{self, Toolbox};
use crate::{Outcome, no_arguments, say, workspace};
use package::Package;

pub(crate) use companions::COMPANIONS;
pub(crate) use wasm::WRITING;

/// What is built.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Edition {
    /// What is shipped.
    Shipped,
    /// Without the comment section: nobody's, but for what it weighs.
    WithoutComments,
}

/// `cargo xtask dist`.
pub(crate) fn command(arguments: &[String]) -> Outcome {
    no_arguments("dist", arguments)?;
    build(&tools::setup(tools::DIST)?)
}

/// Builds `dist/`, as far as it has changed.
pub(crate) fn build(toolbox: &Toolbox) -> Outcome {
    build_edition(toolbox, Edition::Shipped, &workspace::dist())
}

/// Builds an edition into a folder, as far as it has changed.
pub(crate) fn build_edition(toolbox: &Toolbox, edition: Edition, folder: &Path) -> Outcome {
    let glue = wasm::build(toolbox, edition)?;
    let companions = companions::build(toolbox)?;
    let mut package = Package::open(folder)?;
    package.copy(&glue.wasm, "article-widget_bg.wasm")?;
    if let Some(writing) = &glue.writing {
        package.copy(writing, wasm::WRITING)?;
    }
    for (name, wasm) in &companions {
        package.copy(wasm, name)?;
    }
    scripts::bundle(toolbox, &glue, &mut package)?;
    let www = workspace::root().join("www");
    for name in ["custom-elements.json", "world.bin"] {
        package.copy(&www.join(name), name)?;
    }
    copy_folder(&www.join("types"), "", ".d.ts", &mut package)?;
    for folder in ["backends", "schemas"] {
        copy_folder(&workspace::root().join(folder), &format!("{folder}/"), ".json", &mut package)?;
    }
    words::copy(&mut package)?;
    bundlers::write(&mut package)?;
    demo::write(&mut package)?;
    pages::write(&mut package)?;
    package.write("package.json", &manifest::package_json()?)?;
    let integrity = integrity::of(&package)?;
    package.write("integrity.json", integrity.as_bytes())?;
    compress::all(&mut package)?;
    package.remove_the_rest()?;
    say::note(&format!("built {}", folder.display()));
    Ok(())
}

/// Copies the files of a folder whose names end like this; JSON without white
/// space and, unless it is a schema, without what is said in it to people.
fn copy_folder(from: &Path, to: &str, ending: &str, package: &mut Package) -> Outcome {
    let entries = std::fs::read_dir(from)
        .map_err(|error| format!("can't read {}: {error}", from.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = format!("{to}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if !name.ends_with(ending) {
            continue;
        }
        if name.ends_with(".json") {
            let mut json = package::read_json(&path)?;
            if to == "backends/" {
                without_remarks(&mut json);
            }
            package.write(&name, json.to_string().as_bytes())?;
        } else {
            package.copy(&path, &name)?;
        }
    }
    Ok(())
}

/// Takes the remarks out of a description of a comment server: keys that begin
/// with `$`, and how it was checked.
fn without_remarks(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            fields.retain(|name, _| !name.starts_with('$') && name != "checked");
            fields.values_mut().for_each(without_remarks);
        }
        Value::Array(items) => items.iter_mut().for_each(without_remarks),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn remarks_are_for_people() {
        let mut description = json!({
            "$comment": "a", "checked": {"how": "b"}, "name": "c",
            "list": {"$comment": "d", "tests": [{"$e": 1, "f": 2}]},
        });
        without_remarks(&mut description);
        assert_eq!(description, json!({"name": "c", "list": {"tests": [{"f": 2}]}}));
    }
}
