//! Keys on the map, and in the list of its features.

use crate::state::Event;
use crate::{actions, app, dom, map};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent};

/// How far a key press moves the map, pixels.
const STEP: f64 = 100.0;
/// How much a key press zooms.
const ZOOM: f64 = 1.6;
/// The links of the list of features.
const LINKS: &str = ".feature-list a";

/// Which way the focus moves along the list of features.
#[derive(Clone, Copy)]
enum Walk {
    First,
    Back,
    On,
    Last,
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// A key while the map has the focus.
pub(crate) fn on_map(event: KeyboardEvent) {
    if has_modifier(&event) {
        return;
    }
    let pan = |x: f64, y: f64| {
        map::with(|map| map.step_pan(x, y));
    };
    match event.key().as_str() {
        "ArrowLeft" => pan(STEP, 0.0),
        "ArrowRight" => pan(-STEP, 0.0),
        "ArrowUp" => pan(0.0, STEP),
        "ArrowDown" => pan(0.0, -STEP),
        "+" | "=" => actions::zoom(ZOOM),
        "-" | "_" => actions::zoom(1.0 / ZOOM),
        "Home" => actions::show_whole_map(),
        "n" | "N" => walk(Walk::On),
        "p" | "P" => walk(Walk::Back),
        "Enter" if actions::open_highlighted() => {}
        "?" => app::dispatch(Event::ToggleHelp),
        _ => return,
    }
    event.prevent_default();
}

/// A key while the list of features has the focus.
pub(crate) fn in_list(event: KeyboardEvent) {
    if has_modifier(&event) {
        return;
    }
    match event.key().as_str() {
        "ArrowRight" | "ArrowDown" | "n" | "N" => walk(Walk::On),
        "ArrowLeft" | "ArrowUp" | "p" | "P" => walk(Walk::Back),
        "Home" => walk(Walk::First),
        "End" => walk(Walk::Last),
        "Escape" => {
            map::with(|map| map.viewport().clone()).map(|viewport| viewport.focus());
        }
        _ => return,
    }
    event.prevent_default();
}

/// The focus has come to a link of the list, or has left the list.
pub(crate) fn focus_in_list(event: &FocusEvent, came: bool) {
    let link = event.target().and_then(|target| target.dyn_into::<Element>().ok()).filter(|_| came);
    actions::focus_place(link.and_then(|link| link.get_attribute("data-feature")));
}

/// Moves the focus along the list of features, in reading order and round its ends.
fn walk(way: Walk) {
    let links: Vec<HtmlElement> = dom::all(LINKS).filter_map(|link| link.dyn_into().ok()).collect();
    let Some(last) = links.len().checked_sub(1) else { return };
    let current = links.iter().position(|link| link.tab_index() == 0).unwrap_or(0);
    let is_in_list = dom::document().active_element().is_some_and(|active| active.matches(LINKS) == Ok(true));
    let next = match way {
        Walk::First => 0,
        Walk::Last => last,
        // From the map the list is entered where it was left.
        _ if !is_in_list => current,
        Walk::On => (current + 1) % links.len(),
        Walk::Back => current.checked_sub(1).unwrap_or(last),
    };
    links[current].set_tab_index(-1);
    links[next].set_tab_index(0);
    let _ = links[next].focus();
}
