//! The prerendered map, which stands in for the canvas until that shows the ground in full detail, but not longer than the
//! view stays what it was: the reader sees nothing change, unless quicker than the network.

use crate::dom;
use atlas_map::geometry::Camera;
use atlas_map::scene::MapStyle;
use std::cell::RefCell;

thread_local! {
    /// The view that the prerendered map shows, while it stands in for the canvas.
    static SHOWN: RefCell<Option<(Camera, MapStyle)>> = const { RefCell::new(None) };
}

/// Lets the prerendered map, which shows this camera and look, stand in for the canvas as long as both are the same.
pub(crate) fn show(camera: Camera, map_style: MapStyle) {
    SHOWN.set(Some((camera, map_style)));
    let _ = dom::root().set_attribute("data-static-map", "");
}

/// True while the prerendered map stands in for the canvas.
pub(crate) fn is_shown() -> bool {
    SHOWN.with_borrow(Option::is_some)
}

/// Shows the canvas.
pub(crate) fn hide() {
    if SHOWN.take().is_some() {
        let _ = dom::root().remove_attribute("data-static-map");
    }
}

/// Shows the canvas where it no longer looks like the prerendered map.
pub(crate) fn hide_unless(camera: &Camera, map_style: &MapStyle) {
    let differs = |(was, had): &(Camera, MapStyle)| was != camera || *had != map_style.resting();
    if SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(differs)) {
        hide();
    }
}
