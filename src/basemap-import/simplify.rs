//! How much each point of an arc matters, computed once (Douglas–Peucker).

use super::grid::{Point, distance, distance_to_segment};
use atlas_map::geometry::douglas_peucker;

/// For each point the largest tolerance in kilometres at which it is still needed; infinite for both ends.
///
/// Never larger than for the points that were chosen before it, so dropping all below any tolerance gives exactly
/// the Douglas–Peucker line for that tolerance. A closed arc is first divided at the point farthest from its ends.
pub(super) fn importance(points: &[Point]) -> Vec<f64> {
    let mut importance = vec![f64::INFINITY; points.len()];
    let away = |at: usize, from: usize, to: usize| {
        if points[from] == points[to] {
            distance(points[at], points[from])
        } else {
            distance_to_segment(points[at], points[from], points[to])
        }
    };
    douglas_peucker(points.len(), false, away, |at, tolerance| importance[at] = tolerance);
    importance
}

#[cfg(test)]
mod tests {
    use super::super::grid::point;
    use super::*;

    #[test]
    fn a_peak_matters_by_its_height() {
        let line = [point(0.0, 0.0), point(0.5, 0.001), point(1.0, 0.1), point(1.5, 0.001), point(2.0, 0.0)];
        let found = importance(&line);
        assert_eq!((found[0], found[4]), (f64::INFINITY, f64::INFINITY));
        assert!((found[2] - 11.1).abs() < 0.1, "{found:?}");
        assert!(found[1] < found[2] && found[3] < found[2]);
    }

    #[test]
    fn a_closed_arc_keeps_a_second_point() {
        let ring = [point(0.0, 0.0), point(1.0, 0.0), point(1.0, 1.0), point(0.0, 1.0), point(0.0, 0.0)];
        let found = importance(&ring);
        assert!(found[2] > 150.0 && found[1] > 70.0 && found[1] <= found[2]);
        assert_eq!(importance(&[]), Vec::<f64>::new());
    }
}
