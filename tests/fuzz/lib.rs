//! What must hold of whatever the widget is given: pages, documents,
//! descriptions of comment servers and their answers.
//!
//! | file | holds |
//! | --- | --- |
//! | `targets/*` | what is given to what, and what must hold of what comes out |
//! | `seeds` | what the fuzzer begins with, from all over the repository |
//! | `cargo/` | the fuzz targets as `cargo fuzz` wants them: a workspace of its own |
//! | `found/TARGET/` | what a fuzzer has found, so that it is not forgotten |
//!
//! `cargo xtask fuzz TARGET` looks for what breaks them; `cargo test` only looks
//! whether the seeds do. A new target is a file in `targets`, a row in
//! [`TARGETS`] and a file in `cargo/targets`.

mod targets;

pub use targets::{backend, document, foreign_map, html, source, stored};

use std::fs;
use std::path::{Path, PathBuf};

/// A fuzz target.
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// Checks that all holds of `data`.
    pub run: fn(data: &[u8]),
    /// What it begins with.
    seeds: fn() -> Vec<String>,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "html", run: html::run, seeds: html::seeds },
    Target { name: "document", run: document::run, seeds: document::seeds },
    Target { name: "source", run: source::run, seeds: source::seeds },
    Target { name: "foreign_map", run: foreign_map::run, seeds: foreign_map::seeds },
    Target { name: "backend", run: backend::run, seeds: backend::seeds },
    Target { name: "stored", run: stored::run, seeds: stored::seeds },
];

impl Target {
    /// What it begins with: what is in the repository, and what was found.
    pub fn seeds(&self) -> Vec<String> {
        let mut seeds = (self.seeds)();
        let found = root().join("tests/fuzz/found").join(self.name);
        seeds.extend(texts(&files(&found)));
        seeds
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files in a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn texts(files: &[PathBuf]) -> Vec<String> {
    files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// The texts of the files in these folders of the repository.
fn texts_in(folders: &[&str]) -> Vec<String> {
    folders.iter().flat_map(|folder| texts(&files(&root().join(folder)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every seed, whole and cut off.
    #[test]
    fn all_holds_of_the_seeds() {
        for target in TARGETS {
            let seeds = target.seeds();
            assert!(seeds.len() > 2, "{}", target.name);
            for seed in seeds {
                (target.run)(seed.as_bytes());
                (target.run)(&seed.as_bytes()[..seed.len() * 2 / 3]);
            }
        }
    }

    #[test]
    fn every_target_can_be_fuzzed() {
        for Target { name, .. } in TARGETS {
            let file = root().join("tests/fuzz/cargo/targets").join(name).with_extension("rs");
            let text = fs::read_to_string(&file).unwrap_or_default();
            assert!(text.contains(&format!("article_widget_fuzz::{name}::run(data)")), "{file:?}");
        }
    }
}
