//! The allow-list: what each element of HTML becomes. An element that isn't
//! here is passed over, and its text stays.

use super::entities::look_up;
use crate::rich_text::Mark;

/// What an element means to us: a number, so that comparing two is cheap and
/// the table of all names is one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element(u8);

impl Element {
    // From 0 on: the marks, in the order of `MARKS`.

    /// `<a>`
    pub(super) const LINK: Element = Element(11);
    /// An element inside a line that may say in which language it is.
    pub(super) const SPAN: Element = Element(12);
    /// `<br>`
    pub(super) const BREAK: Element = Element(13);
    /// `<img>`
    pub(super) const IMAGE: Element = Element(14);
    /// `<embed>`: something foreign, without content.
    pub(super) const EMBED: Element = Element(15);
    /// `<iframe>`: something foreign, whose content is no markup.
    pub(super) const FRAME: Element = Element(16);
    /// Something foreign; its content is for browsers that can't show it.
    pub(super) const PLAYER: Element = Element(17);
    /// An element whose content is no markup, and nothing to read.
    pub(super) const RAW_TEXT: Element = Element(18);
    /// An element that is dropped with all that is inside.
    pub(super) const DROPPED: Element = Element(19);
    /// `<hr>`
    pub(super) const SEPARATOR: Element = Element(20);
    /// `<thead>`
    pub(super) const HEAD: Element = Element(21);
    /// `<tbody>`, `<tfoot>`
    pub(super) const BODY: Element = Element(22);
    /// An element that parts blocks and means nothing else.
    pub(super) const DIVISION: Element = Element(23);
    /// `<p>`
    pub(super) const PARAGRAPH: Element = Element(24);
    /// `<pre>`
    pub(super) const PREFORMATTED: Element = Element(25);
    /// `<dt>`
    pub(super) const TERM: Element = Element(26);
    /// `<h1>`; after it the five others.
    pub(super) const HEADING_1: Element = Element(27);
    const HEADING_2: Element = Element(28);
    const HEADING_3: Element = Element(29);
    const HEADING_4: Element = Element(30);
    const HEADING_5: Element = Element(31);
    const HEADING_6: Element = Element(32);
    // Four that say what another is, and in the same order those others.
    /// `<figcaption>`
    pub(super) const FIGURE_CAPTION: Element = Element(33);
    /// `<footer>`: who said it, in a quotation.
    pub(super) const FOOTER: Element = Element(34);
    /// `<summary>`
    pub(super) const SUMMARY: Element = Element(35);
    /// `<caption>`
    pub(super) const TABLE_CAPTION: Element = Element(36);
    /// `<figure>`
    pub(super) const FIGURE: Element = Element(37);
    /// `<blockquote>`
    pub(super) const QUOTE: Element = Element(38);
    /// `<aside>`, `<details>`
    pub(super) const NOTE: Element = Element(39);
    /// `<table>`
    pub(super) const TABLE: Element = Element(40);
    /// `<ul>`
    pub(super) const UNORDERED: Element = Element(41);
    /// `<ol>`
    pub(super) const ORDERED: Element = Element(42);
    /// `<li>`
    pub(super) const ITEM: Element = Element(43);
    /// `<tr>`
    pub(super) const ROW: Element = Element(44);
    /// `<td>`
    pub(super) const CELL: Element = Element(45);
    /// `<th>`
    pub(super) const HEADER_CELL: Element = Element(46);

    /// What the element called `name` means, in capitals or not.
    pub(super) fn named(name: &str) -> Option<Element> {
        // The longest name has ten letters.
        let mut lower = [0; 10];
        let lower = lower.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        Some(Element(look_up(NAMES, lower)? as u8 - FIRST_CODE))
    }

    /// What text inside it is, if it is marked.
    pub(super) fn mark(self) -> Option<Mark> {
        MARKS.get(usize::from(self.0)).copied()
    }

    /// Whether it stands inside a line.
    pub(super) fn is_format(self) -> bool {
        self.0 <= Element::SPAN.0
    }

    /// The level of a heading.
    pub(super) fn level(self) -> Option<u8> {
        let level = self.0.wrapping_sub(Element::HEADING_1.0);
        (level < 6).then(|| level + 1)
    }

    /// What it says the title, the caption or the author of.
    pub(super) fn labels(self) -> Option<Element> {
        let is_label = matches!(self.0, 33..=36);
        is_label.then_some(Element(self.0 + 4))
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, Element::UNORDERED | Element::ORDERED)
    }

    pub(super) fn is_cell(self) -> bool {
        matches!(self, Element::CELL | Element::HEADER_CELL)
    }

    pub(super) fn is_row_group(self) -> bool {
        matches!(self, Element::HEAD | Element::BODY)
    }

    /// Whether its end tag is `other`'s end tag too.
    pub(super) fn ends_with(self, other: Element) -> bool {
        self == other || self.level().is_some() && other.level().is_some()
    }
}

const MARKS: [Mark; 11] = [
    Mark::Emphasis,
    Mark::Strong,
    Mark::Code,
    Mark::Subscript,
    Mark::Superscript,
    Mark::Quotation,
    Mark::Small,
    Mark::Deleted,
    Mark::Inserted,
    Mark::Highlight,
    Mark::Cite,
];

const fn marked(mark: Mark) -> Element {
    Element(mark as u8)
}

/// By name.
#[rustfmt::skip]
const ELEMENTS: &[(&str, Element)] = &[
    ("a", Element::LINK),
    ("abbr", Element::SPAN),
    ("address", Element::DIVISION),
    ("article", Element::DIVISION),
    ("aside", Element::NOTE),
    ("audio", Element::PLAYER),
    ("b", marked(Mark::Strong)),
    ("bdi", Element::SPAN),
    ("bdo", Element::SPAN),
    ("blockquote", Element::QUOTE),
    ("br", Element::BREAK),
    ("canvas", Element::DROPPED),
    ("caption", Element::TABLE_CAPTION),
    ("center", Element::DIVISION),
    ("cite", marked(Mark::Cite)),
    ("code", marked(Mark::Code)),
    ("datalist", Element::DROPPED),
    ("dd", Element::DIVISION),
    ("del", marked(Mark::Deleted)),
    ("details", Element::NOTE),
    ("dfn", marked(Mark::Emphasis)),
    ("dialog", Element::DIVISION),
    ("dir", Element::UNORDERED),
    ("div", Element::DIVISION),
    ("dl", Element::DIVISION),
    ("dt", Element::TERM),
    ("em", marked(Mark::Emphasis)),
    ("embed", Element::EMBED),
    ("fieldset", Element::DIVISION),
    ("figcaption", Element::FIGURE_CAPTION),
    ("figure", Element::FIGURE),
    ("font", Element::SPAN),
    ("footer", Element::FOOTER),
    ("form", Element::DIVISION),
    ("h1", Element::HEADING_1),
    ("h2", Element::HEADING_2),
    ("h3", Element::HEADING_3),
    ("h4", Element::HEADING_4),
    ("h5", Element::HEADING_5),
    ("h6", Element::HEADING_6),
    ("header", Element::DIVISION),
    ("hgroup", Element::DIVISION),
    ("hr", Element::SEPARATOR),
    ("i", marked(Mark::Emphasis)),
    ("iframe", Element::FRAME),
    ("img", Element::IMAGE),
    ("ins", marked(Mark::Inserted)),
    ("kbd", marked(Mark::Code)),
    ("legend", Element::DIVISION),
    ("li", Element::ITEM),
    ("main", Element::DIVISION),
    ("mark", marked(Mark::Highlight)),
    ("math", Element::DROPPED),
    ("menu", Element::UNORDERED),
    ("nav", Element::DIVISION),
    ("noembed", Element::RAW_TEXT),
    ("noframes", Element::RAW_TEXT),
    ("noscript", Element::RAW_TEXT),
    ("object", Element::PLAYER),
    ("ol", Element::ORDERED),
    ("option", Element::DIVISION),
    ("p", Element::PARAGRAPH),
    ("pre", Element::PREFORMATTED),
    ("q", marked(Mark::Quotation)),
    ("s", marked(Mark::Deleted)),
    ("samp", marked(Mark::Code)),
    ("script", Element::RAW_TEXT),
    ("search", Element::DIVISION),
    ("section", Element::DIVISION),
    ("select", Element::DROPPED),
    ("small", marked(Mark::Small)),
    ("span", Element::SPAN),
    ("strike", marked(Mark::Deleted)),
    ("strong", marked(Mark::Strong)),
    ("style", Element::RAW_TEXT),
    ("sub", marked(Mark::Subscript)),
    ("summary", Element::SUMMARY),
    ("sup", marked(Mark::Superscript)),
    ("svg", Element::DROPPED),
    ("table", Element::TABLE),
    ("tbody", Element::BODY),
    ("td", Element::CELL),
    ("template", Element::DROPPED),
    ("textarea", Element::RAW_TEXT),
    ("tfoot", Element::BODY),
    ("th", Element::HEADER_CELL),
    ("thead", Element::HEAD),
    ("time", Element::SPAN),
    ("title", Element::RAW_TEXT),
    ("tr", Element::ROW),
    ("tt", marked(Mark::Code)),
    ("u", marked(Mark::Inserted)),
    ("ul", Element::UNORDERED),
    ("var", marked(Mark::Code)),
    ("video", Element::PLAYER),
];

/// The code that stands for the first element in [`NAMES`].
const FIRST_CODE: u8 = 0x80;

/// [`ELEMENTS`] as one text: each name, then its element as the character of
/// its code. A list of names would weigh twice as much.
const NAMES: &str = {
    const PACKED: [u8; packed_length()] = packed();
    match core::str::from_utf8(&PACKED) {
        Ok(names) => names,
        Err(_) => panic!("names are ASCII"),
    }
};

const fn packed_length() -> usize {
    let (mut length, mut index) = (0, 0);
    while index < ELEMENTS.len() {
        length += ELEMENTS[index].0.len() + 2;
        index += 1;
    }
    length
}

const fn packed() -> [u8; packed_length()] {
    let mut packed = [0; packed_length()];
    let (mut at, mut index) = (0, 0);
    while index < ELEMENTS.len() {
        let (name, element) = ELEMENTS[index];
        let mut letter = 0;
        while letter < name.len() {
            packed[at] = name.as_bytes()[letter];
            at += 1;
            letter += 1;
        }
        // The two bytes of UTF-8 for a character from U+0080 to U+00BF.
        packed[at] = 0xc2;
        packed[at + 1] = FIRST_CODE + element.0;
        at += 2;
        index += 1;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_is_found_by_its_name() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| name));
        for (name, element) in ELEMENTS {
            assert_eq!(Element::named(name), Some(*element));
            assert_eq!(Element::named(&name.to_uppercase()), Some(*element));
        }
        assert_eq!(Element::named("figcaptions"), None);
        assert_eq!(Element::named("blink"), None);
        assert_eq!(Element::named(""), None);
    }

    #[test]
    fn marks_headings_and_labels_are_known_by_their_numbers() {
        for (number, mark) in MARKS.iter().enumerate() {
            assert_eq!(marked(*mark), Element(number as u8));
            assert_eq!(Element(number as u8).mark(), Some(*mark));
        }
        assert_eq!(Element::LINK.mark(), None);
        let levels =
            ["p", "h1", "h6", "figcaption"].map(|name| Element::named(name).unwrap().level());
        assert_eq!(levels, [None, Some(1), Some(6), None]);
        for (label, owner) in [
            (Element::FIGURE_CAPTION, Element::FIGURE),
            (Element::FOOTER, Element::QUOTE),
            (Element::SUMMARY, Element::NOTE),
            (Element::TABLE_CAPTION, Element::TABLE),
        ] {
            assert_eq!(label.labels(), Some(owner));
            assert_eq!(owner.labels(), None);
        }
    }
}
