//! Rings made of shared lines, and distances.

use super::{Coord, Polyline, Rect};

/// A line of a pool as part of a ring or course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index in the pool.
    pub line: u32,
    /// Walked from its end to its start.
    pub reversed: bool,
}

/// A closed or open course of pieces.
#[derive(Clone, Debug)]
pub struct Ring {
    /// The pieces in order; each starts where the one before ends.
    pub pieces: Vec<Piece>,
    /// The smallest rectangle around them.
    pub bounds: Rect,
}

impl Ring {
    /// The course of these pieces of a pool.
    pub fn new(pieces: Vec<Piece>, pool: &[Polyline]) -> Ring {
        let mut ring = Ring { pieces, bounds: Rect::EMPTY };
        ring.measure(pool);
        ring
    }

    /// Measures its bounds again, after lines of the pool have been replaced.
    pub fn measure(&mut self, pool: &[Polyline]) {
        self.bounds = self.lines(pool).fold(Rect::EMPTY, |bounds, (line, _)| bounds.union(line.bounds()));
    }

    /// Its lines with their direction.
    pub fn lines<'a>(&'a self, pool: &'a [Polyline]) -> impl Iterator<Item = (&'a Polyline, bool)> + 'a {
        self.pieces.iter().filter_map(|piece| Some((pool.get(piece.line as usize)?, piece.reversed)))
    }
}

/// True when the rings hold the point by the even-odd rule.
///
/// A ray to the right is counted; stretches wholly above, below or left of it are passed over, and one wholly to the
/// right counts by its ends alone.
pub fn contains(rings: &[Ring], pool: &[Polyline], point: Coord) -> bool {
    let mut inside = false;
    for ring in rings.iter().filter(|ring| ring.bounds.contains(point)) {
        for (line, _) in ring.lines(pool) {
            if point.y < line.bounds().min.y || point.y > line.bounds().max.y || point.x > line.bounds().max.x {
                continue;
            }
            for stretch in line.stretches(false) {
                let Rect { min, max } = stretch.bounds;
                if point.y < min.y || point.y > max.y || point.x > max.x {
                    continue;
                }
                if point.x < min.x {
                    if let Some((a, b)) = stretch.ends(false) {
                        inside ^= (a.y > point.y) != (b.y > point.y);
                    }
                    continue;
                }
                for pair in stretch.points.windows(2) {
                    if let [a, b] = pair {
                        inside ^= crosses(*a, *b, point);
                    }
                }
            }
        }
    }
    inside
}

/// True when the segment crosses the ray from `point` to the right: a point is inside rings whose segments do so an odd
/// number of times.
pub fn crosses(a: Coord, b: Coord, point: Coord) -> bool {
    (a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn skipping_stretches_changes_nothing(
            wobble in prop::collection::vec(0.2..1.0, 100..400), x in -1.2..1.2, y in -1.2..1.2,
        ) {
            let count = wobble.len() as f64;
            let mut points: Vec<Coord> = wobble.iter().enumerate().map(|(at, radius)| {
                let angle = at as f64 / count * std::f64::consts::TAU;
                coord(radius * angle.cos(), radius * angle.sin())
            }).collect();
            points.push(points[0]);
            let brute = points.windows(2).filter(|pair| crosses(pair[0], pair[1], coord(x, y))).count() % 2 == 1;
            let pool = [Polyline::new(points)];
            let ring = Ring::new(vec![Piece { line: 0, reversed: false }], &pool);
            prop_assert_eq!(contains(&[ring], &pool, coord(x, y)), brute);
        }
    }
}
