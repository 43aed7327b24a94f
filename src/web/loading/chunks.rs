//! The finer shapes of a large atlas: fetched where the reader looks, and only where the overview would not do.

use crate::{dom, map};
use atlas_map::geometry::{Rect, distance};
use atlas_map::scene::{self, Refinement};
use geo_types::Geometry;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

/// As far as the overview may be off what is drawn, px.
const UNSEEN: f64 = 0.5;

/// The chunks that are not there yet.
struct Expected {
    /// How far the overview may be off, km.
    tolerance: f64,
    chunks: Vec<(String, Rect)>,
}

thread_local! {
    /// The chunk that is being taken in.
    static ARRIVING: RefCell<Option<(String, Refinement)>> = const { RefCell::new(None) };
    /// Who waits for the view to change.
    static WAITING: Cell<Option<Function>> = const { Cell::new(None) };
    static EXPECTED: RefCell<Expected> = const { RefCell::new(Expected { tolerance: 0.0, chunks: Vec::new() }) };
}

/// Notes which chunks there are beside an overview that may be so far off, km.
pub(crate) fn expect(tolerance: f64, chunks: Vec<(String, Rect)>) {
    EXPECTED.set(Expected { tolerance, chunks });
}

/// The name of the chunk that the view needs most: the one nearest to its middle. Empty when it needs none, `None` when
/// all are there.
pub(crate) fn wanted() -> Option<String> {
    let camera = map::with(|map| *map.camera())?;
    EXPECTED.with_borrow(|expected| {
        if expected.chunks.is_empty() {
            return None;
        }
        let view = camera.view();
        let seen = |area: &Rect| area.intersects(&view) && expected.tolerance * camera.scale > UNSEEN;
        let away = |area: &Rect| distance(area.centre(), camera.centre);
        let chunks = expected.chunks.iter().filter(|(_, area)| seen(area));
        let nearest = chunks.min_by(|one, other| away(&one.1).total_cmp(&away(&other.1)));
        Some(nearest.map(|(name, _)| name.clone()).unwrap_or_default())
    })
}

/// Calls `then` once, when the view has changed.
pub(crate) fn when_view_changes(then: Function) {
    WAITING.set(Some(then));
}

/// The view has changed.
pub(crate) fn view_changed() {
    if let Some(then) = WAITING.take() {
        // It settles a promise of the loader, which cannot fail.
        let _ = then.call0(&JsValue::UNDEFINED);
    }
}

/// Begins to take in the shapes of the chunk of this name, see [`take_in`].
pub(crate) fn arrive(name: &str, shapes: Vec<(String, Geometry<f64>)>) {
    ARRIVING.set(Some((name.to_owned(), Refinement::new(shapes))));
}

/// Takes in some of what has arrived; true when there is more. Paints anew when the view has all it needs.
pub(crate) fn take_in() -> bool {
    let Some((name, mut refinement)) = ARRIVING.take() else { return false };
    if dom::some_of(|| map::with(|map| scene::refine(&mut map.map_data, &mut refinement)) == Some(true)) {
        ARRIVING.set(Some((name, refinement)));
        return true;
    }
    EXPECTED.with_borrow_mut(|expected| expected.chunks.retain(|(known, _)| *known != name));
    if wanted().is_none_or(|next| next.is_empty()) {
        map::with(map::LiveMap::world_changed);
    }
    false
}
