//! Lengths of lines, whole and between two places on them; distances of places.

use super::shares::to_thousandth;
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
    let piece = lines(line)?.0.into_iter().find_map(|piece| {
        let course = Course::new(&piece);
        Some((position(&course, *to)? - position(&course, *from)?).abs())
    });
    piece.map(to_thousandth)
}

/// The distance of two places as the crow flies, km to the metre; `None` unless both are points.
pub(super) fn distance(one: &Geometry<f64>, other: &Geometry<f64>) -> Option<f64> {
    let (Geometry::Point(one), Geometry::Point(other)) = (one, other) else { return None };
    Some(to_thousandth(Geodesic.distance(*one, *other) / 1000.0))
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
        let course = Course::new(&piece);
        let mut passed: Vec<(f64, &String)> = candidates
            .filter(|(place, id)| near(place) && !found.contains(id))
            .filter_map(|(place, id)| Some((position(&course, *place)?, id)))
            .collect();
        passed.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.extend(passed.into_iter().map(|(_, id)| id.clone()));
    }
    found
}

/// How far along a line the point nearest to a place lies, km; `None` when the line does not pass it.
fn position(line: &Course, place: Point<f64>) -> Option<f64> {
    let rough: Vec<f64> = line.parts.iter().map(|part| roughly(*part, place)).collect();
    let least = rough.iter().copied().fold(f64::INFINITY, f64::min);
    if least > NEAR * SLACK {
        return None;
    }
    let mut best: Option<(f64, f64)> = None;
    for ((part, passed), rough) in line.parts.iter().zip(&line.passed).zip(rough) {
        if rough <= least * SLACK + HAIR
            && let Some((away, along)) = nearest(*part, place)
            && best.is_none_or(|(known, _)| away < known)
        {
            best = Some((away, passed + along));
        }
    }
    best.filter(|(away, _)| *away <= NEAR * 1000.0).map(|(_, along)| along / 1000.0)
}

/// The straight parts of a line.
struct Course {
    parts: Vec<Line<f64>>,
    /// The length before each of them, metres.
    passed: Vec<f64>,
}

impl Course {
    fn new(line: &LineString<f64>) -> Course {
        let parts: Vec<Line<f64>> = line.lines().collect();
        let lengths = parts.iter().map(|part| Geodesic.distance(part.start_point(), part.end_point()));
        let passed = lengths.scan(0.0, |sum, length| {
            let before = *sum;
            *sum += length;
            Some(before)
        });
        Course { passed: passed.collect(), parts }
    }
}

/// A rough distance is off by less than this factor where it matters, within some 15 km …
const SLACK: f64 = 1.05;
/// … and by this, kilometres, where it is next to nothing.
const HAIR: f64 = 0.01;

/// Distance of a place from the point of a straight part that [`nearest`] takes, as on a plane, kilometres: to tell which
/// parts are worth measuring.
fn roughly(part: Line<f64>, place: Point<f64>) -> f64 {
    const KM_PER_DEGREE: f64 = 111.2;
    let (x, y) = (part.start.x - place.x(), part.start.y - place.y());
    let (dx, dy) = (part.dx(), part.dy());
    let square = dx * dx + dy * dy;
    let t = if square > 0.0 { (-(x * dx + y * dy) / square).clamp(0.0, 1.0) } else { 0.0 };
    let east = place.y().to_radians().cos();
    ((x + t * dx) * east).hypot(y + t * dy) * KM_PER_DEGREE
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
    fn the_distance_of_two_points() {
        let place = |lon: f64, lat: f64| Geometry::from(point!(x: lon, y: lat));
        let line = Geometry::from(line_string![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0)]);
        // From the equator to the pole there are 10 002 km.
        assert_eq!(distance(&place(20.0, 0.0), &place(20.0, 90.0)).map(f64::round), Some(10_002.0));
        assert_eq!(distance(&place(20.0, 0.0), &line), None, "no distance of a line");
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
