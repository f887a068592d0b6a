//! A short notation for trees, so that tests can be read.

use article_widget_core::rich_text::{Block, BlockKind, Inline, Mark};

pub(crate) fn of_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(of_block).collect::<Vec<_>>().join(" ")
}

pub(crate) fn of_line(inlines: &[Inline]) -> String {
    inlines.iter().map(of_inline).collect()
}

fn of_block(block: &Block) -> String {
    let Block { kind, text, blocks } = block;
    let inside = |between| blocks.iter().map(of_block).collect::<Vec<_>>().join(between);
    let line = of_line(text);
    match kind {
        BlockKind::Paragraph => format!("p[{line}]"),
        BlockKind::Heading(level) => format!("h{level}[{line}]"),
        BlockKind::Quote if text.is_empty() => format!("quote{{{}}}", inside(" ")),
        BlockKind::Quote => format!("quote{{{}; {line}}}", inside(" ")),
        BlockKind::List { ordered: true } => format!("ol{{{}}}", inside(" | ")),
        BlockKind::List { ordered: false } => format!("ul{{{}}}", inside(" | ")),
        BlockKind::Item => inside(" "),
        BlockKind::Figure(image) if image.caption.is_empty() => {
            format!("img[{} {}]", image.src.as_str(), image.alt)
        }
        BlockKind::Figure(image) => {
            format!("img[{} {}; {}]", image.src.as_str(), image.alt, of_line(&image.caption))
        }
        BlockKind::Table => format!("table{{{line}; {}}}", inside(" | ")),
        BlockKind::Row => inside(","),
        BlockKind::Cell { header } => format!("{}{line}", if *header { "!" } else { "" }),
        BlockKind::Code(code) => format!("code[{code}]"),
        BlockKind::Embed(address) if text.is_empty() => format!("embed[{}]", address.as_str()),
        BlockKind::Embed(address) => format!("embed[{} {line}]", address.as_str()),
        BlockKind::Separator => "---".into(),
        BlockKind::Note => format!("note{{{line}; {}}}", inside(" ")),
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
