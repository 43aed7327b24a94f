//! Which of the seas are kept, and their names.

use super::grid::{area, point};
use super::inside::Inside;
use super::osm::Polygon;
use super::window::zone;

/// A place in the Caspian Sea, in degrees.
const CASPIAN: [f64; 2] = [50.5, 42.0];

/// Name of the Caspian Sea's area.
pub(super) const CASPIAN_NAME: &str = "Caspian Sea";

/// Seas of a size worth drawing, without their smallest islands, each with its name if it has one.
pub(super) fn worth_drawing(seas: &[Polygon]) -> Vec<(&'static str, Polygon)> {
    let large = |ring: &Vec<_>| area(ring).abs() >= zone(ring[0]).smallest_km2();
    let seas = seas.iter().filter(|sea| large(&sea[0])).map(|sea| {
        let name = if is_caspian(sea) { CASPIAN_NAME } else { "" };
        let rings = sea.iter().enumerate().filter(|(index, ring)| *index == 0 || large(ring));
        (name, rings.map(|(_, ring)| ring.clone()).collect())
    });
    seas.collect()
}

/// Whether a sea is the Caspian.
pub(super) fn is_caspian(sea: &Polygon) -> bool {
    Inside::new(sea).contains(point(CASPIAN[0], CASPIAN[1]))
}
