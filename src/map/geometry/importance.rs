//! Which vertices matter at which level of detail.

use super::{Coord, segment::distance_to_segment};

/// For each vertex the largest tolerance (in the unit of the points) at which Douglas–Peucker still keeps it.
///
/// Computed once; any level of detail is then a filter, as in mapbox/geojson-vt. A vertex never matters more than
/// the one whose removal exposed it, so the filter gives the same line at every tolerance as the algorithm would.
/// Both ends are infinitely important.
pub fn importance(points: &[Coord]) -> Vec<f32> {
    let mut importance = vec![0.0; points.len()];
    if let [first, .., last] = importance.as_mut_slice() {
        (*first, *last) = (f32::INFINITY, f32::INFINITY);
    } else {
        importance.fill(f32::INFINITY);
        return importance;
    }
    let closed = points.first() == points.last();
    // An explicit stack: recursion overflows on adversarial lines.
    let mut spans = vec![(0, points.len() - 1, f64::INFINITY)];
    while let Some((from, to, cap)) = spans.pop() {
        let (Some(&a), Some(&b)) = (points.get(from), points.get(to)) else { continue };
        let farthest = (from + 1..to)
            .filter_map(|at| points.get(at).map(|&point| (at, distance_to_segment(point, a, b))))
            .max_by(|left, right| left.1.total_cmp(&right.1));
        let Some((at, far)) = farthest else { continue };
        // The first split of a ring has no line to measure from: both halves must survive.
        let matters = if closed && cap.is_infinite() { f64::INFINITY } else { far.min(cap) };
        if let Some(slot) = importance.get_mut(at) {
            *slot = matters as f32;
        }
        let cap = if matters.is_finite() { matters } else { f64::MAX };
        spans.extend([(from, at, cap), (at, to, cap)]);
    }
    importance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;

    #[test]
    fn a_corner_outlives_a_wobble() {
        let line = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)].map(|(x, y)| coord(x, y));
        let values = importance(&line);
        assert!(values[0].is_infinite() && values[3].is_infinite());
        assert!(values[2] > 5.0 && values[1] < 0.2 && values[1] > 0.05);
    }

    #[test]
    fn a_ring_keeps_its_far_point() {
        let ring = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)].map(|(x, y)| coord(x, y));
        let values = importance(&ring);
        assert!(values.iter().filter(|value| value.is_infinite()).count() == 3);
        assert!(values.iter().all(|value| *value > 1.0));
    }

    #[test]
    fn short_lines_are_kept_whole() {
        assert!(importance(&[]).is_empty());
        assert!(importance(&[coord(1.0, 1.0)])[0].is_infinite());
    }
}
