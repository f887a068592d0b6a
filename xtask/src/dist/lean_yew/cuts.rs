//! What is cut out of Yew's files, and why it can be.
//!
//! A body that is `unreachable!()` traps when it is called: loud, should it ever
//! be. The figures are bytes of the unoptimised module.

use crate::dist::cut::Cut;

const VNODE: &str = "src/virtual_dom/vnode.rs";
const VLIST: &str = "src/virtual_dom/vlist.rs";
const SCOPE: &str = "src/html/component/scope.rs";

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
    // The element to mount on is always a fresh one.
    Cut { file: "src/app_handle.rs", item: &["fn clear_element"], body: "" },
    // No component asks what it is inside of: there are no contexts.
    Cut { file: SCOPE, item: &["pub struct AnyScope"], body: "" },
    Cut {
        file: SCOPE,
        item: &["impl<COMP: BaseComponent> From<Scope<COMP>> for AnyScope", "fn from"],
        body: "AnyScope {}",
    },
    Cut { file: SCOPE, item: &["impl AnyScope", "pub fn get_parent"], body: NEVER },
    Cut { file: SCOPE, item: &["impl AnyScope", "pub fn get_type_id"], body: NEVER },
    Cut { file: SCOPE, item: &["impl AnyScope", "pub fn try_downcast"], body: NEVER },
    Cut { file: SCOPE, item: &["impl AnyScope", "pub fn context"], body: NEVER },
    Cut {
        file: SCOPE,
        item: &["pub struct Scope<COMP: BaseComponent>"],
        body: "_marker: PhantomData<COMP>,
            pub(crate) pending_messages: MsgQueue<COMP::Message>,
            pub(crate) state: Shared<Option<ComponentState>>,
            pub(crate) id: usize,",
    },
    Cut {
        file: SCOPE,
        item: &["impl<COMP: BaseComponent> Clone for Scope<COMP>", "fn clone"],
        body: "Scope {
            _marker: PhantomData,
            pending_messages: self.pending_messages.clone(),
            state: self.state.clone(),
            id: self.id,
        }",
    },
    Cut {
        file: SCOPE,
        item: &["impl<COMP: BaseComponent> Scope<COMP>", "pub fn get_parent"],
        body: NEVER,
    },
    // Messages and steps, as the stand-ins of lifecycle and scheduler take them.
    Cut {
        file: SCOPE,
        item: &["mod feat_csr_ssr"],
        body: "
        use std::cell::RefCell;
        use std::sync::atomic::{AtomicUsize, Ordering};
        use super::*;
        use crate::scheduler::{self, Step};

        #[derive(Debug)]
        pub(crate) struct MsgQueue<Msg>(Shared<Vec<Msg>>);

        impl<Msg> MsgQueue<Msg> {
            pub fn drain(&self) -> Vec<Msg> {
                std::mem::take(&mut *self.0.borrow_mut())
            }
        }

        impl<Msg> Clone for MsgQueue<Msg> {
            fn clone(&self) -> Self {
                MsgQueue(self.0.clone())
            }
        }

        static NEXT: AtomicUsize = AtomicUsize::new(0);

        impl<COMP: BaseComponent> Scope<COMP> {
            pub(crate) fn new(_: Option<AnyScope>) -> Self {
                Scope {
                    _marker: PhantomData,
                    pending_messages: MsgQueue(Rc::default()),
                    state: Rc::default(),
                    id: NEXT.fetch_add(1, Ordering::Relaxed),
                }
            }

            pub(super) fn arch_get_component(&self) -> Option<impl Deref<Target = COMP> + '_> {
                Option::<&COMP>::None
            }

            pub(super) fn arch_send_message<T: Into<COMP::Message>>(&self, message: T) {
                let messages = &mut *self.pending_messages.0.borrow_mut();
                messages.push(message.into());
                if messages.len() == 1 {
                    scheduler::add(0, self.state.clone(), Step::Update);
                }
            }

            pub(super) fn arch_send_message_batch(&self, _: Vec<COMP::Message>) {
                unreachable!()
            }
        }",
    },
    Cut {
        file: SCOPE,
        item: &["mod feat_csr"],
        body: "
        use web_sys::Element;
        use super::*;
        use crate::dom_bundle::{BSubtree, DomSlot, DynamicDomSlot};
        use crate::html::component::lifecycle;
        use crate::scheduler::{self, Step};

        impl<COMP: BaseComponent> Scope<COMP> {
            pub(crate) fn mount_in_place(
                &self,
                _: BSubtree,
                parent: Element,
                slot: DomSlot,
                props: Rc<COMP::Properties>,
            ) -> DynamicDomSlot {
                lifecycle::mount(self.clone(), props, parent, slot)
            }

            pub(crate) fn reuse(&self, props: Rc<COMP::Properties>, slot: DomSlot) {
                scheduler::add(0, self.state.clone(), Step::Change(props, slot));
            }
        }

        pub(crate) trait Scoped {
            fn destroy(self, is_parent_gone: bool);
        }

        impl<COMP: BaseComponent> Scoped for Scope<COMP> {
            fn destroy(self, is_parent_gone: bool) {
                scheduler::add(0, self.state, Step::Destroy { is_parent_gone });
            }
        }",
    },
];
