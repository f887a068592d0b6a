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
        let alt = tag.attribute("alt");
        let class = tag.attribute("class");
        // WordPress draws emoji as pictures.
        let mut is_letter = false;
        for name in search::parts(&class, b' ') {
            is_letter |= matches!(name, "emoji" | "wp-smiley");
        }
        // Pages that load pictures late keep their address in another attribute.
        let src = address_in(tag, &["src", "data-src", "data-lazy-src"]);
        let Some(src) = src.filter(|_| !is_letter && self.origin.is_some()) else {
            return self.words(&alt);
        };
        let (width, height) = (pixels(tag, "width"), pixels(tag, "height"));
        if matches!(width, Some(0 | 1)) || matches!(height, Some(0 | 1)) {
            // It counts readers, or it parts lines.
            return;
        }
        if self.origin == Some(Origin::Comment) || !self.in_paragraph() {
            return self.link(src, &alt);
        }
        let mut image = Box::<Image>::default();
        image.src = src;
        for name in ["data-srcset", "srcset"] {
            if let Some(list) = tag.filled(name) {
                image.srcset = checked_srcset(&list).0;
            }
        }
        image.sizes = tag.filled("sizes");
        (image.width, image.height) = (width, height);
        image.alt = alt;
        self.end_paragraph();
        self.emit(Block::new(BlockKind::Figure(image)));
    }

    /// An element that shows something of somebody else's: a link to it.
    pub(super) fn embed(&mut self, tag: &Tag<'_>, source: &str) {
        let address = address_in(tag, &["src", "data", "data-src"]);
        let address = address.or_else(|| Address::of_resource(source));
        let (Some(address), Some(_)) = (address, self.origin) else { return };
        let title = tag.filled("title");
        if !self.in_paragraph() {
            return self.link(address, &title.unwrap_or_default());
        }
        self.end_paragraph();
        let mut block = Block::new(BlockKind::Embed(address));
        if let Some(title) = title {
            block.text.push(Inline::Text(title));
        }
        self.emit(block);
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
    names.iter().find_map(|name| Address::of_resource(&tag.attribute(name)))
}

/// The pixels that an attribute gives, such as "640" or "640px"; not a part
/// such as "50%".
#[inline(never)]
fn pixels(tag: &Tag<'_>, name: &str) -> Option<u32> {
    let text = tag.attribute(name);
    let text = text.trim_ascii();
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    if text.ends_with('%') { None } else { digits::number(&text[..end]) }
}
