//! Thin access to the page: elements, listeners, attributes. Nothing here decides anything.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, HtmlElement, Window};

/// The window. The program only ever runs in one.
pub(crate) fn window() -> Window {
    web_sys::window().expect("the program runs in a window")
}

/// The document of the window.
pub(crate) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The root element, which carries the state of the page.
pub(crate) fn root() -> Element {
    document().document_element().expect("a document has a root element")
}

/// The first element that a selector finds.
pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// All elements that a selector finds, in the order of the page.
pub(crate) fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let item = move |index| found.as_ref().and_then(|found| found.item(index))?.dyn_into().ok();
    (0..).map_while(item)
}

/// Calls `handler` on every event of this name, for as long as the page lives.
pub(crate) fn listen<E: FromWasmAbi + 'static>(target: &EventTarget, name: &str, handler: impl FnMut(E) + 'static) {
    let handler = Closure::<dyn FnMut(E)>::new(handler);
    // A listener that cannot be added leaves the static page, which still works.
    let _ = target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
    handler.forget();
}

/// As [`listen`], for events whose default the handler may prevent.
pub(crate) fn listen_active<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    handler: impl FnMut(E) + 'static,
) {
    let handler = Closure::<dyn FnMut(E)>::new(handler);
    let options = web_sys::AddEventListenerOptions::new();
    options.set_passive(false);
    let callback = handler.as_ref().unchecked_ref();
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, callback, &options);
    handler.forget();
}

/// Calls `then` once, before the next frame is painted; its argument is the time in milliseconds.
pub(crate) fn next_frame(then: impl FnOnce(f64) + 'static) {
    let then = Closure::once_into_js(then);
    let _ = window().request_animation_frame(then.unchecked_ref());
}

/// Calls `then` once after a delay in milliseconds.
pub(crate) fn after(delay: i32, then: impl FnOnce() + 'static) {
    wait(delay, &Closure::once_into_js(then));
}

fn wait(delay: i32, then: &JsValue) {
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), delay);
}

/// Calls `then` once when the page has nothing better to do; where the browser cannot tell (Safari), after a while.
pub(crate) fn when_idle(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if window().request_idle_callback(then.unchecked_ref()).is_err() {
        wait(200, &then);
    }
}

/// How long work goes on before a frame may pass, milliseconds.
const AT_ONCE: f64 = 3.0;

/// Does some steps of a longer work; each says whether there is more. True when there is more after them, which is to go
/// on after a pause.
pub(crate) fn some_of(mut step: impl FnMut() -> bool) -> bool {
    let began = now();
    while step() {
        if now() - began > AT_ONCE {
            return true;
        }
    }
    false
}

/// Tells developers of a mistake in the program. Tests of pages fail where there is one.
pub(crate) fn report(mistake: &str) {
    web_sys::console::error_1(&mistake.into());
}

/// Milliseconds since the page was opened.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Marks this moment for whoever measures the page.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// True when a media query matches.
pub(crate) fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// True when the reader asked for less motion.
pub(crate) fn reduced_motion() -> bool {
    matches_media("(prefers-reduced-motion: reduce)")
}

/// True when the page lives in a frame.
pub(crate) fn framed() -> bool {
    let window = window();
    match window.parent() {
        Ok(Some(parent)) => parent != window,
        _ => false,
    }
}
