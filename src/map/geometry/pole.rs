//! A good place for a name inside an area. Found where the site is built; the browser gets the places.

use super::{Coord, Polyline, Ring, contains, coord};
use geo_types::{LineString, Polygon};
use polylabel::polylabel;

/// The point of an area (km) farthest from its edge, within `precision` (km): its pole of inaccessibility.
///
/// Of an area in several pieces the largest counts, with the holes in it. `None` for rings without an inside.
pub fn pole(rings: &[Ring], pool: &[Polyline], precision: f64) -> Option<Coord> {
    let largest = rings.iter().max_by(|a, b| size(a).total_cmp(&size(b)))?;
    if largest.bounds.width() <= 0.0 || largest.bounds.height() <= 0.0 {
        return None;
    }
    let is_hole = |ring: &&Ring| {
        let corner = corners(ring, pool).next();
        !std::ptr::eq(*ring, largest) && corner.is_some_and(|at| contains(std::slice::from_ref(largest), pool, at))
    };
    let holes = rings.iter().filter(is_hole).map(|ring| outline(ring, pool)).collect();
    let place = polylabel(&Polygon::new(outline(largest, pool), holes), &precision).ok()?;
    Some(coord(place.x(), place.y()))
}

fn outline(ring: &Ring, pool: &[Polyline]) -> LineString {
    corners(ring, pool).map(|Coord { x, y }| (x, y)).collect()
}

/// The vertices of a ring in order.
fn corners<'a>(ring: &'a Ring, pool: &'a [Polyline]) -> impl Iterator<Item = Coord> + 'a {
    ring.lines(pool).flat_map(|(line, reversed)| {
        let points: Vec<Coord> = line.simplified(0.0).collect();
        if reversed { points.into_iter().rev().collect() } else { points }
    })
}

fn size(ring: &Ring) -> f64 {
    ring.bounds.width() * ring.bounds.height()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Piece;

    /// Rings of straight lines.
    fn area(rings: &[&[(f64, f64)]]) -> (Vec<Ring>, Vec<Polyline>) {
        let line = |ring: &&[(f64, f64)]| Polyline::new(ring.iter().map(|(x, y)| coord(*x, *y)).collect());
        let pool: Vec<Polyline> = rings.iter().map(line).collect();
        let ring = |line| Ring::new(vec![Piece { line, reversed: false }], &pool);
        ((0..rings.len() as u32).map(ring).collect(), pool)
    }

    #[test]
    fn the_name_of_an_l_stands_in_its_thick_arm() {
        let (rings, pool) =
            area(&[&[(0.0, 0.0), (20.0, 0.0), (20.0, 4.0), (10.0, 4.0), (10.0, 30.0), (0.0, 30.0), (0.0, 0.0)]]);
        let place = pole(&rings, &pool, 0.1).expect("an area has a pole");
        assert!((place.x - 5.0).abs() < 0.5 && place.y > 4.0 && place.y < 26.0, "{place:?}");
    }

    #[test]
    fn a_name_does_not_stand_in_a_hole() {
        let square = |from: f64, to: f64| [(from, from), (to, from), (to, to), (from, to), (from, from)];
        let (rings, pool) = area(&[&square(0.0, 30.0), &square(5.0, 20.0), &square(40.0, 45.0)]);
        let place = pole(&rings, &pool, 0.1).expect("an area has a pole");
        assert!(place.x > 20.0 || place.y > 20.0, "{place:?}");
        assert!(place.x < 30.0 && place.y < 30.0, "{place:?}");
    }

    #[test]
    fn nothing_has_no_pole() {
        assert_eq!(pole(&[], &[], 0.1), None);
        let (rings, pool) = area(&[&[(1.0, 1.0), (1.0, 1.0)]]);
        assert_eq!(pole(&rings, &pool, 0.1), None);
    }
}
