//! The slices of the state that components follow, and what live text is written with.

use crate::state::{Hint, Theme};
use atlas_model::{Day, Wording};
use atlas_text::scope::Scope;
use leptos::prelude::*;
use std::cell::{OnceCell, RefCell};
use std::sync::{Arc, Mutex, PoisonError};

/// A value that components follow.
///
/// A signal whose reactive part is the same for all values. One of the library's own for each type would be compiled anew
/// for each, which takes 2 KB of the wasm, compressed.
pub(crate) struct Watched<T> {
    value: Arc<Mutex<T>>,
    changed: ArcTrigger,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        Watched { value: self.value.clone(), changed: self.changed.clone() }
    }
}

impl<T: Default> Default for Watched<T> {
    fn default() -> Self {
        Watched { value: Arc::default(), changed: ArcTrigger::new() }
    }
}

impl<T: Clone + PartialEq> Watched<T> {
    /// The value now. A component that asks is asked again when it changes.
    pub(crate) fn get(&self) -> T {
        self.changed.track();
        self.value.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Replaces the value; whoever follows it is told only of another one.
    pub(crate) fn set(&self, value: T) {
        let mut known = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != value {
            *known = value;
            drop(known);
            self.changed.notify();
        }
    }
}

/// What the scale bar shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ScaleBar {
    /// How long it is on the screen, CSS pixels.
    pub width: f64,
    /// How long that is on the ground at the middle of the view, km.
    pub kilometres: f64,
}

/// What components follow of the state and of the map. Only effects and the map set them.
#[derive(Clone)]
pub(crate) struct Signals {
    /// The places that are to be chosen from.
    pub chooser: Watched<Vec<String>>,
    /// Messages to the reader that stay until closed.
    pub notes: Watched<Vec<String>>,
    /// The day as of which status is told; `None` is the newest information.
    pub date: Watched<Option<Day>>,
    /// Whether the list of keys is open.
    pub help: Watched<bool>,
    /// A hint over the map about gestures, while it shows.
    pub hint: Watched<Option<Hint>>,
    /// The layers that are left out.
    pub hidden: Watched<Vec<u8>>,
    /// Which colours are chosen.
    pub theme: Watched<Theme>,
    /// The line that screen readers speak.
    pub announcement: Watched<String>,
    /// The scale of the map at rest.
    pub scale: Watched<Option<ScaleBar>>,
    /// True once the features are there.
    pub loaded: Watched<bool>,
}

thread_local! {
    static SIGNALS: OnceCell<Signals> = const { OnceCell::new() };
    static WORDING: RefCell<Arc<Wording>> = RefCell::default();
    static SCOPE: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

impl Signals {
    /// The signals of this page.
    pub(crate) fn get() -> Signals {
        SIGNALS.with(|signals| {
            signals
                .get_or_init(|| Signals {
                    chooser: Watched::default(),
                    notes: Watched::default(),
                    date: Watched::default(),
                    help: Watched::default(),
                    hint: Watched::default(),
                    hidden: Watched::default(),
                    theme: Watched::default(),
                    announcement: Watched::default(),
                    scale: Watched::default(),
                    loaded: Watched::default(),
                })
                .clone()
        })
    }
}

/// The words around the content in the language of the page.
pub(crate) fn wording() -> Arc<Wording> {
    WORDING.with_borrow(Arc::clone)
}

/// Gives components the words of the page, which come before everything else.
pub(crate) fn set_wording(wording: Wording) {
    WORDING.set(Arc::new(wording));
}

/// The scope of live components; `None` until the data is there.
pub(crate) fn scope() -> Option<Scope> {
    SCOPE.with_borrow(Clone::clone)
}

/// Gives live components their scope.
pub(crate) fn set_scope(scope: Scope) {
    SCOPE.set(Some(scope));
}
