//! What was drawn, and how the next picture is drawn over it.
//!
//! Yew's own is made for more: portals, suspense, raw HTML, events, and a way of
//! its own each for drawing something new and for changing what is there. Here
//! something new is a change of something empty.

use std::any::TypeId;
use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, EventTarget, HtmlInputElement, Node, Text};

use crate::html::NodeRef;
use crate::scheduler::{self, SharedState, Step};
use crate::virtual_dom::vtag::SVG_NAMESPACE;
use crate::virtual_dom::{AttrValue, Key, VNode, VTag};

/// Yew's name for the element that an application is mounted on: it listens to
/// nothing there, so that nothing has to be known of it.
#[derive(Clone, Debug)]
pub struct BSubtree;

impl BSubtree {
    pub fn create_root(_: &EventTarget) -> Self {
        BSubtree
    }
}

/// Of no effect without Yew's events.
pub fn set_event_bubbling(_: bool) {}

/// What was drawn of a node.
pub(crate) enum Bundle {
    Nothing,
    Text(AttrValue, Text),
    Tag(Box<Tag>),
    Component(TypeId, SharedState, DynamicDomSlot),
    /// The last one first.
    List(Vec<Bundle>),
}

pub(crate) struct Tag {
    name: AttrValue,
    key: Option<Key>,
    attributes: Vec<(&'static str, AttrValue)>,
    children: Bundle,
    element: Element,
    node_ref: NodeRef,
}

impl Bundle {
    /// Draws `node` over it. Returns the place before what was drawn.
    pub(crate) fn draw(&mut self, parent: &Element, slot: DomSlot, node: VNode) -> DomSlot {
        match node {
            VNode::VTag(tag) => {
                let Some(tag) = Rc::into_inner(tag) else { unreachable!() };
                self.draw_tag(parent, slot, tag)
            }
            VNode::VText(text) => {
                let text = text.text;
                if let Bundle::Text(shown, node) = self {
                    if *shown != text {
                        node.set_node_value(Some(&text));
                        *shown = text;
                    }
                    return DomSlot::at(node.clone().into());
                }
                let node = document(parent).create_text_node(&text);
                slot.insert(parent, &node);
                let place = DomSlot::at(node.clone().into());
                mem::replace(self, Bundle::Text(text, node)).remove(false);
                place
            }
            VNode::VComp(component) => {
                let Some(component) = Rc::into_inner(component) else { unreachable!() };
                match self {
                    Bundle::Component(type_id, shown, place) if *type_id == component.type_id => {
                        scheduler::add(0, shown.clone(), Step::Change(component.props, slot));
                        place.to_position()
                    }
                    _ => {
                        let (shown, place) =
                            (component.mount)(component.props, parent.clone(), slot);
                        let position = place.to_position();
                        let new = Bundle::Component(component.type_id, shown, place);
                        mem::replace(self, new).remove(false);
                        position
                    }
                }
            }
            VNode::VList(list) => {
                let list = Rc::into_inner(list).and_then(|list| list.children);
                let nodes = list.map_or_else(Vec::new, |nodes| match Rc::into_inner(nodes) {
                    Some(nodes) => nodes,
                    None => unreachable!(),
                });
                if !matches!(self, Bundle::List(_)) {
                    let other = mem::replace(self, Bundle::List(Vec::new()));
                    if let (Bundle::List(shown), false) =
                        (&mut *self, matches!(other, Bundle::Nothing))
                    {
                        shown.push(other);
                    }
                }
                let Bundle::List(shown) = self else { unreachable!() };
                draw_list(shown, parent, slot, nodes)
            }
        }
    }

    fn draw_tag(&mut self, parent: &Element, slot: DomSlot, new: VTag) -> DomSlot {
        let mut old = Bundle::Nothing;
        let is_new = match self {
            Bundle::Tag(shown) => shown.name != new.tag || shown.key != new.key,
            _ => true,
        };
        if is_new {
            let namespace = if *new.tag == *"svg" {
                Some(SVG_NAMESPACE.to_owned())
            } else {
                parent.namespace_uri()
            };
            let element = document(parent)
                .create_element_ns(namespace.as_deref(), &new.tag)
                .expect("an element");
            let tag = Tag {
                name: new.tag,
                key: new.key,
                attributes: Vec::new(),
                children: Bundle::Nothing,
                element,
                node_ref: NodeRef::default(),
            };
            old = mem::replace(self, Bundle::Tag(Box::new(tag)));
        }
        let Bundle::Tag(shown) = self else { unreachable!() };
        let element = &shown.element;
        for (name, value) in &new.attributes {
            if !shown.attributes.iter().any(|(other, shown)| other == name && shown == value) {
                element.set_attribute(name, value).expect("an attribute");
            }
        }
        for (name, _) in &shown.attributes {
            if !new.attributes.iter().any(|(other, _)| other == name) {
                let _ = element.remove_attribute(name);
            }
        }
        shown.attributes = new.attributes;
        shown.children.draw(element, DomSlot::at_end(), new.children);
        if let Some(value) = new.value {
            // Of an input or a text area. The reader may have changed it.
            let field: &HtmlInputElement = element.unchecked_ref();
            if *value != *field.value() {
                field.set_value(&value);
            }
        }
        if is_new {
            slot.insert(parent, element);
            old.remove(false);
        }
        shown.node_ref = new.node_ref;
        shown.node_ref.set(Some(element.clone().into()));
        DomSlot::at(element.clone().into())
    }

    fn key(&self) -> Option<&Key> {
        match self {
            Bundle::Tag(tag) => tag.key.as_ref(),
            _ => None,
        }
    }

    /// Takes it away; from the page only unless its parent `is_gone`.
    pub(crate) fn remove(self, is_gone: bool) {
        let node: Node = match self {
            Bundle::Nothing => return,
            Bundle::Text(_, node) => node.into(),
            Bundle::Component(_, component, _) => {
                let step = Step::Destroy { is_parent_gone: is_gone };
                return scheduler::add(0, component, step);
            }
            Bundle::List(nodes) => {
                for node in nodes {
                    node.remove(is_gone);
                }
                return;
            }
            Bundle::Tag(tag) => {
                tag.children.remove(true);
                tag.node_ref.set(None);
                tag.element.into()
            }
        };
        if !is_gone {
            node.unchecked_into::<Element>().remove();
        }
    }
}

fn document(parent: &Element) -> Document {
    parent.owner_document().expect("a document")
}

/// Draws `nodes` over what is `shown`, from the last to the first. What has a
/// key is found again by it, and moved only where it stands out of order.
fn draw_list(
    shown: &mut Vec<Bundle>,
    parent: &Element,
    mut slot: DomSlot,
    mut nodes: Vec<VNode>,
) -> DomSlot {
    let mut at = 0;
    while let Some(node) = nodes.pop() {
        if let Some(key) = node.key() {
            // What does not come again goes first: nothing has to move for it.
            while at < shown.len()
                && shown[at].key() != Some(key)
                && !nodes.iter().any(|node| node.key() == shown[at].key())
            {
                shown.remove(at).remove(false);
            }
            let mut found = at;
            while found < shown.len() && shown[found].key() != Some(key) {
                found += 1;
            }
            if found == shown.len() {
                shown.insert(at, Bundle::Nothing);
            } else if found > at {
                let moved = shown.remove(found);
                if let Bundle::Tag(tag) = &moved {
                    slot.insert(parent, &tag.element);
                }
                shown.insert(at, moved);
            }
        } else if at == shown.len() {
            shown.push(Bundle::Nothing);
        }
        slot = shown[at].draw(parent, slot, node);
        at += 1;
    }
    while shown.len() > at {
        if let Some(extra) = shown.pop() {
            extra.remove(false);
        }
    }
    slot
}

/// A place among the children of an element.
#[derive(Clone)]
pub(crate) enum DomSlot {
    /// Before this node, or at the end.
    Before(Option<Node>),
    /// Where a component is, wherever that will be.
    Of(DynamicDomSlot),
}

/// A place that changes with what a component draws.
#[derive(Clone)]
pub(crate) struct DynamicDomSlot(Rc<RefCell<DomSlot>>);

impl DomSlot {
    fn at(node: Node) -> Self {
        DomSlot::Before(Some(node))
    }

    pub fn at_end() -> Self {
        DomSlot::Before(None)
    }

    fn insert(&self, parent: &Element, node: &Node) {
        match self {
            DomSlot::Before(next) => {
                parent.insert_before(node, next.as_ref()).expect("a place");
            }
            DomSlot::Of(place) => place.0.borrow().insert(parent, node),
        }
    }
}

impl DynamicDomSlot {
    pub fn new(place: DomSlot) -> Self {
        DynamicDomSlot(Rc::new(RefCell::new(place)))
    }

    pub fn reassign(&self, place: DomSlot) {
        *self.0.borrow_mut() = place;
    }

    pub fn to_position(&self) -> DomSlot {
        DomSlot::Of(self.clone())
    }
}
