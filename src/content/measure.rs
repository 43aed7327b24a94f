//! Lengths and areas from the geometry, on the ellipsoid (Karney's geodesics on WGS 84).

use crate::atlas::{BasemapArea, Fact, Feature, Measure};
use crate::basemap::{Area, Basemap};
use geo::orient::Direction;
use geo::{BooleanOps, BoundingRect, Geodesic, GeodesicArea, Intersects, Length, Orient};
use geo_types::{Geometry, LineString, MultiPolygon, Polygon};
use std::collections::BTreeMap;

/// Fills in the measured length or area of every feature, and of its figures that ask for it.
///
/// A feature is measured by its own geometry alone, or by the areas that it takes from the basemap; parts are added
/// up only for a figure that names them.
pub(super) fn measure(features: &mut [Feature], geometries: &BTreeMap<String, Geometry<f64>>, ground: &Basemap) {
    for feature in features.iter_mut() {
        match geometries.get(&feature.id) {
            Some(geometry) => {
                feature.length_km = length_km(geometry);
                feature.area_km2 = area_km2(geometry);
            }
            None => feature.area_km2 = area_on(ground, &feature.basemap),
        }
    }
    let lengths: BTreeMap<String, f64> =
        features.iter().filter_map(|feature| Some((feature.id.clone(), feature.length_km?))).collect();
    for feature in features {
        for fact in &mut feature.facts {
            fact.measured = match (fact.measure, fact.unit.as_str()) {
                (Some(Measure::Length), "km") => length_of(fact, feature.length_km, &lengths),
                (Some(Measure::Length), "m") => length_of(fact, feature.length_km, &lengths).map(|km| km * 1000.0),
                (Some(Measure::Area), "km2") => feature.area_km2,
                _ => None,
            };
        }
    }
}

/// The length that a figure asks for, in kilometres: the sum of the lines it names, or else the feature's own.
fn length_of(fact: &Fact, own: Option<f64>, lengths: &BTreeMap<String, f64>) -> Option<f64> {
    if fact.over.is_empty() {
        return own;
    }
    let sum: f64 = fact.over.iter().map(|id| lengths.get(id).copied()).sum::<Option<f64>>()?;
    Some(to_thousandth(sum))
}

/// The length of a line, to the metre.
fn length_km(geometry: &Geometry<f64>) -> Option<f64> {
    let metres = match geometry {
        Geometry::LineString(line) => Geodesic.length(line),
        Geometry::MultiLineString(lines) => Geodesic.length(lines),
        _ => return None,
    };
    Some(to_thousandth(metres / 1000.0))
}

/// The area of a polygon, to the thousandth of a square kilometre.
fn area_km2(geometry: &Geometry<f64>) -> Option<f64> {
    let square_metres = match geometry {
        Geometry::Polygon(area) => area.geodesic_area_signed(),
        Geometry::MultiPolygon(areas) => areas.geodesic_area_signed(),
        _ => return None,
    };
    Some(to_thousandth(square_metres.abs() / 1e6))
}

/// The area of provinces, seas and lakes of the basemap together.
///
/// Countries are not measured. On the basemap they reach out to the limit of their territorial sea, and the greatest
/// of them beyond its edge, so the result would compare with no figure that anybody gives. Provinces on a coast reach
/// out as far; the sea is taken off them.
fn area_on(ground: &Basemap, references: &[BasemapArea]) -> Option<f64> {
    let mut square_metres = 0.0;
    for BasemapArea(reference) in references {
        let (kind, _) = reference.split_once(':').filter(|(kind, _)| *kind != "country")?;
        let areas = ground.areas_for(reference);
        if areas.is_empty() {
            return None;
        }
        for area in areas {
            let seas = if kind == "province" { seas_at(ground, area) } else { MultiPolygon(Vec::new()) };
            // The difference also sorts rings into outlines and holes, by the even-odd rule.
            let land = rings(ground, area).difference(&seas).orient(Direction::Default);
            square_metres += land.geodesic_area_signed();
        }
    }
    (!references.is_empty()).then(|| to_thousandth(square_metres / 1e6))
}

/// The seas that may cover a part of an area.
fn seas_at(ground: &Basemap, area: &Area) -> MultiPolygon<f64> {
    let Some(frame) = rings(ground, area).bounding_rect() else { return MultiPolygon(Vec::new()) };
    let seas = ground.seas.iter().flat_map(|sea| rings(ground, sea));
    MultiPolygon(seas.filter(|ring| ring.bounding_rect().is_some_and(|other| other.intersects(&frame))).collect())
}

/// Each ring of an area as a polygon of its own.
fn rings(ground: &Basemap, area: &Area) -> MultiPolygon<f64> {
    let ring = |uses: &Vec<_>| Polygon::new(LineString::from(ground.ring(uses, 0.0)), Vec::new());
    MultiPolygon(area.rings.iter().map(ring).collect())
}

fn to_thousandth(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basemap::Arc;

    /// A basemap of squares, each given by its south-western corner and its side in degrees.
    fn ground(squares: &[(f64, f64, f64)]) -> Basemap {
        let arc = |&(x, y, side): &(f64, f64, f64)| {
            let points = vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];
            Arc { importance: vec![f32::INFINITY; points.len()], points }
        };
        Basemap { arcs: squares.iter().map(arc).collect(), ..Basemap::default() }
    }

    fn area(name: &str, rings: &[i32]) -> Area {
        Area { name: name.into(), rings: rings.iter().map(|ring| vec![*ring]).collect() }
    }

    fn measured(ground: &Basemap, references: &[&str]) -> Option<f64> {
        let references: Vec<BasemapArea> = references.iter().map(|name| BasemapArea(name.to_string())).collect();
        area_on(ground, &references)
    }

    #[test]
    fn islands_and_the_territorial_sea_are_left_out() {
        // A square of one degree at the equator has 12,309 km²; here the sides are a tenth of that.
        let cell = 123.09;
        let mut ground = ground(&[(0.0, 0.0, 1.0), (0.2, 0.2, 0.1), (0.9, 0.0, 0.2), (2.0, 0.0, 0.1)]);
        ground.seas = vec![area("Sea", &[0, 1])];
        ground.provinces = vec![area("Coast", &[2]), area("Inland", &[3])];
        for (references, cells) in [
            (&["sea:Sea"][..], 99.0),
            // Its western half lies in the sea.
            (&["province:Coast"], 2.0),
            (&["province:Inland"], 1.0),
            (&["province:Coast", "province:Inland"], 3.0),
        ] {
            let area = measured(&ground, references).expect("an area");
            assert!((area - cells * cell).abs() < 0.5, "{references:?}: {area}");
        }
    }

    #[test]
    fn what_cannot_be_compared_is_not_measured() {
        let mut ground = ground(&[(0.0, 0.0, 1.0)]);
        ground.countries = vec![area("ARM", &[0])];
        ground.provinces = vec![area("Syunik", &[0])];
        for references in [&["country:ARM"][..], &["province:Syunik", "country:ARM"], &["province:Lori"], &[]] {
            assert_eq!(measured(&ground, references), None, "{references:?}");
        }
    }
}
