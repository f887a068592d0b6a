//! `demo/docs/`: the reference documentation as pages, from `docs/*.md`.

use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::package::{self, Package};
use crate::{Outcome, workspace};

/// What becomes a page, in the order of the way through them: the file, the page.
const PAGES: [(&str, &str); 13] = [
    ("docs/README.md", "index.html"),
    ("docs/embedding.md", "embedding.html"),
    ("docs/backends.md", "backends.html"),
    ("docs/theming.md", "theming.html"),
    ("docs/security.md", "security.html"),
    ("docs/privacy.md", "privacy.html"),
    ("docs/accessibility.md", "accessibility.html"),
    ("docs/upgrading.md", "upgrading.html"),
    ("docs/article-format.md", "article-format.html"),
    ("docs/map.md", "map.html"),
    ("docs/command-line.md", "command-line.html"),
    ("examples/README.md", "examples.html"),
    ("CHANGELOG.md", "changelog.html"),
];

/// Nothing but the style sheet, from here.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; \
                      form-action 'none'";

/// Writes the pages.
///
/// # Errors
/// A file of `docs/` that is no page, or a page without a title.
pub(super) fn write(package: &mut Package) -> Outcome {
    let root = workspace::root();
    let docs = std::fs::read_dir(root.join("docs")).map_err(|error| format!("docs: {error}"))?;
    for path in docs.flatten().map(|entry| entry.path()) {
        let is_page = PAGES.iter().any(|(file, _)| root.join(file) == path);
        if path.extension().is_some_and(|extension| extension == "md") && !is_page {
            return Err(format!("{} is missing in {}", path.display(), file!()));
        }
    }
    let mut texts = Vec::new();
    for (file, _) in PAGES {
        texts.push(String::from_utf8_lossy(&package::read(&root.join(file))?).into_owned());
    }
    let titles: Vec<&str> = texts.iter().map(|text| title(text)).collect();
    for (number, text) in texts.iter().enumerate() {
        let page = page(number, text, &titles);
        package.write(&format!("demo/docs/{}", PAGES[number].1), page.as_bytes())?;
    }
    package.copy(&root.join("www/demo/docs.css"), "demo/docs/docs.css")
}

/// The first heading.
fn title(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default()
}

fn page(number: usize, text: &str, titles: &[&str]) -> String {
    let mut way = String::new();
    for (other, (_, page)) in PAGES.iter().enumerate() {
        let current = if other == number { " aria-current=\"page\"" } else { "" };
        way.push_str(&format!(
            "        <li><a href=\"{page}\"{current}>{}</a></li>\n",
            titles[other]
        ));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\">\n    \
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n    \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n    \
         <title>{}: article-widget</title>\n    <link rel=\"icon\" href=\"data:,\">\n    \
         <link rel=\"stylesheet\" href=\"docs.css\">\n  </head>\n  <body>\n    \
         <nav aria-label=\"Documentation\">\n      <ul>\n{way}        \
         <li><a href=\"../index.html\">Try it</a></li>\n      </ul>\n    </nav>\n    \
         <main>\n{}    </main>\n  </body>\n</html>\n",
        titles[number],
        body(text, Path::new(PAGES[number].0))
    )
}

/// The text of a file as HTML.
fn body(text: &str, file: &Path) -> String {
    let events: Vec<Event> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let mut out = Vec::new();
    let mut is_linked = true;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let id = Some(CowStr::from(slug(&words(&events[at + 1..]))));
                let (classes, attrs) = (Vec::new(), Vec::new());
                out.push(Event::Start(Tag::Heading { level: *level, id, classes, attrs }));
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let target = target(dest_url, file);
                is_linked = target.is_some();
                if let Some(target) = target {
                    out.push(Event::Start(Tag::Link {
                        link_type: *link_type,
                        dest_url: target.into(),
                        title: title.clone(),
                        id: id.clone(),
                    }));
                }
            }
            Event::End(TagEnd::Link) if !is_linked => is_linked = true,
            // What is wide is scrolled by itself, also by keyboard.
            Event::Start(Tag::Table(_)) => {
                out.push(Event::Html("<div class=\"wide\" tabindex=\"0\">\n".into()));
                out.push(event.clone());
            }
            Event::End(TagEnd::Table) => {
                out.push(event.clone());
                out.push(Event::Html("</div>\n".into()));
            }
            Event::Start(Tag::CodeBlock(_)) => {
                out.push(Event::Html("<pre tabindex=\"0\"><code>".into()));
            }
            Event::End(TagEnd::CodeBlock) => out.push(Event::Html("</code></pre>\n".into())),
            other => out.push(other.clone()),
        }
    }
    let mut html = String::new();
    html::push_html(&mut html, out.into_iter());
    html
}

/// The text up to the end of a heading.
fn words(events: &[Event]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::End(TagEnd::Heading(_)) => break,
            _ => {}
        }
    }
    words
}

/// The name of a heading in addresses, as code forges make it.
fn slug(words: &str) -> String {
    let kept = words.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// Where a link of a file leads from its page; nowhere if what it names is not shipped.
fn target(link: &str, file: &Path) -> Option<String> {
    if link.starts_with('#') || link.contains("://") {
        return Some(link.to_string());
    }
    let (path, fragment) = link.split_once('#').map_or((link, None), |(p, f)| (p, Some(f)));
    let path = normal(&file.parent()?.join(path));
    let readme = path.join("README.md");
    let page = PAGES.iter().find(|(file, _)| path == Path::new(file) || readme == Path::new(file));
    let place = match page {
        Some((_, page)) => (*page).to_string(),
        None if path.extension()? == "json" => {
            let name = path.file_name()?.to_str()?;
            match path.parent()?.to_str()? {
                "www" => format!("../{name}"),
                folder @ ("backends" | "schemas") => format!("../../{folder}/{name}"),
                _ => return None,
            }
        }
        None => return None,
    };
    Some(fragment.map_or(place.clone(), |fragment| format!("{place}#{fragment}")))
}

/// The path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(normal.pop()),
            Component::CurDir => {}
            other => normal.push(other),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_what_is_shipped() {
        let from = |link| target(link, Path::new("docs/embedding.md"));
        assert_eq!(from("theming.md#parts").as_deref(), Some("theming.html#parts"));
        assert_eq!(from("../CHANGELOG.md").as_deref(), Some("changelog.html"));
        assert_eq!(from("../examples").as_deref(), Some("examples.html"));
        assert_eq!(from("../www/niger.json").as_deref(), Some("../niger.json"));
        assert_eq!(from("../schemas/map.json").as_deref(), Some("../../schemas/map.json"));
        assert_eq!(from("../src/lib.rs"), None);
        assert_eq!(from("https://semver.org/").as_deref(), Some("https://semver.org/"));
    }

    #[test]
    fn what_is_not_shipped_is_text() {
        let html = body("# A `b`: what can’t be\n[x](../src/lib.rs) <b>", Path::new("docs/a.md"));
        assert!(html.contains("<h1 id=\"a-b-what-cant-be\">"), "{html}");
        assert!(!html.contains("<a"), "{html}");
    }
}
