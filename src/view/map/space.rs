//! How much room a picture has, and how large the reader's text is.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, parse_float};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_frame(callback: &Function) -> i32;
    #[wasm_bindgen(js_name = cancelAnimationFrame)]
    fn cancel_frame(frame: i32);
}

/// Widths are rounded down to a multiple of this, so that a scroll bar or a
/// pixel more does not lay everything out anew.
const STEP_PX: i32 = 16;
const NARROWEST_PX: i32 = 256;

/// The room for a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Space {
    /// Its width in CSS pixels.
    pub(super) width_px: f64,
    /// The size of the text around it in CSS pixels.
    pub(super) text_px: f64,
}

/// The room inside the element of `container`; nothing before it has been
/// measured, and while it is not shown.
///
/// ```text
/// let container = use_node_ref();
/// let space = use_space(&container);
/// html! { <div ref={container}>if let Some(space) = space { … }</div> }
/// ```
#[hook]
pub(super) fn use_space(container: &NodeRef) -> Option<Space> {
    let space = use_state_eq(|| None);
    {
        let (container, space) = (container.clone(), space.clone());
        use_effect_with((), move |()| {
            let observed = container.cast::<Element>();
            let measured = observed.clone();
            let on_frame = Closure::<dyn Fn()>::new(move || {
                if let Some(now) = measured.as_ref().and_then(measure) {
                    space.set(Some(now));
                }
            });
            // In the next frame: a picture that changes its own room within the
            // observer's call makes the browser report an error to the page.
            let draw: Function = on_frame.as_ref().unchecked_ref::<Function>().clone();
            let frame = Rc::new(Cell::new(0));
            let asked = frame.clone();
            let on_resize = Closure::<dyn Fn()>::new(move || {
                cancel_frame(asked.get());
                asked.set(request_frame(&draw));
            });
            // Calls back once at the start, too.
            let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(observed)) = (&observer, &observed) {
                observer.observe(observed);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                cancel_frame(frame.get());
                drop((on_resize, on_frame));
            }
        });
    }
    *space
}

fn measure(element: &Element) -> Option<Space> {
    let width_px = element.client_width();
    if width_px == 0 {
        return None;
    }
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let text_px = parse_float(&style.get_property_value("font-size").ok()?);
    let width_px = (width_px / STEP_PX * STEP_PX).max(NARROWEST_PX.min(width_px));
    Some(Space { width_px: width_px.into(), text_px: if text_px > 0.0 { text_px } else { 16.0 } })
}
