//! Formatted text as a tree that can hold no script.
//!
//! | module | does |
//! | --- | --- |
//! | [`html`] | the one reader of foreign HTML: text → our tree, by an allow-list |
//! | [`typography`] | French spaces |
//! | [`lines`] | each line of a text, in the order of reading |
//! | [`mod@write`] | our tree → HTML, for what is made of it outside a browser |
//! | [`address`] | which addresses a link or an image may have |

pub mod address;
mod cursor;
pub mod html;
mod image;
pub mod lines;
pub mod typography;
pub mod write;

use address::Address;

/// A part of a line of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Text with a meaning of its own.
    Marked {
        /// The meaning.
        mark: Mark,
        /// What is marked.
        children: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where to.
        address: Address,
        /// What is linked.
        children: Vec<Inline>,
    },
    /// A mention of an actor: `<a href="#actor-ID">`, or a name found in the text.
    Mention {
        /// The actor's `id`.
        actor: String,
        /// Which of the article's mentions it is, from 0 on in the order of
        /// the text; set by [`crate::mention::find_mentions`].
        number: usize,
        /// The words of the mention.
        children: Vec<Inline>,
    },
    /// Text in another language or direction than its surroundings.
    Foreign {
        /// BCP 47, as the source has it.
        lang: Option<String>,
        /// The direction, where it is said.
        direction: Option<Direction>,
        /// What is in that language.
        children: Vec<Inline>,
    },
    /// A line break that the author wants.
    Break,
}

impl Inline {
    /// What is inside it, unless it is text or a break.
    #[inline(never)]
    pub fn children(&self) -> Option<&[Inline]> {
        match self {
            Inline::Text(_) | Inline::Break => None,
            Inline::Marked { children, .. }
            | Inline::Link { children, .. }
            | Inline::Mention { children, .. }
            | Inline::Foreign { children, .. } => Some(children),
        }
    }

    /// What is inside it, unless it is text or a break.
    #[inline(never)]
    pub fn children_mut(&mut self) -> Option<&mut Vec<Inline>> {
        match self {
            Inline::Text(_) | Inline::Break => None,
            Inline::Marked { children, .. }
            | Inline::Link { children, .. }
            | Inline::Mention { children, .. }
            | Inline::Foreign { children, .. } => Some(children),
        }
    }
}

/// What marked text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `<em>`, `<i>`
    Emphasis,
    /// `<strong>`, `<b>`
    Strong,
    /// `<code>`, `<kbd>`, `<samp>`, `<var>`
    Code,
    /// `<sub>`
    Subscript,
    /// `<sup>`
    Superscript,
    /// `<q>`
    Quotation,
    /// `<small>`
    Small,
    /// `<del>`, `<s>`, `<strike>`
    Deleted,
    /// `<ins>`, `<u>`
    Inserted,
    /// `<mark>`
    Highlight,
    /// `<cite>`
    Cite,
}

/// The direction in which text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
    /// As its first strong character says.
    Auto,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
            Direction::Auto => "auto",
        }
    }
}

/// A part of a text that stands by itself. All kinds have one shape, so that
/// whoever walks through them needs one loop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its own line: the words of a paragraph, a heading or a cell; of a quote
    /// who said it, of a table what it shows, of a note or an embed its title.
    pub text: Vec<Inline>,
    /// What is inside: the blocks of a quote, a note or an item, the items of a
    /// list, the rows of a table, the cells of a row.
    pub blocks: Vec<Block>,
}

/// What a block is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum BlockKind {
    /// A paragraph.
    #[default]
    Paragraph,
    /// A heading inside the text; levels 2 to 6.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A list.
    List {
        /// Numbered or not.
        ordered: bool,
    },
    /// A part of a list.
    Item,
    /// A picture, with its caption.
    Figure(Box<Image>),
    /// A table. The cells of a head row are headers.
    Table,
    /// A part of a table.
    Row,
    /// A part of a row.
    Cell {
        /// Whether it names its column or row.
        header: bool,
    },
    /// Code, to be shown as it is.
    Code(String),
    /// Something of somebody else's, shown as a link until the reader asks for it.
    Embed(Address),
    /// A change of subject.
    Separator,
    /// Something beside the article: a box, a definition.
    Note,
}

impl Block {
    /// A block with nothing in it yet.
    pub fn new(kind: BlockKind) -> Self {
        Block { kind, text: Vec::new(), blocks: Vec::new() }
    }

    /// A block that is a line.
    #[inline(never)]
    pub fn line(kind: BlockKind, text: Vec<Inline>) -> Self {
        Block { kind, text, blocks: Vec::new() }
    }

    /// A paragraph.
    pub fn paragraph(text: Vec<Inline>) -> Self {
        Block::line(BlockKind::Paragraph, text)
    }
}

/// A picture with what has to be said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// Where it is.
    pub src: Address,
    /// HTML's `srcset`, each of whose addresses was checked.
    pub srcset: Option<String>,
    /// HTML's `sizes`.
    pub sizes: Option<String>,
    /// CSS pixels.
    pub width: Option<u32>,
    /// CSS pixels.
    pub height: Option<u32>,
    /// What it shows, for who can't see it; empty where it only decorates.
    pub alt: String,
    /// What is said under it.
    pub caption: Vec<Inline>,
    /// Who made it.
    pub credit: Option<String>,
}

/// The words of `inlines`, without their format.
#[inline(never)]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain_text(inlines, &mut text);
    text
}

fn push_plain_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Break => text.push('\n'),
            other => push_plain_text(other.children().unwrap_or_default(), text),
        }
    }
}

/// The first character of `inlines`, if they have one; a letter for what is
/// `closed`.
pub(crate) fn first_char(inlines: &[Inline], closed: fn(&Inline) -> bool) -> Option<char> {
    for inline in inlines {
        let first = match inline {
            Inline::Text(text) => text.chars().next(),
            Inline::Break => Some('\n'),
            inline if closed(inline) => Some('x'),
            other => first_char(other.children().unwrap_or_default(), closed),
        };
        if first.is_some() {
            return first;
        }
    }
    None
}
