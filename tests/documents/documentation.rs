//! That the documentation says what is so: its JSON is right, its names are the
//! package's, its links lead somewhere. (Its commands are run by the tests of
//! the command line, its pages by those in browsers.)

use crate::{as_core, read, root, schema};
use article_widget_core::article::Article;
use article_widget_core::decode::{Place, Warnings};
use article_widget_core::map::ActorMap;
use serde_json::Value;
use std::path::PathBuf;

/// Every page of the documentation, with its text.
fn pages() -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(root().join("docs")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.push(root().join("README.md"));
    files.into_iter().map(|file| (file.clone(), std::fs::read_to_string(file).unwrap())).collect()
}

/// The code of a language in a page.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let start = format!("```{language}\n");
    page.split(&*start).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn its_documents_are_right() {
    let (article, map) = (schema::load("article"), schema::load("map"));
    let mut found = 0;
    for (file, page) in pages() {
        for block in blocks(&page, "json") {
            let place = format!("{}: {block}", file.display());
            let document: Value =
                serde_json::from_str(block).unwrap_or_else(|error| panic!("{place}: {error}"));
            if document.get("title").is_some() && document.get("body").is_some() {
                found += 1;
                let (_, warnings) = Article::decode(&as_core(&document)).unwrap();
                assert_eq!(warnings.0, [], "{place}");
                assert_eq!(schema::errors(&article, &document), [], "{place}");
            } else if document.get("actors").is_some() {
                found += 1;
                let mut warnings = Warnings::default();
                ActorMap::decode(&Place::document(&as_core(&document)), &mut warnings);
                assert_eq!(warnings.0, [], "{place}");
                assert_eq!(schema::errors(&map, &document), [], "{place}");
            }
        }
    }
    assert!(found >= 2, "{found} found");
}

/// The first column of the tables under a heading, each name in it.
fn names(page: &str, heading: &str) -> Vec<String> {
    let section = page.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let mut names: Vec<String> = rows
        .flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect();
    names.sort();
    names
}

/// The names of a kind in the package's manifest.
fn of_manifest(kind: &str) -> Vec<String> {
    let manifest = read(&root().join("www/custom-elements.json"));
    let list = manifest["modules"][0]["declarations"][0][kind].as_array().unwrap();
    let mut names: Vec<String> =
        list.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn page(name: &str) -> String {
    std::fs::read_to_string(root().join("docs").join(name)).unwrap()
}

#[test]
fn it_names_every_attribute_and_event() {
    assert_eq!(names(&page("embedding.md"), "Attributes"), of_manifest("attributes"));
    assert_eq!(names(&page("embedding.md"), "Events"), of_manifest("events"));
}

#[test]
fn it_names_every_part() {
    let documented = names(&page("theming.md"), "Parts");
    for part in of_manifest("cssParts") {
        assert!(documented.contains(&part), "{part}");
    }
}

#[test]
fn it_names_every_custom_property_and_no_other() {
    let mut used = Vec::new();
    for entry in std::fs::read_dir(root().join("src/view/styles")).unwrap() {
        let css = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for rest in css.split("--article-widget-").skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap();
            // "--article-widget-*" in a comment is no property.
            if end > 0 {
                used.push(format!("--article-widget-{}", &rest[..end]));
            }
        }
    }
    used.sort();
    used.dedup();
    assert_eq!(names(&page("theming.md"), "Custom properties"), used);
}

#[test]
fn its_links_lead_somewhere() {
    for (file, page) in pages() {
        for link in page.split("](").skip(1) {
            let link = link.split(')').next().unwrap();
            let path = link.split('#').next().unwrap();
            if path.is_empty() || link.contains("://") {
                continue;
            }
            let target = file.parent().unwrap().join(path);
            assert!(target.exists(), "{}: {link}", file.display());
        }
    }
}
