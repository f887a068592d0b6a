//! The article document as a whole.

use super::byline::{Author, Correction, Source};
use super::{block, french};
use crate::date::Timestamp;
use crate::decode::{Place, Problem, Warnings};
use crate::json::Json;
use crate::map::ActorMap;
use crate::mention::{Mentions, find_mentions};
use crate::rich_text::address::Address;
use crate::rich_text::lines::{LineKind, each_address, each_block_address, each_line};
use crate::rich_text::{Block, Image, Inline, html, plain_text};

/// An article with its actor map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Its name among the site's articles.
    pub id: Option<String>,
    /// Its canonical address.
    pub url: Option<Address>,
    /// What its relative addresses are relative to, where that is not the page.
    pub base: Option<Address>,
    /// BCP 47; the language of its text.
    pub lang: Option<String>,
    /// Its title.
    pub title: Vec<Inline>,
    /// The few words above the title.
    pub kicker: Vec<Inline>,
    /// The paragraph under the title.
    pub standfirst: Vec<Inline>,
    /// The section of the site.
    pub section: Option<String>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it came out.
    pub published: Option<Timestamp>,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
    /// Its main picture.
    pub image: Option<Box<Image>>,
    /// Its text.
    pub body: Vec<Block>,
    /// What was corrected.
    pub corrections: Vec<Correction>,
    /// What it draws on.
    pub sources: Vec<Source>,
    /// What its comment server calls it.
    pub thread: Option<String>,
    /// Whether it takes comments.
    pub comments_open: bool,
    /// Its actors.
    pub map: ActorMap,
    /// Where the text names them.
    pub mentions: Mentions,
    /// How many words the standfirst and the body have.
    words: usize,
}

impl Article {
    /// Reads an article document; `title` and `body` are required. What is
    /// wrong and can be left out is left out with a warning.
    ///
    /// # Errors
    /// The place and the expectation that makes the document unreadable.
    pub fn decode(json: &Json) -> Result<(Self, Warnings), Problem> {
        Self::decode_with_map(json, json)
    }

    /// The same with the actor map of another document.
    ///
    /// # Errors
    /// Those of [`Article::decode`]; a wrong map is an empty one.
    pub fn decode_with_map(json: &Json, map: &Json) -> Result<(Self, Warnings), Problem> {
        let mut article = Article::default();
        let mut warnings = Warnings::default();
        article.read(json, map, &mut warnings)?;
        Ok((article, warnings))
    }

    /// The same, into an empty article: a large value that stays where it is
    /// is less code.
    ///
    /// # Errors
    /// Those of [`Article::decode`].
    pub fn read(&mut self, json: &Json, map: &Json, w: &mut Warnings) -> Result<(), Problem> {
        let document = Place::document(json);
        let title = document.required("title")?;
        html::read_line(&title, &mut self.title)?;
        if plain_text(&self.title).trim().is_empty() {
            return Err(title.expected("a title that is not empty"));
        }
        block::decode_body(&document.required("body")?, w, &mut self.body)?;
        w.text(&document, "id", &mut self.id);
        self.url = Address::optional(&document, "url", w);
        self.base = Address::optional(&document, "base", w);
        self.lang = w.optional(&document, "lang", |lang, _| decode_lang(lang));
        html::read_optional(&document, "kicker", w, &mut self.kicker);
        html::read_optional(&document, "standfirst", w, &mut self.standfirst);
        w.text(&document, "section", &mut self.section);
        w.fill(&document, "authors", &mut self.authors, Author::decode);
        self.published = Timestamp::optional(&document, "published", w);
        self.modified = Timestamp::optional(&document, "modified", w);
        self.image = Image::optional(&document, "image", w);
        w.fill(&document, "corrections", &mut self.corrections, Correction::decode);
        w.fill(&document, "sources", &mut self.sources, Source::decode);
        self.comments_open = true;
        if let Some(comments) = document.get("comments") {
            w.text(&comments, "thread", &mut self.thread);
            self.comments_open = w.flag(&comments, "open", true);
        }
        self.map = ActorMap::decode(&Place::document(map), w);
        self.words = block::words_in(&self.standfirst) + block::count_words(&mut self.body);
        french::set_spaces(self);
        find_mentions(self, w);
        Ok(())
    }

    /// Shows each line beside the text to `visit`: the title, the corrections,
    /// what is said of the actors. In the text, actors are looked for.
    pub(crate) fn each_line_beside_text(&mut self, visit: &mut dyn FnMut(&mut Vec<Inline>)) {
        visit(&mut self.title);
        visit(&mut self.kicker);
        for correction in &mut self.corrections {
            visit(&mut correction.text);
        }
        self.map.each_line(visit);
    }

    /// Shows each line of the text to `visit`: the standfirst, what is said
    /// under the main picture, the body.
    pub(crate) fn each_line_of_text(&mut self, visit: &mut dyn FnMut(LineKind, &mut Vec<Inline>)) {
        visit(LineKind::Text, &mut self.standfirst);
        if let Some(image) = &mut self.image {
            visit(LineKind::Text, &mut image.caption);
        }
        each_line(&mut self.body, visit);
    }

    /// Makes its relative addresses absolute: `resolve` gives an address that is
    /// relative to the first one, its [`base`](Self::base), or that of its map.
    pub fn resolve(&mut self, resolve: &dyn Fn(&str, &str) -> Option<String>) {
        if let Some(base) = self.map.base.take() {
            self.map.each_address(&mut |address| absolute(address, &base, resolve));
        }
        let Some(base) = self.base.take() else { return };
        let change = &mut |address: &mut Address| absolute(address, &base, resolve);
        self.url.as_mut().map(&mut *change);
        for author in &mut self.authors {
            author.url.as_mut().map(&mut *change);
        }
        for source in &mut self.sources {
            source.url.as_mut().map(&mut *change);
        }
        if let Some(image) = &mut self.image {
            image.each_address(change);
        }
        // What is absolute already stays.
        self.each_line_beside_text(&mut |line| each_address(line, change));
        self.each_line_of_text(&mut |_, line| each_address(line, change));
        each_block_address(&mut self.body, change);
    }

    /// How many parts its text has: blocks, and texts in them.
    pub fn size(&mut self) -> usize {
        let mut size = 0;
        self.each_line_of_text(&mut |_, line| size += 1 + count(line));
        size
    }

    /// Minutes that the text takes to read, at 230 words a minute (Brysbaert
    /// 2019, "How many words do we read per minute?": 238 for English prose;
    /// French is a little slower), at least one.
    pub fn reading_time_min(&self) -> u32 {
        (self.words as u32).div_ceil(230).max(1)
    }
}

/// Makes an address absolute. What leads to a part of the page stays in the page.
fn absolute(address: &mut Address, base: &Address, resolve: &dyn Fn(&str, &str) -> Option<String>) {
    if !address.as_str().starts_with('#')
        && let Some(absolute) = resolve(base.as_str(), address.as_str())
    {
        address.replace(absolute);
    }
}

/// How many texts, marks and breaks a line has.
fn count(line: &[Inline]) -> usize {
    let mut size = line.len();
    for inline in line {
        size += count(inline.children().unwrap_or_default());
    }
    size
}

fn decode_lang(place: &Place<'_>) -> Result<String, Problem> {
    place.checked_text(is_language_tag, "a language tag (BCP 47) such as fr or ar-NE")
}

/// Whether `tag` has the shape of a BCP 47 tag: subtags of 1 to 8 letters and
/// digits, the first of letters alone.
fn is_language_tag(tag: &str) -> bool {
    let mut length = 0;
    let mut is_primary = true;
    for byte in tag.bytes() {
        match byte {
            b'-' if length > 0 => (length, is_primary) = (0, false),
            b'A'..=b'Z' | b'a'..=b'z' if length < 8 => length += 1,
            b'0'..=b'9' if length < 8 && !is_primary => length += 1,
            _ => return false,
        }
    }
    length > 0
}
