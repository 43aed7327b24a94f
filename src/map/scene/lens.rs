//! The lens: an inset map of the South Caucasus, and its frame on the main map.

use super::{Look, World};
use crate::geometry::{Camera, Projection, Rect};

/// Middle of the inset (longitude, latitude), and its size, km.
const MIDDLE: (f64, f64) = (46.75, 39.62);
const SIZE: (f64, f64) = (640.0, 530.0);
/// The frame is drawn up to this scale, px for each kilometre: there it is as wide as the inset itself.
const MOST_SCALE: f64 = 0.5;

impl World {
    /// What the inset map shows, km.
    pub fn lens(&self) -> Rect {
        Rect::about(Projection::project(MIDDLE.0, MIDDLE.1), SIZE.0, SIZE.1)
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
