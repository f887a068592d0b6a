//! Formatted text, of the article and of comments: our tree to nodes.

use article_widget_core::article::Article;
use article_widget_core::language::Language;
use article_widget_core::map::ActorIndex;
use article_widget_core::rich_text::{Block, Direction, Image, Inline, Mark, Row, plain_text};
use yew::prelude::*;

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
    /// The actor whose mentions are marked.
    pub selected: Option<ActorIndex>,
    /// What happens when a mention is followed.
    pub on_follow: &'a Callback<ActorIndex>,
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
    blocks.iter().map(|part| block(part, context)).collect()
}

/// A line of text.
pub fn inlines(inlines: &[Inline], context: &TextContext<'_>) -> Html {
    inlines.iter().map(|part| inline(part, context)).collect()
}

fn block(block: &Block, context: &TextContext<'_>) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text, context) }</p> },
        Block::Heading { level, text } => {
            let tag = ["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(&2, &6) - 2)];
            html! { <@{tag}>{ inlines(text, context) }</@> }
        }
        Block::Quote { blocks: quoted, cite } => html! {
            <blockquote>
                { blocks(quoted, context) }
                if !cite.is_empty() {
                    <p class="cite">{ "— " }{ inlines(cite, context) }</p>
                }
            </blockquote>
        },
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            html! {
                <@{tag}>{ for items.iter().map(|item| html! { <li>{ item_text(item, context) }</li> }) }</@>
            }
        }
        Block::Figure(image) => figure(image, context),
        // A wide table scrolls by itself, also by keyboard.
        Block::Table { caption, rows } => html! {
            <div
                class="scroll"
                tabindex="0"
                role={(!caption.is_empty()).then_some("region")}
                aria-label={(!caption.is_empty()).then(|| plain_text(caption))}
            >
                <table>
                    if !caption.is_empty() {
                        <caption>{ inlines(caption, context) }</caption>
                    }
                    <tbody>{ for rows.iter().map(|row| table_row(row, context)) }</tbody>
                </table>
            </div>
        },
        Block::Code(code) => html! { <pre dir="ltr"><code>{ code }</code></pre> },
        Block::Embed { address, title } => {
            let name = title.as_deref().unwrap_or_else(|| host_of(address.as_str()));
            html! {
                <p class="embed">
                    <a href={address.as_str().to_owned()} rel="noopener">
                        { (context.language.article.see_on)(name) }
                    </a>
                </p>
            }
        }
        Block::Separator => html! { <hr /> },
        Block::Note { title, blocks: inside } => html! {
            <aside class="note">
                if !title.is_empty() {
                    <p><strong>{ inlines(title, context) }</strong></p>
                }
                { blocks(inside, context) }
            </aside>
        },
    }
}

/// An item that is one paragraph stands without it, as in print.
fn item_text(item: &[Block], context: &TextContext<'_>) -> Html {
    match item {
        [Block::Paragraph(text)] => inlines(text, context),
        more => blocks(more, context),
    }
}

fn table_row(row: &Row, context: &TextContext<'_>) -> Html {
    let whole_row_is_head = row.cells.iter().all(|cell| cell.header);
    let cells = row.cells.iter().map(|cell| {
        let text = inlines(&cell.text, context);
        match (cell.header, whole_row_is_head) {
            (true, true) => html! { <th scope="col">{ text }</th> },
            (true, false) => html! { <th scope="row">{ text }</th> },
            (false, _) => html! { <td>{ text }</td> },
        }
    });
    html! { <tr>{ for cells }</tr> }
}

/// A picture with its caption and credit; its place is kept while it loads.
pub fn figure(image: &Image, context: &TextContext<'_>) -> Html {
    let pixels = |length: Option<u32>| length.map(|pixels| pixels.to_string());
    html! {
        <figure class="figure">
            <img
                src={image.src.as_str().to_owned()}
                srcset={image.srcset.clone()}
                sizes={image.sizes.clone()}
                width={pixels(image.width)}
                height={pixels(image.height)}
                alt={image.alt.clone()}
                loading="lazy"
                decoding="async"
            />
            if !image.caption.is_empty() || image.credit.is_some() {
                <figcaption>
                    { inlines(&image.caption, context) }
                    if let Some(credit) = &image.credit {
                        { " " }<small>{ (context.language.article.credit)(credit) }</small>
                    }
                </figcaption>
            }
        </figure>
    }
}

fn inline(inline: &Inline, context: &TextContext<'_>) -> Html {
    match inline {
        Inline::Text(text) => html! { text },
        Inline::Break => html! { <br /> },
        Inline::Marked { mark, children } => {
            html! { <@{element_of(*mark)}>{ inlines(children, context) }</@> }
        }
        Inline::Link { address, children } => {
            let rel = if context.user_generated { "nofollow ugc noopener" } else { "noopener" };
            html! { <a href={address.as_str().to_owned()} {rel}>{ inlines(children, context) }</a> }
        }
        Inline::Foreign { lang, direction, children } => html! {
            <span lang={lang.clone()} dir={direction.map(Direction::as_str)}>
                { inlines(children, context) }
            </span>
        },
        Inline::Mention { number, children, .. } => match context.mentions {
            Some(links) => mention(*number, children, links, context),
            None => inlines(children, context),
        },
    }
}

fn mention(
    number: usize,
    children: &[Inline],
    links: MentionLinks<'_>,
    context: &TextContext<'_>,
) -> Html {
    let Some(index) = links.article.mentions.0.get(number).copied() else {
        return inlines(children, context);
    };
    let actor = links.article.map.actor(index);
    let follow = links.on_follow.clone();
    let onclick = move |event: MouseEvent| {
        // Opening in a new tab stays the browser's business.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            follow.emit(index);
        }
    };
    let is_selected = links.selected == Some(index);
    html! {
        <a
            id={format!("mention-{number}")}
            class={classes!("mention", actor.kind.as_str(), is_selected.then_some("selected"))}
            part="mention"
            href={format!("#actor-{}", actor.id)}
            title={(context.language.article.on_the_map)(&actor.name)}
            {onclick}
        >
            { inlines(children, context) }
        </a>
    }
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
    let after_scheme = address.split_once("//").map_or(address, |(_, rest)| rest);
    after_scheme.split(['/', '?', '#']).next().unwrap_or(address)
}
