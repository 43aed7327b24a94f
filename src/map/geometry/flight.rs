//! Smooth flight between two cameras.

use super::maths::{self, asinh, sinh_cosh};
use super::{Camera, coord, distance};

/// How strongly the path rises before it crosses a distance; √2 suits readers (van Wijk & Nuij, section 5).
const RHO: f64 = std::f64::consts::SQRT_2;
/// Milliseconds for each unit of the path's own length.
const PACE: f64 = 420.0;

/// A flight that looks evenly fast all the way.
///
/// J. J. van Wijk and W. A. A. Nuij, *Smooth and efficient zooming and panning*, IEEE InfoVis 2003, equation 9.
/// The screen size is that of the destination throughout.
#[derive(Clone, Copy, Debug)]
pub struct Flight {
    from: Camera,
    to: Camera,
    /// Visible widths, km.
    widths: (f64, f64),
    /// Distance of the centres, km.
    distance: f64,
    r0: f64,
    /// Length of the path in its own metric.
    length: f64,
}

impl Flight {
    /// The flight between two cameras.
    pub fn new(from: Camera, to: Camera) -> Flight {
        let from = from.resized(to.width, to.height);
        let (w0, w1) = (from.width / from.scale, to.width / to.scale);
        let d = distance(from.centre, to.centre);
        if d < 1e-6 * w0.max(w1) {
            let length = maths::ln(w1 / w0).abs() / RHO;
            return Flight { from, to, widths: (w0, w1), distance: 0.0, r0: 0.0, length };
        }
        let rho4 = RHO.powi(4);
        let b = |w: f64, sign: f64| (w1 * w1 - w0 * w0 + sign * rho4 * d * d) / (2.0 * w * RHO * RHO * d);
        let r = |b: f64| asinh(-b);
        let (r0, r1) = (r(b(w0, 1.0)), r(b(w1, -1.0)));
        Flight { from, to, widths: (w0, w1), distance: d, r0, length: (r1 - r0) / RHO }
    }

    /// How long it should take, milliseconds; 0 when there is nowhere to go.
    pub fn duration(&self) -> f64 {
        if self.length < 1e-3 { 0.0 } else { (self.length * PACE).clamp(200.0, 1600.0) }
    }

    /// The camera at `t` from 0 (start) to 1 (end).
    pub fn at(&self, t: f64) -> Camera {
        if t <= 0.0 {
            return self.from;
        }
        if t >= 1.0 || t.is_nan() {
            return self.to;
        }
        let (w0, w1) = self.widths;
        let s = t * self.length;
        let (along, width) = if self.distance == 0.0 {
            (0.0, w0 * maths::exp(RHO * s * if w1 < w0 { -1.0 } else { 1.0 }))
        } else {
            let ((sinh0, cosh0), (sinh, cosh)) = (sinh_cosh(self.r0), sinh_cosh(RHO * s + self.r0));
            let u = w0 / (RHO * RHO) * (cosh0 * sinh / cosh - sinh0);
            (u / self.distance, w0 * cosh0 / cosh)
        };
        let (a, b) = (self.from.centre, self.to.centre);
        let centre = coord(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along);
        Camera { centre, scale: self.to.width / width, ..self.to }
    }
}

/// The camera at `t` (0 to 1) of the flight between two cameras.
pub fn flight(from: Camera, to: Camera, t: f64) -> Camera {
    Flight::new(from, to).at(t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_starts_and_ends_where_it_should_and_rises_between() {
        let from = Camera::from_at(30.3, 59.9, 4.0, 800.0, 600.0);
        let to = Camera::from_at(72.9, 18.9, 5.0, 800.0, 600.0);
        let flight = Flight::new(from, to);
        for (t, end) in [(1e-9, from), (1.0 - 1e-9, to)] {
            let camera = flight.at(t);
            assert!(distance(camera.centre, end.centre) < 0.01, "{t}");
            assert!((camera.scale / end.scale - 1.0).abs() < 1e-4);
        }
        assert!(flight.at(0.5).scale < from.scale / 4.0);
        assert!(flight.duration() > 500.0);
    }

    #[test]
    fn a_pure_zoom_is_exponential() {
        let from = Camera::from_at(45.0, 40.0, 1.0, 800.0, 600.0);
        let to = Camera { scale: from.scale * 16.0, ..from };
        assert!((flight(from, to, 0.5).scale / from.scale - 4.0).abs() < 1e-9);
        assert_eq!(Flight::new(from, from).duration(), 0.0);
    }
}
