//! An HTML page that holds an article: which part of it the article is, and
//! what the page says of it, in JSON-LD (schema.org's `NewsArticle` and its
//! kin), in microdata, in the Open Graph protocol, in HTML itself; of two, the
//! first named is believed.

mod body;
mod metadata;

use super::ParseJson;
use super::draft::{Draft, words};
use crate::json::Json;
use crate::rich_text::html::{Token, Tokenizer, offset};
use crate::search;
pub use body::cleaned;
use metadata::{Key, Metadata};

/// The article document of a page; nothing where there is no text.
#[inline(never)]
pub fn document(html: &str, parse: ParseJson<'_>) -> Option<Json> {
    let (metadata, range) = read(html, parse);
    let body = cleaned(&html[range?]);
    if body.is_empty() { None } else { Some(document_of(metadata, &body)) }
}

/// What a page (or its head alone) says of its article: an article document
/// without a body.
pub fn metadata(html: &str, parse: ParseJson<'_>) -> Json {
    document_of(read(html, parse).0, "")
}

fn document_of(metadata: Metadata, body: &str) -> Json {
    let mut article = metadata.into_draft(body);
    article.text("body", body);
    article.into_json()
}

/// One pass over the page: what it says, and where its article is.
#[inline(never)]
fn read(html: &str, parse: ParseJson<'_>) -> (Metadata, Option<core::ops::Range<usize>>) {
    let mut metadata = Metadata::default();
    let mut finder = body::Finder::default();
    let mut tokens = Tokenizer::new(html);
    // The element whose text is being read: where its text begins.
    let mut reading: Option<(Key, u8, &str, usize)> = None;
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => finder.text(text),
            Token::Start(tag) => {
                let start = tokens.at();
                let name = tag.name;
                if body::is_raw(&tag) {
                    tokens.skip_raw_text(name);
                    let is_data = tag.attribute("type").eq_ignore_ascii_case("application/ld+json");
                    if is_data && let Some(found) = parse(&html[start..tokens.at()]) {
                        metadata.read_linked_data(&found, 0);
                    }
                    continue;
                }
                let said = metadata.read_tag(&tag);
                if reading.is_none()
                    && let Some((key, rank)) = said
                {
                    reading = Some((key, rank, name, start));
                }
                finder.open(&tag, start);
            }
            Token::End(name) => {
                let end = offset(html, name).saturating_sub(2);
                if let Some((key, rank, open, start)) = reading
                    && open.eq_ignore_ascii_case(name)
                {
                    metadata.put(key, rank, html[start..end].trim_ascii());
                    reading = None;
                }
                finder.close(name, end);
            }
        }
    }
    (metadata, finder.finish(html.len()))
}
