//! `demo/`: the configurator, which the preview shows, and its samples.

use std::path::Path;

use super::package::{self, Package};
use crate::{Outcome, workspace};

/// What lies beside the page, from `www/`.
const BESIDE: [&str; 6] = [
    "demo/configurator.js",
    "demo/draft.js",
    "demo/demo.css",
    "niger.json",
    "ozone.json",
    "green-wall.json",
];

/// Writes the folder.
pub(super) fn write(package: &mut Package) -> Outcome {
    let www = workspace::root().join("www");
    let page = package::read(&workspace::root().join("index.html"))?;
    package.write("demo/index.html", page_of(&String::from_utf8_lossy(&page)).as_bytes())?;
    for path in BESIDE {
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
        package.copy(&www.join(path), &format!("demo/{name}"))?;
    }
    package.write("demo/presets.json", presets()?.as_bytes())?;
    super::copy_folder(&www.join("images"), "demo/images/", "", package)
}

/// The comment servers that the configurator offers: all that are described, by
/// the names of their presets.
fn presets() -> Outcome<String> {
    let folder = workspace::root().join("backends");
    let entries = std::fs::read_dir(&folder)
        .map_err(|error| format!("can't read {}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut presets = serde_json::Map::new();
    for path in paths {
        let preset = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        presets.insert(preset, package::read_json(&path)?["name"].clone());
    }
    Ok(format!("{:#}\n", serde_json::Value::Object(presets)))
}

/// What the preview has no pages of.
const DOCUMENTATION: &str = "      <p><a href=\"docs/index.html\">Documentation</a></p>\n";

/// The page of the preview as it is shipped: what trunk would build lies in the
/// folder above.
fn page_of(preview: &str) -> String {
    let lines = preview.lines().filter_map(|line| {
        if line.contains("data-trunk rel=\"css\"") {
            Some("    <link rel=\"stylesheet\" href=\"demo.css\">".to_string())
        } else if line.trim() == "</header>" {
            Some(format!("{DOCUMENTATION}{line}"))
        } else if line.contains("data-trunk") || line.contains("<!--") {
            None
        } else {
            Some(line.replace("src=\"embed.js\"", "src=\"../embed.js\""))
        }
    });
    lines.map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The preview, which trunk builds without us, has the list as a file.
    #[test]
    fn the_preview_offers_every_server() {
        let kept = package::read(&workspace::root().join("www/demo/presets.json")).unwrap();
        let made = presets().unwrap();
        assert_eq!(String::from_utf8_lossy(&kept), made, "www/demo/presets.json is to be this");
    }

    #[test]
    fn nothing_of_trunk_is_left() {
        let preview = package::read(&workspace::root().join("index.html")).unwrap();
        let page = page_of(&String::from_utf8(preview).unwrap());
        assert!(!page.contains("trunk") && !page.contains("www/"), "{page}");
        assert!(page.contains("src=\"../embed.js\"") && page.contains("href=\"demo.css\""));
    }
}
