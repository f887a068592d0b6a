//! Our tree → HTML, for what is made of it outside a browser: documents and
//! prerendered pages. Whatever the tree holds, what is written is valid, and
//! holds nothing but what this file names.

use super::address::Address;
use super::{Block, BlockKind, Direction, Image, Inline, Mark, plain_text};
use crate::digits::digits;
use crate::language::Language;
use crate::search;

/// A line as HTML, as it may stand in a document.
///
/// ```
/// use article_widget_core::rich_text::{html, write};
/// let line = html::inline("À <a href='#actor-niamey'>Niamey</a> & <b onclick=x>ici");
/// let niamey = r##"<a href="#actor-niamey">Niamey</a>"##;
/// assert_eq!(write::inline(&line), format!("À {niamey} &amp; <strong>ici</strong>"));
/// ```
pub fn inline(line: &[Inline]) -> String {
    let mut html = String::new();
    push_inlines(line, false, &mut html);
    html
}

/// Blocks as HTML; `language` says the words around what is embedded.
pub fn blocks(blocks: &[Block], language: &Language) -> String {
    let mut html = String::new();
    push_blocks(blocks, language, &mut html);
    html
}

/// A picture with what is said about it; `is_first` says that it is seen at once.
pub fn figure(image: &Image, is_first: bool, language: &Language) -> String {
    let mut html = String::from("<figure><img");
    push_attribute("src", &encoded(&image.src), &mut html);
    if let Some(srcset) = &image.srcset {
        push_attribute("srcset", srcset, &mut html);
        let has_widths = srcset.split(',').any(|candidate| candidate.trim_end().ends_with('w'));
        // Widths mean something only with sizes (HTML Standard, 4.8.4.2.2).
        if has_widths {
            push_attribute("sizes", image.sizes.as_deref().unwrap_or("100vw"), &mut html);
        }
    }
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        if let Some(pixels) = pixels {
            push_attribute(name, &digits(pixels.into()), &mut html);
        }
    }
    push_attribute("alt", &image.alt, &mut html);
    html.push_str(if is_first { " fetchpriority=\"high\">" } else { " loading=\"lazy\">" });
    if !image.caption.is_empty() || image.credit.is_some() {
        html.push_str("<figcaption>");
        push_inlines(&image.caption, false, &mut html);
        if let Some(credit) = &image.credit {
            html.push_str(" <small>");
            push_text(&language.article.credit.with(credit), &mut html);
            html.push_str("</small>");
        }
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>");
    html
}

/// `text` as it stands between tags.
pub fn text(text: &str) -> String {
    let mut html = String::new();
    push_text(text, &mut html);
    html
}

/// An attribute with the space before it.
pub fn attribute(name: &str, value: &str) -> String {
    let mut html = String::new();
    push_attribute(name, value, &mut html);
    html
}

/// An address as it may stand in an attribute, before its marks are escaped:
/// what is no character of an address is encoded.
pub fn encoded(address: &Address) -> String {
    let mut encoded = String::new();
    for c in address.as_str().chars() {
        match c {
            ' ' => encoded.push_str("%20"),
            '"' => encoded.push_str("%22"),
            '<' => encoded.push_str("%3C"),
            '>' => encoded.push_str("%3E"),
            '\\' => encoded.push_str("%5C"),
            '^' => encoded.push_str("%5E"),
            '`' => encoded.push_str("%60"),
            '{' => encoded.push_str("%7B"),
            '|' => encoded.push_str("%7C"),
            '}' => encoded.push_str("%7D"),
            other => encoded.push(other),
        }
    }
    encoded
}

fn push_inlines(inlines: &[Inline], is_linked: bool, html: &mut String) {
    for inline in inlines {
        let (tag, attributes, children) = match inline {
            Inline::Text(words) => {
                push_text(words, html);
                continue;
            }
            Inline::Break => {
                html.push_str("<br>");
                continue;
            }
            Inline::Marked { mark, children } => (tag_of(*mark), String::new(), children),
            // There are no links in links.
            Inline::Link { children, .. } | Inline::Mention { children, .. } if is_linked => {
                push_inlines(children, true, html);
                continue;
            }
            Inline::Link { address, children } => {
                ("a", attribute("href", &encoded(address)), children)
            }
            Inline::Mention { actor, children, .. } => {
                ("a", attribute("href", &["#actor-", &fragment(actor)].concat()), children)
            }
            Inline::Foreign { lang, direction, children } => {
                let mut attributes = String::new();
                if let Some(lang) = lang {
                    push_attribute("lang", lang, &mut attributes);
                }
                if let Some(direction) = direction {
                    push_attribute("dir", Direction::as_str(*direction), &mut attributes);
                }
                ("span", attributes, children)
            }
        };
        open(tag, &attributes, html);
        push_inlines(children, is_linked || tag == "a", html);
        close(tag, html);
    }
}

/// An `id` in an address.
fn fragment(id: &str) -> String {
    Address::of_link(&["#", id].concat())
        .map_or_else(String::new, |address| encoded(&address).split_off(1))
}

fn push_blocks(blocks: &[Block], language: &Language, html: &mut String) {
    for block in blocks {
        push_block(block, language, html);
        html.push('\n');
    }
}

fn push_block(block: &Block, language: &Language, html: &mut String) {
    let Block { kind, text, blocks } = block;
    let line = |tag: &str, html: &mut String| {
        open(tag, "", html);
        push_inlines(text, false, html);
        close(tag, html);
    };
    let inside = |tag: &str, html: &mut String| {
        open(tag, "", html);
        html.push('\n');
        push_blocks(blocks, language, html);
        close(tag, html);
    };
    match kind {
        BlockKind::Paragraph => line("p", html),
        BlockKind::Heading(level) => {
            line(["h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(&2, &6) - 2)], html);
        }
        // Who is quoted is no part of the quotation (HTML Standard, 4.4.4).
        BlockKind::Quote if !text.is_empty() => {
            html.push_str("<figure>");
            inside("blockquote", html);
            html.push_str("<figcaption>— ");
            push_inlines(text, false, html);
            html.push_str("</figcaption></figure>");
        }
        BlockKind::Quote => inside("blockquote", html),
        BlockKind::List { ordered } => inside(if *ordered { "ol" } else { "ul" }, html),
        BlockKind::Item => match &blocks[..] {
            [Block { kind: BlockKind::Paragraph, text, .. }] => {
                open("li", "", html);
                push_inlines(text, false, html);
                close("li", html);
            }
            _ => inside("li", html),
        },
        BlockKind::Figure(image) => html.push_str(&figure(image, false, language)),
        BlockKind::Table => {
            html.push_str("<table>");
            if !text.is_empty() {
                line("caption", html);
            }
            inside("tbody", html);
            html.push_str("</table>");
        }
        BlockKind::Row => {
            let is_head = blocks.iter().all(is_header);
            html.push_str("<tr>");
            for cell in blocks {
                let (tag, scope) = match (is_header(cell), is_head) {
                    (true, true) => ("th", " scope=\"col\""),
                    (true, false) => ("th", " scope=\"row\""),
                    (false, _) => ("td", ""),
                };
                open(tag, scope, html);
                push_inlines(&cell.text, false, html);
                close(tag, html);
            }
            html.push_str("</tr>");
        }
        // A row writes its cells.
        BlockKind::Cell { .. } => {}
        BlockKind::Code(code) => {
            html.push_str("<pre dir=\"ltr\"><code>");
            push_text(code, html);
            html.push_str("</code></pre>");
        }
        BlockKind::Embed(address) => {
            let title = plain_text(text);
            let name = if title.is_empty() { host_of(address.as_str()) } else { &title };
            html.push_str("<p>");
            open("a", &attribute("href", &encoded(address)), html);
            push_text(&language.article.see_on.with(name), html);
            html.push_str("</a></p>");
        }
        BlockKind::Separator => html.push_str("<hr>"),
        BlockKind::Note => {
            html.push_str("<aside>\n");
            if !text.is_empty() {
                html.push_str("<p>");
                line("strong", html);
                html.push_str("</p>\n");
            }
            push_blocks(blocks, language, html);
            html.push_str("</aside>");
        }
    }
}

fn is_header(cell: &Block) -> bool {
    matches!(cell.kind, BlockKind::Cell { header: true })
}

fn open(tag: &str, attributes: &str, html: &mut String) {
    html.push('<');
    html.push_str(tag);
    html.push_str(attributes);
    html.push('>');
}

fn close(tag: &str, html: &mut String) {
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

fn push_text(text: &str, html: &mut String) {
    for c in text.chars() {
        push_char(c, html);
    }
}

fn push_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    for c in value.chars() {
        match c {
            '"' => html.push_str("&quot;"),
            other => push_char(other, html),
        }
    }
    html.push('"');
}

fn push_char(c: char, html: &mut String) {
    match c {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        // HTML Standard, 13.2.3.5: no control characters, and no noncharacters.
        '\t' | '\n' => html.push(c),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => {}
        c if u32::from(c) & 0xfffe == 0xfffe => {}
        other => html.push(other),
    }
}

fn tag_of(mark: Mark) -> &'static str {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rich_text::html;

    fn french() -> &'static Language {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../languages/fr.json");
        let file = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        Language::read(file).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again_as_it_was() {
        for source in [
            "<p>À <a href=\"#actor-a\">Alba</a>, <em>deux <strong>fois</strong></em> &amp; 1 &lt; 2</p>",
            "<h2>Titre</h2>\n<ul><li>un</li><li>deux</li></ul>\n<hr>",
            "<pre><code>if (a &lt; b) { \"c\" }</code></pre>",
            "<table><caption>T</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "<figure><img src=\"a b.jpg\" alt=\"&quot;A&quot;\" width=\"3\" height=\"2\"><figcaption>C</figcaption></figure>",
            "<p><span lang=\"ar\" dir=\"rtl\">النيجر</span><br><a href=\"https://e.org/?a=1&amp;b=2\">x</a></p>",
        ] {
            let first = html::blocks(source);
            let again = html::blocks(&blocks(&first, french()));
            let once = blocks(&first, french());
            assert_eq!(blocks(&again, french()), once, "{source}");
            assert!(!once.is_empty());
        }
    }

    #[test]
    fn whatever_a_tree_holds_no_tag_comes_of_it() {
        let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u{0}\u{fffe}";
        let line = vec![
            Inline::Text(evil.into()),
            Inline::Mention {
                actor: evil.into(),
                number: 0,
                children: vec![Inline::Link {
                    address: Address::of_link("https://e.org/\"><script>").unwrap(),
                    children: vec![Inline::Text("x".into())],
                }],
            },
            Inline::Foreign { lang: Some(evil.into()), direction: None, children: Vec::new() },
        ];
        let html = inline(&line);
        assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        assert!(!html.contains('\u{0}') && !html.contains('\u{fffe}'), "{html}");
        assert_eq!(html.matches("<a").count(), 1, "{html}");
        assert_eq!(html.matches('"').count(), 5, "{html}");
    }
}
