//! The button that chooses the colours.

use crate::actions;
use crate::signals::{Signals, wording};
use crate::state::Theme;
use leptos::prelude::*;

/// A button that says which colours are chosen, and chooses the next.
#[component]
pub(super) fn ThemeButton() -> impl IntoView {
    let theme = Signals::get().theme;
    let words = wording();
    let name = move || {
        let s = &words.strings;
        let chosen = match theme.get() {
            Theme::Auto => s.theme_auto(),
            Theme::Light => s.theme_light(),
            Theme::Dark => s.theme_dark(),
        };
        format!("{}: {chosen}", s.theme())
    };
    view! {
        <button class="theme" type="button" aria-label=name.clone() title=name on:click:capture=|_| actions::choose_next_theme()>
            <span class="icon" aria-hidden="true"></span>
        </button>
    }
}
