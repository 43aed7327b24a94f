//! What the map tells by itself: its scale, a hint about gestures, and what screen readers speak.

use super::live::{Live, live};
use crate::signals::{Signals, wording};
use crate::state::Hint;
use atlas_map::geometry::decimal::fixed;
use atlas_text::format;
use leptos::prelude::*;
use maud::html;

/// A bar of a round number of kilometres, true at the middle of the view.
#[component]
pub(super) fn ScaleBar() -> impl IntoView {
    let scale = Signals::get().scale;
    let words = wording();
    let bar = scale.clone();
    let width: Live = Box::new(move || bar.get().map_or_else(String::new, |bar| format!("{}px", fixed(bar.width, 1))));
    let label = live(move || {
        let length = format::quantity(&words.strings, scale.get()?.kilometres, None, "km");
        Some(html! { span { (length) } })
    });
    view! { <div class="scale" aria-hidden="true" style:width=width inner_html=label></div> }
}

/// What a gesture would need, over the map of a framed page.
#[component]
pub(super) fn HintLine() -> impl IntoView {
    let hint = Signals::get().hint;
    let words = wording();
    let text = live(move || {
        let text = match hint.get()? {
            Hint::Wheel => words.strings.hint_wheel(),
            Hint::Touch => words.strings.hint_touch(),
        };
        Some(html! { (text) })
    });
    view! { <p class="hint" aria-hidden="true" inner_html=text></p> }
}

/// The line that screen readers speak.
#[component]
pub(super) fn Announcer() -> impl IntoView {
    let announcement = Signals::get().announcement;
    let text = live(move || Some(html! { (announcement.get()) }));
    view! { <p class="spoken" role="status" aria-live="polite" inner_html=text></p> }
}
