//! Clipping a segment to a rectangle.

use super::{Coord, Rect};

/// The part of the segment from `a` to `b` inside the rectangle, as fractions of it; `None` when it misses.
///
/// Y.-D. Liang and B. A. Barsky, *A new concept and method for line clipping*, ACM TOG 3 (1), 1984.
pub fn clip_segment(a: Coord, b: Coord, rect: &Rect) -> Option<(f64, f64)> {
    // Most segments lie wholly to one side.
    let beyond = |a: f64, b: f64, low: f64, high: f64| a < low && b < low || a > high && b > high;
    if beyond(a.x, b.x, rect.min.x, rect.max.x) || beyond(a.y, b.y, rect.min.y, rect.max.y) {
        return None;
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let sides = [(-dx, a.x - rect.min.x), (dx, rect.max.x - a.x), (-dy, a.y - rect.min.y), (dy, rect.max.y - a.y)];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (towards, room) in sides {
        if towards < 0.0 {
            enter = enter.max(room / towards);
        } else if towards > 0.0 {
            leave = leave.min(room / towards);
        }
    }
    (enter <= leave).then_some((enter, leave))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;

    #[test]
    fn segments_are_cut_at_the_edges() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(clip_segment(coord(-10.0, 5.0), coord(30.0, 5.0), &rect), Some((0.25, 0.5)));
        assert_eq!(clip_segment(coord(1.0, 1.0), coord(2.0, 2.0), &rect), Some((0.0, 1.0)));
        assert_eq!(clip_segment(coord(-5.0, 4.0), coord(4.0, -6.0), &rect), None);
        assert_eq!(clip_segment(coord(-1.0, 0.0), coord(-1.0, 9.0), &rect), None);
    }
}
