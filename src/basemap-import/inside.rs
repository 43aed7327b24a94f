//! Whether a point lies inside many rings, quickly: edges sorted into bands of latitude.

use super::grid::Point;
use atlas_map::geometry::{coord, crosses};

/// Height of a band, in grid steps.
const BAND: i32 = 5_000;

/// Rings to ask for points inside, by the even-odd rule.
pub(super) struct Inside {
    first: i32,
    bands: Vec<Vec<[Point; 2]>>,
}

impl Inside {
    /// Prepares rings, each without its first point repeated.
    pub(super) fn new<'a>(rings: impl IntoIterator<Item = &'a Vec<Point>> + Clone) -> Self {
        let rows = || rings.clone().into_iter().flatten().map(|point| point[1].div_euclid(BAND));
        let first = rows().min().unwrap_or(0);
        let last = rows().max().unwrap_or(-1).max(first - 1);
        let mut bands = vec![Vec::new(); usize::try_from(last - first + 1).unwrap_or(0)];
        for ring in rings {
            for (index, &a) in ring.iter().enumerate() {
                let b = ring[(index + 1) % ring.len()];
                let (low, high) = (a[1].min(b[1]).div_euclid(BAND), a[1].max(b[1]).div_euclid(BAND));
                for row in low..=high {
                    bands[(row - first) as usize].push([a, b]);
                }
            }
        }
        Self { first, bands }
    }

    /// Whether the point is inside. A point on an edge may be either.
    pub(super) fn contains(&self, point: Point) -> bool {
        let row = usize::try_from(point[1].div_euclid(BAND) - self.first).ok().and_then(|row| self.bands.get(row));
        let plane = |[x, y]: Point| coord(x.into(), y.into());
        let crossed = row.into_iter().flatten().filter(|[a, b]| crosses(plane(*a), plane(*b), plane(point)));
        crossed.count() % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_outside() {
        let square = |from: i32, to: i32| vec![[from, from], [to, from], [to, to], [from, to]];
        let rings = [square(0, 100_000), square(20_000, 40_000)];
        let inside = Inside::new(&rings);
        assert!(inside.contains([10_000, 10_000]));
        assert!(inside.contains([90_000, 99_999]));
        assert!(!inside.contains([30_000, 30_000]));
        assert!(!inside.contains([-1, 50_000]) && !inside.contains([50_000, 200_000]));
        assert!(!Inside::new(&[]).contains([0, 0]));
    }
}
