//! What components have in common: content that follows signals.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use maud::Markup;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// HTML that follows the signals it reads. Boxed, so that all components share one copy of what keeps it up to date: a
/// closure type of each its own, with typed views within, takes some 10 KB more of the wasm, compressed.
pub(super) type Live = Box<dyn Fn() -> String + Send>;

/// The HTML of a template that follows signals; empty while there is none.
pub(super) fn live(html: impl Fn() -> Option<Markup> + Send + 'static) -> Live {
    Box::new(move || html().map(Markup::into_string).unwrap_or_default())
}

/// A region of the map that is empty while there is nothing to show. `on_click` hears the clicks within it.
#[component]
pub(super) fn Region(
    class: &'static str,
    role: Option<&'static str>,
    content: Live,
    on_click: fn(MouseEvent),
) -> impl IntoView {
    view! { <div class=class role=role inner_html=content on:click:capture=on_click></div> }
}

/// A button with an icon, by its class, and a name.
pub(super) fn icon_button(class: &str, name: &str) -> Markup {
    maud::html! {
        button class=(class) type="button" aria-label=(name) title=(name) { span.icon aria-hidden="true" {} }
    }
}

/// The button that a click within a component is on.
pub(super) fn clicked_button(event: &MouseEvent) -> Option<Element> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    clicked.closest("button").ok().flatten()
}
