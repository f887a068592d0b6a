//! The allow-list: what each element of HTML becomes. An element that isn't
//! here is passed over, and its text stays.

use crate::rich_text::Mark;

/// What an element means to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Text with a meaning.
    Marked(Mark),
    /// `<a>`
    Link,
    /// An element inside a line that may say in which language it is.
    Span,
    /// `<br>`
    Break,
    /// `<img>`
    Image,
    /// `<embed>`: something foreign, without content.
    Embed,
    /// `<iframe>`: something foreign, whose content is no markup.
    Frame,
    /// Something foreign; its content is for browsers that can't show it.
    Player,
    /// An element whose content is no markup, and nothing to read.
    RawText,
    /// An element that is dropped with all that is inside.
    Dropped,
    /// `<hr>`
    Separator,
    /// `<p>`
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// `<pre>`
    Preformatted,
    /// An element that parts blocks and means nothing else.
    Division,
    /// `<dt>`
    Term,
    /// `<blockquote>`
    Quote,
    /// `<footer>`: who said it, in a quotation.
    Footer,
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
    },
    /// `<li>`
    Item,
    /// `<figure>`
    Figure,
    /// `<figcaption>`
    FigureCaption,
    /// `<aside>`, `<details>`
    Note,
    /// `<summary>`
    Summary,
    /// `<table>`
    Table,
    /// `<caption>`
    TableCaption,
    /// `<thead>`, `<tbody>`, `<tfoot>`
    RowGroup {
        /// Whether its cells are headers.
        head: bool,
    },
    /// `<tr>`
    Row,
    /// A cell.
    Cell {
        /// Whether it is a header.
        header: bool,
    },
}

/// By name.
const ELEMENTS: &[(&str, Element)] = {
    use Element::*;
    &[
        ("a", Link),
        ("abbr", Span),
        ("address", Division),
        ("article", Division),
        ("aside", Note),
        ("audio", Player),
        ("b", Marked(Mark::Strong)),
        ("bdi", Span),
        ("bdo", Span),
        ("blockquote", Quote),
        ("br", Break),
        ("canvas", Dropped),
        ("caption", TableCaption),
        ("center", Division),
        ("cite", Marked(Mark::Cite)),
        ("code", Marked(Mark::Code)),
        ("datalist", Dropped),
        ("dd", Division),
        ("del", Marked(Mark::Deleted)),
        ("details", Note),
        ("dfn", Marked(Mark::Emphasis)),
        ("dialog", Division),
        ("dir", List { ordered: false }),
        ("div", Division),
        ("dl", Division),
        ("dt", Term),
        ("em", Marked(Mark::Emphasis)),
        ("embed", Embed),
        ("fieldset", Division),
        ("figcaption", FigureCaption),
        ("figure", Figure),
        ("font", Span),
        ("footer", Footer),
        ("form", Division),
        ("h1", Heading(1)),
        ("h2", Heading(2)),
        ("h3", Heading(3)),
        ("h4", Heading(4)),
        ("h5", Heading(5)),
        ("h6", Heading(6)),
        ("header", Division),
        ("hgroup", Division),
        ("hr", Separator),
        ("i", Marked(Mark::Emphasis)),
        ("iframe", Frame),
        ("img", Image),
        ("ins", Marked(Mark::Inserted)),
        ("kbd", Marked(Mark::Code)),
        ("legend", Division),
        ("li", Item),
        ("main", Division),
        ("mark", Marked(Mark::Highlight)),
        ("math", Dropped),
        ("menu", List { ordered: false }),
        ("nav", Division),
        ("noembed", RawText),
        ("noframes", RawText),
        ("noscript", RawText),
        ("object", Player),
        ("ol", List { ordered: true }),
        ("option", Division),
        ("p", Paragraph),
        ("pre", Preformatted),
        ("q", Marked(Mark::Quotation)),
        ("s", Marked(Mark::Deleted)),
        ("samp", Marked(Mark::Code)),
        ("script", RawText),
        ("search", Division),
        ("section", Division),
        ("select", Dropped),
        ("small", Marked(Mark::Small)),
        ("span", Span),
        ("strike", Marked(Mark::Deleted)),
        ("strong", Marked(Mark::Strong)),
        ("style", RawText),
        ("sub", Marked(Mark::Subscript)),
        ("summary", Summary),
        ("sup", Marked(Mark::Superscript)),
        ("svg", Dropped),
        ("table", Table),
        ("tbody", RowGroup { head: false }),
        ("td", Cell { header: false }),
        ("template", Dropped),
        ("textarea", RawText),
        ("tfoot", RowGroup { head: false }),
        ("th", Cell { header: true }),
        ("thead", RowGroup { head: true }),
        ("time", Span),
        ("title", RawText),
        ("tr", Row),
        ("tt", Marked(Mark::Code)),
        ("u", Marked(Mark::Inserted)),
        ("ul", List { ordered: false }),
        ("var", Marked(Mark::Code)),
        ("video", Player),
    ]
};

impl Element {
    /// What the element called `name` means, in capitals or not.
    pub(super) fn named(name: &str) -> Option<Element> {
        // The longest name has ten letters.
        let mut lower = [0; 10];
        let lower = lower.get_mut(..name.len())?;
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let found = ELEMENTS.binary_search_by(|(name, _)| name.as_bytes().cmp(lower)).ok()?;
        Some(ELEMENTS[found].1)
    }

    /// Whether its end tag is `other`'s end tag too.
    pub(super) fn ends_with(self, other: Element) -> bool {
        self == other || matches!((self, other), (Element::Heading(_), Element::Heading(_)))
    }
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
}
