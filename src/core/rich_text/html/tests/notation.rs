//! A short notation for trees, so that tests can be read.

use crate::rich_text::{Block, Inline, Mark};

pub(super) fn of_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(of_block).collect::<Vec<_>>().join(" ")
}

pub(super) fn of_line(inlines: &[Inline]) -> String {
    inlines.iter().map(of_inline).collect()
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => format!("p[{}]", of_line(text)),
        Block::Heading { level, text } => format!("h{level}[{}]", of_line(text)),
        Block::Quote { blocks, cite } if cite.is_empty() => {
            format!("quote{{{}}}", of_blocks(blocks))
        }
        Block::Quote { blocks, cite } => {
            format!("quote{{{}; {}}}", of_blocks(blocks), of_line(cite))
        }
        Block::List { ordered, items } => {
            let items: Vec<_> = items.iter().map(|item| of_blocks(item)).collect();
            format!("{}{{{}}}", if *ordered { "ol" } else { "ul" }, items.join(" | "))
        }
        Block::Figure(image) if image.caption.is_empty() => {
            format!("img[{} {}]", image.src.as_str(), image.alt)
        }
        Block::Figure(image) => {
            format!("img[{} {}; {}]", image.src.as_str(), image.alt, of_line(&image.caption))
        }
        Block::Table { caption, rows } => {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    let cell = |cell: &crate::rich_text::Cell| {
                        format!("{}{}", if cell.header { "!" } else { "" }, of_line(&cell.text))
                    };
                    row.cells.iter().map(cell).collect::<Vec<_>>().join(",")
                })
                .collect();
            format!("table{{{}; {}}}", of_line(caption), rows.join(" | "))
        }
        Block::Code(code) => format!("code[{code}]"),
        Block::Embed { address, title } => match title {
            Some(title) => format!("embed[{} {title}]", address.as_str()),
            None => format!("embed[{}]", address.as_str()),
        },
        Block::Separator => "---".into(),
        Block::Note { title, blocks } => {
            format!("note{{{}; {}}}", of_line(title), of_blocks(blocks))
        }
    }
}

fn of_inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Break => "/".into(),
        Inline::Marked { mark, children } => {
            let mark = match mark {
                Mark::Emphasis => "em",
                Mark::Strong => "strong",
                Mark::Code => "code",
                Mark::Subscript => "sub",
                Mark::Superscript => "sup",
                Mark::Quotation => "q",
                Mark::Small => "small",
                Mark::Deleted => "del",
                Mark::Inserted => "ins",
                Mark::Highlight => "mark",
                Mark::Cite => "cite",
            };
            format!("{mark}({})", of_line(children))
        }
        Inline::Link { address, children } => {
            format!("a:{}({})", address.as_str(), of_line(children))
        }
        Inline::Mention { actor, children, .. } => format!("@{actor}({})", of_line(children)),
        Inline::Foreign { lang, direction, children } => {
            let said = lang.as_deref().into_iter().chain(direction.map(|d| d.as_str()));
            format!("{}({})", said.collect::<Vec<_>>().join(","), of_line(children))
        }
    }
}
