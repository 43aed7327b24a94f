//! Polygons are valid and wound as RFC 7946 wants them.

use super::drawing::{PositionRow, polygon};
use super::position::round;
use super::{Rule, crossing, frame};
use crate::reading::Reading;
use geo::algorithm::validation::{InvalidMultiPolygon, InvalidPolygon, Validation};
use geo::winding_order::{Winding, WindingOrder};
use geo_types::MultiPolygon;

/// Checks the polygons of a feature, each an outer ring and its holes.
///
/// How rings lie to one another is only asked of rings that are sound in themselves.
pub(super) fn check(areas: &[Vec<PositionRow<'_>>], reading: &mut Reading) {
    let mut sound = true;
    for rings in areas {
        for (index, ring) in rings.iter().enumerate() {
            sound &= check_ring(ring, index == 0, reading);
        }
    }
    let rings: usize = areas.iter().map(Vec::len).sum();
    if sound && rings > 1 {
        check_together(areas, reading);
    }
}

fn check_ring(ring: &PositionRow<'_>, outer: bool, reading: &mut Reading) -> bool {
    let whose = format!("{} of {}", if outer { "An outer ring" } else { "A hole" }, reading.subject);
    if ring.points.len() < 4 {
        let message = format!("{whose} has {} positions.", ring.points.len());
        reading.report(ring.at, Rule::OpenRing, message, "A ring has at least four, the last the same as the first.");
        return false;
    }
    if ring.points.first() != ring.points.last() {
        let message = format!("{whose} does not end where it began.");
        reading.report(ring.at, Rule::OpenRing, message, "Repeat its first position at the end.");
        return false;
    }
    if let Some((segment, place)) = crossing::find(&ring.points) {
        let at = ring.nodes.get(segment).map_or(ring.at, |node| node.at);
        let message = format!("{whose} crosses itself at {}.", frame::shown(round(place.x), round(place.y)));
        let remedy = "Put its positions in order, or cut it into two polygons.";
        reading.report(at, Rule::SelfCrossing, message, remedy);
        return false;
    }
    let (wanted, direction) = match outer {
        true => (WindingOrder::CounterClockwise, "counter-clockwise"),
        false => (WindingOrder::Clockwise, "clockwise"),
    };
    if ring.line().winding_order() != Some(wanted) {
        let message = format!("{whose} does not run {direction}.");
        reading.report(ring.at, Rule::RingWinding, message, "Reverse the order of its positions.");
    }
    true
}

fn check_together(areas: &[Vec<PositionRow<'_>>], reading: &mut Reading) {
    let polygons = MultiPolygon(areas.iter().map(|rings| polygon(rings)).collect());
    for error in polygons.validation_errors() {
        let (area, what) = match &error {
            InvalidMultiPolygon::InvalidPolygon(index, error) => (index.0, inside(error)),
            InvalidMultiPolygon::ElementsOverlaps(first, second) => {
                (second.0, format!("polygon {} overlaps polygon {}", second.0 + 1, first.0 + 1))
            }
            InvalidMultiPolygon::ElementsTouchOnALine(first, second) => {
                (second.0, format!("polygon {} shares a side with polygon {}", second.0 + 1, first.0 + 1))
            }
        };
        let at = areas.get(area).and_then(|rings| rings.first()).map_or(0, |ring| ring.at);
        let message = format!("The geometry of {} is not valid: {what}.", reading.subject);
        reading.report(at, Rule::InvalidPolygon, message, "Correct the rings so that they do not meet.");
    }
}

fn inside(error: &InvalidPolygon) -> String {
    match error {
        InvalidPolygon::InteriorRingNotContainedInExteriorRing(_) => "a hole lies outside its outer ring".into(),
        InvalidPolygon::IntersectingRingsOnALine(..) => "two rings share a side".into(),
        InvalidPolygon::IntersectingRingsOnAnArea(..) => "two rings overlap".into(),
        other => other.to_string(),
    }
}
