//! Lengths and areas from the geometry, on the ellipsoid (Karney's geodesics on WGS 84).

use crate::atlas::{Feature, Measure};
use geo::{Geodesic, GeodesicArea, Length};
use geo_types::Geometry;
use std::collections::BTreeMap;

/// Fills in the measured length or area of every feature, and of its figures that ask for it.
///
/// A feature is measured by its own geometry alone; parts are not added up.
pub(super) fn measure(features: &mut [Feature], geometries: &BTreeMap<String, Geometry<f64>>) {
    for feature in features {
        let Some(geometry) = geometries.get(&feature.id) else { continue };
        feature.length_km = length_km(geometry);
        feature.area_km2 = area_km2(geometry);
        for fact in &mut feature.facts {
            fact.measured = match (fact.measure, fact.unit.as_str()) {
                (Some(Measure::Length), "km") => feature.length_km,
                (Some(Measure::Length), "m") => feature.length_km.map(|km| km * 1000.0),
                (Some(Measure::Area), "km2") => feature.area_km2,
                _ => None,
            };
        }
    }
}

/// The length of a line, to the metre.
fn length_km(geometry: &Geometry<f64>) -> Option<f64> {
    let metres = match geometry {
        Geometry::LineString(line) => Geodesic.length(line),
        Geometry::MultiLineString(lines) => Geodesic.length(lines),
        _ => return None,
    };
    Some(metres.round() / 1000.0)
}

/// The area of a polygon, to the thousandth of a square kilometre.
fn area_km2(geometry: &Geometry<f64>) -> Option<f64> {
    let square_metres = match geometry {
        Geometry::Polygon(area) => area.geodesic_area_signed(),
        Geometry::MultiPolygon(areas) => areas.geodesic_area_signed(),
        _ => return None,
    };
    Some((square_metres.abs() / 1000.0).round() / 1000.0)
}
