//! Nodes built by calls.
//!
//! `html!` writes out the making of every node where it stands: the actor map
//! took 37 KB of code with it, and takes 15 KB with these calls.
//! It stays in use for components, whose properties it checks.
//!
//! ```
//! use article_widget_view::element::element;
//! let kicker = element("p").fixed("class", "kicker").text("Sahel").html();
//! assert!(matches!(kicker, yew::Html::VTag(_)));
//! ```

use std::rc::Rc;

use article_widget_core::digits::digits;
use article_widget_core::search;
use yew::prelude::*;
use yew::virtual_dom::{Key, VList, VTag, VText};

/// An element on its way to being a node.
pub struct Element(Box<VTag>);

/// Begins the element `tag`.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(VTag::new(tag)))
}

impl Element {
    /// An attribute with a constant value.
    #[inline(never)]
    pub fn fixed(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.add_attribute(name, AttrValue::Static(value));
        self
    }

    /// Several attributes with constant values: `name=value`, parted by `;`.
    #[inline(never)]
    pub fn all(mut self, attributes: &'static str) -> Self {
        for attribute in search::parts(attributes, b';') {
            let name = search::until(attribute, b"=");
            self = self.fixed(name, attribute.get(name.len() + 1..).unwrap_or(""));
        }
        self
    }

    /// Its classes; empty names don't count.
    #[inline(never)]
    pub fn classes(self, names: &[&str]) -> Self {
        let mut class = String::new();
        for name in names {
            if !class.is_empty() && !name.is_empty() {
                class.push(' ');
            }
            class.push_str(name);
        }
        self.attr("class", &class)
    }

    /// An attribute that is a whole number.
    #[inline(never)]
    pub fn number(self, name: &'static str, value: usize) -> Self {
        self.attr(name, &digits(value as i64))
    }

    /// An attribute with a value of its own.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.add_attribute(name, AttrValue::Rc(value.into()));
        self
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
        self.0.add_child(node);
        self
    }

    /// An element inside.
    #[inline(never)]
    pub fn with(self, inner: Element) -> Self {
        self.child(inner.html())
    }

    /// Text inside.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.child(self::text(text))
    }

    /// What is written in a field; the browser's own value follows it.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.set_value(AttrValue::Rc(value.into()));
        self
    }

    /// What it is called among its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Where the browser's element is to be had.
    #[inline(never)]
    pub fn node_ref(mut self, node_ref: &NodeRef) -> Self {
        self.0.node_ref = node_ref.clone();
        self
    }

    /// The finished node.
    #[inline(never)]
    pub fn html(self) -> Html {
        Html::VTag(Rc::new(*self.0))
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
