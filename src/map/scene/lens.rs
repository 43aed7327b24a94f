//! The lens: an inset map of a part of the atlas, and its frame on the main map.

use super::{Look, MapData};
use crate::geometry::{Camera, Projection, Rect};

/// The frame is drawn up to this scale, px for each kilometre: there it is as wide as the inset itself.
const MOST_SCALE: f64 = 0.5;

impl MapData {
    /// What the inset map shows, km.
    pub fn lens(&self) -> Rect {
        let ((lon, lat), (width, height)) = (self.inset().middle, self.inset().size);
        Rect::about(Projection::project(lon, lat), width, height)
    }

    /// The frame of the inset on the main map, px; `None` while there is no inset, out of sight, or when the map shows
    /// as much itself.
    pub fn lens_frame(&self, camera: &Camera, look: &Look) -> Option<Rect> {
        let lens = self.lens();
        let frame = Rect { min: camera.to_screen(lens.min), max: camera.to_screen(lens.max) };
        let seen = frame.intersects(&camera.screen());
        (look.lens && camera.scale < MOST_SCALE && seen).then_some(frame)
    }
}

/// True when a position is on the line of a frame, give or take `slop`, px.
pub fn is_on_frame(frame: &Rect, x: f64, y: f64, slop: f64) -> bool {
    let at = crate::geometry::coord(x, y);
    frame.grown(slop).contains(at) && !frame.grown(-slop).contains(at)
}
