//! What arrives when the map works already: the texts, then the ground in full detail.
//!
//! What needs texts that are not there yet is done as soon as they are. Until the ground is there the prerendered
//! picture, which is as sharp as can be, stands in for the canvas, but not longer than the view stays what it was. So
//! the reader sees nothing change, unless quicker than the network.

use super::{dom, map};
use crate::state::{scope, set_scope};
use atlas_map::basemap::Basemap;
use atlas_map::geometry::Camera;
use atlas_map::scene::{Arrival, Look};
use atlas_model::Atlas;
use atlas_text::scope::Scope;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::JsError;

/// Points projected at once: about four milliseconds on a phone.
const AT_ONCE: usize = 8000;

/// What is done once.
type Act = Box<dyn FnOnce()>;

thread_local! {
    /// The view that the prerendered picture shows, while it stands in for the canvas.
    static PICTURE: RefCell<Option<(Camera, Look)>> = const { RefCell::new(None) };
    /// The finer ground, until it is taken in.
    static ARRIVAL: RefCell<Option<Arrival>> = const { RefCell::new(None) };
    /// What waits for the texts, in order; `None` once they are there.
    static WAITING: RefCell<Option<Vec<Act>>> = const { RefCell::new(Some(Vec::new())) };
}

/// Does something that needs the texts: now, or as soon as they are there.
pub fn with_texts(act: impl FnOnce() + 'static) {
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
pub fn tell(atlas: Atlas) {
    if let Some(cx) = scope() {
        set_scope(Scope { atlas: Arc::new(atlas), ..cx });
    }
    for act in WAITING.take().into_iter().flatten() {
        act();
    }
}

/// Lets the prerendered picture, which shows this camera and look, stand in for the canvas as long as both are the same.
pub fn veil(camera: Camera, look: Look) {
    PICTURE.set(Some((camera, look)));
    let _ = dom::root().set_attribute("data-veiled", "");
    watch(0.0);
}

/// True while the prerendered picture stands in for the canvas.
pub fn is_veiled() -> bool {
    PICTURE.with_borrow(Option::is_some)
}

/// Shows the canvas.
pub fn unveil() {
    if PICTURE.take().is_some() {
        let _ = dom::root().remove_attribute("data-veiled");
    }
}

/// Looks once a frame whether the view has changed. A comparison costs less than listening to all that may change it.
fn watch(_: f64) {
    let same = PICTURE.with_borrow(|picture| {
        let (camera, look) = picture.as_ref()?;
        map::with(|map| map.camera() == camera && map.look().resting() == *look)
    });
    match same {
        Some(true) => dom::next_frame(watch),
        Some(false) => unveil(),
        None => {}
    }
}

/// Takes in the ground in full detail once the map is drawn.
pub fn sharpen(detail: &[u8]) -> Result<(), JsError> {
    let detail = Basemap::decode(detail).map_err(|error| JsError::new(&format!("detail: {error}")))?;
    let arrival = map::with(|map| Arrival::new(detail, &map.world)).and_then(Result::ok);
    ARRIVAL.set(Some(arrival.ok_or_else(|| JsError::new("detail: does not belong to this basemap"))?));
    if dom::root().get_attribute("data-atlas").as_deref() == Some("ready") {
        take_in();
    }
    Ok(())
}

/// Takes in a little of what has arrived, then lets a frame pass, until all of it is shown.
pub fn take_in() {
    let Some(mut arrival) = ARRIVAL.take() else { return };
    if arrival.project(AT_ONCE) {
        ARRIVAL.set(Some(arrival));
        return dom::after(0, take_in);
    }
    map::with(|map| {
        map.world.sharpen(arrival);
        // Names that are seen on the canvas stay; those that are to take over from the picture must be where it has them.
        if is_veiled() {
            map.world.place_names_anew();
        }
        map.world_changed();
        map.on_drawn(|| {
            unveil();
            dom::mark("atlas:sharp");
        });
    });
}
