//! An area that many lines are asked to be cut at: its edges lie in an index.

use atlas_map::geometry::{self, Index, crosses};
use geo::Intersects;
use geo_types::{Coord, Line, MultiPolygon, Rect};

/// A straight part of a line, longitude and latitude in degrees.
pub(super) type Edge = Line<f64>;

/// An area by the even-odd rule.
pub(super) struct Region {
    edges: Vec<Line<f64>>,
    index: Index,
    frame: Rect<f64>,
}

impl Region {
    /// The area within all these rings together; `None` when there are none.
    pub(super) fn new(area: &MultiPolygon<f64>) -> Option<Region> {
        let rings = area.0.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        let edges: Vec<Line<f64>> = rings.flat_map(|ring| ring.lines()).collect();
        let frame = edges
            .iter()
            .map(frame_of)
            .reduce(|all, one| Rect::new(least(all.min(), one.min()), most(all.max(), one.max())))?;
        let frames: Vec<geometry::Rect> = edges.iter().map(|edge| indexed(&frame_of(edge))).collect();
        let mut index = Index::default();
        index.add(0, &frames);
        Some(Region { index, edges, frame })
    }

    /// False when none of the parts can lie in it.
    pub(super) fn is_near(&self, line: &[Edge]) -> bool {
        line.iter().any(|part| frame_of(part).intersects(&self.frame))
    }

    /// Divides the parts of a line into those inside and those outside, in order.
    pub(super) fn divide(&self, line: &[Edge]) -> (Vec<Edge>, Vec<Edge>) {
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        // Where the last part ended; `None` when that has to be found out.
        let mut side: Option<(Coord<f64>, bool)> = None;
        for part in line {
            let cuts = self.cuts(part);
            let mut from = part.start;
            let known = side.filter(|(end, _)| cuts.is_empty() && *end == part.start);
            for to in cuts.into_iter().map(|t| at(part, t)).chain([part.end]) {
                let piece = Line::new(from, to);
                let is_inside = known.map_or_else(|| self.contains(at(&piece, 0.5)), |(_, is_inside)| is_inside);
                if from != to {
                    if is_inside { inside.push(piece) } else { outside.push(piece) }
                }
                side = Some((to, is_inside));
                from = to;
            }
        }
        (inside, outside)
    }

    /// Where a part meets the edges, as fractions of it in order.
    fn cuts(&self, part: &Edge) -> Vec<f64> {
        let mut cuts: Vec<f64> = self.edges_in(&frame_of(part)).filter_map(|edge| cut(part, edge)).collect();
        cuts.sort_by(f64::total_cmp);
        cuts
    }

    /// Counts the edges that a ray to the east crosses.
    fn contains(&self, place: Coord<f64>) -> bool {
        let ray = Rect::new(place, Coord { x: self.frame.max().x.max(place.x), y: place.y });
        let plane = |Coord { x, y }: Coord<f64>| geometry::coord(x, y);
        let crossed = self.edges_in(&ray).filter(|edge| crosses(plane(edge.start), plane(edge.end), plane(place)));
        crossed.count() % 2 == 1
    }

    fn edges_in(&self, frame: &Rect<f64>) -> impl Iterator<Item = &Line<f64>> + '_ {
        let mut found = Vec::new();
        self.index.visit(0, &indexed(frame), &mut |at, _| found.push(at));
        found.into_iter().filter_map(|at| self.edges.get(at as usize))
    }
}

/// A rectangle as the index has it.
fn indexed(frame: &Rect<f64>) -> geometry::Rect {
    geometry::Rect { min: frame.min(), max: frame.max() }
}

fn frame_of(line: &Line<f64>) -> Rect<f64> {
    Rect::new(line.start, line.end)
}

fn least(a: Coord<f64>, b: Coord<f64>) -> Coord<f64> {
    Coord { x: a.x.min(b.x), y: a.y.min(b.y) }
}

fn most(a: Coord<f64>, b: Coord<f64>) -> Coord<f64> {
    Coord { x: a.x.max(b.x), y: a.y.max(b.y) }
}

fn at(part: &Edge, t: f64) -> Coord<f64> {
    part.start + part.delta() * t
}

/// Where an edge cuts a part, as a fraction of the part; `None` when it does not, or runs along it.
fn cut(part: &Edge, edge: &Line<f64>) -> Option<f64> {
    let (d, e, gap) = (part.delta(), edge.delta(), edge.start - part.start);
    let cross = |a: Coord<f64>, b: Coord<f64>| a.x * b.y - a.y * b.x;
    let slope = cross(d, e);
    let (t, u) = (cross(gap, e) / slope, cross(gap, d) / slope);
    (slope != 0.0 && (0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then_some(t)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Area, BooleanOps, Euclidean, Length};
    use geo_types::{LineString, MultiLineString, Polygon};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_clipping(
            radii in prop::collection::vec(0.2..1.0, 8..40),
            line in prop::collection::vec((-1.2..1.2, -1.2..1.2), 2..12),
        ) {
            let count = radii.len() as f64;
            let mut ring: Vec<(f64, f64)> = radii.iter().enumerate().map(|(at, radius)| {
                let angle = at as f64 / count * std::f64::consts::TAU;
                (radius * angle.cos(), radius * angle.sin())
            }).collect();
            ring.push(ring[0]);
            let area = MultiPolygon(vec![Polygon::new(LineString::from(ring), Vec::new())]);
            prop_assert!(area.unsigned_area() > 0.0);
            let line = LineString::from(line);
            let parts: Vec<Edge> = line.lines().collect();
            let (inside, outside) = Region::new(&area).expect("an area").divide(&parts);
            let length = |parts: &[Edge]| parts.iter().map(|part| Euclidean.length(part)).sum::<f64>();
            let clipped = Euclidean.length(&area.clip(&MultiLineString(vec![line.clone()]), false));
            prop_assert!((length(&inside) - clipped).abs() < 1e-5);
            prop_assert!((length(&inside) + length(&outside) - Euclidean.length(&line)).abs() < 1e-9);
        }
    }
}
