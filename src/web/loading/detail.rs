//! The ground in full detail, taken in a little at a time once the map is drawn.

use crate::dom;
use crate::map::{self, static_map};
use atlas_map::basemap::Basemap;
use atlas_map::scene::{self, DetailLoader};
use std::cell::RefCell;
use wasm_bindgen::JsError;

/// Points projected at once: about four milliseconds on a phone.
const AT_ONCE: usize = 8000;

thread_local! {
    /// The finer ground, until it is taken in.
    static ARRIVAL: RefCell<Option<DetailLoader>> = const { RefCell::new(None) };
}

/// Takes in the ground in full detail once the map is drawn.
pub(crate) fn load(detail: &[u8]) -> Result<(), JsError> {
    let detail = Basemap::decode(detail).map_err(|error| JsError::new(&format!("detail: {error}")))?;
    let arrival = map::with(|map| DetailLoader::new(detail, &map.map_data)).and_then(Result::ok);
    ARRIVAL.set(Some(arrival.ok_or_else(|| JsError::new("detail: does not belong to this basemap"))?));
    if dom::root().get_attribute("data-atlas").as_deref() == Some("ready") {
        take_in();
    }
    Ok(())
}

/// Takes in a little of what has arrived, then lets a frame pass, until all of it is shown.
pub(crate) fn take_in() {
    let Some(mut arrival) = ARRIVAL.take() else { return };
    if arrival.project(AT_ONCE) {
        ARRIVAL.set(Some(arrival));
        return dom::after(0, take_in);
    }
    map::with(|map| {
        scene::load_detail(&mut map.map_data, arrival);
        // Names that are seen on the canvas stay; those that are to take over from the picture must be where it has them.
        if static_map::is_shown() {
            map.map_data.place_names_anew();
        }
        map.world_changed();
        map.on_drawn(|| {
            static_map::hide();
            dom::mark("atlas:sharp");
        });
    });
}
