//! HTML → the tree of html5ever → our allow-list, written here a second time
//! and as plainly as a tree allows → lines.

use crate::harmless::scheme;
use crate::shown::{Format, Shown};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What is shown of `source`.
pub(crate) fn lines(source: &str) -> Vec<String> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let parser = parse_fragment(RcDom::default(), ParseOpts::default(), context, vec![], true);
    let dom = parser.one(source);
    let mut reader = Reader::default();
    let root = dom.document.children.borrow()[0].clone();
    reader.children(&root, &Inside::default());
    reader.shown.lines()
}

/// Where a node is.
#[derive(Clone, Default)]
struct Inside {
    format: Format,
    /// The innermost element that keeps what is in it: blocks, or one line.
    keeper: &'static str,
    /// Whether that is one line, in which blocks only break the line.
    in_line: bool,
    in_head: bool,
    is_linked: bool,
}

#[derive(Default)]
struct Reader {
    shown: Shown,
}

impl Reader {
    fn children(&mut self, node: &Handle, inside: &Inside) {
        for child in node.children.borrow().iter() {
            self.node(child, inside);
        }
    }

    fn node(&mut self, node: &Handle, inside: &Inside) {
        match &node.data {
            NodeData::Text { contents } => self.text(&contents.borrow(), inside),
            NodeData::Element { .. } => self.element(node, inside),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, inside: &Inside) {
        self.shown.text(text, &inside.format);
    }

    fn element(&mut self, node: &Handle, outside: &Inside) {
        let name = name(node);
        let mut inside = outside.clone();
        if !matches!(name.as_str(), "img" | "hr" | "thead" | "tbody" | "tfoot") {
            add_language(node, &mut inside.format);
        }
        match name.as_str() {
            _ if is_dropped(&name) => {}
            "br" => self.shown.end_line(),
            "img" => self.image(node, outside),
            "embed" | "iframe" | "audio" | "video" | "object" => self.embed(node, &name, outside),
            "a" => {
                let href = attribute(node, "href");
                if let Some(actor) = href.trim_ascii().strip_prefix("#actor-") {
                    inside.format.link = format!("@{actor}");
                    inside.is_linked = true;
                } else if let Some(link) = allowed(&href, &["http", "https", "mailto"]) {
                    inside.format.link = link;
                    inside.is_linked = true;
                }
                self.children(node, &inside);
            }
            _ if let Some(mark) = mark(&name) => {
                inside.format = inside.format.marked(mark);
                self.children(node, &inside);
            }
            _ if is_block(&name) => self.block(node, &name, inside),
            _ => self.children(node, &inside),
        }
    }

    /// What parts lines, and may hold something of its own.
    fn block(&mut self, node: &Handle, name: &str, mut inside: Inside) {
        self.shown.end_line();
        if inside.in_line {
            // One line holds no blocks; a paragraph lets a line through.
            if name == "hr" && inside.keeper == "p" {
                self.shown.alone("hr");
            }
        } else if name == "hr" {
            self.shown.alone("hr");
        } else if let Some(entered) = entered(node, name, &inside) {
            let is_line = matches!(entered, "h2" | "h3" | "h4" | "h5" | "h6" | "td" | "th" | "pre");
            inside.keeper = entered;
            inside.in_line = is_line;
            self.shown.enter(entered);
            match entered {
                "pre" => self.shown.code(&text_of(node)),
                _ if is_line => self.children(node, &inside),
                "table" => {
                    self.labelled(node, "caption", true, &inside);
                }
                "quote" => self.labelled(node, "footer", false, &inside),
                "note" => self.labelled(node, "summary", true, &inside),
                _ => self.children(node, &inside),
            }
            self.shown.leave();
            return;
        } else {
            match name {
                "p" => (inside.keeper, inside.in_line) = ("p", true),
                "dt" => {
                    (inside.keeper, inside.in_line) = ("dt", true);
                    inside.format = inside.format.marked("strong");
                }
                "figure" => {
                    inside.keeper = "figure";
                    let text = text_of(node);
                    let text = text.trim_ascii();
                    if text.starts_with("http") && !text.contains(char::is_whitespace) {
                        self.shown.alone(&format!("embed {text}"));
                    } else {
                        self.labelled(node, "figcaption", false, &inside);
                    }
                    self.shown.end_line();
                    return;
                }
                "thead" => inside.in_head = true,
                "tbody" | "tfoot" => inside.in_head = false,
                _ => {}
            }
        }
        self.children(node, &inside);
        self.shown.end_line();
    }

    /// An element with the line that says its title, its caption or its author,
    /// which comes before all else in it, or after it.
    fn labelled(&mut self, node: &Handle, label: &str, is_first: bool, inside: &Inside) {
        let (labels, rest): (Vec<Handle>, Vec<Handle>) =
            node.children.borrow().iter().cloned().partition(|child| name(child) == label);
        let in_label = Inside { keeper: "label", in_line: true, ..inside.clone() };
        let say = |reader: &mut Self| {
            // The last one is the one that counts.
            if let Some(label) = labels.last() {
                let mut in_label = in_label.clone();
                add_language(label, &mut in_label.format);
                reader.shown.end_line();
                reader.children(label, &in_label);
                reader.shown.end_line();
            }
        };
        if is_first {
            say(self);
        }
        for child in &rest {
            self.node(child, inside);
        }
        if !is_first {
            say(self);
        }
    }

    fn image(&mut self, node: &Handle, inside: &Inside) {
        let alt = attribute(node, "alt");
        let is_letter =
            attribute(node, "class").split(' ').any(|c| matches!(c, "emoji" | "wp-smiley"));
        let Some(src) = address(node, &["src", "data-src", "data-lazy-src"]).filter(|_| !is_letter)
        else {
            return self.text(&alt, inside);
        };
        let is_small = |name| matches!(attribute(node, name).trim(), "0" | "1" | "0px" | "1px");
        if is_small("width") || is_small("height") {
            return;
        }
        if inside.in_line && inside.keeper != "p" {
            return self.link(src, &alt, inside);
        }
        self.shown.alone(&format!("img {src} {}", alt.trim()));
    }

    fn embed(&mut self, node: &Handle, name: &str, inside: &Inside) {
        let mut found = address(node, &["src", "data", "data-src"]);
        if found.is_none() && !matches!(name, "embed" | "iframe") {
            found = first_source(node).and_then(|src| allowed(&src, &["http", "https"]));
        }
        let Some(found) = found else { return };
        let title = attribute(node, "title");
        if inside.in_line && inside.keeper != "p" {
            return self.link(found, &title, inside);
        }
        self.shown.alone(&format!("embed {found}"));
        self.shown.text(&title, &Format::default());
        self.shown.end_line();
    }

    fn link(&mut self, address: String, name: &str, inside: &Inside) {
        let name = if name.trim_ascii().is_empty() { address.clone() } else { name.to_owned() };
        let mut format = inside.format.clone();
        if !inside.is_linked {
            format.link = address;
        }
        self.shown.text(&name, &format);
    }
}

/// The block that an element is, if it is one here.
fn entered(node: &Handle, name: &str, inside: &Inside) -> Option<&'static str> {
    let entered = match name {
        "h1" | "h2" => "h2",
        "h3" => "h3",
        "h4" => "h4",
        "h5" => "h5",
        "h6" => "h6",
        "pre" => "pre",
        "blockquote" => "quote",
        "aside" | "details" => "note",
        "ul" | "menu" | "dir" => "ul",
        "ol" => "ol",
        "table" if !matches!(attribute(node, "role").as_str(), "presentation" | "none") => "table",
        "td" if inside.keeper == "table" && inside.in_head => "th",
        "td" if inside.keeper == "table" => "td",
        "th" if inside.keeper == "table" => "th",
        _ => return None,
    };
    Some(entered)
}

fn mark(name: &str) -> Option<&'static str> {
    Some(match name {
        "em" | "i" | "dfn" => "em",
        "strong" | "b" => "strong",
        "code" | "kbd" | "samp" | "var" | "tt" => "code",
        "sub" => "sub",
        "sup" => "sup",
        "q" => "q",
        "small" => "small",
        "del" | "s" | "strike" => "del",
        "ins" | "u" => "ins",
        "mark" => "mark",
        "cite" => "cite",
        _ => return None,
    })
}

fn is_dropped(name: &str) -> bool {
    const DROPPED: &str = " canvas datalist math noembed noframes noscript script select style \
        svg template textarea title ";
    DROPPED.contains(&format!(" {name} "))
}

fn is_block(name: &str) -> bool {
    const BLOCKS: &str = " address article aside blockquote caption center dd details dialog dir \
        div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend \
        li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr \
        ul ";
    BLOCKS.contains(&format!(" {name} "))
}

fn add_language(node: &Handle, format: &mut Format) {
    let lang = attribute(node, "lang");
    let lang = lang.trim_ascii();
    let is_tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !lang.is_empty() && lang.len() <= 35 && lang.chars().all(is_tag) {
        format.lang = lang.to_owned();
    }
    let direction = attribute(node, "dir").to_ascii_lowercase();
    if matches!(direction.as_str(), "ltr" | "rtl" | "auto") {
        format.direction = direction;
    }
}

fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

fn attribute(node: &Handle, wanted: &str) -> String {
    let NodeData::Element { attrs, .. } = &node.data else { return String::new() };
    let attributes = attrs.borrow();
    let found = attributes.iter().find(|attribute| &*attribute.name.local == wanted);
    found.map(|attribute| attribute.value.to_string()).unwrap_or_default()
}

fn text_of(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { .. } if name(node) == "br" => "\n".into(),
        NodeData::Element { .. } if is_dropped(&name(node)) => String::new(),
        NodeData::Element { .. } => node.children.borrow().iter().map(text_of).collect(),
        _ => String::new(),
    }
}

fn first_source(node: &Handle) -> Option<String> {
    for child in node.children.borrow().iter() {
        if name(child) == "source" && !attribute(child, "src").is_empty() {
            return Some(attribute(child, "src"));
        }
        if let Some(found) = first_source(child) {
            return Some(found);
        }
    }
    None
}

fn address(node: &Handle, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| allowed(&attribute(node, name), &["http", "https"]))
}

/// An address without what the URL Standard drops, if its scheme is allowed.
fn allowed(address: &str, schemes: &[&str]) -> Option<String> {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let seen: String = trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let is_allowed = scheme(&seen).is_none_or(|scheme| schemes.contains(&&*scheme));
    (is_allowed && !seen.is_empty()).then_some(seen)
}
