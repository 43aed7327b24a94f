//! The switches of the layers.

use crate::app;
use crate::navigation::location::edition;
use crate::signals::{Signals, wording};
use crate::state::Event;
use atlas_model::Layer;
use leptos::prelude::*;

/// A switch for each layer, true to what the map shows.
#[component]
pub(super) fn LayerSwitches() -> impl IntoView {
    let words = wording();
    let hidden = Signals::get().hidden;
    let switch = |(place, layer): (usize, &Layer)| {
        let (place, hidden) = (place as u8, hidden.clone());
        view! {
            <label>
                <input type="checkbox" data-layer=layer.id.clone() prop:checked=move || !hidden.get().contains(&place)
                    on:change:capture=move |event| app::dispatch(Event::Switch(place, event_target_checked(&event)))/>
                <span>{layer.name.get(edition().0).to_string()}</span>
            </label>
        }
    };
    let switches = words.profile.layers.iter().enumerate().map(switch).collect::<Vec<_>>();
    view! {
        <fieldset class="layers">
            <legend class="spoken">{words.strings.show_layer().to_string()}</legend>
            {switches}
        </fieldset>
    }
}
