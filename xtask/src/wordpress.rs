//! `cargo xtask wordpress`: the plugin for WordPress with the package in it.

use std::fs;
use std::path::Path;

use crate::{Outcome, dist, no_arguments, say, tools, workspace};

/// `cargo xtask wordpress`.
pub(crate) fn wordpress(arguments: &[String]) -> Outcome {
    no_arguments("wordpress", arguments)?;
    dist::build(&tools::setup(tools::DIST)?)?;
    let folder = workspace::target().join("wordpress/article-widget");
    let put = || -> std::io::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        copy(&workspace::root().join("www/wordpress/article-widget"), &folder)?;
        copy(&workspace::dist(), &folder.join("dist"))
    };
    put().map_err(|error| format!("can't write {}: {error}", folder.display()))?;
    say::note(&format!("put together {}: upload it to wp-content/plugins", folder.display()));
    Ok(())
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
