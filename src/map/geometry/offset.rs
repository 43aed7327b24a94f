//! A line beside a line.

use super::{Coord, coord, distance};

/// The line moved sideways by a distance in its own unit: to the right of its direction when positive (y is down).
///
/// Each vertex moves along the middle of the normals of its neighbours; at sharp turns no farther than twice the
/// distance.
pub fn offset(points: &[Coord], by: f64) -> Vec<Coord> {
    let normal = |a: Option<&Coord>, b: Option<&Coord>| {
        let (a, b) = (a?, b?);
        let length = distance(*a, *b);
        (length > 0.0).then(|| coord(-(b.y - a.y) / length, (b.x - a.x) / length))
    };
    let mut out = Vec::with_capacity(points.len());
    for (at, point) in points.iter().enumerate() {
        let before = normal(at.checked_sub(1).and_then(|last| points.get(last)), Some(point));
        let after = normal(Some(point), points.get(at + 1));
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (Some(only), None) | (None, Some(only)) => (only, only),
            (None, None) => (coord(0.0, 0.0), coord(0.0, 0.0)),
        };
        let sum = coord(before.x + after.x, before.y + after.y);
        // The mitre: the sum of two unit normals is as much too short as the vertex must go farther.
        let square = (sum.x * sum.x + sum.y * sum.y).max(1.0);
        out.push(coord(point.x + sum.x * 2.0 / square * by, point.y + sum.y * 2.0 / square * by));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_keeps_its_distance() {
        let line = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)].map(|(x, y)| coord(x, y));
        let moved = offset(&line, 2.0);
        let expected = [(0.0, 2.0), (8.0, 2.0), (8.0, 10.0)].map(|(x, y)| coord(x, y));
        for (a, b) in moved.iter().zip(expected) {
            assert!(distance(*a, b) < 1e-9, "{moved:?}");
        }
        assert_eq!(offset(&[coord(1.0, 1.0)], 5.0), [coord(1.0, 1.0)]);
    }
}
