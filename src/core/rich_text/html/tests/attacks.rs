//! Attacks, and random HTML: whatever comes in, what comes out has addresses of
//! allowed schemes alone, and is shallow.

use super::super::notation::of_blocks;
use super::super::{Origin, blocks_from, inline};
use super::random::Random;
use crate::rich_text::lines::each_line;
use crate::rich_text::{Block, BlockKind, Inline};

/// Every address in `blocks`.
fn addresses(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        addresses(&block.blocks, found);
        match &block.kind {
            BlockKind::Figure(image) => {
                found.push(image.src.as_str().into());
                let candidates = image.srcset.as_deref().unwrap_or("").split(", ");
                found.extend(candidates.map(|candidate| candidate.trim().to_owned()));
            }
            BlockKind::Embed(address) => found.push(address.as_str().into()),
            _ => {}
        }
    }
    each_line(&mut blocks.to_vec(), &mut |_, line| of_line(line, found));
}

fn of_line(line: &[Inline], found: &mut Vec<String>) {
    for inline in line {
        match inline {
            Inline::Link { address, children } => {
                found.push(address.as_str().into());
                of_line(children, found);
            }
            Inline::Marked { children, .. }
            | Inline::Mention { children, .. }
            | Inline::Foreign { children, .. } => of_line(children, found),
            Inline::Text(_) | Inline::Break => {}
        }
    }
}

/// The scheme as a browser's URL parser sees it, written apart from
/// `Address`: what browsers drop is dropped, then letters up to a colon.
fn scheme(address: &str) -> Option<String> {
    let seen: String = address.chars().filter(|c| *c > ' ').collect();
    let (scheme, _) = seen.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

fn assert_harmless(source: &str) {
    for origin in [Origin::Article, Origin::Comment] {
        let blocks = blocks_from(origin, source);
        let mut found = Vec::new();
        addresses(&blocks, &mut found);
        for address in found {
            let scheme = scheme(&address);
            let is_allowed =
                scheme.as_deref().is_none_or(|s| matches!(s, "http" | "https" | "mailto"));
            assert!(is_allowed, "{address:?} of {source:?}");
        }
        if origin == Origin::Comment {
            assert!(!blocks.iter().any(|b| matches!(b.kind, BlockKind::Figure(_))), "{source:?}");
        }
    }
    let mut found = Vec::new();
    of_line(&inline(source), &mut found);
    assert!(found.iter().all(|a| scheme(a).is_none_or(|s| s != "javascript")), "{source:?}");
}

#[test]
fn attacks_are_harmless() {
    let attacks = include_str!("data/attacks.html");
    let attacks: Vec<&str> = attacks.lines().skip(1).filter(|l| !l.starts_with("# ")).collect();
    assert!(attacks.len() > 80);
    for attack in &attacks {
        assert_harmless(attack);
        // Inside other things, and cut off.
        assert_harmless(&format!("<p title='{attack}'><b>{attack}</p>{attack}"));
        for end in (0..attack.len()).filter(|end| attack.is_char_boundary(*end)) {
            assert_harmless(&attack[..end]);
        }
    }
    assert_harmless(&attacks.concat());
}

#[test]
fn random_html_is_harmless() {
    let mut random = Random(42);
    for _ in 0..10_000 {
        let source = random.html();
        assert_harmless(&source);
        assert!(of_blocks(&blocks_from(Origin::Article, &source)).len() < 4000);
    }
}
