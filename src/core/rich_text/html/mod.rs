//! The one reader of foreign HTML: text → our tree, by an allow-list.
//!
//! | module | does |
//! | --- | --- |
//! | `tokenizer` | cuts the text into tags and text, as browsers do |
//! | `entities` | resolves `&eacute;` and its like |
//! | `allow` | says what each element becomes |
//! | `line` | collects a line: folds spaces, nests marks |
//! | `build` | collects blocks |
//! | `scope` | says which open block hears a tag, and closes what authors leave open |
//! | `end` | says what a block becomes when it ends |
//! | `media` | reads pictures and what is embedded |
//!
//! What comes out can hold no script: it is a tree of our own types, and each
//! address in it went through [`Address`](super::address::Address). Whatever
//! the source, the time is linear in its length and the tree is shallow.

mod allow;
mod build;
mod end;
pub(crate) mod entities;
mod line;
mod media;
#[cfg(test)]
pub(crate) mod notation;
mod scope;
mod tokenizer;

use super::{Block, Inline};
use crate::decode::{Place, Problem, Warnings};
use build::Builder;
pub(crate) use tokenizer::{Tag, Token, Tokenizer, offset};

/// Where a text comes from, which decides what it may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An article: its pictures are shown, and it may mention actors.
    Article,
    /// A reader's comment: pictures become links, so that showing it loads
    /// nothing; headings become bold paragraphs.
    Comment,
}

/// Reads a line of HTML. Blocks in it become lines of their own; of pictures
/// the alternative text stays.
///
/// ```
/// use article_widget_core::rich_text::{Inline, Mark, html};
/// let line = html::inline("Niamey&nbsp;: <b onclick=x>le départ<script>alert(1)</script></b>");
/// let children = vec![Inline::Text("le départ".into())];
/// assert_eq!(
///     line,
///     [
///         Inline::Text("Niamey\u{a0}: ".into()),
///         Inline::Marked { mark: Mark::Strong, children },
///     ]
/// );
/// ```
#[inline(never)]
pub fn inline(source: &str) -> Vec<Inline> {
    Builder::of_line(source).read().1
}

/// Reads an article's text of HTML.
pub fn blocks(source: &str) -> Vec<Block> {
    blocks_from(Origin::Article, source)
}

/// Reads a text of HTML that comes from `origin`.
///
/// ```
/// use article_widget_core::rich_text::{BlockKind, html};
/// let comment = html::blocks_from(html::Origin::Comment, "<p><img src='https://a.example/b.png'>");
/// assert_eq!(comment[0].kind, BlockKind::Paragraph);
/// ```
pub fn blocks_from(origin: Origin, source: &str) -> Vec<Block> {
    Builder::of_blocks(origin, source).read().0
}

/// Reads the line of HTML at `place`.
///
/// # Errors
/// There is no text.
#[inline(never)]
pub fn read_line(place: &Place<'_>, line: &mut Vec<Inline>) -> Result<(), Problem> {
    let Some(source) = place.value.as_text() else { return Err(place.expected("a text")) };
    *line = inline(source);
    Ok(())
}

/// Reads the line of HTML under `key`, where it is there and right.
#[inline(never)]
pub fn read_optional(place: &Place<'_>, key: &str, w: &mut Warnings, line: &mut Vec<Inline>) {
    if let Some(place) = place.get(key)
        && let Err(problem) = read_line(&place, line)
    {
        w.0.push(problem);
    }
}

/// The line of HTML under `key`; empty where there is none, or a wrong one.
#[inline(never)]
pub fn optional_inline(place: &Place<'_>, key: &str, warnings: &mut Warnings) -> Vec<Inline> {
    let mut line = Vec::new();
    read_optional(place, key, warnings, &mut line);
    line
}

#[cfg(test)]
mod tests;
