//! Blocks of the core → lines.

use crate::shown::{Format, Shown};
use article_widget_core::rich_text::{Block, BlockKind, Inline, Mark};

/// What is shown of `blocks`.
pub fn lines(blocks: &[Block]) -> Vec<String> {
    let mut shown = Shown::default();
    all(blocks, &mut shown);
    shown.lines()
}

fn all(blocks: &[Block], shown: &mut Shown) {
    for Block { kind, text, blocks } in blocks {
        match kind {
            BlockKind::Paragraph => line(text, shown),
            BlockKind::Heading(level) => {
                shown.enter(["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(*level - 1)]);
                line(text, shown);
                shown.leave();
            }
            BlockKind::Quote => {
                shown.enter("quote");
                all(blocks, shown);
                line(text, shown);
                shown.leave();
            }
            BlockKind::List { ordered } => {
                shown.enter(if *ordered { "ol" } else { "ul" });
                all(blocks, shown);
                shown.leave();
            }
            BlockKind::Table | BlockKind::Note => {
                shown.enter(if *kind == BlockKind::Note { "note" } else { "table" });
                line(text, shown);
                all(blocks, shown);
                shown.leave();
            }
            BlockKind::Item | BlockKind::Row => all(blocks, shown),
            BlockKind::Cell { header } => {
                shown.enter(if *header { "th" } else { "td" });
                line(text, shown);
                shown.leave();
            }
            BlockKind::Code(code) => {
                shown.enter("pre");
                shown.code(code);
                shown.leave();
            }
            BlockKind::Figure(image) => {
                shown.alone(&format!("img {} {}", image.src.as_str(), image.alt.trim()));
                line(&image.caption, shown);
            }
            BlockKind::Embed(address) => {
                shown.alone(&format!("embed {}", address.as_str()));
                line(text, shown);
            }
            BlockKind::Separator => shown.alone("hr"),
        }
    }
}

fn line(inlines: &[Inline], shown: &mut Shown) {
    shown.end_line();
    part(inlines, &Format::default(), shown);
    shown.end_line();
}

fn part(inlines: &[Inline], format: &Format, shown: &mut Shown) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => shown.text(text, format),
            Inline::Break => shown.end_line(),
            Inline::Marked { mark, children } => part(children, &format.marked(name(*mark)), shown),
            Inline::Link { address, children } => {
                let link = address.as_str().to_owned();
                part(children, &Format { link, ..format.clone() }, shown);
            }
            Inline::Mention { actor, children, .. } => {
                let link = format!("@{actor}");
                part(children, &Format { link, ..format.clone() }, shown);
            }
            Inline::Foreign { lang, direction, children } => {
                let mut format = format.clone();
                if let Some(lang) = lang {
                    format.lang.clone_from(lang);
                }
                if let Some(direction) = direction {
                    format.direction = direction.as_str().to_owned();
                }
                part(children, &format, shown);
            }
        }
    }
}

fn name(mark: Mark) -> &'static str {
    match mark {
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
    }
}
