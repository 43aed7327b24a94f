//! What a change of the state does to the page, in this order: the map, the small parts beside it, the address, the text
//! with its title, its announcement and what the host is told, and last where the reader is put.

mod map;
mod panel;
mod reposition;
mod settings;

pub(crate) use map::{show_inset_area, show_whole_map};
pub(crate) use reposition::in_text;

use crate::loading::texts;
use crate::map::static_map;
use crate::navigation::{location, positions};
use crate::signals::{Signals, scope, set_scope};
use crate::state::{Address, AppState, Change, History, Reposition};
use crate::theme;
use atlas_model::Target;
use atlas_model::route::Page;
use atlas_text::scope::Scope;

/// Shows a change of the state.
pub(crate) fn carry_out(old: &AppState, new: &AppState, change: Change) {
    let Some(cx) = scope() else { return };
    let opener = if change.reposition == Reposition::Opener { positions::opener() } else { None };
    if change.history == History::Push {
        positions::leave();
    }
    if new.date != old.date {
        set_scope(Scope { date: new.date, ..cx.clone() });
        static_map::hide();
    }
    map::show(&cx, old, new, change.travel);
    settings::show(old, new);
    location::write(change.history, new);
    if location_of(old) != location_of(new) {
        settings::point_at(&new.address());
    }
    let same_text = old.reading() == new.reading() && subject(old) == subject(new);
    if same_text && old.date == new.date {
        return reposition::reposition(change.reposition, opener);
    }
    texts::with_texts(move || {
        panel::show(!same_text);
        reposition::reposition(change.reposition, opener);
    });
}

/// What stands out on the map, and is told to readers and host.
fn subject(state: &AppState) -> (&Page, &Option<Target>) {
    (&state.page, &state.selection)
}

/// What links to other editions of the page follow.
fn location_of(state: &AppState) -> (Address, bool) {
    (state.address(), state.live)
}

/// The map of a page that is just taken over looks as its address asks; the text is there already.
pub(crate) fn open(cx: &Scope, state: &AppState) {
    map::open(cx, state);
    theme::show(state.theme);
    settings::point_at(&state.address());
    let signals = Signals::get();
    signals.theme.set(state.theme);
    signals.hidden.set(state.hidden.clone());
    signals.notes.set(state.notes.clone());
    signals.date.set(state.date);
    if state.date.is_some() {
        static_map::hide();
        texts::with_texts(|| panel::show(false));
    }
    if !state.fragment.is_empty() && state.live {
        texts::with_texts(|| reposition::reposition(Reposition::Fragment, None));
    }
}
