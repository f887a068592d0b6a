//! The article document as a whole.

use super::byline::{Author, Correction, Source};
use super::{block, french};
use crate::date::Timestamp;
use crate::decode::{Place, Problem, Warnings};
use crate::json::Json;
use crate::map::ActorMap;
use crate::map::actor::decode_link;
use crate::mention::{Mentions, find_mentions};
use crate::rich_text::address::Address;
use crate::rich_text::{Block, Image, Inline, html, plain_text};

/// An article with its actor map.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its name among the site's articles.
    pub id: Option<String>,
    /// Its canonical address.
    pub url: Option<Address>,
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
    pub image: Option<Image>,
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
}

impl Article {
    /// Reads an article document; `title` and `body` are required. What is
    /// wrong and can be left out is left out with a warning.
    ///
    /// # Errors
    /// The place and the expectation that makes the document unreadable.
    pub fn decode(json: &Json) -> Result<(Self, Warnings), Problem> {
        let document = Place::document(json);
        let mut warnings = Warnings::default();
        let w = &mut warnings;
        let inline = |key: &str, w: &mut Warnings| {
            w.optional(&document, key, |text, _| html::decode_inline(text)).unwrap_or_default()
        };
        let comments = document.get("comments");
        let title = html::decode_inline(&document.required("title")?)?;
        if plain_text(&title).trim().is_empty() {
            return Err(document.required("title")?.expected("a title that is not empty"));
        }
        let mut article = Article {
            id: w.optional_text(&document, "id"),
            url: w.optional(&document, "url", |url, _| decode_link(url)),
            lang: w.optional(&document, "lang", |lang, _| decode_lang(lang)),
            title,
            kicker: inline("kicker", w),
            standfirst: inline("standfirst", w),
            section: w.optional_text(&document, "section"),
            authors: w.list(&document, "authors", Author::decode),
            published: w.optional(&document, "published", |at, _| Timestamp::decode(at)),
            modified: w.optional(&document, "modified", |at, _| Timestamp::decode(at)),
            image: w.optional(&document, "image", Image::decode),
            body: block::decode_body(&document.required("body")?, w)?,
            corrections: w.list(&document, "corrections", Correction::decode),
            sources: w.list(&document, "sources", Source::decode),
            thread: comments.as_ref().and_then(|c| w.optional_text(c, "thread")),
            comments_open: comments
                .as_ref()
                .and_then(|c| w.optional(c, "open", |open, _| open.boolean()))
                .unwrap_or(true),
            map: ActorMap::decode(&document, w),
            mentions: Mentions::default(),
        };
        french::set_spaces(&mut article);
        article.mentions = find_mentions(&mut article, &mut warnings);
        Ok((article, warnings))
    }

    /// Minutes that the text takes to read, at 230 words a minute (Brysbaert
    /// 2019, "How many words do we read per minute?": 238 for English prose;
    /// French is a little slower), at least one.
    pub fn reading_time_min(&self) -> u32 {
        let words = block::count_words(&self.body)
            + plain_text(&self.standfirst).split_whitespace().count();
        (words as u32).div_ceil(230).max(1)
    }
}

fn decode_lang(place: &Place<'_>) -> Result<String, Problem> {
    match place.value.as_text() {
        Some(tag) if is_language_tag(tag) => Ok(tag.into()),
        _ => Err(place.expected("a language tag (BCP 47) such as fr or ar-NE")),
    }
}

/// Whether `tag` has the shape of a BCP 47 tag: subtags of 1 to 8 letters and
/// digits, the first of 2 or 3 letters (or `x`, `i`).
fn is_language_tag(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or("");
    primary.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.split('-').all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}
