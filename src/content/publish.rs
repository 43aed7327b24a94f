//! The atlas as data: what the browser fetches and what others may download.

use super::load::Content;
use super::rules::position::round;
use atlas_model::{Atlas, Feature, Links};
use geo::MapCoords;
use geo_types::{Coord, Geometry};
use geojson::JsonObject;
use geojson::feature::Id;
use serde::Serialize;
use serde_json::{Value, json};

/// The whole atlas as JSON, without what is not known of a thing and without empty lists.
///
/// Written item by item: the tree of a large atlas would take many times the room of its text.
pub fn atlas_json(atlas: &Atlas) -> String {
    let lists = [
        ("articles", list(&atlas.articles)),
        ("claims", list(&atlas.claims)),
        ("commentaries", list(&atlas.commentaries)),
        ("documents", list(&atlas.documents)),
        ("features", list(&atlas.features)),
        ("tours", list(&atlas.tours)),
        ("treaty", json(&atlas.treaty)),
    ];
    let known = lists.into_iter().filter(|(_, written)| written != "[]");
    let fields: Vec<String> = known.map(|(name, written)| format!("\"{name}\":{written}")).collect();
    format!("{{{}}}", fields.join(","))
}

fn list<T: Serialize>(items: &[T]) -> String {
    format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(","))
}

fn json<T: Serialize>(item: &T) -> String {
    let mut written = serde_json::to_value(item).expect("the model has only text keys");
    leave_out_nothings(&mut written);
    written.to_string()
}

/// Takes every `null` and every empty list out of the objects within a value.
fn leave_out_nothings(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null() && field.as_array().is_none_or(|list| !list.is_empty()));
            fields.values_mut().for_each(leave_out_nothings);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_nothings),
        _ => {}
    }
}

/// All features with their links, as an RFC 7946 FeatureCollection with coordinates to four decimals.
///
/// A feature that takes its area from the basemap has a `null` geometry and names the area under `basemap`.
pub fn features_geojson(content: &Content) -> String {
    let links = Links::new(&content.atlas);
    let features = content.atlas.features.iter().map(|feature| geojson::Feature {
        bbox: None,
        geometry: content.geometries.get(&feature.id).map(|geometry| geojson::Geometry::from(&rounded(geometry))),
        id: Some(Id::String(feature.id.clone())),
        properties: Some(properties(feature, &content.atlas, &links)),
        foreign_members: None,
    });
    collection(features)
}

/// A FeatureCollection, written feature by feature so that the whole is never held as a tree.
fn collection(features: impl Iterator<Item = geojson::Feature>) -> String {
    let features: Vec<String> = features.map(|feature| feature.to_string()).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","))
}

fn rounded(geometry: &Geometry<f64>) -> Geometry<f64> {
    geometry.map_coords(|Coord { x, y }| Coord { x: round(x), y: round(y) })
}

/// The properties of a feature, without those that it does not have.
fn properties(feature: &Feature, atlas: &Atlas, links: &Links) -> JsonObject {
    let articles: Vec<Value> = links
        .articles_of_place(&feature.id)
        .into_iter()
        .map(|(article, basis)| json!({ "article": article, "basis": basis }))
        .collect();
    let claims: Vec<&str> =
        links.claims_of_place(atlas, &feature.id).into_iter().map(|claim| claim.id.as_str()).collect();
    let pairs = [
        ("kind", json!(feature.kind)),
        ("layer", json!(feature.layer)),
        ("rank", json!(feature.rank)),
        ("name", json!(feature.name)),
        ("label", json!(feature.label)),
        ("summary", json!(feature.summary.text)),
        ("state", json!(feature.state())),
        ("as_of", json!(feature.as_of)),
        ("mode", json!(feature.mode)),
        ("part_of", json!(feature.part_of)),
        ("articles", json!(articles)),
        ("claims", json!(claims)),
        ("length_km", json!(feature.length_km)),
        ("area_km2", json!(feature.area_km2)),
        ("quality", json!(feature.quality)),
        ("provenance", json!(feature.provenance.as_ref().map(|provenance| &provenance.text))),
        ("licence", json!(feature.licence)),
    ];
    let basemap = (!feature.basemap.is_empty()).then(|| ("basemap", json!(feature.basemap)));
    pairs
        .into_iter()
        .chain(basemap)
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| (key.to_string(), value))
        .collect()
}
