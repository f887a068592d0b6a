//! Formatted text as a tree that can hold no script.
//!
//! | module | does |
//! | --- | --- |
//! | [`html`] | the one reader of foreign HTML: text → our tree, by an allow-list |
//! | [`typography`] | French spaces |
//! | [`lines`] | each line of a text, in the order of reading |
//! | [`address`] | which addresses a link or an image may have |

pub mod address;
mod cursor;
pub mod html;
mod image;
pub mod lines;
pub mod typography;

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

/// A part of a text that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside the text; levels 2 to 6.
    Heading {
        /// 2 to 6.
        level: u8,
        /// The heading.
        text: Vec<Inline>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who said it, where it is known.
        cite: Vec<Inline>,
    },
    /// A list.
    List {
        /// Numbered or not.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A picture.
    Figure(Image),
    /// A table.
    Table {
        /// What it shows.
        caption: Vec<Inline>,
        /// Its rows; the cells of a head row are headers.
        rows: Vec<Row>,
    },
    /// Code, to be shown as it is.
    Code(String),
    /// Something of somebody else's, shown as a link until the reader asks for it.
    Embed {
        /// Where it is.
        address: Address,
        /// What it is.
        title: Option<String>,
    },
    /// A change of subject.
    Separator,
    /// Something beside the article: a box, a definition.
    Note {
        /// Its heading.
        title: Vec<Inline>,
        /// Its text.
        blocks: Vec<Block>,
    },
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its cells from the first column on.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whether it names its column or row.
    pub header: bool,
    /// What it says.
    pub text: Vec<Inline>,
}

/// A picture with what has to be said about it.
#[derive(Clone, Debug, PartialEq)]
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
