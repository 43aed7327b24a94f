//! The geometry of a place: well-formed, within the atlas, described, and the only one.

use super::drawing::{Drawing, Misplaced};
use super::{Rule, figures, line, polygon, position};
use crate::field::Field;
use crate::form::choice;
use crate::node::{Node, Value};
use crate::reading::Reading;

/// The types of geometry that places have.
pub(crate) const TYPES: &[&str] = &["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];

/// Positions, lines and polygons are as they should be, and figures that are measured have something to measure.
pub(crate) fn sound(feature: Field<'_>, reading: &mut Reading) {
    let drawing = own(feature).and_then(|geometry| well_formed(geometry, reading));
    let Some(properties) = feature.node.get("properties") else { return };
    figures::measurable(properties, drawing.as_ref(), reading);
    let Some(drawing) = drawing else { return };
    position::check(&drawing.paths(), reading);
    match drawing {
        Drawing::Points(_) => {}
        Drawing::Lines(lines) => {
            let (kind, quality) = (properties.get("kind"), properties.get("quality"));
            line::check(&lines, kind.and_then(choice), quality.and_then(choice), reading);
        }
        Drawing::Areas(areas) => polygon::check(&areas, reading),
    }
}

/// Coordinates are nested as the type of the geometry asks for.
fn well_formed<'n>(geometry: &'n Node, reading: &mut Reading) -> Option<Drawing<'n>> {
    if reading.unsound.has(geometry) {
        return None;
    }
    let sort = geometry.get("type")?.as_text()?;
    let misplaced = match Drawing::new(sort, geometry.get("coordinates")?) {
        Ok(drawing) => return Some(drawing),
        Err(misplaced) => misplaced,
    };
    reading.unsound.mark(geometry);
    for one in misplaced {
        let (node, found, remedy) = match one {
            Misplaced::Position(node) => {
                let remedy = "Write two numbers, longitude and latitude, and no height.";
                (node, "something that is not a position", remedy)
            }
            Misplaced::Empty(node) => (node, "an empty list", "Give it positions, or write null as the geometry."),
            Misplaced::List(node) => (node, node.type_name(), "Nest the lists as RFC 7946 has it for this type."),
        };
        let message = format!("The {sort} of {} holds {found} here.", reading.subject);
        reading.report(node.at, Rule::BadGeometry, message, remedy);
    }
    None
}

/// A geometry says how good it is, where it is from and under which licence.
pub(crate) fn described(feature: Field<'_>, reading: &mut Reading) {
    let (Some(geometry), Some(properties)) = (own(feature), feature.node.get("properties")) else { return };
    for (key, what) in
        [("quality", "how good it is"), ("provenance", "where it is from"), ("licence", "under which licence it is")]
    {
        if properties.get(key).is_none() {
            let message = format!("The geometry of {} does not say {what}.", reading.subject);
            reading.report(geometry.at, Rule::UndescribedGeometry, message, format!("Add “{key}” to the properties."));
        }
    }
}

/// A feature has a geometry of its own or takes one from the basemap.
pub(crate) fn only_one(feature: Field<'_>, reading: &mut Reading) {
    let areas = feature.node.get("properties").and_then(|properties| properties.get("basemap"));
    if let (Some(_), Some(areas)) = (own(feature), areas) {
        let message = format!("{} has a geometry and takes one from the basemap.", reading.subject);
        reading.report(areas.at, Rule::TwoGeometries, message, "Remove “basemap”, or write null as the geometry.");
    }
}

/// The geometry that a feature has of its own.
fn own(feature: Field<'_>) -> Option<&Node> {
    feature.node.get("geometry").filter(|geometry| geometry.value != Value::Null)
}
