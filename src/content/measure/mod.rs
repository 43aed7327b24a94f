//! Lengths, areas, borders and distances from the geometry, on the ellipsoid (Karney's geodesics on WGS 84).

mod area;
mod border;
mod length;
mod region;
mod rings;
mod shares;
mod states;

use area::{area_km2, area_on};
use atlas_map::basemap::Basemap;
use atlas_model::{Fact, Feature, Kind, Measure, Share};
use geo_types::{Geometry, Point};
use shares::to_thousandth;
use states::States;
use std::collections::BTreeMap;

/// Fills in what the geometry tells of every feature, and of its figures that ask for it.
///
/// A feature is measured by its own geometry alone, or by the areas that it takes from the basemap; parts are added
/// up only for a figure that names them.
pub(super) fn measure(features: &mut [Feature], geometries: &BTreeMap<String, Geometry<f64>>, ground: &Basemap) {
    let states = States::new(features, ground);
    let borders = border::all(features, ground, &states);
    let places = by_longitude(features, geometries);
    for (feature, borders) in features.iter_mut().zip(borders) {
        feature.borders = borders;
        match geometries.get(&feature.id) {
            Some(geometry) => {
                feature.length_km = length::of(geometry);
                feature.area_km2 = area_km2(geometry);
                feature.along = length::along(geometry, &places);
                feature.shares = states.shares(feature.kind, geometry);
            }
            None => feature.area_km2 = area_on(ground, &feature.basemap),
        }
    }
    let measured: Vec<Vec<Option<f64>>> = features
        .iter()
        .map(|feature| feature.facts.iter().map(|fact| answer(fact, feature, features, geometries)).collect())
        .collect();
    for (feature, measured) in features.iter_mut().zip(measured) {
        for (fact, measured) in feature.facts.iter_mut().zip(measured) {
            fact.measured = measured;
        }
    }
}

/// The places that are points, from west to east.
fn by_longitude(features: &[Feature], geometries: &BTreeMap<String, Geometry<f64>>) -> Vec<(Point<f64>, String)> {
    let point = |feature: &Feature| match geometries.get(&feature.id)? {
        Geometry::Point(point) if is_stop(feature.kind) => Some((*point, feature.id.clone())),
        _ => None,
    };
    let mut places: Vec<_> = features.iter().filter_map(point).collect();
    places.sort_by(|(a, _), (b, _)| a.x().total_cmp(&b.x()));
    places
}

/// What a line can stop at. The point that stands for a wide area is no stop.
fn is_stop(kind: Kind) -> bool {
    matches!(kind, Kind::City | Kind::Port | Kind::Crossing | Kind::Plant | Kind::Field)
}

/// What the geometry answers to a figure, in the unit of the figure.
fn answer(
    fact: &Fact,
    feature: &Feature,
    features: &[Feature],
    geometries: &BTreeMap<String, Geometry<f64>>,
) -> Option<f64> {
    let km = match fact.measure? {
        Measure::Area => return feature.area_km2.filter(|_| fact.unit == "km2"),
        Measure::Border => border_with(fact.with.as_ref()?, feature, features)?,
        Measure::Distance => length::distance(geometries.get(&feature.id)?, geometries.get(fact.from.as_ref()?)?)?,
        Measure::Length => match fact.between.as_slice() {
            [from, to] => length::between(geometries.get(&feature.id)?, geometries.get(from)?, geometries.get(to)?)?,
            _ => added_up(fact, feature, features)?,
        },
    };
    match fact.unit.as_str() {
        "km" => Some(to_thousandth(km)),
        "m" => Some((km * 1000.0).round()),
        _ => None,
    }
}

/// The length of the lines that a figure names, or else of the feature itself: whole, or within one state.
fn added_up(fact: &Fact, feature: &Feature, features: &[Feature]) -> Option<f64> {
    let length = |line: &Feature| match &fact.within {
        Some(state) => Some(length_in(&line.shares, state).unwrap_or(0.0)),
        None => line.length_km,
    };
    if fact.over.is_empty() {
        return length(feature).filter(|km| *km > 0.0);
    }
    fact.over.iter().map(|id| length(features.iter().find(|line| line.id == *id)?)).sum()
}

/// The border of a feature with a neighbour, of which parts of that neighbour may hold a share of their own.
fn border_with(neighbour: &String, feature: &Feature, features: &[Feature]) -> Option<f64> {
    let is_part = |id: &String| features.iter().any(|one| one.id == *id && one.part_of.as_ref() == Some(neighbour));
    let is_it = |share: &&Share| share.place.as_ref().is_some_and(|id| id == neighbour || is_part(id));
    let km: f64 = feature.borders.iter().filter(is_it).map(|share| share.km).sum();
    (km > 0.0).then_some(km)
}

fn length_in(shares: &[Share], place: &str) -> Option<f64> {
    shares.iter().find(|share| share.place.as_deref() == Some(place)).map(|share| share.km)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_border_with_a_state_is_that_with_its_provinces_too() {
        let feature = |id: &str, whole: Option<&str>, borders: &[(&str, f64)]| -> Feature {
            let borders: Vec<_> = borders.iter().map(|(place, km)| json!({"place": place, "km": km})).collect();
            serde_json::from_value(json!({
                "id": id, "kind": "province", "layer": "states", "rank": 1, "name": {"en": id}, "part_of": whole,
                "summary": {"text": {"en": id}}, "borders": borders,
            }))
            .expect("a feature")
        };
        let exclave = feature("exclave", None, &[("state", 130.0), ("province", 100.0), ("other", 17.0)]);
        let all = [exclave.clone(), feature("province", Some("state"), &[]), feature("other", None, &[])];
        let border = |with: &str| border_with(&with.to_string(), &exclave, &all);
        assert_eq!([border("state"), border("other"), border("nowhere")], [Some(230.0), Some(17.0), None]);
    }
}
