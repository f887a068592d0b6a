//! The validators, where `cargo xtask` keeps its tools.

use std::path::PathBuf;

/// The file at `tail` in the folder of a tool, its version apart. Where it is
/// missing, the test is skipped and says why; in CI, that is a failure.
pub(crate) fn tool(name: &str, tail: &str) -> Option<PathBuf> {
    let found = find(name, tail);
    if found.is_none() {
        let reason = format!("skipped: {name} is missing; `cargo xtask setup` installs it");
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{reason}");
        eprintln!("{reason}");
    }
    found
}

fn find(name: &str, tail: &str) -> Option<PathBuf> {
    let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
    let cache = || named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")));
    let folder = named("ARTICLE_WIDGET_TOOLS").or_else(|| Some(cache()?.join("article-widget")))?;
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&format!("{name}-")))
        .map(|entry| entry.path().join(tail))
        .find(|file| file.is_file())
}
