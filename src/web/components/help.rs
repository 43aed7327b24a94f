//! The list of keys.

use super::live::{Region, clicked_button, icon_button, live};
use crate::actions;
use crate::signals::{Signals, wording};
use atlas_model::Strings;
use leptos::prelude::*;
use maud::{Markup, html};

/// The keys of the map and what they do, as they are shown.
fn keys(s: &Strings) -> Markup {
    let keys = [
        (s.arrows(), s.key_move()),
        ("+  −", s.key_zoom()),
        ("Home", s.key_home()),
        ("N  P", s.key_walk()),
        (s.key_space_enter(), s.key_open()),
        ("Esc", s.key_close()),
        ("?", s.key_help()),
    ];
    html! { @for (key, meaning) in keys { dt { kbd { (key) } } dd { (meaning) } } }
}

/// The list of keys, while it is open.
#[component]
pub(super) fn Help() -> impl IntoView {
    let open = Signals::get().help;
    let words = wording();
    let content = live(move || {
        let s = &words.strings;
        open.get().then(|| {
            html! {
                section.keys aria-label=(s.keys_title()) {
                    h2 { (s.keys_title()) }
                    dl { (keys(s)) }
                    (icon_button("close", s.close()))
                }
            }
        })
    });
    view! {
        <Region class="help-frame" role=None content on_click=|event| {
            if clicked_button(&event).is_some() {
                actions::close_topmost();
            }
        }/>
    }
}
