//! The blocks of `body`, written as JSON or as one string of HTML.

use crate::decode::{Place, Problem, Warnings};
use crate::json::Json;
use crate::rich_text::address::Address;
use crate::rich_text::html;
use crate::rich_text::lines::each_line;
use crate::rich_text::{Block, BlockKind, Image, Inline, plain_text};

/// How deep blocks may be inside blocks.
const MAX_NESTING: usize = 8;

/// Reads `body`: one string of HTML, or a list of blocks. A wrong block is left
/// out with a warning; a body without anything to read is a [`Problem`].
pub(super) fn decode_body(
    place: &Place<'_>,
    w: &mut Warnings,
    blocks: &mut Vec<Block>,
) -> Result<(), Problem> {
    match place.value {
        Json::Text(source) => *blocks = html::blocks(source),
        Json::List(_) => decode_items(place, w, MAX_NESTING, blocks)?,
        _ => return Err(place.expected("a text of HTML or a list of blocks")),
    };
    if blocks.is_empty() {
        return Err(place.problem("expected something to read, found nothing"));
    }
    Ok(())
}

/// Reads a list of blocks, which may be this deep inside each other.
#[inline(never)]
fn decode_items(
    place: &Place<'_>,
    w: &mut Warnings,
    depth: usize,
    blocks: &mut Vec<Block>,
) -> Result<(), Problem> {
    if depth == 0 {
        return Err(place.problem("blocks are too deep inside each other"));
    }
    for item in place.items()? {
        let mut block = Block::default();
        match decode_block(&item, w, depth, &mut block) {
            Ok(()) => blocks.push(block),
            Err(problem) => w.0.push(problem),
        }
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq)]
enum Type {
    Paragraph,
    Heading,
    Quote,
    List,
    Figure,
    Table,
    Code,
    Embed,
    Separator,
    Note,
}

/// Each type, and where the line stands that it may have beside what it needs.
const TYPES: [(&str, (Type, &str)); 10] = [
    ("paragraph", (Type::Paragraph, "")),
    ("heading", (Type::Heading, "")),
    ("quote", (Type::Quote, "cite")),
    ("list", (Type::List, "")),
    ("figure", (Type::Figure, "")),
    ("table", (Type::Table, "caption")),
    ("code", (Type::Code, "")),
    ("embed", (Type::Embed, "")),
    ("separator", (Type::Separator, "")),
    ("note", (Type::Note, "title")),
];

fn decode_block(
    place: &Place<'_>,
    w: &mut Warnings,
    depth: usize,
    block: &mut Block,
) -> Result<(), Problem> {
    let (kind, line) = place.required("type")?.one_of(&TYPES)?;
    block.kind = match kind {
        Type::Paragraph => BlockKind::Paragraph,
        Type::Heading => {
            let level = w.optional(place, "level", |level, _| decode_level(level));
            BlockKind::Heading(level.unwrap_or(2) as u8)
        }
        Type::Quote => BlockKind::Quote,
        Type::Note => BlockKind::Note,
        Type::List => BlockKind::List { ordered: w.flag(place, "ordered", false) },
        Type::Figure => {
            let mut image = Box::<Image>::default();
            image.read(place, w)?;
            BlockKind::Figure(image)
        }
        Type::Table => BlockKind::Table,
        Type::Code => {
            let has_text = place.get("code").is_none() && place.get("text").is_some();
            BlockKind::Code(place.required_text(if has_text { "text" } else { "code" })?)
        }
        Type::Embed => {
            let url = place.required("url")?;
            let address = Address::of_resource(url.value.as_text().unwrap_or_default());
            if let Some(title) = w.optional_text(place, "title") {
                block.text.push(Inline::Text(title));
            }
            let expected = || url.expected("an address of http or https");
            BlockKind::Embed(address.ok_or_else(expected)?)
        }
        Type::Separator => BlockKind::Separator,
    };
    match kind {
        Type::Paragraph | Type::Heading => filled(&place.required("text")?, &mut block.text)?,
        Type::Quote | Type::Note => decode_inside(place, w, depth, &mut block.blocks)?,
        Type::List => decode_list(place, w, depth, &mut block.blocks)?,
        Type::Table => decode_table(place, w, &mut block.blocks)?,
        _ => {}
    }
    if !line.is_empty() {
        html::read_optional(place, line, w, &mut block.text);
    }
    Ok(())
}

fn decode_level(place: &Place<'_>) -> Result<u32, Problem> {
    let number = place.number()?;
    let level = number as u32;
    // The title is the page's only heading of level 1.
    if (1..=6).contains(&level) && f64::from(level) == number {
        return Ok(level.max(2));
    }
    Err(place.problem("expected a level from 2 to 6"))
}

/// A line of HTML that has to say something.
#[inline(never)]
fn filled(place: &Place<'_>, line: &mut Vec<Inline>) -> Result<(), Problem> {
    html::read_line(place, line)?;
    if line.is_empty() { Err(place.expected("a text that is not empty")) } else { Ok(()) }
}

/// The one paragraph that a line of HTML is.
#[inline(never)]
fn decode_paragraph(place: &Place<'_>, blocks: &mut Vec<Block>) -> Result<(), Problem> {
    let mut block = Block::default();
    filled(place, &mut block.text)?;
    blocks.push(block);
    Ok(())
}

/// The `blocks` of a block, or the one paragraph that its `text` is.
fn decode_inside(
    place: &Place<'_>,
    w: &mut Warnings,
    depth: usize,
    inside: &mut Vec<Block>,
) -> Result<(), Problem> {
    let Some(blocks) = place.get("blocks") else {
        return decode_paragraph(&place.required("text")?, inside);
    };
    decode_items(&blocks, w, depth - 1, inside)?;
    if inside.is_empty() { Err(blocks.problem("expected a block inside")) } else { Ok(()) }
}

fn decode_list(
    place: &Place<'_>,
    w: &mut Warnings,
    depth: usize,
    items: &mut Vec<Block>,
) -> Result<(), Problem> {
    let list = place.required("items")?;
    for found in list.items()? {
        let mut item = Block::new(BlockKind::Item);
        let result = match found.value {
            Json::List(_) => decode_items(&found, w, depth - 1, &mut item.blocks),
            _ => decode_paragraph(&found, &mut item.blocks),
        };
        w.keep(result);
        if !item.blocks.is_empty() {
            items.push(item);
        }
    }
    if items.is_empty() { Err(list.problem("expected an item")) } else { Ok(()) }
}

fn decode_table(place: &Place<'_>, w: &mut Warnings, rows: &mut Vec<Block>) -> Result<(), Problem> {
    let body = place.required("rows")?;
    if let Some(head) = place.get("head") {
        let result = decode_row(&head, true, rows);
        w.keep(result);
    }
    for row in body.items()? {
        let result = decode_row(&row, false, rows);
        w.keep(result);
    }
    if rows.is_empty() { Err(body.problem("expected a row")) } else { Ok(()) }
}

/// Adds a row to `rows`, unless one of its cells is wrong.
#[inline(never)]
fn decode_row(place: &Place<'_>, header: bool, rows: &mut Vec<Block>) -> Result<(), Problem> {
    let mut row = Block::new(BlockKind::Row);
    for item in place.items()? {
        let mut cell = Block::new(BlockKind::Cell { header });
        html::read_line(&item, &mut cell.text)?;
        row.blocks.push(cell);
    }
    rows.push(row);
    Ok(())
}

/// How many words `blocks` have; code isn't counted, since nobody reads it
/// word by word.
pub(super) fn count_words(blocks: &mut [Block]) -> usize {
    let mut words = 0;
    each_line(blocks, &mut |_, line| words += words_in(line));
    words
}

/// How many words a line has.
#[inline(never)]
pub(super) fn words_in(line: &[Inline]) -> usize {
    let mut words = 0;
    let mut after_space = true;
    for c in plain_text(line).chars() {
        let is_space = c.is_whitespace();
        words += usize::from(after_space && !is_space);
        after_space = is_space;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> (Result<Vec<Block>, Problem>, Vec<String>) {
        let json = serde_json::from_str(text).unwrap();
        let mut warnings = Warnings::default();
        let mut blocks = Vec::new();
        let result = decode_body(&Place::document(&json), &mut warnings, &mut blocks);
        (result.map(|()| blocks), warnings.0.iter().map(|w| w.to_string()).collect())
    }

    fn line(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.into())]
    }

    fn paragraph(text: &str) -> Block {
        Block::paragraph(line(text))
    }

    #[test]
    fn every_type_is_read() {
        let (blocks, warnings) = decode(
            r#"[{"type": "paragraph", "text": "a"},
            {"type": "heading", "level": 3, "text": "b"},
            {"type": "heading", "level": 1, "text": "b"},
            {"type": "quote", "text": "c", "cite": "d"},
            {"type": "quote", "blocks": [{"type": "paragraph", "text": "c"}]},
            {"type": "list", "ordered": true, "items": ["e", [{"type": "paragraph", "text": "f"}]]},
            {"type": "figure", "src": "g.jpg"},
            {"type": "table", "caption": "h", "head": ["i"], "rows": [["j"]]},
            {"type": "code", "code": "<k>"}, {"type": "code", "text": "k"},
            {"type": "embed", "url": "https://example.org/"},
            {"type": "separator"},
            {"type": "note", "title": "l", "text": "m"}]"#,
        );
        assert_eq!(warnings, [""; 0]);
        let with = |kind, text: &str, blocks| {
            let text = if text.is_empty() { vec![] } else { line(text) };
            Block { kind, text, blocks }
        };
        let row = |header, text| {
            with(BlockKind::Row, "", vec![with(BlockKind::Cell { header }, text, vec![])])
        };
        let item = |text| with(BlockKind::Item, "", vec![paragraph(text)]);
        let code = |code: &str| with(BlockKind::Code(code.into()), "", vec![]);
        let address = Address::of_link("https://example.org/").unwrap();
        let mut blocks = blocks.unwrap();
        assert!(matches!(blocks.remove(6).kind, BlockKind::Figure(_)));
        assert_eq!(
            blocks,
            [
                paragraph("a"),
                with(BlockKind::Heading(3), "b", vec![]),
                with(BlockKind::Heading(2), "b", vec![]),
                with(BlockKind::Quote, "d", vec![paragraph("c")]),
                with(BlockKind::Quote, "", vec![paragraph("c")]),
                with(BlockKind::List { ordered: true }, "", vec![item("e"), item("f")]),
                with(BlockKind::Table, "h", vec![row(true, "i"), row(false, "j")]),
                code("<k>"),
                code("k"),
                with(BlockKind::Embed(address), "", vec![]),
                with(BlockKind::Separator, "", vec![]),
                with(BlockKind::Note, "l", vec![paragraph("m")]),
            ]
        );
    }

    #[test]
    fn a_wrong_block_is_left_out_and_named() {
        let (blocks, warnings) = decode(
            r#"[{"type": "paragraph", "text": "a"}, {"type": "gallery"}, 7, {"text": "b"},
            {"type": "paragraph"}, {"type": "paragraph", "text": "<script>x</script>"},
            {"type": "heading", "level": 9, "text": "c"},
            {"type": "list", "items": ["d", 1, ""]},
            {"type": "embed", "url": "javascript:x"},
            {"type": "quote", "blocks": [{"type": "x"}]}]"#,
        );
        assert_eq!(blocks.unwrap().len(), 3);
        let places: Vec<&str> = warnings.iter().map(|w| w.split(": ").next().unwrap()).collect();
        assert_eq!(
            places,
            [
                "/1/type",
                "/2",
                "/3/type",
                "/4/text",
                "/5/text",
                "/6/level",
                "/7/items/1",
                "/7/items/2",
                "/8/url",
                "/9/blocks/0/type",
                "/9/blocks",
            ]
        );
        assert!(warnings[0].contains("expected one of paragraph, heading"), "{}", warnings[0]);
    }

    #[test]
    fn a_body_without_anything_to_read_is_a_problem() {
        for body in [r#""""#, r#""<p> </p>""#, "[]", "7", "{}", r#"[{"type": "x"}]"#] {
            assert!(decode(body).0.is_err(), "{body}");
        }
        let problem = decode("7").0.unwrap_err();
        assert!(problem.message.starts_with("expected a text of HTML or a list"), "{problem}");
    }

    #[test]
    fn blocks_inside_blocks_end_somewhere() {
        let mut body = r#"{"type": "paragraph", "text": "a"}"#.to_owned();
        for _ in 0..20 {
            body = format!(r#"{{"type": "note", "blocks": [{body}]}}"#);
        }
        let (blocks, warnings) = decode(&format!("[{body}]"));
        assert!(blocks.is_err() && warnings[0].contains("too deep"), "{warnings:?}");
    }

    #[test]
    fn words_are_counted() {
        let (blocks, _) = decode(
            r#""<p>Un <b>deux</b> trois<p>qua<i>tre</i><pre>not this</pre><ul><li>cinq<li>six</ul>""#,
        );
        assert_eq!(count_words(&mut blocks.unwrap()), 6);
    }
}
