//! Takes out of the style sheets what no reader needs: comments and indents.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=styles");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    for entry in fs::read_dir("styles")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        fs::write(Path::new(&out).join(name), compact(&fs::read_to_string(&path)?))?;
    }
    Ok(())
}

/// The sheet without comments, with one space where there was any white space,
/// and none where it parts nothing. Strings in our sheets hold no such mark.
fn compact(css: &str) -> String {
    let without_comments: String = css
        .split("/*")
        .enumerate()
        .map(|(index, part)| match (index, part.split_once("*/")) {
            (0, _) | (_, None) => part,
            (_, Some((_, after))) => after,
        })
        .collect();
    let mut compact = without_comments.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ["{", "}", ";", ","] {
        compact = compact.replace(&format!("{mark} "), mark).replace(&format!(" {mark}"), mark);
    }
    // Before a colon it would be the space between an element and its descendants.
    let mut compact = compact.replace(": ", ":").replace(";}", "}").replace(" > ", ">");
    // A number needs no zero before its point.
    for mark in [" ", ":", "(", ",", "-"] {
        compact = compact.replace(&format!("{mark}0."), &format!("{mark}."));
    }
    compact
}
