//! The texts of the atlas, which come after the map works. What needs them before is done as soon as they are there.

use crate::app;
use crate::signals::{scope, set_scope};
use crate::state::Event;
use atlas_model::Atlas;
use atlas_text::scope::Scope;
use std::cell::RefCell;
use std::sync::Arc;

/// What is done once.
type Act = Box<dyn FnOnce()>;

thread_local! {
    /// What waits for the texts, in order; `None` once they are there.
    static WAITING: RefCell<Option<Vec<Act>>> = const { RefCell::new(Some(Vec::new())) };
}

/// Does something that needs the texts: now, or as soon as they are there.
pub(crate) fn with_texts(act: impl FnOnce() + 'static) {
    let act: Act = Box::new(act);
    let now = WAITING.with_borrow_mut(|waiting| match waiting {
        Some(waiting) => {
            waiting.push(act);
            None
        }
        None => Some(act),
    });
    if let Some(act) = now {
        act();
    }
}

/// Goes on with an atlas that has its texts.
pub(crate) fn arrived(atlas: Atlas) {
    if let Some(cx) = scope() {
        set_scope(Scope { atlas: Arc::new(atlas), ..cx });
    }
    app::dispatch(Event::TextsArrived);
    for act in WAITING.take().into_iter().flatten() {
        act();
    }
}
