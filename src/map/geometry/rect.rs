//! Axis-parallel rectangles.

use super::{Coord, coord};

/// An axis-parallel rectangle; empty until it includes a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left and top.
    pub min: Coord,
    /// Right and bottom.
    pub max: Coord,
}

impl Rect {
    /// The rectangle that holds nothing.
    pub const EMPTY: Rect = Rect {
        min: Coord { x: f64::INFINITY, y: f64::INFINITY },
        max: Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
    };

    /// The rectangle with these sides.
    pub const fn new(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { min: coord(left, top), max: coord(right, bottom) }
    }

    /// The rectangle of this size about a centre.
    pub fn about(centre: Coord, width: f64, height: f64) -> Rect {
        Rect::new(centre.x - width / 2.0, centre.y - height / 2.0, centre.x + width / 2.0, centre.y + height / 2.0)
    }

    /// The smallest rectangle around all points.
    pub fn around(points: impl IntoIterator<Item = Coord>) -> Rect {
        points.into_iter().fold(Rect::EMPTY, |rect, point| rect.including(point))
    }

    /// True when it holds no point.
    pub fn is_empty(&self) -> bool {
        self.min.x > self.max.x || self.min.y > self.max.y
    }

    /// Width, never negative.
    pub fn width(&self) -> f64 {
        (self.max.x - self.min.x).max(0.0)
    }

    /// Height, never negative.
    pub fn height(&self) -> f64 {
        (self.max.y - self.min.y).max(0.0)
    }

    /// The point in the middle.
    pub fn centre(&self) -> Coord {
        coord((self.min.x + self.max.x) / 2.0, (self.min.y + self.max.y) / 2.0)
    }

    /// Grown to hold `point`.
    pub fn including(self, point: Coord) -> Rect {
        Rect::new(self.min.x.min(point.x), self.min.y.min(point.y), self.max.x.max(point.x), self.max.y.max(point.y))
    }

    /// Grown to hold `other`.
    pub fn union(self, other: Rect) -> Rect {
        Rect::new(
            self.min.x.min(other.min.x),
            self.min.y.min(other.min.y),
            self.max.x.max(other.max.x),
            self.max.y.max(other.max.y),
        )
    }

    /// Grown by `by` on every side.
    pub fn grown(self, by: f64) -> Rect {
        Rect::new(self.min.x - by, self.min.y - by, self.max.x + by, self.max.y + by)
    }

    /// True when the point lies inside or on the edge.
    pub fn contains(&self, point: Coord) -> bool {
        point.x >= self.min.x && point.x <= self.max.x && point.y >= self.min.y && point.y <= self.max.y
    }

    /// True when the other lies wholly inside.
    pub fn covers(&self, other: &Rect) -> bool {
        other.min.x >= self.min.x && other.max.x <= self.max.x && other.min.y >= self.min.y && other.max.y <= self.max.y
    }

    /// True when the two share a point.
    pub fn intersects(&self, other: &Rect) -> bool {
        self.min.x <= other.max.x && other.min.x <= self.max.x && self.min.y <= other.max.y && other.min.y <= self.max.y
    }

    /// Widened or heightened about its centre to at least this ratio range of width to height.
    pub fn with_aspect(self, least: f64, most: f64) -> Rect {
        let (width, height) = (self.width(), self.height());
        Rect::about(self.centre(), width.max(height * least), height.max(width / most))
    }
}
