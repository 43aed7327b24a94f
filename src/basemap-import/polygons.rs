//! Cutting polygons with polygons, on the grid.

use super::grid::{Point, area, degrees, point};
use super::inside::Inside;
use super::osm::{Polygon, tidy};
use super::window::{WINDOW, within};
use geo::BooleanOps;
use geo_types::{Coord, LineString, MultiPolygon, Polygon as GeoPolygon};

/// The part of polygons inside the window. Polygons wholly inside come back untouched.
pub(super) fn clip(polygons: Vec<Polygon>) -> Vec<Polygon> {
    let [west, south, east, north] = WINDOW;
    let frame = vec![vec![point(west, south), point(east, south), point(east, north), point(west, north)]];
    let mut kept = Vec::new();
    for mut polygon in polygons {
        if polygon[0].iter().all(|&point| within(point, WINDOW)) {
            kept.push(polygon);
        } else {
            polygon.retain(|ring| touches_window(ring));
            if !polygon.is_empty() {
                kept.extend(intersection(&[polygon], std::slice::from_ref(&frame)));
            }
        }
    }
    kept
}

/// The outer rings of polygons that lie in no other; the package has Palestine with its districts.
pub(super) fn outermost(mut polygons: Vec<Polygon>) -> Vec<Polygon> {
    polygons.sort_by(|a, b| area(&b[0]).abs().total_cmp(&area(&a[0]).abs()));
    let mut kept: Vec<Polygon> = Vec::new();
    for mut polygon in polygons {
        polygon.truncate(1);
        let inside = polygon[0].iter().filter(|&&place| kept.iter().any(|outer| Inside::new(outer).contains(place)));
        if inside.count() * 2 < polygon[0].len() {
            kept.push(polygon);
        }
    }
    kept
}

/// Whether the box of a ring meets the window.
fn touches_window(ring: &[Point]) -> bool {
    let [west, south, east, north] = WINDOW;
    let [low, high] = [point(west, south), point(east, north)];
    (0..2).all(|axis| {
        ring.iter().any(|point| point[axis] >= low[axis]) && ring.iter().any(|point| point[axis] <= high[axis])
    })
}

/// What is in both.
pub(super) fn intersection(a: &[Polygon], b: &[Polygon]) -> Vec<Polygon> {
    from_geo(to_geo(a).intersection(&to_geo(b)))
}

/// What is in the first and not in the second.
pub(super) fn difference(a: &[Polygon], b: &[Polygon]) -> Vec<Polygon> {
    from_geo(to_geo(a).difference(&to_geo(b)))
}

/// What is in either.
pub(super) fn union(a: &[Polygon], b: &[Polygon]) -> Vec<Polygon> {
    from_geo(to_geo(a).union(&to_geo(b)))
}

fn to_geo(polygons: &[Polygon]) -> MultiPolygon {
    let ring = |ring: &Vec<Point>| -> LineString {
        ring.iter().chain(ring.first()).map(|&at| degrees(at)).map(|[x, y]| Coord { x, y }).collect()
    };
    let polygon = |rings: &Polygon| {
        let mut rings = rings.iter().map(ring);
        GeoPolygon::new(rings.next().unwrap_or_else(|| LineString::new(Vec::new())), rings.collect())
    };
    MultiPolygon(polygons.iter().map(polygon).collect())
}

/// Back to the grid, without the crumbs that rounding leaves.
fn from_geo(polygons: MultiPolygon) -> Vec<Polygon> {
    let ring = |ring: &LineString| tidy(ring.0.iter().map(|at| point(at.x, at.y)).collect());
    let polygons = polygons.0.iter().map(|polygon| {
        let mut rings = vec![ring(polygon.exterior())];
        rings.extend(polygon.interiors().iter().map(ring).filter(|hole| area(hole).abs() > 0.1));
        rings
    });
    polygons.filter(|polygon: &Polygon| area(&polygon[0]).abs() > 0.1).collect()
}
