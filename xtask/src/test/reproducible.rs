//! Whether two clean builds in two folders give the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::build_dist;
use super::verdict::Verdict;
use crate::tools::Toolbox;
use crate::{Outcome, run, workspace};

/// The step `reproducible`: `dist/` here, beside the one that is built of nothing
/// in a folder of another name.
pub(super) fn check(toolbox: &Toolbox) -> Verdict {
    let elsewhere = Elsewhere(
        std::env::temp_dir().join(format!("article-widget-again-{}", std::process::id())),
    );
    let differences = build_dist(toolbox)
        .and_then(|()| copy_sources(&elsewhere.0))
        .and_then(|()| build_in(&elsewhere.0))
        .and_then(|()| differences(&workspace::dist(), &elsewhere.0.join("dist")));
    Verdict::of(differences.and_then(|different| {
        let count = different.len();
        let some = different.into_iter().take(10).collect::<Vec<_>>().join(", ");
        (count == 0).then_some(()).ok_or(format!("built twice, {count} files differ: {some}"))
    }))
}

/// A folder that is gone when it is dropped.
struct Elsewhere(PathBuf);

impl Drop for Elsewhere {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Copies what git knows of, or would take in: nothing that was built.
fn copy_sources(to: &Path) -> Outcome {
    let mut git = Command::new("git");
    git.current_dir(workspace::root());
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let names = run::capture(&mut git)?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (workspace::root().join(name), to.join(name));
        // What was removed since is still known.
        if !from.is_file() {
            continue;
        }
        let copied = to
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::copy(&from, &to).map(drop));
        copied.map_err(|error| format!("can't copy {name}: {error}"))?;
    }
    Ok(())
}

/// Builds the package there, by this very program.
fn build_in(folder: &Path) -> Outcome {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.current_dir(folder).arg("dist");
    command.env("CARGO_MANIFEST_DIR", folder.join("xtask")).env_remove("CARGO_TARGET_DIR");
    run::run(&mut command)
}

/// The files that are not the same in both folders, or are in one alone.
fn differences(one: &Path, other: &Path) -> Outcome<Vec<String>> {
    let (mut one, mut other) = (files(one)?, files(other)?);
    let mut different = Vec::new();
    for (name, content) in std::mem::take(&mut one) {
        if other.remove(&name).is_none_or(|again| again != content) {
            different.push(name);
        }
    }
    different.extend(other.into_keys());
    Ok(different)
}

/// The files of a folder and of those in it, by their names.
fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        let failed = |error| format!("can't read {}: {error}", current.display());
        for entry in fs::read_dir(&current).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
                found.insert(name, fs::read(&path).map_err(failed)?);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        let base =
            Elsewhere(std::env::temp_dir().join(format!("xtask-again-{}", std::process::id())));
        for (name, content) in [
            ("a/same.js", "x"),
            ("b/same.js", "x"),
            ("a/other.js", "x"),
            ("b/other.js", "y"),
            ("a/in/lost.js", "x"),
            ("b/in/more.js", "x"),
        ] {
            let path = base.0.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        let different = differences(&base.0.join("a"), &base.0.join("b")).unwrap();
        assert_eq!(different, ["in/lost.js", "other.js", "in/more.js"]);
    }
}
