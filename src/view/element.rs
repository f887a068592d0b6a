//! Nodes built by calls.
//!
//! `html!` writes out the making of every node where it stands: the actor map
//! took 37 KB of code with it, and takes 15 KB with these calls.
//! It stays in use for components, whose properties it checks.
//!
//! ```
//! use article_widget_view::element::element;
//! let kicker = element("p;class=kicker").text("Sahel").html();
//! assert!(matches!(kicker, yew::Html::VTag(_)));
//! ```

use std::rc::Rc;

use article_widget_core::digits::digits;
use article_widget_core::search;
use yew::prelude::*;
use yew::virtual_dom::{Key, VList, VTag, VText};

/// An element on its way to being a node.
pub struct Element(Box<(VTag, String)>);

/// Begins an element: its tag and, if it has any, constant attributes, each
/// after a `;`: `"ul;class=authors;role=list"`.
#[inline(never)]
pub fn element(markup: &'static str) -> Element {
    let tag = search::until(markup, b";");
    Element(Box::new((VTag::new(tag), String::new()))).all(markup.get(tag.len()..).unwrap_or(""))
}

impl Element {
    /// An attribute with a constant value.
    #[inline(never)]
    pub fn fixed(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.0.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// Several attributes with constant values: `name=value`, parted by `;`.
    #[inline(never)]
    pub fn all(mut self, attributes: &'static str) -> Self {
        for attribute in search::parts(attributes, b';') {
            let name = search::until(attribute, b"=");
            let value = attribute.get(name.len() + 1..).unwrap_or("");
            self = match name {
                "" => self,
                "class" => self.class(value),
                _ => self.fixed(name, value),
            };
        }
        self
    }

    /// One more class, or several; an empty name doesn't count.
    #[inline(never)]
    pub fn class(mut self, name: &str) -> Self {
        let class = &mut self.0.1;
        if !class.is_empty() && !name.is_empty() {
            class.push(' ');
        }
        class.push_str(name);
        self
    }

    /// One more class, if it is so.
    #[inline(never)]
    pub fn class_if(self, name: &'static str, is_so: bool) -> Self {
        if is_so { self.class(name) } else { self }
    }

    /// An attribute that is a whole number.
    #[inline(never)]
    pub fn number(self, name: &'static str, value: usize) -> Self {
        self.attr_of(name, digits(value as i64))
    }

    /// An attribute with a value of its own.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.0.add_attribute(name, AttrValue::Rc(value.into()));
        self
    }

    /// The same, with a value that is not needed any more.
    #[inline(never)]
    pub fn attr_of(self, name: &'static str, value: String) -> Self {
        self.attr(name, &value)
    }

    /// An attribute that is only there where it has a value.
    #[inline(never)]
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that is there, without a value, or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        if is_set { self.fixed(name, "") } else { self }
    }

    /// A node inside.
    #[inline(never)]
    pub fn child(mut self, node: Html) -> Self {
        self.0.0.add_child(node);
        self
    }

    /// An element inside.
    #[inline(never)]
    pub fn with(self, inner: Element) -> Self {
        self.child(inner.html())
    }

    /// An element inside (see [`element`]) that says this.
    #[inline(never)]
    pub fn say(self, markup: &'static str, text: &str) -> Self {
        self.with(element(markup).text(text))
    }

    /// Text inside.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.child(self::text(text))
    }

    /// The same, with a text that is not needed any more.
    #[inline(never)]
    pub fn text_of(self, text: String) -> Self {
        self.text(&text)
    }

    /// What is written in a field; the browser's own value follows it.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.0.set_value(AttrValue::Rc(value.into()));
        self
    }

    /// What it is called among its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.0.key = Some(Key::from(key));
        self
    }

    /// Where the browser's element is to be had.
    #[inline(never)]
    pub fn node_ref(mut self, node_ref: &NodeRef) -> Self {
        self.0.0.node_ref = node_ref.clone();
        self
    }

    /// The finished node.
    #[inline(never)]
    pub fn html(self) -> Html {
        let (mut tag, class) = *self.0;
        if !class.is_empty() {
            tag.add_attribute("class", AttrValue::Rc(class.into()));
        }
        Html::VTag(Rc::new(tag))
    }
}

/// A text node.
#[inline(never)]
pub fn text(text: &str) -> Html {
    Html::VText(VText::new(AttrValue::Rc(text.into())))
}

/// No node, where one may come: siblings are known by their place.
#[inline(never)]
pub fn nothing() -> Html {
    list(Vec::new())
}

/// Nodes side by side.
#[inline(never)]
pub fn list(nodes: Vec<Html>) -> Html {
    Html::VList(Rc::new(VList::with_children(nodes, None)))
}
