//! What part of the world plane is on the screen.

use super::maths::{exp2, hypot, log2, power};
use super::{Coord, Projection, Rect, coord};

/// Pixels for each kilometre at zoom 0; each further zoom step doubles it.
pub const SCALE_AT_ZOOM_0: f64 = 0.13;

/// A view of the world plane on a screen of CSS pixels. Immutable; every movement gives a new one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Camera {
    /// The place in the middle of the screen, km.
    pub centre: Coord,
    /// Pixels for each kilometre of the plane.
    pub scale: f64,
    /// Width of the screen, px.
    pub width: f64,
    /// Height of the screen, px.
    pub height: f64,
}

/// Room to keep free at the sides of the screen, px.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Padding {
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
}

/// How far a camera may go.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Limits {
    /// What there is to see, km: the view stays inside while it is smaller, and around it while it is larger.
    pub bounds: Rect,
    /// Least and most pixels for each kilometre.
    pub scale: (f64, f64),
}

impl Camera {
    /// The screen position of a place.
    pub fn to_screen(&self, place: Coord) -> Coord {
        coord(
            (place.x - self.centre.x) * self.scale + self.width / 2.0,
            (place.y - self.centre.y) * self.scale + self.height / 2.0,
        )
    }

    /// The place at a screen position.
    pub fn to_world(&self, position: Coord) -> Coord {
        coord(
            (position.x - self.width / 2.0) / self.scale + self.centre.x,
            (position.y - self.height / 2.0) / self.scale + self.centre.y,
        )
    }

    /// The part of the world plane under a rectangle of the screen, px.
    pub fn to_world_rect(&self, area: &Rect) -> Rect {
        Rect { min: self.to_world(area.min), max: self.to_world(area.max) }
    }

    /// The screen, px.
    pub fn screen(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }

    /// The part of the world plane on the screen, km.
    pub fn view(&self) -> Rect {
        Rect::about(self.centre, self.width / self.scale, self.height / self.scale)
    }

    /// The map pushed by so many pixels to the right and down, as a dragging finger does.
    pub fn panned(self, dx: f64, dy: f64) -> Camera {
        Camera { centre: coord(self.centre.x - dx / self.scale, self.centre.y - dy / self.scale), ..self }
    }

    /// Magnified by `factor` while the place at screen position (x, y) stays where it is.
    pub fn zoomed_about(self, x: f64, y: f64, factor: f64) -> Camera {
        let fixed = self.to_world(coord(x, y));
        let scale = self.scale * factor;
        let centre = coord(fixed.x - (x - self.width / 2.0) / scale, fixed.y - (y - self.height / 2.0) / scale);
        Camera { centre, scale, ..self }
    }

    /// The same view with so many pixels more on each side.
    pub fn widened(self, by: f64) -> Camera {
        Camera { width: self.width + 2.0 * by, height: self.height + 2.0 * by, ..self }
    }

    /// The view after a movement has gone on for `times` as long as it took from the view `before` to this one: moved at
    /// most `far` pixels, magnified at most twice.
    pub fn foreseen(self, before: &Camera, times: f64, far: f64) -> Camera {
        let (x, y) = ((self.centre.x - before.centre.x) * times, (self.centre.y - before.centre.y) * times);
        let moved = hypot(x, y) * self.scale;
        let share = if moved > far { far / moved } else { 1.0 };
        let scale = self.scale * power(self.scale / before.scale, times).clamp(0.5, 2.0);
        Camera { centre: coord(self.centre.x + x * share, self.centre.y + y * share), scale, ..self }
    }

    /// The whole of `bounds` as large as the padded screen allows, in its middle.
    ///
    /// With no padding this is `preserveAspectRatio="xMidYMid meet"` of an SVG whose viewBox is `bounds`.
    pub fn fit(bounds: Rect, width: f64, height: f64, padding: Padding) -> Camera {
        let (width, height) = (width.max(1.0), height.max(1.0));
        let free_width = (width - padding.left - padding.right).max(1.0);
        let free_height = (height - padding.top - padding.bottom).max(1.0);
        let scale = (free_width / bounds.width().max(1e-6)).min(free_height / bounds.height().max(1e-6));
        let middle = bounds.centre();
        let centre = coord(
            middle.x + (padding.right - padding.left) / 2.0 / scale,
            middle.y + (padding.bottom - padding.top) / 2.0 / scale,
        );
        Camera { centre, scale, width, height }
    }

    /// The nearest camera within the limits. Zooming stops about the centre.
    pub fn clamped(self, limits: &Limits) -> Camera {
        let scale = between(self.scale, limits.scale.0, limits.scale.1);
        let Rect { min, max } = limits.bounds;
        let within = |value: f64, low: f64, high: f64, size: f64| {
            let (low, high) = (low + size / scale / 2.0, high - size / scale / 2.0);
            between(value, low.min(high), low.max(high))
        };
        let centre =
            coord(within(self.centre.x, min.x, max.x, self.width), within(self.centre.y, min.y, max.y, self.height));
        Camera { centre, scale, ..self }
    }

    /// Longitude and latitude of the centre in degrees, and the zoom: the `at` of the address.
    pub fn at(&self) -> (f64, f64, f64) {
        let (lon, lat) = Projection::unproject(self.centre);
        (lon, lat, self.zoom())
    }

    /// The camera of an `at`.
    pub fn from_at(lon: f64, lat: f64, zoom: f64, width: f64, height: f64) -> Camera {
        let scale = SCALE_AT_ZOOM_0 * exp2(zoom);
        Camera { centre: Projection::project(lon, lat), scale, width: width.max(1.0), height: height.max(1.0) }
    }

    /// Doublings of the scale since zoom 0.
    pub fn zoom(&self) -> f64 {
        log2(self.scale / SCALE_AT_ZOOM_0)
    }

    /// The same centre and scale on another screen.
    pub fn resized(self, width: f64, height: f64) -> Camera {
        Camera { width: width.max(1.0), height: height.max(1.0), ..self }
    }

    /// Kilometres on the ground, not on the plane, under one pixel in the middle of the screen: for the scale bar.
    pub fn kilometres_per_pixel_at_centre(&self) -> f64 {
        1.0 / (self.scale * Projection::scale_factor(self.centre))
    }
}

/// `f64::clamp` without its panic on an empty range; also tames NaN.
fn between(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cameras() -> impl Strategy<Value = Camera> {
        (20.0..90.0, 8.0..63.0, -1.0..7.0, 100.0..3000.0, 100.0..2000.0)
            .prop_map(|(lon, lat, zoom, width, height)| Camera::from_at(lon, lat, zoom, width, height))
    }

    #[test]
    fn a_movement_is_foreseen() {
        let before = Camera::from_at(50.0, 40.0, 2.0, 400.0, 300.0);
        let dragged = before.panned(10.0, -5.0);
        let same = |one: Camera, other: Camera| {
            let gap = crate::geometry::distance(one.centre, other.centre) * one.scale;
            assert!(gap < 1e-6 && (one.scale / other.scale - 1.0).abs() < 1e-9, "{one:?} {other:?}");
        };
        same(dragged.foreseen(&before, 3.0, 500.0), before.panned(40.0, -20.0));
        same(dragged.foreseen(&before, 1e9, 111.803_398_874_989_5), dragged.panned(100.0, -50.0));
        same(dragged.foreseen(&dragged, 9.0, 500.0), dragged);
        let zoomed = before.zoomed_about(200.0, 150.0, 0.9);
        same(zoomed.foreseen(&before, 2.0, 500.0), before.zoomed_about(200.0, 150.0, 0.9 * 0.9 * 0.9));
        assert!(zoomed.foreseen(&before, 100.0, 500.0).scale == zoomed.scale * 0.5);
    }

    proptest! {
        #[test]
        fn screen_and_world_are_inverse(camera in cameras(), x in 0.0..3000.0, y in 0.0..2000.0) {
            let back = camera.to_screen(camera.to_world(coord(x, y)));
            prop_assert!((back.x - x).abs() < 1e-6 && (back.y - y).abs() < 1e-6);
        }

        #[test]
        fn zooming_keeps_the_place_under_the_pointer(camera in cameras(), x in 0.0..500.0, y in 0.0..500.0, factor in 0.2..5.0) {
            let before = camera.to_world(coord(x, y));
            let after = camera.zoomed_about(x, y, factor).to_world(coord(x, y));
            prop_assert!((before.x - after.x).abs() < 1e-6 && (before.y - after.y).abs() < 1e-6);
        }

        #[test]
        fn a_clamped_camera_stays_on_the_sheet(camera in cameras(), dx in -9e3..9e3, dy in -9e3..9e3) {
            let limits = Limits { bounds: Rect::new(-3500.0, -3000.0, 3900.0, 3000.0), scale: (0.1, 10.0) };
            let clamped = camera.panned(dx, dy).clamped(&limits);
            prop_assert_eq!(clamped.clamped(&limits), clamped);
            let view = clamped.view().grown(-1e-6);
            let fits = view.width() < 7400.0 && view.height() < 6000.0;
            prop_assert!(!fits || limits.bounds.covers(&view));
        }

        #[test]
        fn at_survives_the_address(camera in cameras()) {
            let (lon, lat, zoom) = camera.at();
            let back = Camera::from_at(lon, lat, zoom, camera.width, camera.height);
            prop_assert!((back.centre.x - camera.centre.x).abs() < 1e-6);
            prop_assert!((back.scale - camera.scale).abs() < 1e-9);
        }

        #[test]
        fn a_fitted_rectangle_is_inside_the_padding(camera in cameras(), w in 10.0..5000.0, h in 10.0..5000.0) {
            let bounds = Rect::about(coord(100.0, -300.0), w, h);
            let padding = Padding { top: 10.0, right: 30.0, bottom: 5.0, left: 0.0 };
            let fitted = Camera::fit(bounds, camera.width, camera.height, padding);
            let (a, b) = (fitted.to_screen(bounds.min), fitted.to_screen(bounds.max));
            prop_assert!(a.x >= -1e-6 && a.y >= 10.0 - 1e-6);
            prop_assert!(b.x <= camera.width - 30.0 + 1e-6 && b.y <= camera.height - 5.0 + 1e-6);
        }
    }
}
