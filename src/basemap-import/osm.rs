//! The GeoJSON of the OpenStreetMap packages: countries and seas as polygons on the grid.

use super::error::ImportError;
use super::grid::{Point, point};
use serde::Deserialize;

/// A polygon: its outer ring, then its holes; the first point of a ring is not repeated.
pub(super) type Polygon = Vec<Vec<Point>>;

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        coordinates: Vec<Vec<[f64; 2]>>,
    },
    MultiPolygon {
        coordinates: Vec<Vec<Vec<[f64; 2]>>>,
    },
    #[serde(rename = "GeometryCollection")]
    Collection {
        geometries: Vec<Geometry>,
    },
}

#[derive(Deserialize)]
struct Countries {
    features: Vec<OsmCountry>,
}

#[derive(Deserialize)]
struct OsmCountry {
    properties: OsmProperties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct OsmProperties {
    #[serde(rename = "isoA3")]
    code: String,
}

/// Countries by ISO 3166 alpha-3 code.
pub(super) fn countries(bytes: &[u8]) -> Result<Vec<(String, Vec<Polygon>)>, ImportError> {
    let read: Countries = serde_json::from_slice(bytes).map_err(|error| ImportError::Json("borders", error))?;
    let countries = read.features.into_iter().map(|country| {
        let mut polygons = Vec::new();
        collect(country.geometry, &mut polygons);
        (country.properties.code, polygons)
    });
    Ok(countries.collect())
}

/// The seas; islands are holes.
pub(super) fn seas(bytes: &[u8]) -> Result<Vec<Polygon>, ImportError> {
    let read = serde_json::from_slice(bytes).map_err(|error| ImportError::Json("seas", error))?;
    let mut polygons = Vec::new();
    collect(read, &mut polygons);
    Ok(polygons)
}

fn collect(geometry: Geometry, into: &mut Vec<Polygon>) {
    match geometry {
        Geometry::Polygon { coordinates } => into.push(polygon(coordinates)),
        Geometry::MultiPolygon { coordinates } => into.extend(coordinates.into_iter().map(polygon)),
        Geometry::Collection { geometries } => geometries.into_iter().for_each(|one| collect(one, into)),
    }
}

fn polygon(rings: Vec<Vec<[f64; 2]>>) -> Polygon {
    rings.into_iter().map(|ring| tidy(ring.into_iter().map(|[lon, lat]| point(lon, lat)).collect())).collect()
}

/// A ring without repeated points, its first included.
pub(super) fn tidy(mut ring: Vec<Point>) -> Vec<Point> {
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}
