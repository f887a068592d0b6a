//! Yew without what the widget does not use, for what is shipped.
//!
//! Yew draws components, and that is what the widget needs of it. The rest,
//! events, suspense, portals, hooks, a scheduler for any load, cannot be left
//! out by features, and a linker can't know that it is never asked for: it made
//! up 20 KB of brotli of 114. Here the source that cargo has is copied into the
//! build folder, some of its files are replaced by ours ([`STAND_INS`]) and some
//! of its functions get other bodies ([`cuts::CUTS`]). What is missing then does
//! not compile, or traps where it is called; the end-to-end tests run what is
//! shipped.
//!
//! The preview and all other tests run Yew as it is, and so does whoever builds
//! the crate without `cargo xtask dist`.
//!
//! To go to another version of Yew: change `Cargo.toml` and [`VERSION`], and read
//! what has become of each file that is replaced and each function that is cut.

mod cuts;

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::package::{self, Package};
use crate::{Outcome, run, workspace};

/// The version that the stand-ins and the cuts are made for.
const VERSION: &str = "0.23.0";

/// Files of Yew, and what takes their place: ours alone, so that the code of
/// others is not kept here.
const STAND_INS: [(&str, &str); 5] = [
    ("src/scheduler.rs", include_str!("stand_ins/scheduler.rs")),
    ("src/html/component/lifecycle.rs", include_str!("stand_ins/lifecycle.rs")),
    ("src/dom_bundle/mod.rs", include_str!("stand_ins/dom_bundle.rs")),
    ("src/virtual_dom/vcomp.rs", include_str!("stand_ins/vcomp.rs")),
    ("src/virtual_dom/vtag.rs", include_str!("stand_ins/vtag.rs")),
];

/// Writes the lean Yew into `target`, and returns the argument that has cargo
/// take it. `Cargo.lock` stays as it is: the dependencies are the same.
pub(super) fn prepare(target: &Path) -> Outcome<String> {
    let folder = target.join("lean-yew");
    write(&source()?, &folder)?;
    let folder = folder.display().to_string();
    Ok(format!("paths=[{}]", Value::String(folder)))
}

/// Where cargo keeps the Yew of `Cargo.lock`.
fn source() -> Outcome<PathBuf> {
    let version = workspace::locked_version("yew")?;
    if version != VERSION {
        return Err(format!(
            "Cargo.lock has yew {version}, but xtask/src/dist/lean_yew is made for {VERSION}"
        ));
    }
    let metadata = ["metadata", "--format-version=1", "--locked"];
    let metadata = run::capture(workspace::cargo().args(metadata))?;
    let metadata: Value = serde_json::from_str(&metadata)
        .map_err(|error| format!("cargo metadata printed no JSON: {error}"))?;
    metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "yew")
        .and_then(|package| Path::new(package["manifest_path"].as_str()?).parent())
        .map(Path::to_path_buf)
        .ok_or_else(|| "cargo metadata does not say where yew is".to_string())
}

/// Writes the lean Yew; what has not changed keeps its time, so that cargo has
/// nothing to build.
fn write(source: &Path, folder: &Path) -> Outcome {
    let mut lean = Package::open(folder)?;
    let mut files = Vec::new();
    list(source, "", &mut files)?;
    for (name, _) in STAND_INS {
        expect(&files, name)?;
    }
    for cut in cuts::CUTS {
        expect(&files, cut.file)?;
    }
    for name in &files {
        let content = package::read(&source.join(name))?;
        lean.write(name, &changed(name, content)?)?;
    }
    lean.remove_the_rest()
}

/// A file of Yew as the lean one has it.
fn changed(name: &str, content: Vec<u8>) -> Outcome<Vec<u8>> {
    if let Some((_, stand_in)) = STAND_INS.iter().find(|(file, _)| *file == name) {
        return Ok(stand_in.as_bytes().to_vec());
    }
    let mut text = match name {
        // A package of its own, though it lies within the workspace.
        "Cargo.toml" => text(name, content)? + "\n[workspace]\n",
        // What was only used by what is gone.
        "src/lib.rs" => "#![allow(warnings)]\n".to_string() + &text(name, content)?,
        _ if cuts::CUTS.iter().any(|cut| cut.file == name) => text(name, content)?,
        _ => return Ok(content),
    };
    for cut in cuts::CUTS.iter().filter(|cut| cut.file == name) {
        text = cut.apply(&text).map_err(|error| format!("yew's {error}"))?;
    }
    Ok(text.into_bytes())
}

fn text(name: &str, content: Vec<u8>) -> Outcome<String> {
    String::from_utf8(content).map_err(|_| format!("yew's {name} is no text"))
}

fn expect(files: &[String], name: &str) -> Outcome {
    if files.iter().any(|file| file == name) {
        Ok(())
    } else {
        Err(format!("yew has no file {name}, which the lean one changes"))
    }
}

/// The names of the files in `folder`, with `/` between folders.
fn list(folder: &Path, under: &str, files: &mut Vec<String>) -> Outcome {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("can't read {}: {error}", folder.display()))?;
    for entry in entries.flatten() {
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yew_is_as_the_cuts_expect_it() {
        let folder = std::env::temp_dir().join(format!("xtask-lean-yew-{}", std::process::id()));
        write(&source().unwrap(), &folder).unwrap();
        assert_eq!(
            std::fs::read_to_string(folder.join("src/scheduler.rs")).unwrap(),
            STAND_INS[0].1
        );
        std::fs::remove_dir_all(folder).unwrap();
    }
}
