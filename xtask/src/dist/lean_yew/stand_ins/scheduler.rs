//! Yew's scheduler with one queue.
//!
//! Yew has ten queues, three of them B-trees, and lets the browser breathe
//! between two tasks after 16 ms; the widget never has that much to do.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::platform::spawn_local;

/// Yew's name for a shared cell.
pub type Shared<T> = Rc<RefCell<T>>;

/// Something to do.
pub trait Runnable {
    /// Does it.
    fn run(self: Box<Self>);
}

/// When a task's turn comes: by kind, then by component, parents first unless
/// said otherwise; among equals, whatever was asked for first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Turn {
    Destroy,
    Create,
    FirstRender(usize),
    PropsUpdate,
    /// Children first.
    FirstRendered(isize),
    Update,
    Main,
    Render(usize),
    /// Children first.
    Rendered(isize),
}

thread_local! {
    static TASKS: RefCell<Vec<(Turn, Box<dyn Runnable>)>> = const { RefCell::new(Vec::new()) };
    static IS_STARTED: Cell<bool> = const { Cell::new(false) };
}

/// Of a component's renders, only the one asked for last is done.
fn add(turn: Turn, task: Box<dyn Runnable>) {
    TASKS.with(|tasks| {
        let tasks = &mut *tasks.borrow_mut();
        if matches!(
            turn,
            Turn::FirstRender(_) | Turn::FirstRendered(_) | Turn::Render(_) | Turn::Rendered(_)
        ) {
            for (other, waiting) in &mut *tasks {
                if *other == turn {
                    *waiting = task;
                    return;
                }
            }
        }
        tasks.push((turn, task));
    });
}

fn next() -> Option<Box<dyn Runnable>> {
    TASKS.with(|tasks| {
        let tasks = &mut *tasks.borrow_mut();
        let mut first = 0;
        for index in 1..tasks.len() {
            if tasks[index].0 < tasks[first].0 {
                first = index;
            }
        }
        (first < tasks.len()).then(|| tasks.remove(first).1)
    })
}

pub(crate) fn start_now() {
    while let Some(task) = next() {
        task.run();
    }
}

/// Does all that waits once the browser's own task is over.
pub(crate) fn start() {
    if !IS_STARTED.with(|is_started| is_started.replace(true)) {
        spawn_local(async {
            // Before, not after: when one task traps, the others go on with the
            // next that is added.
            IS_STARTED.with(|is_started| is_started.set(false));
            start_now();
        });
    }
}

/// Adds what is not about a component.
pub fn push(task: Box<dyn Runnable>) {
    add(Turn::Main, task);
    start();
}

pub(crate) fn push_component_create(
    id: usize,
    create: Box<dyn Runnable>,
    first_render: Box<dyn Runnable>,
) {
    add(Turn::Create, create);
    add(Turn::FirstRender(id), first_render);
}

pub(crate) fn push_component_destroy(task: Box<dyn Runnable>) {
    add(Turn::Destroy, task);
}

pub(crate) fn push_component_render(id: usize, task: Box<dyn Runnable>) {
    add(Turn::Render(id), task);
}

pub(crate) fn push_component_update(task: Box<dyn Runnable>) {
    add(Turn::Update, task);
}

pub(crate) fn push_component_rendered(id: usize, task: Box<dyn Runnable>, is_first: bool) {
    let id = -(id as isize);
    add(if is_first { Turn::FirstRendered(id) } else { Turn::Rendered(id) }, task);
}

pub(crate) fn push_component_props_update(task: Box<dyn Runnable>) {
    add(Turn::PropsUpdate, task);
}
