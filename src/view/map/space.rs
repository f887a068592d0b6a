//! How much room a picture has, and how large the reader's text is.

use std::cell::Cell;
use std::rc::Rc;

use article_widget_browser::window::window;
use js_sys::{Function, parse_float};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, ResizeObserver};
use yew::Callback;

use super::section::MapMessage;

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
pub struct Space {
    /// Its width in CSS pixels.
    pub(super) width_px: f64,
    /// The size of the text around it in CSS pixels.
    pub(super) text_px: f64,
}

/// Tells how much room is inside an element, at the start and whenever that
/// changes with the section that it is in, until this is dropped; nothing while
/// it is not shown.
pub(super) struct Watch {
    observer: ResizeObserver,
    frame: Rc<Cell<i32>>,
    _closures: [Closure<dyn Fn()>; 2],
}

impl Watch {
    /// Begins to watch `section`, whose content may be out of sight and then not
    /// laid out, and to measure `watched` in it.
    pub(super) fn new(
        section: &Element,
        watched: Element,
        on_message: Callback<MapMessage>,
    ) -> Option<Self> {
        let known = Cell::new(None);
        let on_frame = Closure::<dyn Fn()>::new(move || {
            let space = measure(&watched);
            // The height changes more often, with all that is drawn.
            if let Some(space) = space
                && known.replace(Some(space)) != Some(space)
            {
                on_message.emit(MapMessage::Measured(space));
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
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
        // Calls back once at the start, too.
        observer.observe(section);
        Some(Watch { observer, frame, _closures: [on_resize, on_frame] })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        cancel_frame(self.frame.get());
    }
}

fn measure(element: &Element) -> Option<Space> {
    let width_px = element.client_width();
    if width_px == 0 {
        return None;
    }
    let style = window().get_computed_style(element).ok()??;
    let text_px = parse_float(&style.get_property_value("font-size").ok()?);
    let width_px = (width_px / STEP_PX * STEP_PX).max(NARROWEST_PX.min(width_px));
    Some(Space { width_px: width_px.into(), text_px: if text_px > 0.0 { text_px } else { 16.0 } })
}
