//! Work that ends when whoever asked for it is gone.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Work under way. Dropped, it stops: the request that it waits for is given
/// up, and nothing after its present `await` runs.
#[must_use = "work stops as soon as its task is dropped"]
pub struct Task(Rc<RefCell<Option<Work>>>);

/// Begins `work` in the next microtask.
pub fn spawn(work: impl Future<Output = ()> + 'static) -> Task {
    let task = Rc::new(RefCell::new(Some(Box::pin(work) as Work)));
    let shared = task.clone();
    wasm_bindgen_futures::spawn_local(std::future::poll_fn(move |context| {
        // Taken out while it runs, for it may drop its own task.
        let Some(mut work) = shared.borrow_mut().take() else { return Poll::Ready(()) };
        let poll = work.as_mut().poll(context);
        // The other end is gone: so is the wish.
        if poll.is_pending() && Rc::strong_count(&shared) > 1 {
            *shared.borrow_mut() = Some(work);
            return Poll::Pending;
        }
        Poll::Ready(())
    }));
    Task(task)
}

impl Drop for Task {
    fn drop(&mut self) {
        // Outside the borrow: what is dropped may look at the task again.
        let work = self.0.borrow_mut().take();
        drop(work);
    }
}
