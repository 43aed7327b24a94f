//! What the islands of a page share: the selection, what is being read, notes and announcements.
//!
//! On the server every signal keeps its initial value, so the prerendered page shows the resting state.

use super::route::Page;
use super::scope::Scope;
use crate::atlas::{Day, Layer, Target};
use leptos::prelude::*;
use std::cell::{OnceCell, RefCell};

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

/// The signals that islands share.
#[derive(Clone)]
pub struct Shared {
    /// What is selected.
    pub selection: ArcRwSignal<Option<Target>>,
    /// What the panel shows.
    pub reading: ArcRwSignal<Reading>,
    /// The chooser, while it is open.
    pub choice: ArcRwSignal<Option<Choice>>,
    /// Messages to the reader that stay until closed.
    pub notes: ArcRwSignal<Vec<String>>,
    /// The day as of which status is told; `None` is the newest information.
    pub as_of: ArcRwSignal<Option<Day>>,
    /// The line that screen readers speak.
    pub announcement: ArcRwSignal<String>,
    /// Layers that are switched off.
    pub hidden: ArcRwSignal<Vec<Layer>>,
    /// Whether the list of keys is open.
    pub help: ArcRwSignal<bool>,
    /// A hint over the map about gestures, while it shows.
    pub hint: ArcRwSignal<Option<&'static str>>,
    /// True once the data is there.
    pub loaded: ArcRwSignal<bool>,
}

thread_local! {
    static SHARED: OnceCell<Shared> = const { OnceCell::new() };
    static SCOPE: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

impl Shared {
    /// The signals of this page.
    pub fn get() -> Shared {
        SHARED.with(|shared| {
            shared
                .get_or_init(|| Shared {
                    selection: ArcRwSignal::new(None),
                    reading: ArcRwSignal::new(Reading::Static),
                    choice: ArcRwSignal::new(None),
                    notes: ArcRwSignal::new(Vec::new()),
                    as_of: ArcRwSignal::new(None),
                    announcement: ArcRwSignal::new(String::new()),
                    hidden: ArcRwSignal::new(Vec::new()),
                    help: ArcRwSignal::new(false),
                    hint: ArcRwSignal::new(None),
                    loaded: ArcRwSignal::new(false),
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

/// The scope of live components; `None` until the data is there, and always on the server.
pub fn scope() -> Option<Scope> {
    SCOPE.with(|scope| scope.borrow().clone())
}

/// Gives live components their scope.
pub fn set_scope(scope: Scope) {
    SCOPE.with(|slot| *slot.borrow_mut() = Some(scope));
}
