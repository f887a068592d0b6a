//! Formatted text, of the article and of comments: our tree to nodes.

use article_widget_core::article::Article;
use article_widget_core::digits::digits;
use article_widget_core::language::Language;
use article_widget_core::rich_text::{
    Block, BlockKind, Direction, Image, Inline, Mark, plain_text,
};
use article_widget_core::search;
use yew::prelude::*;

use crate::element::{Element, element, list, text};
use crate::state::ReaderState;

/// What the text stands in.
#[derive(Clone, Copy)]
pub struct TextContext<'a> {
    /// The language of the interface.
    pub language: &'static Language,
    /// Whether readers wrote it: their links are not followed by search engines.
    pub user_generated: bool,
    /// The actors that its mentions lead to; without them a mention is its words.
    pub mentions: Option<MentionLinks<'a>>,
}

/// Where the mentions of a text lead.
#[derive(Clone, Copy)]
pub struct MentionLinks<'a> {
    /// The article whose actors are named.
    pub article: &'a Article,
    /// Whose mentions are marked, and whose are none while they are hidden.
    pub state: ReaderState,
}

impl TextContext<'_> {
    /// Text without mentions.
    pub fn plain(language: &'static Language) -> Self {
        TextContext { language, user_generated: false, mentions: None }
    }

    /// What a reader wrote.
    pub fn comment(language: &'static Language) -> Self {
        TextContext { language, user_generated: true, mentions: None }
    }
}

/// Blocks one after the other.
pub fn blocks(blocks: &[Block], context: &TextContext<'_>) -> Html {
    let mut nodes = Vec::with_capacity(blocks.len());
    for part in blocks {
        nodes.push(block(part, context));
    }
    list(nodes)
}

/// A line of text.
pub fn inlines(inlines: &[Inline], context: &TextContext<'_>) -> Html {
    let mut nodes = Vec::with_capacity(inlines.len());
    for part in inlines {
        nodes.push(inline(part, context));
    }
    list(nodes)
}

/// `tag` around a line of text.
fn line(tag: &'static str, text: &[Inline], context: &TextContext<'_>) -> Element {
    element(tag).child(inlines(text, context))
}

fn block(block: &Block, context: &TextContext<'_>) -> Html {
    let Block { kind, text, blocks: inside } = block;
    let node = match kind {
        BlockKind::Paragraph => line("p", text, context),
        BlockKind::Heading(level) => {
            let tag = ["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(&2, &6) - 2)];
            line(tag, text, context)
        }
        BlockKind::Quote => {
            let quote = element("blockquote").child(blocks(inside, context));
            if text.is_empty() {
                quote
            } else {
                let cite =
                    element("p").fixed("class", "cite").text("— ").child(inlines(text, context));
                quote.with(cite)
            }
        }
        BlockKind::List { ordered } => {
            element(if *ordered { "ol" } else { "ul" }).child(blocks(inside, context))
        }
        // An item that is one paragraph stands without it, as in print.
        BlockKind::Item => element("li").child(match &inside[..] {
            [Block { kind: BlockKind::Paragraph, text, .. }] => inlines(text, context),
            more => blocks(more, context),
        }),
        BlockKind::Figure(image) => return figure(image, "lazy", context),
        BlockKind::Table => table(text, inside, context),
        BlockKind::Row => {
            let mut row = element("tr");
            let is_head = inside.iter().all(is_header);
            for cell in inside {
                let node = line(if is_header(cell) { "th" } else { "td" }, &cell.text, context);
                let scope = if is_head { "col" } else { "row" };
                row = row.with(if is_header(cell) { node.fixed("scope", scope) } else { node });
            }
            row
        }
        // A row makes its cells.
        BlockKind::Cell { .. } => return Html::default(),
        BlockKind::Code(code) => {
            element("pre").fixed("dir", "ltr").with(element("code").text(code))
        }
        BlockKind::Embed(address) => {
            let title = plain_text(text);
            let name = if title.is_empty() { host_of(address.as_str()) } else { &title };
            let link = link(address.as_str(), "noopener");
            element("p").with(link.text(&context.language.article.see_on.with(name)))
        }
        BlockKind::Separator => element("hr"),
        BlockKind::Note => {
            let mut note = element("aside").fixed("class", "note");
            if !text.is_empty() {
                note = note.with(element("p").with(line("strong", text, context)));
            }
            note.child(blocks(inside, context))
        }
    };
    node.html()
}

/// A table; a wide one scrolls by itself, also by keyboard.
fn table(caption: &[Inline], rows: &[Block], context: &TextContext<'_>) -> Element {
    let mut region = element("div").fixed("class", "scroll").fixed("tabindex", "0");
    let mut table = element("table");
    if !caption.is_empty() {
        region = region.fixed("role", "region").attr("aria-label", &plain_text(caption));
        table = table.with(line("caption", caption, context));
    }
    region.with(table.with(element("tbody").child(blocks(rows, context))))
}

fn is_header(cell: &Block) -> bool {
    matches!(cell.kind, BlockKind::Cell { header: true })
}

/// A picture with its caption and credit; its place is kept while it loads, which
/// is `eager` or `lazy`.
pub fn figure(image: &Image, loading: &'static str, context: &TextContext<'_>) -> Html {
    let mut picture = element("img")
        .attr("src", image.src.as_str())
        .maybe("srcset", image.srcset.as_deref())
        .maybe("sizes", image.sizes.as_deref())
        .attr("alt", &image.alt)
        .fixed("loading", loading)
        .fixed("decoding", "async");
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        if let Some(pixels) = pixels {
            picture = picture.attr(name, &digits(pixels.into()));
        }
    }
    let mut figure = element("figure").fixed("class", "figure").with(picture);
    if !image.caption.is_empty() || image.credit.is_some() {
        let mut caption = line("figcaption", &image.caption, context);
        if let Some(credit) = &image.credit {
            let credit = context.language.article.credit.with(credit);
            caption = caption.text(" ").with(element("small").text(&credit));
        }
        figure = figure.with(caption);
    }
    figure.html()
}

/// A link to `address`.
pub fn link(address: &str, rel: &'static str) -> Element {
    element("a").attr("href", address).fixed("rel", rel)
}

fn inline(inline: &Inline, context: &TextContext<'_>) -> Html {
    let node = match inline {
        Inline::Text(words) => return text(words),
        Inline::Break => element("br"),
        Inline::Marked { mark, children } => line(element_of(*mark), children, context),
        Inline::Link { address, children } => {
            let rel = if context.user_generated { "nofollow ugc noopener" } else { "noopener" };
            link(address.as_str(), rel).child(inlines(children, context))
        }
        Inline::Foreign { lang, direction, children } => line("span", children, context)
            .maybe("lang", lang.as_deref())
            .maybe("dir", direction.map(Direction::as_str)),
        Inline::Mention { number, children, .. } => {
            let words = inlines(children, context);
            match context.mentions {
                Some(links) => return mention(*number, words, links, context),
                None => return words,
            }
        }
    };
    node.html()
}

/// What follows it is in [`crate::app`].
fn mention(number: usize, words: Html, links: MentionLinks<'_>, context: &TextContext<'_>) -> Html {
    let Some(index) = links.article.mentions.0.get(number).copied() else { return words };
    if links.state.hidden.hides_actor(&links.article.map, index) {
        return words;
    }
    let actor = links.article.map.actor(index);
    let selected = if links.state.selected == Some(index) { " selected" } else { "" };
    element("a")
        .attr("id", &["mention-", &digits(number as i64)].concat())
        .attr("class", &["mention ", actor.kind.as_str(), selected].concat())
        .fixed("part", "mention")
        .attr("href", &["#actor-", &actor.id].concat())
        .attr("title", &context.language.article.on_the_map.with(&actor.name))
        .number("data-actor", index.0)
        .child(words)
        .html()
}

fn element_of(mark: Mark) -> &'static str {
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

/// The host of an absolute address, else the address itself.
fn host_of(address: &str) -> &str {
    let after_scheme = search::find(address, "//").map_or(address, |start| &address[start + 2..]);
    search::until(after_scheme, b"/?#")
}
