//! Numbers lie within their limits.

use super::{Rule, frame, types};
use crate::field::Field;
use crate::form::NumberList;
use crate::node::Node;
use crate::reading::Reading;

/// A whole number from `least` to `most`.
pub(super) fn whole(field: Field<'_>, least: u32, most: u32, reading: &mut Reading) -> bool {
    let Some(number) = types::number(field, reading) else { return false };
    let fits = number.fract() == 0.0 && number >= f64::from(least) && number <= f64::from(most);
    if !fits {
        let message = format!("{} is {number}, not a whole number from {least} to {most}.", field.called(reading));
        reading.report(field.node.at, Rule::BadNumber, message, "Correct the number.");
    }
    fits
}

/// Longitude, latitude and zoom of a view of the map.
pub(super) fn view(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(items) = types::list(field, reading) else { return false };
    let numbers = all(field, items, reading);
    let [lon, lat, zoom] = numbers[..] else {
        if items.len() != 3 {
            let message = format!("{} has not three numbers.", field.called(reading));
            reading.report(field.node.at, Rule::BadNumber, message, "Write [longitude, latitude, zoom].");
        }
        return false;
    };
    if !frame::contains(lon, lat) {
        let message = format!("{} is centred on {}, outside the atlas.", field.called(reading), frame::shown(lon, lat));
        reading.report(field.node.at, Rule::OutsideFrame, message, frame::remedy());
    }
    if !(0.0..=12.0).contains(&zoom) {
        let message = format!("{} has the zoom {zoom}, which the map does not have.", field.called(reading));
        reading.report(field.node.at, Rule::BadNumber, message, "Write a zoom from 0 to 12.");
    }
    true
}

/// Numbers that belong together.
pub(super) fn together(field: Field<'_>, list: &NumberList, reading: &mut Reading) -> bool {
    let Some(items) = types::list(field, reading) else { return false };
    let numbers = all(field, items, reading);
    if numbers.len() < items.len() {
        return false;
    }
    let fits = (list.count.0..=list.count.1).contains(&numbers.len()) && (list.fits)(&numbers);
    if !fits {
        not_those(field, list.written, reading);
    }
    fits
}

/// The numbers among some values; the others are reported.
fn all(field: Field<'_>, items: &[Node], reading: &mut Reading) -> Vec<f64> {
    let number = |node: &Node| types::number(Field { name: field.name, node }, reading);
    items.iter().filter_map(number).collect()
}

fn not_those(field: Field<'_>, written: &str, reading: &mut Reading) {
    let message = format!("{} has not the numbers that belong there.", field.called(reading));
    reading.report(field.node.at, Rule::BadNumber, message, format!("Write {written}."));
}

/// Longitude and latitude are those of a place on the globe.
pub(crate) fn on_globe(position: &[f64]) -> bool {
    matches!(*position, [lon, lat] if frame::on_globe(lon, lat))
}

/// West, south, east and north are those of a part of the globe.
pub(crate) fn bounds(bounds: &[f64]) -> bool {
    matches!(*bounds, [west, south, east, north]
        if west < east && south < north && frame::on_globe(west, south) && frame::on_globe(east, north))
}

/// A name bends through three places.
pub(crate) fn three_points(spine: Field<'_>, reading: &mut Reading) {
    let Some(node) = spine.node.get("points") else { return };
    if node.as_list().is_some_and(|points| points.iter().filter(|point| !reading.unsound.has(point)).count() != 3) {
        not_those(Field { name: "points", node }, "three places: [[longitude, latitude], …]", reading);
        reading.unsound.mark(spine.node);
    }
}
