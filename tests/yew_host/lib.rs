//! A page that is itself a Yew application, and has two widgets in it.
//!
//! It is built with Yew as it is, and counts on its buttons what it hears:
//! presses of each, and whatever bubbles up to the element around everything.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

/// Shows the page in `#host`.
#[wasm_bindgen(start)]
pub fn start() {
    let page = web_sys::window().and_then(|window| window.document());
    let place = page.and_then(|page| page.get_element_by_id("host")).expect("the element #host");
    yew::Renderer::<Host>::with_root(place).render();
}

/// What the page hears.
#[derive(Clone, Copy, PartialEq)]
enum Heard {
    /// A button of its own, by its place.
    Button(usize),
    /// A click anywhere, its own or ours.
    Click,
    /// A key in its own field.
    Input,
}

/// The page.
#[component]
fn Host() -> Html {
    let heard = use_mut_ref(Vec::new);
    let redraw = use_force_update();
    let hear = Callback::from({
        let heard = heard.clone();
        move |what: Heard| {
            heard.borrow_mut().push(what);
            redraw.force_update();
        }
    });
    let times = |what: Heard| heard.borrow().iter().filter(|other| **other == what).count();
    let on = |what: Heard| {
        let hear = hear.clone();
        move || hear.emit(what)
    };
    let click = |what: Heard| {
        let on = on(what);
        Callback::from(move |_: MouseEvent| on())
    };
    let oninput = {
        let on = on(Heard::Input);
        Callback::from(move |_: InputEvent| on())
    };
    // As many listeners as a widget might take for its own.
    let buttons = (0..40).map(|place| {
        let name = format!("button-{place}");
        html! {
            <button id={name} onclick={click(Heard::Button(place))}>
                { times(Heard::Button(place)) }
            </button>
        }
    });
    html! {
        <section onclick={click(Heard::Click)}>
            <p>
                { "Clicks: " }<output id="clicks">{ times(Heard::Click) }</output>
                { ", in the field: " }<output id="inputs">{ times(Heard::Input) }</output>
            </p>
            <input id="field" {oninput} />
            { for buttons }
            <article-widget src="/article.json" backend="local" thread="one" />
            if times(Heard::Button(1)) % 2 == 0 {
                <article-widget src="/article.json" backend="local" thread="two" />
            }
        </section>
    }
}
