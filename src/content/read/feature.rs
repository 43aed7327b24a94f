//! Reading `features/*.geojson`: the places.

use super::super::node::{Node, Value};
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::{Thing, Wanted};
use super::super::rules::{area, line, polygon, position, status};
use super::super::table::{Field, Table};
use super::facts::{check_measures, contested, fact, status_entry};
use super::forms::day;
use super::geometry::{Outline, outline};
use super::statement::{article_link, name, no_repeats, statement, text};
use super::words::{choice, filled, one_of, plain, slug, whole};
use super::{element, whole_file};
use atlas_model::{BasemapArea, Feature, Kind, Quality};
use geo_types::Geometry;

/// A feature with its geometry, where it has one of its own.
pub(crate) struct Place {
    pub feature: Feature,
    pub geometry: Option<Geometry<f64>>,
}

/// Reads a collection of features.
pub(crate) fn features(node: &Node, reading: &mut Reading) -> Vec<Place> {
    let Some(mut file) = whole_file(node, reading) else { return Vec::new() };
    file.need("type", reading, |field, reading| one_of(field, &["FeatureCollection"], reading));
    let list = file.demand("features", reading);
    file.close(reading);
    let Some(list) = list else { return Vec::new() };
    list.items(reading).into_iter().filter_map(|item| place(item, reading)).collect()
}

fn place(field: Field<'_>, reading: &mut Reading) -> Option<Place> {
    let mut table = element("feature", field.node, reading)?;
    table.need("type", reading, |field, reading| one_of(field, &["Feature"], reading));
    let id = table.need("id", reading, |field, reading| {
        let id = slug(field, reading)?;
        reading.give(Thing::Place, &id, field.node.at);
        Some(id)
    });
    let geometry = table.demand("geometry", reading).filter(|field| field.node.value != Value::Null);
    let properties = table.demand("properties", reading);
    table.close(reading);
    let shape = geometry.and_then(|field| outline(field, reading));
    let feature =
        properties.and_then(|field| feature(field, id, geometry, shape.as_ref().map(|(shape, _)| shape), reading));
    let geometry = shape.map(|(outline, sort)| outline.geometry(sort));
    Some(Place { feature: feature?, geometry })
}

fn feature(
    properties: Field<'_>,
    id: Option<String>,
    geometry: Option<Field<'_>>,
    shape: Option<&Outline<'_>>,
    reading: &mut Reading,
) -> Option<Feature> {
    let mut table = Table::open(Field::subject(properties.node), reading)?;
    let kind = table.need("kind", reading, choice);
    let layer = table.need("layer", reading, choice);
    let rank = table.need("rank", reading, |field, reading| whole(field, 1, 5, reading));
    let name = table.need("name", reading, name);
    let label = table.want("label", reading, text);
    let contested = table.each("contested", reading, contested);
    let summary = table.need("summary", reading, statement);
    let facts = table.each("facts", reading, fact);
    check_measures(properties.node, shape, reading);
    let entries = table.each("status", reading, |field, reading| Some((field.node.at, status_entry(field, reading)?)));
    let as_of = table.want("as_of", reading, day);
    status::check(properties.node, &entries, as_of, reading);
    let articles = table.each("articles", reading, article_link);
    no_repeats(&mut table, "articles", reading, |item| Some(item.node.get("article")?.as_text()?.to_string()));
    let mode = table.want("mode", reading, choice);
    let part_of = table.want("part_of", reading, whole_of);
    let basemap = table.each("basemap", reading, basemap_area);
    no_repeats(&mut table, "basemap", reading, |item| Some(item.node.as_text()?.to_string()));
    let quality = table.want("quality", reading, choice);
    let provenance = table.want("provenance", reading, statement);
    let licence = table.want("licence", reading, filled);
    table.close(reading);
    if let Some(geometry) = geometry {
        describe(geometry.node, properties.node, reading);
    }
    if let Some(shape) = shape {
        check_shape(shape, kind, quality, reading);
    }
    Some(Feature {
        id: id?,
        kind: kind?,
        layer: layer?,
        rank: rank?,
        name: name?,
        label,
        contested,
        summary: summary?,
        facts,
        status: entries.into_iter().map(|(_, entry)| entry).collect(),
        as_of,
        articles,
        mode,
        part_of,
        basemap,
        quality,
        provenance,
        licence,
        length_km: None,
        area_km2: None,
        shares: Vec::new(),
        along: Vec::new(),
        borders: Vec::new(),
    })
}

fn whole_of(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let id = slug(field, reading)?;
    reading.mention(Wanted::Place(id.clone()), "is part of", field.node.at);
    Some(id)
}

fn basemap_area(field: Field<'_>, reading: &mut Reading) -> Option<BasemapArea> {
    let name = plain(field, reading)?;
    if let Some(remedy) = area::remedy(name, &reading.ground.basemap) {
        let message = format!("{} takes the area “{name}”, which the basemap does not have.", reading.subject);
        reading.report(field.node.at, Rule::UnknownArea, message, remedy);
    }
    Some(BasemapArea(name.to_string()))
}

/// A geometry says where it is from, and is the only one.
fn describe(geometry: &Node, properties: &Node, reading: &mut Reading) {
    for (key, what) in
        [("quality", "how good it is"), ("provenance", "where it is from"), ("licence", "under which licence it is")]
    {
        if properties.get(key).is_none() {
            let message = format!("The geometry of {} does not say {what}.", reading.subject);
            reading.report(geometry.at, Rule::UndescribedGeometry, message, format!("Add “{key}” to the properties."));
        }
    }
    if let Some(areas) = properties.get("basemap") {
        let message = format!("{} has a geometry and takes one from the basemap.", reading.subject);
        reading.report(areas.at, Rule::TwoGeometries, message, "Remove “basemap”, or write null as the geometry.");
    }
}

fn check_shape(shape: &Outline<'_>, kind: Option<Kind>, quality: Option<Quality>, reading: &mut Reading) {
    position::check(&shape.paths(), reading);
    match shape {
        Outline::Points(_) => {}
        Outline::Lines(lines) => line::check(lines, kind, quality, reading),
        Outline::Areas(areas) => polygon::check(areas, reading),
    }
}
