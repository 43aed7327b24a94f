//! What of a page only works with the program, as Leptos components: the page has a place for each, by its
//! `data-component`. Everything else is plain HTML, and the text of the panel is put in place by
//! [`effects`](crate::effects).
//!
//! Text within a component is a compiled template, put in place as HTML: typed views of static text take three times as
//! much of the wasm. Events are heard on the way down (`:capture`): otherwise Leptos brings the code for delegating them
//! along, which is not switched on and takes 2 KB.

#![allow(unreachable_pub, reason = "`#[component]` makes the properties of a component public")]

mod chooser;
mod controls;
mod feature_list;
mod help;
mod layer_switches;
mod live;
mod notes;
mod readout;
mod theme_button;

use crate::dom;
use crate::signals::wording;
use chooser::Chooser;
use controls::MapControls;
use feature_list::FeatureList;
use help::Help;
use layer_switches::LayerSwitches;
use leptos::mount::mount_to;
use leptos::prelude::*;
use notes::Notes;
use readout::{Announcer, HintLine, ScaleBar};
use theme_button::ThemeButton;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The live map and everything that lies on it.
#[component]
fn MapTools() -> impl IntoView {
    let words = wording();
    let s = &words.strings;
    view! {
        <div class="viewport" role="application" aria-label=s.map().to_string() aria-describedby="map-help">
            <div class="tile-layers" aria-hidden="true"></div>
        </div>
        <p id="map-help" class="spoken">{s.map_help_label().to_string()}</p>
        <MapControls/>
        <ScaleBar/>
        <HintLine/>
        <FeatureList/>
        <Chooser/>
        <Notes/>
        <Help/>
        <Announcer/>
    }
}

/// Mounts each component where the page has a place for it. What an earlier instance of the program has left there goes.
pub(crate) fn mount() {
    for place in dom::all("[data-component]").filter_map(|place| place.dyn_into::<HtmlElement>().ok()) {
        place.set_inner_html("");
        match place.get_attribute("data-component").as_deref() {
            Some("map-tools") => mount_to(place, MapTools).forget(),
            Some("layer-switches") => mount_to(place, LayerSwitches).forget(),
            Some("theme-button") => mount_to(place, ThemeButton).forget(),
            _ => dom::report("The page has a place for a component that the program does not have."),
        }
    }
}
