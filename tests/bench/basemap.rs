//! Prints the basemap as GeoJSON, so that other map libraries can be given the very same ground.
//!
//! `cargo run --release --features bench --bin bench-basemap -- geodata > basemap.geojson`
//!
//! Full detail, four decimals. `layer` is what an object is: `country`, `sea`, `lake`, `border`, `disputed`, `province`
//! or `river`. Countries, provinces and seas that a place of the atlas takes its area from carry the reference, such
//! as `country:ARM`, as `area`.

use atlas_content as content;
use atlas_map::basemap::{Area, Basemap, Line, LineKind};
use geo::{BooleanOps, Orient, orient::Direction};
use geo_types::{Geometry, LineString, MultiLineString, MultiPolygon, Polygon};
use geojson::{Feature, FeatureCollection, JsonObject};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "geodata".to_string());
    let content = content::load(Path::new(&folder))?;
    let ground = &content.ground.basemap;
    let used: BTreeSet<&str> =
        content.atlas.features.iter().flat_map(|place| &place.basemap).map(|area| area.0.as_str()).collect();
    let mut features = Vec::new();
    for (kind, areas) in [
        ("country", &ground.countries),
        ("province", &ground.provinces),
        ("lake", &ground.lakes),
        ("sea", &ground.seas),
    ] {
        for area in areas {
            let reference = format!("{kind}:{}", area.name);
            if matches!(kind, "lake" | "sea") || used.contains(reference.as_str()) {
                features.push(feature(Geometry::from(polygons(ground, area)), kind, Some(reference)));
            }
        }
    }
    features
        .extend(ground.lines.iter().map(|line| feature(Geometry::from(course(ground, line)), layer(line.kind), None)));
    println!("{}", FeatureCollection { bbox: None, features, foreign_members: None });
    Ok(())
}

fn layer(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Border => "border",
        LineKind::DisputedBorder => "disputed",
        LineKind::ProvinceBorder => "province",
        LineKind::River => "river",
    }
}

/// The rings of an area, sorted by the even-odd rule into outlines and holes.
fn polygons(ground: &Basemap, area: &Area) -> MultiPolygon<f64> {
    let rings = area.rings.iter().map(|ring| Polygon::new(LineString::from(ground.ring(ring, 0.0)), Vec::new()));
    MultiPolygon(rings.collect()).difference(&MultiPolygon(Vec::new())).orient(Direction::Default)
}

fn course(ground: &Basemap, line: &Line) -> MultiLineString<f64> {
    MultiLineString(vec![LineString::from(ground.ring(&line.arcs, 0.0))])
}

fn feature(geometry: Geometry<f64>, layer: &str, area: Option<String>) -> Feature {
    use geo::MapCoords;
    let round = |value: f64| (value * 1e4).round() / 1e4;
    let geometry = geometry.map_coords(|at| geo_types::Coord { x: round(at.x), y: round(at.y) });
    let mut properties = JsonObject::new();
    properties.insert("layer".into(), json!(layer));
    if let Some(area) = area {
        properties.insert("area".into(), json!(area));
    }
    Feature {
        bbox: None,
        geometry: Some(geojson::Geometry::from(&geometry)),
        id: None,
        properties: Some(properties),
        foreign_members: None,
    }
}
