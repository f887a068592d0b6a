//! An element that is to be drawn.
//!
//! Yew's own has listeners, three kinds of attributes, one of them a hash map,
//! and kinds of its own for inputs and text areas. What is missing here does not
//! compile: `html!` with elements in it, for one.

use super::{AttrValue, Key, VNode};
use crate::html::{ImplicitClone, NodeRef};

pub const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

#[derive(Debug, Clone, ImplicitClone, PartialEq)]
pub struct VTag {
    pub(crate) tag: AttrValue,
    pub(crate) attributes: Vec<(&'static str, AttrValue)>,
    pub(crate) value: Option<AttrValue>,
    pub(crate) children: VNode,
    pub node_ref: NodeRef,
    pub key: Option<Key>,
}

impl VTag {
    pub fn new(tag: &'static str) -> Self {
        VTag {
            tag: AttrValue::Static(tag),
            attributes: Vec::new(),
            value: None,
            children: VNode::default(),
            node_ref: NodeRef::default(),
            key: None,
        }
    }

    pub fn add_child(&mut self, child: VNode) {
        self.children.to_vlist_mut().add_child(child);
    }

    /// What is written in an input or a text area.
    pub fn set_value(&mut self, value: AttrValue) {
        self.value = Some(value);
    }

    /// A later value takes the place of an earlier one.
    pub fn add_attribute(&mut self, name: &'static str, value: AttrValue) {
        for (other, earlier) in &mut self.attributes {
            if *other == name {
                *earlier = value;
                return;
            }
        }
        self.attributes.push((name, value));
    }
}
