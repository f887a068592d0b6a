//! The steps in the lives of components, and whose turn it is.
//!
//! Yew has ten queues, three of them B-trees, of tasks of seven types, and lets
//! the browser breathe between two tasks after 16 ms. The widget never has that
//! much to do: one queue of one type serves it.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::dom_bundle::{Bundle, DomSlot, DynamicDomSlot};
use crate::html::Html;

/// Yew's name for a shared cell.
pub type Shared<T> = Rc<RefCell<T>>;

/// A component, until it is destroyed.
pub(crate) type SharedState = Shared<Option<ComponentState>>;

pub(crate) struct ComponentState {
    inner: Box<dyn Stateful>,
    bundle: Bundle,
    parent: Element,
    /// Where it draws.
    slot: DomSlot,
    /// Where what it has drawn begins.
    own_slot: DynamicDomSlot,
    /// Parents have lower numbers than their children.
    id: usize,
    has_rendered: bool,
}

/// A component of whatever type.
pub(crate) trait Stateful {
    fn view(&self) -> Html;
    fn rendered(&mut self, is_first: bool);
    fn destroy(&mut self);
    fn update(&mut self) -> bool;
    fn change(&mut self, props: Rc<dyn Any>) -> bool;
}

/// A step in the life of a component.
pub(crate) enum Step {
    Destroy { is_parent_gone: bool },
    FirstRender,
    Change(Rc<dyn Any>, DomSlot),
    FirstRendered,
    Update,
    Render,
    Rendered,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(run: &JsValue);
}

thread_local! {
    static STEPS: RefCell<Vec<(usize, SharedState, Step)>> = const { RefCell::new(Vec::new()) };
    static IS_STARTED: Cell<bool> = const { Cell::new(false) };
    static RUN: Closure<dyn Fn()> = Closure::new(run);
}

/// More components than a page ever has.
const COMPONENTS: usize = 1 << 24;

/// Which turn a step has among those that wait, and whether it is taken only
/// once however often it is asked for.
fn turn(id: usize, step: &Step) -> (usize, bool) {
    let (kind, within, is_once) = match step {
        Step::Destroy { .. } => (0, 0, false),
        Step::FirstRender => (1, id, true),
        Step::Change(..) => (2, 0, false),
        // Children before parents.
        Step::FirstRendered => (3, COMPONENTS - id, true),
        Step::Update => (4, 0, false),
        Step::Render => (5, id, true),
        Step::Rendered => (6, COMPONENTS - id, true),
    };
    (kind * 2 * COMPONENTS + within, is_once)
}

/// Has the component with this number take the step when its turn comes.
pub(crate) fn add(id: usize, state: SharedState, step: Step) {
    let (turn, is_once) = turn(id, &step);
    STEPS.with(|steps| {
        let steps = &mut *steps.borrow_mut();
        if !is_once || !steps.iter().any(|(other, ..)| *other == turn) {
            steps.push((turn, state, step));
        }
    });
    if !IS_STARTED.with(|is_started| is_started.replace(true)) {
        RUN.with(|run| queue_microtask(run.as_ref()));
    }
}

/// Takes all steps that wait, when the browser's own task is over.
fn run() {
    // Before, not after: when a step traps, those of other components are taken
    // with the next that is added.
    IS_STARTED.with(|is_started| is_started.set(false));
    while let Some((_, state, step)) = next() {
        go(state, step);
    }
}

/// The step whose turn it is; among equals, the one that was added first.
fn next() -> Option<(usize, SharedState, Step)> {
    STEPS.with(|steps| {
        let steps = &mut *steps.borrow_mut();
        let mut first = 0;
        for index in 1..steps.len() {
            if steps[index].0 < steps[first].0 {
                first = index;
            }
        }
        (first < steps.len()).then(|| steps.remove(first))
    })
}

/// A component has been created and is to be drawn; returns where it will begin.
pub(crate) fn begin(
    id: usize,
    state: SharedState,
    inner: Box<dyn Stateful>,
    parent: Element,
    slot: DomSlot,
) -> DynamicDomSlot {
    let own_slot = DynamicDomSlot::new(slot.clone());
    let place = own_slot.clone();
    let bundle = Bundle::Nothing;
    let this = ComponentState { inner, bundle, parent, slot, own_slot, id, has_rendered: false };
    *state.borrow_mut() = Some(this);
    add(id, state, Step::FirstRender);
    place
}

/// Takes a step.
fn go(state: SharedState, step: Step) {
    if let Step::Destroy { is_parent_gone } = step {
        let gone = state.borrow_mut().take();
        if let Some(mut gone) = gone {
            gone.inner.destroy();
            gone.bundle.remove(is_parent_gone);
        }
        return;
    }
    let mut guard = state.borrow_mut();
    let Some(this) = &mut *guard else { return };
    let next = match step {
        Step::FirstRender | Step::Render => {
            let node = this.inner.view();
            let place = this.bundle.draw(&this.parent, this.slot.clone(), node);
            this.own_slot.reassign(place);
            if std::mem::replace(&mut this.has_rendered, true) {
                Step::Rendered
            } else {
                Step::FirstRendered
            }
        }
        Step::Change(props, slot) => {
            this.slot = slot;
            if !this.inner.change(props) {
                return;
            }
            Step::Render
        }
        Step::Update if this.inner.update() => Step::Render,
        Step::FirstRendered => return this.inner.rendered(true),
        Step::Rendered => return this.inner.rendered(false),
        _ => return,
    };
    let id = this.id;
    drop(guard);
    add(id, state, next);
}
