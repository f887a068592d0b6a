//! A component of whatever type, for the scheduler.
//!
//! Yew makes a task with a type of its own of every step in a component's life,
//! and knows two other ways to render. Here a component is created at once when
//! it is mounted; the steps after that are the scheduler's.

use std::any::Any;
use std::rc::Rc;

use web_sys::Element;

use super::{BaseComponent, Context, Scope};
use crate::dom_bundle::{DomSlot, DynamicDomSlot};
use crate::html::Html;
pub(crate) use crate::scheduler::ComponentState;
use crate::scheduler::{self, Stateful};

struct Inner<COMP: BaseComponent> {
    component: COMP,
    context: Context<COMP>,
}

impl<COMP: BaseComponent> Stateful for Inner<COMP> {
    fn view(&self) -> Html {
        match self.component.view(&self.context) {
            Ok(node) => node,
            Err(_) => unreachable!(),
        }
    }

    fn rendered(&mut self, is_first: bool) {
        self.component.rendered(&self.context, is_first);
    }

    fn destroy(&mut self) {
        self.component.destroy(&self.context);
    }

    fn update(&mut self) -> bool {
        let mut is_changed = false;
        for message in self.context.scope.pending_messages.drain() {
            is_changed |= self.component.update(&self.context, message);
        }
        is_changed
    }

    fn change(&mut self, props: Rc<dyn Any>) -> bool {
        let Ok(props) = props.downcast::<COMP::Properties>() else { unreachable!() };
        if self.context.props == props {
            return false;
        }
        let old = std::mem::replace(&mut self.context.props, props);
        self.component.changed(&self.context, &old)
    }
}

/// Creates the component of `scope`, which is drawn when its turn comes.
pub(crate) fn mount<COMP: BaseComponent>(
    scope: Scope<COMP>,
    props: Rc<COMP::Properties>,
    parent: Element,
    slot: DomSlot,
) -> DynamicDomSlot {
    let (id, state) = (scope.id, scope.state.clone());
    let context = Context { scope, props };
    let component = COMP::create(&context);
    scheduler::begin(id, state, Box::new(Inner { component, context }), parent, slot)
}
