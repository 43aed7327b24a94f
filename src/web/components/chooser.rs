//! The choice between places under one finger.

use super::live::{Region, clicked_button, icon_button, live};
use crate::actions;
use crate::signals::{Signals, scope};
use atlas_text::parts;
use leptos::prelude::*;
use maud::html;

/// Names the places that lie under one finger, while there is a choice.
#[component]
pub(super) fn Chooser() -> impl IntoView {
    let places = Signals::get().chooser;
    let content = live(move || {
        let places = places.get();
        let cx = scope().filter(|_| !places.is_empty())?;
        let s = cx.strings();
        Some(html! {
            div.chooser role="group" aria-label=(s.several_here()) {
                p { (s.several_here()) }
                div { (parts::place_chips(&cx, &places)) }
                (icon_button("close", s.close()))
            }
        })
    });
    view! {
        <Region class="chooser-frame" role=None content on_click=|event| {
            if clicked_button(&event).is_some() {
                actions::close_topmost();
            }
        }/>
    }
}
