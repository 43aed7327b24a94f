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
    let away = |at: usize, from: usize, to: usize| match (points.get(at), points.get(from), points.get(to)) {
        (Some(point), Some(a), Some(b)) => distance_to_segment(*point, *a, *b),
        _ => 0.0,
    };
    let mark = |at: usize, tolerance: f64| {
        if let Some(slot) = importance.get_mut(at) {
            *slot = tolerance as f32;
        }
    };
    // The first split of a ring has no line to measure from: both halves must survive.
    douglas_peucker(points.len(), points.first() == points.last(), away, mark);
    importance
}

/// The algorithm of Douglas and Peucker for all tolerances at once (D. H. Douglas and T. K. Peucker, *Algorithms for the
/// reduction of the number of points required to represent a digitized line or its caricature*, Cartographica 10 (2), 1973).
///
/// `away` is how far a vertex is from the line between two others, in any unit; `mark` is told the largest tolerance at
/// which a vertex is kept, never more than that of the vertex whose choice exposed it. The ends are not marked. With
/// `keeps_split` the vertex that is chosen first is kept at every tolerance.
pub fn douglas_peucker(
    count: usize,
    keeps_split: bool,
    away: impl Fn(usize, usize, usize) -> f64,
    mut mark: impl FnMut(usize, f64),
) {
    // An explicit stack: recursion overflows on adversarial lines.
    let mut spans = vec![(0, count.saturating_sub(1), f64::INFINITY)];
    while let Some((from, to, limit)) = spans.pop() {
        let farthest = (from + 1..to).map(|at| (at, away(at, from, to))).max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((at, far)) = farthest else { continue };
        let tolerance = if keeps_split && limit.is_infinite() { f64::INFINITY } else { far.min(limit) };
        mark(at, tolerance);
        let limit = if tolerance.is_finite() { tolerance } else { f64::MAX };
        spans.extend([(from, at, limit), (at, to, limit)]);
    }
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
