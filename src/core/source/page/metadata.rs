//! What a page says of its article.

use super::{Draft, search, words};
use crate::json::Json;
use crate::rich_text::html::Tag;
use crate::source::draft::Written::{self, Alike, InHtml, Plain};
use crate::source::draft::{push_escaped, text_of};

/// What can be said.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Key {
    Title,
    Standfirst,
    Author,
    Published,
    Modified,
    Section,
    Url,
    Image,
    ImageAlt,
    Lang,
}

/// How many keys there are.
const KEYS: usize = 10;

/// What properties are called, in all vocabularies.
const NAMES: [(&str, Key); 18] = [
    ("headline", Key::Title),
    ("og:title", Key::Title),
    ("description", Key::Standfirst),
    ("og:description", Key::Standfirst),
    ("author", Key::Author),
    ("datePublished", Key::Published),
    ("article:published_time", Key::Published),
    ("dateModified", Key::Modified),
    ("article:modified_time", Key::Modified),
    ("articleSection", Key::Section),
    ("article:section", Key::Section),
    ("og:url", Key::Url),
    ("url", Key::Url),
    ("image", Key::Image),
    ("og:image", Key::Image),
    ("og:image:alt", Key::ImageAlt),
    ("inLanguage", Key::Lang),
    ("og:locale", Key::Lang),
];

/// A person in JSON-LD, or a name alone.
const AUTHOR: &[(&str, &str, Written)] = &[
    ("name", "", InHtml),
    ("name", "name", InHtml),
    ("role", "jobTitle", Alike),
    ("url", "url", Alike),
];

/// A picture in JSON-LD, or an address alone.
const IMAGE: &[(&str, &str, Written)] = &[
    ("src", "", Alike),
    ("src", "contentUrl", Alike),
    ("src", "url", Alike),
    ("caption", "caption", Plain),
    ("credit", "creditText", Alike),
    ("width", "width", Alike),
    ("height", "height", Alike),
];

/// Whom one believes.
const LINKED_DATA: u8 = 6;
const MICRODATA: u8 = 5;
const HEADING: u8 = 4;
const META: u8 = 3;
const HTML: u8 = 2;

/// What was said so far: each property as a line of HTML, and by whom.
#[derive(Default)]
pub(super) struct Metadata {
    said: [(u8, String); KEYS],
    authors: Vec<Json>,
    image: Option<Json>,
    /// What addresses are relative to, where it is not the page's own.
    base: String,
    /// Whether the next name in microdata is the author's.
    in_author: bool,
}

impl Metadata {
    /// Notes what was said, unless somebody who knows better has spoken.
    #[inline(never)]
    pub(super) fn put(&mut self, key: Key, rank: u8, line: &str) {
        let (known, said) = &mut self.said[key as usize];
        if rank > *known && !line.is_empty() {
            (*known, *said) = (rank, line.into());
        }
    }

    #[inline(never)]
    fn put_text(&mut self, key: Key, rank: u8, text: &str) {
        let mut line = String::new();
        push_escaped(&mut line, text.trim_ascii());
        self.put(key, rank, &line);
    }

    /// Reads a tag of the page; gives what the text of its element says.
    #[inline(never)]
    pub(super) fn read_tag(&mut self, tag: &Tag<'_>) -> Option<(Key, u8)> {
        let is = |name: &str| tag.name.eq_ignore_ascii_case(name);
        if is("html") || is("article") {
            self.put_text(
                Key::Lang,
                if is("html") { META } else { HEADING },
                &tag.attribute("lang"),
            );
        }
        if is("title") {
            return Some((Key::Title, HTML));
        }
        if is("base") && self.base.is_empty() {
            self.base = tag.attribute("href");
        }
        if is("link") && tag.attribute("rel").eq_ignore_ascii_case("canonical") {
            self.put_text(Key::Url, HEADING, &tag.attribute("href"));
        }
        let has_property = tag.mentions("itemprop");
        let property = if has_property { tag.attribute("itemprop") } else { String::new() };
        let (property, rank) = if !property.is_empty() {
            (property, MICRODATA)
        } else if is("meta") {
            let name = tag.attribute("property");
            (if name.is_empty() { tag.attribute("name") } else { name }, META)
        } else {
            return is("h1").then_some((Key::Title, HEADING));
        };
        if rank == MICRODATA && property == "name" && self.in_author {
            self.in_author = false;
            return Some((Key::Author, rank));
        }
        // Whose address it is, microdata says by nesting: too little to go by.
        let is_nested = rank == MICRODATA && property == "url";
        let (_, key) = NAMES.iter().find(|(name, _)| *name == property && !is_nested)?;
        for name in ["content", "datetime", "src", "href"] {
            let value = tag.attribute(name);
            if !(value.is_empty() || *key == Key::Author && name == "href") {
                self.put_text(*key, rank, &value);
                return None;
            }
        }
        if tag.has("itemscope") {
            self.in_author = *key == Key::Author;
            return None;
        }
        (!is("meta")).then_some((*key, rank))
    }

    /// Reads JSON-LD: an article, or something that holds one.
    pub(super) fn read_linked_data(&mut self, json: &Json, depth: u8) {
        if let Json::List(items) = json {
            for item in items {
                self.read_linked_data(item, depth);
            }
            return;
        }
        if depth < 3 {
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inside) = json.get(key) {
                    self.read_linked_data(inside, depth + 1);
                }
            }
        }
        let kind = json.get("@type").map(first).and_then(Json::as_text).unwrap_or_default();
        if !["Article", "BlogPosting", "Report"].iter().any(|end| kind.ends_with(end)) {
            return;
        }
        for (name, key) in NAMES {
            if let Some(value) = json.get(name)
                && !matches!(key, Key::Author | Key::Image)
            {
                self.put_text(key, LINKED_DATA, text_in(first(value)));
            }
        }
        if let Some(authors) = json.get("author")
            && self.authors.is_empty()
        {
            let one = core::slice::from_ref(authors);
            for author in if let Json::List(several) = authors { several } else { one } {
                let named = Draft::default().take(author, AUTHOR);
                if !named.is_empty() {
                    self.authors.push(named.into_json());
                }
            }
        }
        if let Some(image) = json.get("image").map(first)
            && self.image.is_none()
        {
            let image = Draft::default().take(image, IMAGE).into_json();
            self.image = image.get("src").is_some().then_some(image);
        }
    }

    fn line(&self, key: Key) -> &str {
        &self.said[key as usize].1
    }

    /// The document, as far as it is known; `body` is the article's HTML.
    #[inline(never)]
    pub(super) fn into_draft(mut self, body: &str) -> Draft {
        let mut article = Draft::default();
        article.text("title", self.line(Key::Title));
        article.text("base", &self.base);
        // What the text itself says stands there once.
        if search::find(body, self.line(Key::Standfirst)).is_none() || body.is_empty() {
            article.text("standfirst", self.line(Key::Standfirst));
        }
        for (key, name) in [
            (Key::Published, "published"),
            (Key::Modified, "modified"),
            (Key::Section, "section"),
            (Key::Url, "url"),
        ] {
            article.text(name, &words(self.line(key)));
        }
        if self.line(Key::Modified) == self.line(Key::Published) {
            article.remove("modified");
        }
        // Open Graph writes fr_FR for fr-FR.
        article.text("lang", &self.line(Key::Lang).replace('_', "-"));
        let name = words(self.line(Key::Author));
        article.set("authors", Json::List(core::mem::take(&mut self.authors)));
        // Some give the address of a page about the author.
        if !article.has("authors") && search::find(&name, "://").is_none() {
            let mut author = Draft::default();
            author.text("name", &name);
            article.set_one("authors", author);
        }
        let image = self.image.take().unwrap_or_else(|| {
            let mut image = Draft::default();
            image.text("src", &words(self.line(Key::Image)));
            if !image.is_empty() {
                image.text("alt", &words(self.line(Key::ImageAlt)));
            }
            image.into_json()
        });
        if search::find(body, file_of(text_of(&image, "src"))).is_none() || body.is_empty() {
            article.set("image", image);
        }
        article
    }
}

/// The file that an address names, without its folder and its query: the same
/// picture is often there in several sizes.
fn file_of(address: &str) -> &str {
    let path = search::until(address, b"?#");
    let start = path.bytes().rposition(|byte| byte == b'/').map_or(0, |slash| slash + 1);
    &path[start..]
}

/// The first of several values.
fn first(json: &Json) -> &Json {
    match json {
        Json::List(items) => items.first().unwrap_or(json),
        one => one,
    }
}

/// A text, or the name of a thing.
fn text_in(json: &Json) -> &str {
    let name = ["name", "url", "@id"].iter().map(|key| text_of(json, key));
    json.as_text().unwrap_or_else(|| name.into_iter().find(|text| !text.is_empty()).unwrap_or(""))
}
