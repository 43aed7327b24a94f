//! Lines with a level of detail and a coarse index of their own.

use super::{Coord, Rect, importance};

/// Segments in one chunk. Small enough to skip most of a long coast, large enough to cost nothing.
const CHUNK: usize = 24;

/// A line of the world plane (km) with the importance of its vertices and the bounds of its stretches.
#[derive(Clone, Debug)]
pub struct Polyline {
    points: Vec<Coord>,
    importance: Vec<f32>,
    chunks: Vec<Rect>,
    bounds: Rect,
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
        Polyline { points, importance, chunks, bounds }
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
        let tolerance = tolerance as f32;
        self.points.iter().zip(&self.importance).filter(move |(_, value)| **value >= tolerance).map(|(point, _)| *point)
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
