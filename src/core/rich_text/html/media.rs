//! Pictures, and what is embedded from elsewhere.

use super::Origin;
use super::allow::Element;
use super::build::Builder;
use super::line::Open;
use super::tokenizer::Tag;
use crate::rich_text::address::Address;
use crate::rich_text::image::checked_srcset;
use crate::rich_text::{Block, BlockKind, Image, Inline};
use crate::{digits, search};

impl Builder<'_> {
    /// An `<img>`: a figure in an article, a link in a comment or inside a
    /// line that is no paragraph, its alternative text in a line alone.
    pub(super) fn image(&mut self, tag: &Tag<'_>) {
        let alt = tag.attribute("alt").unwrap_or_default();
        let class = tag.attribute("class").unwrap_or_default();
        // WordPress draws emoji as pictures.
        let is_letter = search::parts(&class, b' ')
            .into_iter()
            .any(|name| matches!(name, "emoji" | "wp-smiley"));
        // Pages that load pictures late keep their address in another attribute.
        let src = address_in(tag, &["src", "data-src", "data-lazy-src"]);
        let Some(src) = src.filter(|_| !is_letter && self.origin.is_some()) else {
            return self.words(&alt);
        };
        let pixels = |name| tag.attribute(name).and_then(|value| leading_number(&value));
        let (width, height) = (pixels("width"), pixels("height"));
        if width.is_some_and(|w| w < 2) || height.is_some_and(|h| h < 2) {
            // It counts readers, or it parts lines.
            return;
        }
        if self.origin == Some(Origin::Comment) || !self.in_paragraph() {
            return self.link(src, &alt);
        }
        let srcset = tag.attribute("srcset").or_else(|| tag.attribute("data-srcset"));
        self.end_paragraph();
        self.emit(Block::new(BlockKind::Figure(Box::new(Image {
            src,
            srcset: srcset.and_then(|list| checked_srcset(&list).0),
            sizes: tag.filled("sizes"),
            width,
            height,
            alt,
            caption: Vec::new(),
            credit: None,
        }))));
    }

    /// An element that shows something of somebody else's: a link to it.
    pub(super) fn embed(&mut self, tag: &Tag<'_>, source: Option<String>) {
        let address = address_in(tag, &["src", "data", "data-src"]);
        let address = address.or_else(|| Address::of_resource(&source?));
        let (Some(address), Some(_)) = (address, self.origin) else { return };
        let title = tag.filled("title");
        if self.in_paragraph() {
            self.end_paragraph();
            let title = title.map(Inline::Text).into_iter().collect();
            self.emit(Block::line(BlockKind::Embed(address), title));
        } else {
            self.link(address, &title.unwrap_or_default());
        }
    }

    /// A link in the line, called by its address if it has no name.
    fn link(&mut self, address: Address, name: &str) {
        let name = if name.trim_ascii().is_empty() { address.as_str() } else { name }.to_owned();
        let length = self.formats.len();
        if !self.is_in_link() {
            let number = self.number();
            let format = Some(Inline::Link { address, children: Vec::new() });
            self.formats.push(Open { number, element: Element::LINK, depth: 0, format });
        }
        self.words(&name);
        self.formats.truncate(length);
    }

    fn words(&mut self, text: &str) {
        if self.in_preformatted() {
            self.line.preformatted(text);
        } else {
            self.line.text(text, &self.formats);
        }
    }
}

/// The first of these attributes that is an address of something to load.
#[inline(never)]
fn address_in(tag: &Tag<'_>, names: &[&str]) -> Option<Address> {
    names.iter().find_map(|name| Address::of_resource(&tag.attribute(name)?))
}

/// The number at the beginning of `text`, such as "640" or "640px"; not of a
/// part such as "50%".
fn leading_number(text: &str) -> Option<u32> {
    let text = text.trim_ascii();
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    if text.ends_with('%') { None } else { digits::number(&text[..end]) }
}
