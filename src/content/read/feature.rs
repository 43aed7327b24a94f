//! The places and their geometries.

use super::{check, element, element_with, list};
use crate::layout::FEATURES;
use crate::node::{Node, Value};
use crate::reading::Reading;
use crate::rules::types;
use atlas_model::{Day, Feature, State, Statement, StatusEntry};
use geo_types::Geometry;
use serde::Deserialize;

/// A feature with its geometry, where it has one of its own.
pub(crate) struct ReadFeature {
    pub feature: Feature,
    pub geometry: Option<Geometry<f64>>,
}

/// Reads a file of `features/`.
pub(crate) fn features(file: &Node, reading: &mut Reading) -> Vec<ReadFeature> {
    check(file, &FEATURES, reading);
    list(file, "features").iter().filter_map(|node| place(node, reading)).collect()
}

fn place(node: &Node, reading: &mut Reading) -> Option<ReadFeature> {
    let Properties { feature, status } = element_with(node.get("properties")?, "id", node.get("id"), reading)?;
    let status = status.into_iter().map(StatusEntry::from).collect();
    let own = node.get("geometry").filter(|geometry| geometry.value != Value::Null);
    let geometry = own.and_then(|own| geometry(own, reading));
    Some(ReadFeature { feature: Feature { status, ..feature }, geometry })
}

/// The properties of a feature. The entries of its status are statements with a date, which the model keeps apart.
#[derive(Deserialize)]
struct Properties {
    #[serde(flatten)]
    feature: Feature,
    #[serde(default)]
    status: Vec<Dated>,
}

#[derive(Deserialize)]
struct Dated {
    date: Day,
    state: Option<State>,
    #[serde(flatten)]
    statement: Statement,
}

impl From<Dated> for StatusEntry {
    fn from(Dated { date, state, statement }: Dated) -> StatusEntry {
        StatusEntry { date, state, statement }
    }
}

fn geometry(node: &Node, reading: &mut Reading) -> Option<Geometry<f64>> {
    let geometry: geojson::Geometry = element(node, reading)?;
    geometry.try_into().map_err(|why: geojson::Error| types::unfit(node, &why.to_string(), reading)).ok()
}
