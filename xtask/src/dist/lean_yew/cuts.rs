//! What is cut out of Yew's files, and why it can be.
//!
//! A body that is `unreachable!()` traps when it is called: loud, should it ever
//! be. The figures are bytes of the unoptimised module.

use super::cut::Cut;

const VNODE: &str = "src/virtual_dom/vnode.rs";
const VLIST: &str = "src/virtual_dom/vlist.rs";

/// A thing that the widget has no use for.
const NEVER: &str = "unreachable!()";

pub(super) const CUTS: &[Cut] = &[
    // Kinds of nodes that the views don't build: raw HTML (Trusted Types forbid
    // it), portals, suspense, nodes of others.
    Cut {
        file: VNODE,
        item: &["pub enum VNode"],
        body: "VTag(Rc<VTag>), VText(VText), VComp(Rc<VComp>), VList(Rc<VList>),",
    },
    // Keys are given to elements alone.
    Cut {
        file: VNODE,
        item: &["impl VNode", "pub fn key"],
        body: "match self { VNode::VTag(tag) => tag.key.as_ref(), _ => None }",
    },
    Cut { file: VNODE, item: &["impl VNode", "pub fn from_html_unchecked"], body: NEVER },
    Cut { file: VNODE, item: &["impl From<VSuspense> for VNode", "fn from"], body: NEVER },
    Cut { file: VNODE, item: &["impl From<VPortal> for VNode", "fn from"], body: NEVER },
    Cut { file: "src/html/mod.rs", item: &["pub fn create_portal"], body: NEVER },
    Cut { file: VNODE, item: &["impl fmt::Debug for VNode", "fn fmt"], body: "Ok(())" },
    // A view's nodes are handed over, never kept: there is nothing to copy when
    // one is changed. With the stand-ins this drops `Clone` of all nodes.
    Cut {
        file: VNODE,
        item: &["impl VNode", "pub fn to_vlist_mut"],
        body: "if !matches!(self, VNode::VList(_)) {
            *self = VNode::VList(Rc::new(VList::from(mem::take(self))));
        }
        let VNode::VList(list) = self else { unreachable!() };
        Rc::get_mut(list).unwrap()",
    },
    Cut {
        file: VLIST,
        item: &["impl VList", "fn children_mut"],
        body: "Rc::get_mut(self.children.get_or_insert_with(Rc::default)).unwrap()",
    },
    // The stand-in looks at each node's key by itself.
    Cut { file: VLIST, item: &["impl VList", "pub(crate) fn fully_keyed"], body: "false" },
    Cut {
        file: VLIST,
        item: &["impl VList", "pub fn add_child"],
        body: "self.children_mut().push(child);",
    },
    // What is shipped ends at a panic without a word: a hook is never called.
    Cut { file: "src/renderer.rs", item: &["fn set_default_panic_hook"], body: "" },
];
