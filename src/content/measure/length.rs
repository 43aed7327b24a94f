//! Lengths of lines, whole and between two places on them.

use super::to_thousandth;
use geo::{BoundingRect, Closest, ClosestPoint, Distance, Geodesic, Length};
use geo_types::{Geometry, Line, LineString, MultiLineString, Point};

/// A place lies on a line when it is at most this far from it, kilometres: lines are drawn to the station or pump, places
/// stand for the whole town.
const NEAR: f64 = 15.0;
/// No place that near is farther off than this in longitude or latitude, degrees, up to 63° N.
const NEAR_DEGREES: f64 = 0.3;

/// The lines of a geometry; none when it has other shapes.
pub(super) fn lines(geometry: &Geometry<f64>) -> Option<MultiLineString<f64>> {
    match geometry {
        Geometry::LineString(line) => Some(MultiLineString(vec![line.clone()])),
        Geometry::MultiLineString(lines) => Some(lines.clone()),
        _ => None,
    }
}

/// The length of a line, km to the metre.
pub(super) fn of(geometry: &Geometry<f64>) -> Option<f64> {
    Some(to_thousandth(Geodesic.length(&lines(geometry)?) / 1000.0))
}

/// The length along a line from one place to another, km; `None` unless one of its pieces passes both.
pub(super) fn between(line: &Geometry<f64>, from: &Geometry<f64>, to: &Geometry<f64>) -> Option<f64> {
    let (Geometry::Point(from), Geometry::Point(to)) = (from, to) else { return None };
    let piece =
        lines(line)?.0.into_iter().find_map(|piece| Some((position(&piece, *to)? - position(&piece, *from)?).abs()));
    piece.map(to_thousandth)
}

/// The places on a line, in the order of its course: piece by piece, each where it first comes near.
///
/// `places` are points by longitude, ascending.
pub(super) fn along(line: &Geometry<f64>, places: &[(Point<f64>, String)]) -> Vec<String> {
    let Some(lines) = lines(line) else { return Vec::new() };
    let mut found: Vec<String> = Vec::new();
    for piece in lines.0 {
        let Some(frame) = piece.bounding_rect() else { continue };
        let (least, most) = (frame.min().x - NEAR_DEGREES, frame.max().x + NEAR_DEGREES);
        let from = places.partition_point(|(place, _)| place.x() < least);
        let candidates = places[from..].iter().take_while(|(place, _)| place.x() <= most);
        let near =
            |place: &Point<f64>| (frame.min().y - NEAR_DEGREES..=frame.max().y + NEAR_DEGREES).contains(&place.y());
        let mut passed: Vec<(f64, &String)> = candidates
            .filter(|(place, id)| near(place) && !found.contains(id))
            .filter_map(|(place, id)| Some((position(&piece, *place)?, id)))
            .collect();
        passed.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.extend(passed.into_iter().map(|(_, id)| id.clone()));
    }
    found
}

/// How far along a line the point nearest to a place lies, km; `None` when the line does not pass it.
fn position(line: &LineString<f64>, place: Point<f64>) -> Option<f64> {
    let mut passed = 0.0;
    let mut best: Option<(f64, f64)> = None;
    for part in line.lines() {
        if let Some((away, along)) = nearest(part, place)
            && best.is_none_or(|(least, _)| away < least)
        {
            best = Some((away, passed + along));
        }
        passed += Geodesic.distance(part.start_point(), part.end_point());
    }
    best.filter(|(away, _)| *away <= NEAR * 1000.0).map(|(_, along)| along / 1000.0)
}

/// Distance of a place from a straight part, and that of the nearest point from its start, metres.
fn nearest(part: Line<f64>, place: Point<f64>) -> Option<(f64, f64)> {
    let on = match part.closest_point(&place) {
        Closest::Intersection(point) | Closest::SinglePoint(point) => point,
        Closest::Indeterminate => return None,
    };
    Some((Geodesic.distance(on, place), Geodesic.distance(part.start_point(), on)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::{line_string, point};

    #[test]
    fn places_along_a_line_come_in_its_order() {
        let line = Geometry::from(line_string![(x: 2.0, y: 0.0), (x: 1.0, y: 0.0), (x: 0.0, y: 0.0)]);
        let places = [(-0.1, 0.0, "end"), (0.5, 0.5, "inland"), (1.0, 0.1, "middle"), (2.1, 0.0, "start")];
        let places = places.map(|(lon, lat, id)| (point!(x: lon, y: lat), id.to_string()));
        assert_eq!(along(&line, &places), ["start", "middle", "end"]);
    }

    #[test]
    fn between_two_places_on_a_line() {
        // A degree of the equator has 111.32 km.
        let line = Geometry::from(line_string![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0), (x: 2.0, y: 0.0)]);
        let place = |lon: f64, lat: f64| Geometry::from(point!(x: lon, y: lat));
        let length = between(&line, &place(1.75, 0.05), &place(0.25, -0.05)).expect("both lie on it");
        assert!((length - 1.5 * 111.32).abs() < 0.1, "{length}");
        assert_eq!(between(&line, &place(0.25, 0.0), &place(1.0, 0.5)), None, "55 km away is not on it");
        assert_eq!(between(&place(0.0, 0.0), &place(0.0, 0.0), &place(1.0, 0.0)), None, "a point has no length");
    }
}
