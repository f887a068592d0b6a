//! A component that is to be drawn.

use std::any::{Any, TypeId};
use std::fmt;
use std::rc::Rc;

use web_sys::Element;

use super::Key;
use crate::dom_bundle::{BSubtree, DomSlot, DynamicDomSlot};
use crate::html::{BaseComponent, ImplicitClone, Scope};
use crate::scheduler::SharedState;

#[derive(Clone)]
pub struct VComp {
    pub(crate) type_id: TypeId,
    pub(crate) props: Rc<dyn Any>,
    pub(crate) mount: fn(Rc<dyn Any>, Element, DomSlot) -> (SharedState, DynamicDomSlot),
}

impl VComp {
    pub fn new<COMP: BaseComponent>(props: Rc<COMP::Properties>, _: Option<Key>) -> Self {
        VComp { type_id: TypeId::of::<COMP>(), props, mount: mount::<COMP> }
    }
}

fn mount<COMP: BaseComponent>(
    props: Rc<dyn Any>,
    parent: Element,
    slot: DomSlot,
) -> (SharedState, DynamicDomSlot) {
    let Ok(props) = props.downcast::<COMP::Properties>() else { unreachable!() };
    let scope = Scope::<COMP>::new(None);
    let place = scope.mount_in_place(BSubtree, parent, slot, props);
    (scope.state.clone(), place)
}

impl fmt::Debug for VComp {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl PartialEq for VComp {
    fn eq(&self, other: &VComp) -> bool {
        Rc::ptr_eq(&self.props, &other.props)
    }
}

/// What `html!` makes of a component.
pub struct VChild<COMP: BaseComponent>(Rc<COMP::Properties>);

impl<COMP: BaseComponent> VChild<COMP> {
    pub fn new(props: COMP::Properties, _: Option<Key>) -> Self {
        VChild(Rc::new(props))
    }
}

impl<COMP: BaseComponent> From<VChild<COMP>> for VComp {
    fn from(child: VChild<COMP>) -> Self {
        VComp::new::<COMP>(child.0, None)
    }
}

impl<COMP: BaseComponent> ImplicitClone for VChild<COMP> {}

impl<COMP: BaseComponent> Clone for VChild<COMP> {
    fn clone(&self) -> Self {
        VChild(self.0.clone())
    }
}

impl<COMP: BaseComponent> PartialEq for VChild<COMP> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<COMP: BaseComponent> fmt::Debug for VChild<COMP> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
