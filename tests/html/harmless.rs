//! What must hold of whatever was read from foreign HTML. Our tree can hold no
//! script; what is left to check are addresses, depth, and what is written.

use article_widget_core::rich_text::html::{Origin, blocks_from, inline};
use article_widget_core::rich_text::{Block, BlockKind, Inline, write};

/// Reads `source` in every way there is and checks what comes out.
///
/// # Panics
/// Something that must hold doesn't.
pub fn check(source: &str) {
    for origin in [Origin::Article, Origin::Comment] {
        check_blocks(&blocks_from(origin, source), origin, 0);
    }
    let line = inline(source);
    check_line(&line, Origin::Article);
    // What is written is read as what was written.
    let written = write::inline(&line);
    let again = write::inline(&inline(&written));
    assert_eq!(written, again, "of {source:?}");
}

/// Checks what was read.
///
/// # Panics
/// It holds an address that may not be, a picture in a comment, or is deep.
pub fn check_blocks(blocks: &[Block], origin: Origin, depth: usize) {
    assert!(depth < 40, "blocks are too deep");
    let is_comment = origin == Origin::Comment;
    for block in blocks {
        match &block.kind {
            BlockKind::Figure(image) => {
                assert!(!is_comment, "a picture in a comment: {image:?}");
                assert_resource(image.src.as_str());
                for candidate in image.srcset.as_deref().unwrap_or_default().split(", ") {
                    assert_resource(candidate);
                }
                check_line(&image.caption, origin);
            }
            BlockKind::Embed(address) => assert_resource(address.as_str()),
            BlockKind::Heading(level) => {
                assert!(!is_comment && (2..=6).contains(level), "{block:?}");
            }
            _ => {}
        }
        check_line(&block.text, origin);
        check_blocks(&block.blocks, origin, depth + 1);
    }
}

fn check_line(line: &[Inline], origin: Origin) {
    for inline in line {
        match inline {
            Inline::Link { address, .. } => {
                let scheme = scheme(address.as_str());
                let is_allowed = scheme.is_none_or(|s| ["http", "https", "mailto"].contains(&&*s));
                assert!(is_allowed, "{address:?}");
            }
            Inline::Mention { .. } => assert_ne!(origin, Origin::Comment, "{inline:?}"),
            Inline::Foreign { lang: Some(lang), .. } => {
                assert!(lang.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{lang:?}");
            }
            Inline::Text(text) => {
                let is_seen = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
                assert!(text.chars().all(is_seen), "{text:?}");
            }
            _ => {}
        }
        check_line(inline.children().unwrap_or_default(), origin);
    }
}

fn assert_resource(address: &str) {
    let is_allowed = scheme(address).is_none_or(|s| ["http", "https"].contains(&&*s));
    assert!(is_allowed, "{address:?}");
}

/// The scheme as a browser's URL parser sees it (URL Standard, 4.4), written
/// apart from `Address`: what it drops is dropped, then letters up to a colon.
pub fn scheme(address: &str) -> Option<String> {
    let is_edge = |c: char| c <= ' ';
    let seen: String = address
        .trim_matches(is_edge)
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let (scheme, _) = seen.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}
