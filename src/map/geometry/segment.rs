//! A straight segment and what lies beside it.

use super::{Coord, coord, distance};

/// Distance of a point from the segment from `a` to `b`.
pub fn distance_to_segment(point: Coord, a: Coord, b: Coord) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let square = dx * dx + dy * dy;
    if square == 0.0 {
        return distance(point, a);
    }
    let t = (((point.x - a.x) * dx + (point.y - a.y) * dy) / square).clamp(0.0, 1.0);
    distance(point, coord(a.x + t * dx, a.y + t * dy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_to_a_segment() {
        let (a, b) = (coord(0.0, 0.0), coord(10.0, 0.0));
        assert_eq!(distance_to_segment(coord(5.0, 3.0), a, b), 3.0);
        assert_eq!(distance_to_segment(coord(13.0, 4.0), a, b), 5.0);
        assert_eq!(distance_to_segment(coord(3.0, 4.0), a, a), 5.0);
    }
}
