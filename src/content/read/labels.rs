//! Reading `labels.toml`: names of the ground.

use super::super::node::Node;
use super::super::reading::Reading;
use super::super::table::{Field, Table};
use super::statement::offered;
use super::words::{filled, number, numbers, whole, wrong_numbers};
use super::{element, whole_file};
use atlas_model::{Labels, RiverLabel, Spine, StateLabel, WaterLabel};

/// The zoom of a name that is lettered at any.
const ANY: f64 = f64::NEG_INFINITY;

/// Reads the names.
pub(crate) fn labels(node: &Node, reading: &mut Reading) -> Option<Labels> {
    let mut file = whole_file(node, reading)?;
    let states = file.each("state", reading, state);
    let waters = file.each("water", reading, water);
    let rivers = file.each("river", reading, river);
    reading.subject = "the file".into();
    file.close(reading);
    Some(Labels { states, waters, rivers })
}

fn state(field: Field<'_>, reading: &mut Reading) -> Option<StateLabel> {
    let mut table = element("state", field.node, reading)?;
    let key = table.need("id", reading, filled);
    let name = table.need("name", reading, offered);
    let rank = table.need("rank", reading, |field, reading| whole(field, 1, 5, reading));
    let places = table.each("places", reading, |field, reading| match numbers(field, reading)?[..] {
        [lon, lat] => Some((lon, lat, ANY)),
        [lon, lat, from] => Some((lon, lat, from)),
        _ => wrong_numbers(field, "[longitude, latitude] or [longitude, latitude, zoom]", reading),
    });
    table.close(reading);
    Some(StateLabel { key: key?, name: name?, rank: rank?, places })
}

fn water(field: Field<'_>, reading: &mut Reading) -> Option<WaterLabel> {
    let mut table = element("water", field.node, reading)?;
    let key = table.need("id", reading, filled);
    let name = table.need("name", reading, offered);
    let rank = table.need("rank", reading, |field, reading| whole(field, 1, 5, reading));
    let spines = table.each("spine", reading, spine);
    table.close(reading);
    Some(WaterLabel { key: key?, name: name?, rank: rank?, spines })
}

fn spine(field: Field<'_>, reading: &mut Reading) -> Option<Spine> {
    let mut table = Table::open(field, reading)?;
    let from = table.want("from", reading, number).unwrap_or(ANY);
    let points = table.each("points", reading, position);
    let found = table.find("points");
    table.close(reading);
    let Ok(points) = <[(f64, f64); 3]>::try_from(points) else {
        return wrong_numbers(found.unwrap_or(field), "three places: [[longitude, latitude], …]", reading);
    };
    Some(Spine { from, points })
}

fn river(field: Field<'_>, reading: &mut Reading) -> Option<RiverLabel> {
    let mut table = element("river", field.node, reading)?;
    let name = table.need("name", reading, offered);
    let from = table.want("from", reading, number).unwrap_or(ANY);
    let places = table.each("places", reading, position);
    table.close(reading);
    Some(RiverLabel { name: name?, from, places })
}

fn position(field: Field<'_>, reading: &mut Reading) -> Option<(f64, f64)> {
    match numbers(field, reading)?[..] {
        [lon, lat] => Some((lon, lat)),
        _ => wrong_numbers(field, "[longitude, latitude]", reading),
    }
}
