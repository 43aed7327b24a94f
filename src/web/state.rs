//! What the islands of a page share: the selection, what is being read, notes and announcements.
//!
//! On the server every signal keeps its initial value, so the prerendered page shows the resting state.

use atlas_model::route::Page;
use atlas_model::{Day, Target, Wording};
use atlas_text::scope::Scope;
use leptos::prelude::*;
use std::cell::{OnceCell, RefCell};
use std::sync::{Arc, Mutex, PoisonError};

/// What the reading panel shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// The prerendered text, as it came with the page.
    #[default]
    Static,
    /// The text of a page.
    Page(Page),
    /// A single claim.
    Claim(String),
}

impl Reading {
    /// What to read about a target.
    pub fn of(target: &Target) -> Reading {
        match target {
            Target::Place(id) => Reading::Page(Page::Place(id.clone())),
            Target::Article(number) => Reading::Page(Page::Article(*number)),
            Target::Source(id) => Reading::Page(Page::Source(id.clone())),
            Target::Claim(id) => Reading::Claim(id.clone()),
        }
    }
}

/// Several places under one finger, to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Where they are, CSS pixels in the map.
    pub at: (f64, f64),
    /// Ids of the places, nearest first.
    pub ids: Vec<String>,
}

/// A value that live parts follow.
///
/// A signal whose reactive part is the same for all values: one of the library's own for each type would be compiled
/// anew for each.
pub struct Watched<T> {
    value: Arc<Mutex<T>>,
    changed: ArcTrigger,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        Watched { value: self.value.clone(), changed: self.changed.clone() }
    }
}

impl<T: Clone> Watched<T> {
    fn new(value: T) -> Self {
        Watched { value: Arc::new(Mutex::new(value)), changed: ArcTrigger::new() }
    }

    /// The value now. A live part that asks is asked again when it changes.
    pub fn get(&self) -> T {
        self.changed.track();
        self.get_untracked()
    }

    /// The value now, without following it.
    pub fn get_untracked(&self) -> T {
        self.value.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Replaces the value.
    pub fn set(&self, value: T) {
        self.update(|old| *old = value);
    }

    /// Changes the value.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify();
    }
}

/// The values that islands share.
#[derive(Clone)]
pub struct Shared {
    /// What is selected.
    pub selection: Watched<Option<Target>>,
    /// What the panel shows.
    pub reading: Watched<Reading>,
    /// The chooser, while it is open.
    pub choice: Watched<Option<Choice>>,
    /// Messages to the reader that stay until closed.
    pub notes: Watched<Vec<String>>,
    /// The day as of which status is told; `None` is the newest information.
    pub as_of: Watched<Option<Day>>,
    /// The line that screen readers speak.
    pub announcement: Watched<String>,
    /// Whether the list of keys is open.
    pub help: Watched<bool>,
    /// A hint over the map about gestures, while it shows.
    pub hint: Watched<Option<String>>,
    /// True once the data is there.
    pub loaded: Watched<bool>,
}

thread_local! {
    static SHARED: OnceCell<Shared> = const { OnceCell::new() };
    static WORDING: RefCell<Arc<Wording>> = RefCell::default();
    static SCOPE: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

impl Shared {
    /// The signals of this page.
    pub fn get() -> Shared {
        SHARED.with(|shared| {
            shared
                .get_or_init(|| Shared {
                    selection: Watched::new(None),
                    reading: Watched::new(Reading::Static),
                    choice: Watched::new(None),
                    notes: Watched::new(Vec::new()),
                    as_of: Watched::new(None),
                    announcement: Watched::new(String::new()),
                    help: Watched::new(false),
                    hint: Watched::new(None),
                    loaded: Watched::new(false),
                })
                .clone()
        })
    }

    /// Shows a note to the reader.
    pub fn note(&self, text: String) {
        self.notes.update(|notes| {
            if !notes.contains(&text) {
                notes.push(text);
            }
        });
    }
}

/// The words around the content in the language of the page.
pub fn wording() -> Arc<Wording> {
    #[cfg(not(feature = "hydrate"))]
    if let Some(wording) = use_context() {
        return wording;
    }
    WORDING.with_borrow(Arc::clone)
}

/// Gives islands the words of the page, which come before everything else.
pub fn set_wording(wording: Wording) {
    WORDING.set(Arc::new(wording));
}

/// The scope of live components; `None` until the data is there, and always on the server.
pub fn scope() -> Option<Scope> {
    SCOPE.with(|scope| scope.borrow().clone())
}

/// Gives live components their scope.
pub fn set_scope(scope: Scope) {
    SCOPE.with(|slot| *slot.borrow_mut() = Some(scope));
}
