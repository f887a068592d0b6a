//! Holds every language's file against the list of words, and lists them.

use std::path::Path;
use std::{env, fs, io};

#[path = "language/check.rs"]
mod check;
#[expect(
    dead_code,
    unreachable_pub,
    reason = "the crate's own file: only its reading is needed here"
)]
#[path = "json.rs"]
mod json;

const LANGUAGES: &str = "../../languages";

fn main() -> io::Result<()> {
    for path in [LANGUAGES, "language/check.rs", "language/words.rs", "json.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut tags = Vec::new();
    for entry in fs::read_dir(LANGUAGES)? {
        let path = entry?.path();
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mistakes = match serde_json::from_slice(&fs::read(&path)?) {
            Ok(file) => check::mistakes(&tag, &file),
            Err(error) => vec![error.to_string()],
        };
        for mistake in mistakes {
            println!("cargo::error=languages/{tag}.json: {mistake}");
        }
        tags.push(tag);
    }
    // French first, then by the alphabet: the same list on every machine.
    tags.sort_by_key(|tag| (tag != "fr", tag.clone()));
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("tags.rs"), format!("&{tags:?}"))
}
