//! Where installed tools are kept: outside `target/`, so that they survive a clean.

use std::path::PathBuf;

/// `$ARTICLE_WIDGET_TOOLS`, else `article-widget` in the user's cache folder.
fn all() -> PathBuf {
    let named = |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty());
    if let Some(folder) = named("ARTICLE_WIDGET_TOOLS") {
        return folder.into();
    }
    let cache = named("XDG_CACHE_HOME").map(PathBuf::from).unwrap_or_else(|| {
        let home = named("HOME").or_else(|| named("USERPROFILE"));
        home.map(PathBuf::from).unwrap_or_default().join(".cache")
    });
    cache.join("article-widget")
}

/// The folder of one tool in one version.
pub(super) fn of(name: &str, version: &str) -> PathBuf {
    all().join(format!("{}-{version}", plain(name)))
}

/// A name without the slash of npm's scopes, nor the brackets of PyPI's extras.
fn plain(name: &str) -> String {
    name.replace(['/', '['], "-").replace(']', "")
}

/// Where one tool in one version is compiled.
pub(super) fn to_build(name: &str, version: &str) -> PathBuf {
    all().join("build").join(format!("{}-{version}", plain(name)))
}
