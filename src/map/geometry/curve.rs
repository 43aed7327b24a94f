//! Gently bent lines for lettering.

use super::maths::hypot;
use super::{Coord, coord, distance};

/// A quadratic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it begins.
    pub from: Coord,
    /// Where its tangents at both ends meet.
    pub control: Coord,
    /// Where it ends.
    pub to: Coord,
}

/// Segments by which a curve is measured: lettering is bent too little for more to be seen.
const SEGMENTS: usize = 16;

impl Curve {
    /// The curve through three points, the second half way.
    pub fn through(from: Coord, middle: Coord, to: Coord) -> Curve {
        let control = coord(2.0 * middle.x - (from.x + to.x) / 2.0, 2.0 * middle.y - (from.y + to.y) / 2.0);
        Curve { from, control, to }
    }

    /// The point at a share of the parameter, 0 to 1; a little beyond either end the curve goes on as it bends.
    pub fn at(&self, t: f64) -> Coord {
        let mix = |a: f64, b: f64, c: f64| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        coord(mix(self.from.x, self.control.x, self.to.x), mix(self.from.y, self.control.y, self.to.y))
    }

    /// Direction at a share of the parameter, of length one.
    pub fn direction(&self, t: f64) -> Coord {
        let Coord { x, y } = self.tangent(t);
        let length = hypot(x, y).max(f64::MIN_POSITIVE);
        coord(x / length, y / length)
    }

    /// Which way it goes at a share of the parameter, of any length.
    fn tangent(&self, t: f64) -> Coord {
        let mix = |a: f64, b: f64, c: f64| (1.0 - t) * (b - a) + t * (c - b);
        coord(mix(self.from.x, self.control.x, self.to.x), mix(self.from.y, self.control.y, self.to.y))
    }

    /// The same curve in other units or elsewhere.
    pub fn mapped(&self, map: impl Fn(Coord) -> Coord) -> Curve {
        Curve { from: map(self.from), control: map(self.control), to: map(self.to) }
    }

    /// The part between two shares of the parameter.
    pub fn part(&self, from: f64, to: f64) -> Curve {
        Curve::through(self.at(from), self.at((from + to) / 2.0), self.at(to))
    }

    /// A curve beside it, to the right of its direction when positive (y is down).
    pub fn beside(&self, by: f64) -> Curve {
        let moved = |t: f64| {
            let (point, direction) = (self.at(t), self.direction(t));
            coord(point.x - direction.y * by, point.y + direction.x * by)
        };
        Curve::through(moved(0.0), moved(0.5), moved(1.0))
    }

    /// Its length and, on the way, the parameter at a length from its start.
    pub fn ruler(&self) -> Ruler {
        let mut lengths = [0.0; SEGMENTS + 1];
        let mut last = self.from;
        let mut length = 0.0;
        for (step, known) in lengths.iter_mut().enumerate() {
            let point = self.at(step as f64 / SEGMENTS as f64);
            length += distance(last, point);
            *known = length;
            last = point;
        }
        Ruler { lengths }
    }
}

/// The lengths along a [`Curve`].
pub struct Ruler {
    lengths: [f64; SEGMENTS + 1],
}

impl Ruler {
    /// Length of the whole curve.
    pub fn length(&self) -> f64 {
        self.lengths.last().copied().unwrap_or(0.0)
    }

    /// The parameter at a length from the start; beyond the ends it goes on evenly.
    pub fn parameter(&self, length: f64) -> f64 {
        let next = self.lengths.partition_point(|known| *known < length).clamp(1, SEGMENTS);
        let (Some(from), Some(to)) = (self.lengths.get(next - 1), self.lengths.get(next)) else { return 0.0 };
        let within = if to > from { (length - from) / (to - from) } else { 0.0 };
        ((next - 1) as f64 + within) / SEGMENTS as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_passes_through_its_middle_and_is_measured() {
        let curve = Curve::through(coord(0.0, 0.0), coord(50.0, 20.0), coord(100.0, 0.0));
        assert!(distance(curve.at(0.5), coord(50.0, 20.0)) < 1e-9);
        let ruler = curve.ruler();
        assert!(ruler.length() > 108.0 && ruler.length() < 112.0);
        assert!((ruler.parameter(ruler.length() / 2.0) - 0.5).abs() < 1e-9);
        assert!(ruler.parameter(ruler.length() + 10.0) > 1.0);
        assert!(curve.direction(0.0).y > 0.0 && curve.direction(1.0).y < 0.0);
    }

    #[test]
    fn parts_and_neighbours_keep_the_bend() {
        let curve = Curve::through(coord(0.0, 0.0), coord(50.0, 20.0), coord(100.0, 0.0));
        let part = curve.part(0.25, 0.75);
        assert!(distance(part.at(0.5), curve.at(0.5)) < 1e-9 && distance(part.at(0.0), curve.at(0.25)) < 1e-9);
        assert!(distance(curve.beside(8.0).at(0.5), coord(50.0, 28.0)) < 1e-9);
    }
}
