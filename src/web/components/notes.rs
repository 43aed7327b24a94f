//! Notes over the map that stay until the reader closes them.

use super::live::{Region, clicked_button, icon_button, live};
use crate::signals::{Signals, wording};
use crate::state::Event;
use crate::{actions, app};
use atlas_model::{Day, Strings};
use atlas_text::format;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use maud::{Markup, html};

/// What day the map tells of, where it is in the past, and what the reader is to know.
#[component]
pub(super) fn Notes() -> impl IntoView {
    let Signals { date, notes, .. } = Signals::get();
    let words = wording();
    let content = live(move || {
        let s = &words.strings;
        Some(html! {
            (date_note(s, date.get()))
            @for (index, text) in notes.get().iter().enumerate() {
                div.note data-note=(index) { p { (text) } (icon_button("close", s.close())) }
            }
        })
    });
    view! { <Region class="notes" role=Some("status") content on_click=close/> }
}

/// What day the map and the texts tell of, with the way back to now.
fn date_note(s: &Strings, date: Option<Day>) -> Markup {
    html! {
        @if let Some(date) = date {
            div.note.date {
                p { b { (s.as_of()) " " (format::day(s, date)) } ". " (s.as_of_note()) }
                (icon_button("close", s.newest()))
            }
        }
    }
}

/// Closes the note whose button was clicked; that of a day leads back to the newest information.
fn close(event: MouseEvent) {
    let Some(note) = clicked_button(&event).and_then(|button| button.parent_element()) else { return };
    match note.get_attribute("data-note").and_then(|index| index.parse().ok()) {
        Some(index) => app::dispatch(Event::CloseNote(index)),
        None => actions::show_day(None),
    }
}
