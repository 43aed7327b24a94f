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

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::atlas::Lang;
    use crate::geometry::{Padding, coord};
    use crate::scene::tests::world;

    #[test]
    fn the_frame_goes_when_the_map_is_there() {
        let look = Look { lens: true, ..Look::default() };
        let camera = |frame: Rect| Camera::fit(frame, 880.0, 800.0, Padding::default());
        let frame = world().lens_frame(&camera(world().home(Lang::En)), &look).expect("a frame on the opening map");
        assert!(is_on_frame(&frame, frame.min.x + 1.0, frame.centre().y, 4.0));
        assert!(!is_on_frame(&frame, frame.centre().x, frame.centre().y, 4.0));
        assert!(world().lens_frame(&camera(world().lens()), &look).is_none());
        assert!(world().lens_frame(&camera(world().home(Lang::En)), &Look::default()).is_none());
        // It holds what the story is about.
        for (lon, lat) in [(46.2, 38.9), (45.4, 39.2), (49.87, 40.37), (44.5, 40.18), (46.3, 38.08), (48.87, 38.43)] {
            let place = Projection::project(lon, lat);
            assert!(world().lens().grown(-15.0).contains(coord(place.x, place.y)), "{lon} {lat}");
        }
    }
}
