//! A good place for a name inside an area.

use super::{Coord, Polyline, Ring, contains, coord, distance_to_segment};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The point of an area farthest from its edge, roughly: within `precision` (km).
///
/// V. Agafonkin, *A new algorithm for finding a visual center of a polygon* (mapbox/polylabel): squares that cannot
/// beat the best distance found are never looked into. Only the largest ring counts.
pub fn pole(rings: &[Ring], pool: &[Polyline], precision: f64) -> Option<Coord> {
    let largest = rings.iter().max_by(|a, b| size(a).total_cmp(&size(b)))?;
    let bounds = largest.bounds;
    let edge: Vec<Coord> = largest
        .lines(pool)
        .flat_map(|(line, reversed)| {
            let points: Vec<Coord> = line.simplified(precision).collect();
            if reversed { points.into_iter().rev().collect() } else { points }
        })
        .collect();
    let side = bounds.width().min(bounds.height());
    if !side.is_finite() || side <= 0.0 {
        return None;
    }
    let cell = |centre: Coord, half: f64| {
        let gap = edge
            .windows(2)
            .filter_map(|pair| Some(distance_to_segment(centre, *pair.first()?, *pair.get(1)?)))
            .fold(f64::INFINITY, f64::min);
        let gap = if contains(std::slice::from_ref(largest), pool, centre) { gap } else { -gap };
        Cell { centre, half, gap, most: gap + half * std::f64::consts::SQRT_2 }
    };
    let mut best = cell(bounds.centre(), 0.0);
    let mut heap = BinaryHeap::new();
    let half = side / 2.0;
    let (columns, rows) = ((bounds.width() / side).ceil() as usize, (bounds.height() / side).ceil() as usize);
    for column in 0..columns.min(64) {
        for row in 0..rows.min(64) {
            let centre = coord(bounds.min.x + side * (column as f64 + 0.5), bounds.min.y + side * (row as f64 + 0.5));
            heap.push(cell(centre, half));
        }
    }
    // Each step looks into one square; the limit is far above what real areas need.
    for _ in 0..400 {
        let Some(next) = heap.pop() else { break };
        if next.gap > best.gap {
            best = next;
        }
        if next.most - best.gap <= precision {
            break;
        }
        let half = next.half / 2.0;
        for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            heap.push(cell(coord(next.centre.x + x, next.centre.y + y), half));
        }
    }
    Some(best.centre)
}

fn size(ring: &Ring) -> f64 {
    ring.bounds.width() * ring.bounds.height()
}

/// A square that may hold the pole.
#[derive(Clone, Copy)]
struct Cell {
    centre: Coord,
    half: f64,
    /// Distance of the centre from the edge, negative outside.
    gap: f64,
    /// The most any point of the square can reach.
    most: f64,
}

impl PartialEq for Cell {
    fn eq(&self, other: &Cell) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Cell {}
impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Cell) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Cell {
    fn cmp(&self, other: &Cell) -> Ordering {
        self.most.total_cmp(&other.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Piece;

    #[test]
    fn the_name_of_an_l_stands_in_its_thick_arm() {
        let corners = [(0.0, 0.0), (20.0, 0.0), (20.0, 4.0), (10.0, 4.0), (10.0, 30.0), (0.0, 30.0), (0.0, 0.0)];
        let pool = [Polyline::new(corners.map(|(x, y)| coord(x, y)).to_vec())];
        let ring = Ring::new(vec![Piece { line: 0, reversed: false }], &pool);
        let place = pole(&[ring], &pool, 0.1).expect("an area has a pole");
        assert!((place.x - 5.0).abs() < 0.5 && place.y > 4.0 && place.y < 26.0, "{place:?}");
    }
}
