//! Takes every language's file along: a new one is found by itself.

use std::path::Path;
use std::{env, fs, io};

const LANGUAGES: &str = "../../languages";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let mut files = String::from("&[\n");
    for entry in fs::read_dir(LANGUAGES)? {
        let path = entry?.path().canonicalize()?;
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        files.push_str(&format!("    ({tag:?}, include_str!({path:?})),\n"));
    }
    files.push(']');
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("languages.rs"), files)
}
