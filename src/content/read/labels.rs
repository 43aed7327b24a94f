//! Names of the ground.

use super::{check, element};
use crate::layout::LABELS;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::{Labels, RiverLabel, Spine, StateLabel, Text, WaterLabel};
use serde::Deserialize;

/// Reads `labels.toml`.
pub(crate) fn labels(file: &Node, reading: &mut Reading) -> Option<Labels> {
    check(file, &LABELS, reading);
    let LabelsFile { state, water, river } = element(file, reading)?;
    Some(Labels {
        states: state.into_iter().map(StateLabel::from).collect(),
        waters: water.into_iter().map(WaterLabel::from).collect(),
        rivers: river.into_iter().map(|River { name, from, places }| RiverLabel { name, from, places }).collect(),
    })
}

#[derive(Deserialize)]
struct LabelsFile {
    #[serde(default)]
    state: Vec<StateEntry>,
    #[serde(default)]
    water: Vec<Water>,
    #[serde(default)]
    river: Vec<River>,
}

#[derive(Deserialize)]
struct StateEntry {
    id: String,
    name: Text,
    rank: u8,
    #[serde(default)]
    places: Vec<Vec<f64>>,
}

#[derive(Deserialize)]
struct Water {
    id: String,
    name: Text,
    rank: u8,
    #[serde(default)]
    spine: Vec<Bend>,
}

#[derive(Deserialize)]
struct Bend {
    #[serde(default = "any")]
    from: f64,
    points: [(f64, f64); 3],
}

#[derive(Deserialize)]
struct River {
    name: Text,
    #[serde(default = "any")]
    from: f64,
    #[serde(default)]
    places: Vec<(f64, f64)>,
}

/// The zoom of a name that is lettered at any.
fn any() -> f64 {
    f64::NEG_INFINITY
}

impl From<StateEntry> for StateLabel {
    fn from(StateEntry { id, name, rank, places }: StateEntry) -> StateLabel {
        let place = |place: Vec<f64>| match place[..] {
            [lon, lat] => Some((lon, lat, any())),
            [lon, lat, from] => Some((lon, lat, from)),
            _ => None,
        };
        StateLabel { key: id, name, rank, places: places.into_iter().filter_map(place).collect() }
    }
}

impl From<Water> for WaterLabel {
    fn from(Water { id, name, rank, spine }: Water) -> WaterLabel {
        let spines = spine.into_iter().map(|Bend { from, points }| Spine { from, points }).collect();
        WaterLabel { key: id, name, rank, spines }
    }
}
