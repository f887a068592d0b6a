//! `demo/`: the configurator, which the preview shows, and its samples.

use std::path::Path;

use super::package::{self, Package};
use crate::{Outcome, workspace};

/// What lies beside the page, from `www/`.
const BESIDE: [&str; 5] =
    ["demo/configurator.js", "demo/demo.css", "niger.json", "ozone.json", "green-wall.json"];

/// Writes the folder.
pub(super) fn write(package: &mut Package) -> Outcome {
    let www = workspace::root().join("www");
    let page = package::read(&workspace::root().join("index.html"))?;
    package.write("demo/index.html", page_of(&String::from_utf8_lossy(&page)).as_bytes())?;
    for path in BESIDE {
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
        package.copy(&www.join(path), &format!("demo/{name}"))?;
    }
    super::copy_folder(&www.join("images"), "demo/images/", "", package)
}

/// The page of the preview as it is shipped: what trunk would build lies in the
/// folder above.
fn page_of(preview: &str) -> String {
    let lines = preview.lines().filter_map(|line| {
        if line.contains("data-trunk rel=\"css\"") {
            Some("    <link rel=\"stylesheet\" href=\"demo.css\">".to_string())
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

    #[test]
    fn nothing_of_trunk_is_left() {
        let preview = package::read(&workspace::root().join("index.html")).unwrap();
        let page = page_of(&String::from_utf8(preview).unwrap());
        assert!(!page.contains("trunk") && !page.contains("www/"), "{page}");
        assert!(page.contains("src=\"../embed.js\"") && page.contains("href=\"demo.css\""));
    }
}
