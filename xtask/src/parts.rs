//! `cargo xtask size parts`: what the comment section adds to what a reader
//! downloads, without the presets. It is built with and without: what only the
//! comments use falls away with them. That takes minutes, so no test does it.

use serde_json::Value;

use crate::dist::{self, Edition, compress};
use crate::size::thousands;
use crate::{Outcome, tools, workspace};

/// How many bytes of brotli the comment section may add.
const ALLOWED: usize = 25 * 1024;

pub(crate) fn command() -> Outcome {
    let toolbox = tools::setup(tools::DIST)?;
    let folder = workspace::target().join("without-comments");
    dist::build_edition(&toolbox, Edition::WithoutComments, &folder)?;
    dist::build(&toolbox)?;
    let mut added = Vec::new();
    for name in ["article-widget.js", "article-widget_bg.wasm"] {
        let size = |path: std::path::PathBuf| -> Outcome<usize> {
            let content = std::fs::read(&path)
                .map_err(|error| format!("can't read {}: {error}", path.display()))?;
            Ok(compress::brotli(&content).len())
        };
        let without = size(folder.join(name))?;
        added.push((name, size(workspace::dist().join(name))?.saturating_sub(without)));
    }
    added.push(("languages/fr.json", words()?));
    let total = added.iter().map(|(_, bytes)| bytes).sum();
    added.push(("the comment section", total));
    for (name, bytes) in added {
        println!("{name:<24}{:>10}", thousands(bytes));
    }
    println!("bytes of brotli, of which {} are allowed", thousands(ALLOWED));
    if total > ALLOWED {
        return Err(format!("over by {}", thousands(total - ALLOWED)));
    }
    Ok(())
}

/// What the words of the comments take in the file of a language.
fn words() -> Outcome<usize> {
    let path = workspace::root().join("languages/fr.json");
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("can't read {}: {error}", path.display()))?;
    let mut words: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let with = compress::brotli(dist::words::without_names(&words).to_string().as_bytes()).len();
    words["comments"] = Value::Object(Default::default());
    let words = dist::words::without_names(&words).to_string();
    Ok(with - compress::brotli(words.as_bytes()).len())
}
