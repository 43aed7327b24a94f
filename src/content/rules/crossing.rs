//! Where a ring crosses or touches itself.

use geo::line_intersection::{LineIntersection, line_intersection};
use geo_types::{Coord, Line};

/// The first place at which a closed ring meets itself, and the index of the earlier of the two segments.
///
/// Segments are sorted from west to east, so that only those are compared whose longitudes overlap.
pub(super) fn find(ring: &[Coord<f64>]) -> Option<(usize, Coord<f64>)> {
    let mut segments: Vec<(usize, Line<f64>)> = ring
        .windows(2)
        .enumerate()
        .filter_map(|(index, ends)| match *ends {
            [from, to] if from != to => Some((index, Line::new(from, to))),
            _ => None,
        })
        .collect();
    let last = segments.last().map_or(0, |(index, _)| *index);
    let first = segments.first().map_or(0, |(index, _)| *index);
    let west = |line: &Line<f64>| line.start.x.min(line.end.x);
    let east = |line: &Line<f64>| line.start.x.max(line.end.x);
    segments.sort_by(|(_, a), (_, b)| west(a).total_cmp(&west(b)));
    let mut found: Option<(usize, Coord<f64>)> = None;
    for (position, (index, line)) in segments.iter().enumerate() {
        let near = segments[position + 1..].iter().take_while(|(_, other)| west(other) <= east(line));
        for (other_index, other) in near {
            let wraps = (*index == first && *other_index == last) || (*index == last && *other_index == first);
            let neighbours = wraps || line.end == other.start || other.end == line.start;
            let Some(place) = meeting(*line, *other, neighbours) else { continue };
            let earlier = *index.min(other_index);
            if found.is_none_or(|(best, _)| earlier < best) {
                found = Some((earlier, place));
            }
        }
    }
    found
}

/// Where two segments meet; neighbours may share their common end, but nothing else.
fn meeting(line: Line<f64>, other: Line<f64>, neighbours: bool) -> Option<Coord<f64>> {
    match line_intersection(line, other)? {
        LineIntersection::SinglePoint { intersection, .. } => (!neighbours).then_some(intersection),
        LineIntersection::Collinear { intersection } => {
            (!neighbours || intersection.start != intersection.end).then_some(intersection.end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<Coord<f64>> {
        points.iter().map(|(x, y)| Coord { x: *x, y: *y }).collect()
    }

    #[test]
    fn a_simple_ring_does_not_meet_itself() {
        assert_eq!(find(&ring(&[(0., 0.), (4., 0.), (4., 4.), (2., 1.), (0., 4.), (0., 0.)])), None);
    }

    #[test]
    fn a_bow_tie_crosses_in_the_middle() {
        let bow_tie = ring(&[(0., 0.), (2., 2.), (2., 0.), (0., 2.), (0., 0.)]);
        assert_eq!(find(&bow_tie), Some((0, Coord { x: 1., y: 1. })));
    }

    #[test]
    fn a_spike_and_a_touch_are_found() {
        let spike = ring(&[(0., 0.), (4., 0.), (4., 4.), (6., 4.), (4., 4.), (0., 4.), (0., 0.)]);
        assert!(find(&spike).is_some());
        let touch = ring(&[(0., 0.), (4., 0.), (4., 4.), (2., 0.), (0., 4.), (0., 0.)]);
        assert_eq!(find(&touch), Some((0, Coord { x: 2., y: 0. })));
    }
}
