//! The buttons beside the map.

use crate::navigation::location::edition;
use crate::signals::wording;
use crate::state::Event;
use crate::{actions, app};
use leptos::prelude::*;

/// How much a click on a button zooms.
const ZOOM: f64 = 2.0;

/// Zoom, the whole map, the inset's area, the keys.
#[component]
pub(super) fn MapControls() -> impl IntoView {
    let words = wording();
    let s = &words.strings;
    let to_inset = words.profile.inset.as_ref().map(|inset| {
        view! { <Control class="to-inset" name=inset.name.get(edition().0) action=actions::show_inset_area/> }
    });
    view! {
        <div class="controls" role="group" aria-label=s.map().to_string()>
            <Control class="zoom-in" name=s.zoom_in() action=|| actions::zoom(ZOOM)/>
            <Control class="zoom-out" name=s.zoom_out() action=|| actions::zoom(1.0 / ZOOM)/>
            <Control class="whole-map" name=s.whole_map() action=actions::show_whole_map/>
            {to_inset}
            <Control class="help" name=s.keys_title() action=|| app::dispatch(Event::ToggleHelp)/>
        </div>
    }
}

/// A button whose icon, by its class, and whose name say what a click does.
#[component]
fn Control<'a>(class: &'static str, name: &'a str, action: fn()) -> impl IntoView + use<> {
    view! {
        <button class=class type="button" aria-label=name.to_string() title=name.to_string() on:click:capture=move |_| action()>
            <span class="icon" aria-hidden="true"></span>
        </button>
    }
}
