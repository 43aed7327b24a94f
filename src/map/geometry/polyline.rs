//! Lines with a level of detail and a coarse index of their own.

use super::{Coord, Rect, importance};

/// Segments in one chunk. Small enough to skip most of a long coast, large enough to cost nothing.
const CHUNK: usize = 24;

/// Tolerances, km, for which the vertices that matter may be kept apart. Each is four times the one before, and so has
/// about half its vertices.
const LEVELS: [f32; 5] = [0.25, 1.0, 4.0, 16.0, 64.0];

/// A line of the world plane (km) with the importance of its vertices and the bounds of its stretches.
#[derive(Clone, Debug)]
pub struct Polyline {
    points: Vec<Coord>,
    importance: Vec<f32>,
    chunks: Vec<Rect>,
    bounds: Rect,
    /// The vertices that matter from a tolerance on, which need not be picked out of the others then.
    coarse: Option<Box<(f32, Polyline)>>,
}

impl Polyline {
    /// A line whose importance is computed here.
    pub fn new(points: Vec<Coord>) -> Polyline {
        let importance = importance(&points);
        Polyline::with_importance(points, importance)
    }

    /// A line whose importance (largest tolerance in km at which a vertex is kept) is known.
    /// Vertices without one are always kept.
    pub fn with_importance(points: Vec<Coord>, mut importance: Vec<f32>) -> Polyline {
        importance.resize(points.len(), f32::INFINITY);
        let segments = points.len().saturating_sub(1);
        let chunks: Vec<Rect> = (0..segments)
            .step_by(CHUNK)
            .map(|start| Rect::around(points.iter().skip(start).take(CHUNK + 1).copied()))
            .collect();
        let bounds = Rect::around(points.iter().copied());
        let coarse = coarser(&points, &importance).map(Box::new);
        Polyline { points, importance, chunks, bounds, coarse }
    }

    /// The line to look at for a tolerance (km): with fewer vertices, or itself. The vertices that matter are the same.
    pub fn level(&self, tolerance: f64) -> &Polyline {
        let mut line = self;
        while let Some((_, coarse)) = line.coarse.as_deref().filter(|(from, _)| tolerance as f32 >= *from) {
            line = coarse;
        }
        line
    }

    /// All vertices.
    pub fn points(&self) -> &[Coord] {
        &self.points
    }

    /// The smallest rectangle around it.
    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    /// The vertices that matter at a tolerance (km), in order.
    pub fn simplified(&self, tolerance: f64) -> impl DoubleEndedIterator<Item = Coord> + '_ {
        let line = self.level(tolerance);
        let tolerance = tolerance as f32;
        line.points.iter().zip(&line.importance).filter(move |(_, value)| **value >= tolerance).map(|(point, _)| *point)
    }

    /// The stretches in order (or in reverse order): bounds, points and importance. Neighbours share a vertex.
    pub fn stretches(&self, reversed: bool) -> impl Iterator<Item = Stretch<'_>> + '_ {
        let count = self.chunks.len();
        (0..count).filter_map(move |step| self.stretch(if reversed { count - 1 - step } else { step }))
    }

    /// The stretch at a position in the order of the line.
    pub fn stretch(&self, at: usize) -> Option<Stretch<'_>> {
        let from = at * CHUNK;
        let to = (from + CHUNK + 1).min(self.points.len());
        Some(Stretch {
            bounds: *self.chunks.get(at)?,
            points: self.points.get(from..to)?,
            importance: self.importance.get(from..to)?,
        })
    }
}

/// The next coarser level of a line, if it is long and the level spares at least half of its vertices.
fn coarser(points: &[Coord], importance: &[f32]) -> Option<(f32, Polyline)> {
    if points.len() <= 2 * CHUNK {
        return None;
    }
    let kept = |from: f32| importance.iter().filter(move |value| **value >= from).count();
    let from = LEVELS.into_iter().find(|from| kept(*from) * 2 <= points.len())?;
    let matters = |value: &f32| *value >= from;
    let points = points.iter().zip(importance).filter(|(_, value)| matters(value)).map(|(point, _)| *point).collect();
    let importance = importance.iter().copied().filter(matters).collect();
    Some((from, Polyline::with_importance(points, importance)))
}

/// A few neighbouring vertices of a [`Polyline`], in its own direction.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// The smallest rectangle around them.
    pub bounds: Rect,
    /// The vertices.
    pub points: &'a [Coord],
    /// Their importance, km.
    pub importance: &'a [f32],
}

impl Stretch<'_> {
    /// First and last vertex in the direction asked for.
    pub fn ends(&self, reversed: bool) -> Option<(Coord, Coord)> {
        let (first, last) = (*self.points.first()?, *self.points.last()?);
        Some(if reversed { (last, first) } else { (first, last) })
    }

    /// Visits the vertices that matter, in the direction asked for.
    pub fn visit(&self, reversed: bool, tolerance: f64, mut visit: impl FnMut(Coord)) {
        let tolerance = tolerance as f32;
        let mut keep = |(point, value): (&Coord, &f32)| {
            if *value >= tolerance {
                visit(*point);
            }
        };
        let all = self.points.iter().zip(self.importance);
        if reversed { all.rev().for_each(&mut keep) } else { all.for_each(&mut keep) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_level_has_the_vertices_that_matter(
            steps in prop::collection::vec((0.0..9.0, -30.0..30.0), 2..400), tolerance in 0.0..90.0,
        ) {
            let mut x = 0.0;
            let points = steps.into_iter().map(|(step, y)| { x += step; coord(x, y) }).collect();
            let line = Polyline::new(points);
            let matters = |(point, value): (&Coord, &f32)| (*value >= tolerance as f32).then_some(*point);
            let expected: Vec<Coord> = line.points.iter().zip(&line.importance).filter_map(matters).collect();
            prop_assert_eq!(line.simplified(tolerance).collect::<Vec<_>>(), expected.clone());
            let mut visited = Vec::new();
            for stretch in line.level(tolerance).stretches(false) {
                stretch.visit(false, tolerance, |point| visited.push(point));
            }
            // Neighbouring stretches share a vertex.
            visited.dedup();
            let mut expected = expected;
            expected.dedup();
            prop_assert_eq!(visited, expected);
        }
    }

    #[test]
    fn a_long_line_of_small_bends_has_a_coarser_level() {
        let wave = (0..400).map(|step| coord(f64::from(step), f64::from(step % 2) * 0.1)).collect();
        let line = Polyline::new(wave);
        assert_eq!(line.level(0.0).points().len(), 400);
        assert!(line.level(1.0).points().len() < 200);
    }
}
