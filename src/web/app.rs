//! The state of this page and the turns in which it changes. Events take turns: one that comes while another is carried
//! out waits until that is done, and none is lost.

use crate::state::{AppState, Change, Event, update};
use std::cell::RefCell;
use std::collections::VecDeque;

/// Carries out what a change of the state, from the first to the second, asks for.
type Effects = fn(&AppState, &AppState, Change);

struct App {
    state: AppState,
    effects: Effects,
    waiting: VecDeque<Event>,
    busy: bool,
}

thread_local! {
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
}

/// Begins with a state, whose changes have these effects.
pub(crate) fn begin(state: AppState, effects: Effects) {
    APP.set(Some(App { state, effects, waiting: VecDeque::new(), busy: false }));
}

/// Reads the state, once there is one.
pub(crate) fn read<T>(read: impl FnOnce(&AppState) -> T) -> Option<T> {
    APP.with_borrow(|app| app.as_ref().map(|app| read(&app.state)))
}

/// The state now, once there is one.
pub(crate) fn state() -> Option<AppState> {
    read(AppState::clone)
}

/// Lets something happen: state, text, selection and address have changed when this returns, and the map is on its way.
/// Within the effects of another event it happens after those.
pub(crate) fn dispatch(event: Event) {
    let free = APP.with_borrow_mut(|app| {
        let app = app.as_mut()?;
        app.waiting.push_back(event);
        (!std::mem::replace(&mut app.busy, true)).then_some(())
    });
    if free.is_none() {
        return;
    }
    while let Some((effects, old, new, change)) = APP.with_borrow_mut(|app| {
        let app = app.as_mut()?;
        let event = app.waiting.pop_front();
        app.busy = event.is_some();
        let old = app.state.clone();
        let change = update(&mut app.state, event?);
        Some((app.effects, old, app.state.clone(), change))
    }) {
        effects(&old, &new, change);
    }
}
