//! The places on the map as a list of links, for keyboard and screen reader.

use super::live::live;
use crate::input::keyboard;
use crate::signals::{Signals, scope, wording};
use atlas_model::important;
use atlas_model::route::Page;
use atlas_text::scope::Scope;
use atlas_text::strings;
use leptos::prelude::*;
use maud::{Markup, html};

/// Most places in the list, and in the page for that. Of very many the most important: the lists of the opening page have
/// them all.
const MOST: usize = 400;

/// The places on the map, which arrow keys lead through.
#[component]
pub(super) fn FeatureList() -> impl IntoView {
    let loaded = Signals::get().loaded;
    let name = wording().strings.places_on_map().to_string();
    let links = live(move || loaded.get().then(scope).flatten().map(|cx| links(&cx)));
    view! {
        <nav class="feature-list spoken" aria-label=name inner_html=links on:keydown:capture=keyboard::in_list
            on:focusin:capture=|event| keyboard::focus_in_list(&event, true)
            on:focusout:capture=|event| keyboard::focus_in_list(&event, false)></nav>
    }
}

fn links(cx: &Scope) -> Markup {
    let all = &cx.atlas.features;
    let listed = if all.len() > MOST { important(all.iter(), MOST) } else { all.iter().collect() };
    html! {
        @for (index, feature) in listed.into_iter().enumerate() {
            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id)
                tabindex=(if index == 0 { "0" } else { "-1" }) {
                (feature.name.get(cx.lang)) ", " (strings::kind(cx.strings(), feature.kind))
            }
        }
    }
}
