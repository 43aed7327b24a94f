//! The shapes of all features on their way to a browser: one file, or for a large atlas an overview and chunks.
//!
//! All of it is GeoJSON. The overview holds every feature, lines and areas with as few vertices as the size asks for;
//! a chunk holds neighbouring features as they are. Which chunks there are stands in the overview, see `chunks` in
//! [`Shapes::overview`].

use super::load::Content;
use super::rules::position::round;
use atlas_map::geometry::{Coord, Projection, Rect, importance, position_on_curve};
use atlas_map::scene::FeatureSummary;
use atlas_model::{Feature, sort};
use geo::{CoordsIter, MapCoords};
use geo_types::{Geometry, LineString, MultiLineString, MultiPolygon, Polygon};
use geojson::feature::Id;
use geojson::{FeatureCollection, JsonObject};
use serde_json::json;

/// The overview is made coarser until it has at most this many vertices, or so many for each feature, whichever is
/// more: what a phone takes in at once.
const OVERVIEW: usize = 10_000;
const FOR_EACH: usize = 3;
/// A chunk is at most this large, unless a single feature is: a phone parses it between two frames. Bytes.
const CHUNK: usize = 100_000;
/// From this tolerance on the overview is as it is, km.
const COARSEST: f64 = 64.0;

/// The shapes of an atlas.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    overview: Vec<geojson::Feature>,
    /// How far the overview may be off the finer shapes, km.
    tolerance: f64,
    chunks: Vec<Chunk>,
}

/// Neighbouring features with all their vertices.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The features as GeoJSON.
    pub text: String,
    /// The smallest rectangle around them, km.
    area: Rect,
}

impl Shapes {
    /// The shapes of the features that have one of their own; `outlines` are those of all features.
    pub fn new(content: &Content, outlines: &[FeatureSummary]) -> Shapes {
        let features = content.atlas.features.iter().zip(outlines);
        let whole: Vec<(&Feature, &FeatureSummary, Geometry<f64>)> = features
            .filter_map(|(feature, outline)| Some((feature, outline, rounded(content.geometries.get(&feature.id)?))))
            .collect();
        let most = OVERVIEW.max(FOR_EACH * whole.len());
        let mut shapes = Shapes::default();
        loop {
            let simple: Vec<_> = whole.iter().map(|(_, _, geometry)| simplified(geometry, shapes.tolerance)).collect();
            if shapes.tolerance >= COARSEST || simple.iter().map(Geometry::coords_count).sum::<usize>() <= most {
                shapes.overview =
                    whole.iter().zip(&simple).map(|((feature, ..), geometry)| published(feature, geometry)).collect();
                break;
            }
            shapes.tolerance = if shapes.tolerance == 0.0 { 0.5 } else { shapes.tolerance * 2.0 };
        }
        let finer = whole
            .into_iter()
            .filter(|(_, _, geometry)| simplified(geometry, shapes.tolerance).coords_count() < geometry.coords_count());
        shapes.chunks =
            chunks(finer.map(|(feature, outline, geometry)| (outline.bounds(), published(feature, &geometry))));
        shapes
    }

    /// The chunks.
    pub fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }

    /// The overview without a word of the chunks: all there is when there are none.
    pub fn overview(&self) -> String {
        self.collection(None)
    }

    /// The overview with the chunks, which have been published under these names.
    ///
    /// `tolerance` is how far it may be off, in km; of each chunk `chunks` has the name and, under `area`, left, top,
    /// right and bottom on the world plane, in km.
    pub fn overview_of(&self, names: &[String]) -> String {
        let chunk = |(chunk, name): (&Chunk, &String)| {
            let Rect { min, max } = chunk.area;
            json!({ "name": name, "area": [min.x, min.y, max.x, max.y] })
        };
        let chunks: Vec<_> = self.chunks.iter().zip(names).map(chunk).collect();
        let members = [("tolerance", json!(self.tolerance)), ("chunks", json!(chunks))];
        self.collection(Some(members.into_iter().map(|(key, value)| (key.to_string(), value)).collect()))
    }

    fn collection(&self, foreign_members: Option<JsonObject>) -> String {
        FeatureCollection { bbox: None, features: self.overview.clone(), foreign_members }.to_string()
    }
}

/// Puts neighbours together, as many as a chunk may hold.
fn chunks(features: impl Iterator<Item = (Rect, geojson::Feature)>) -> Vec<Chunk> {
    let mut features: Vec<(Rect, geojson::Feature)> = features.collect();
    let whole = features.iter().fold(Rect::EMPTY, |whole, (area, _)| whole.union(*area));
    let place = |area: &Rect| position_on_curve(area.centre(), &whole);
    sort(&mut features, |(one, _), (other, _)| place(one).cmp(&place(other)));
    let mut chunks = Vec::new();
    let (mut held, mut area, mut size): (Vec<geojson::Feature>, Rect, usize) = (Vec::new(), Rect::EMPTY, 0);
    let mut close = |held: &mut Vec<geojson::Feature>, area: &mut Rect| {
        let features = std::mem::take(held);
        if !features.is_empty() {
            let text = FeatureCollection { bbox: None, features, foreign_members: None }.to_string();
            chunks.push(Chunk { text, area: std::mem::replace(area, Rect::EMPTY) });
        }
    };
    for (bounds, feature) in features {
        let length = feature.to_string().len();
        if size + length > CHUNK {
            close(&mut held, &mut area);
            size = 0;
        }
        (area, size) = (area.union(bounds), size + length);
        held.push(feature);
    }
    close(&mut held, &mut area);
    chunks
}

fn published(feature: &Feature, geometry: &Geometry<f64>) -> geojson::Feature {
    let id = Some(Id::String(feature.id.clone()));
    let geometry = Some(geojson::Geometry::from(geometry));
    geojson::Feature { id, geometry, bbox: None, properties: None, foreign_members: None }
}

fn rounded(geometry: &Geometry<f64>) -> Geometry<f64> {
    geometry.map_coords(|geo_types::Coord { x, y }| geo_types::Coord { x: round(x), y: round(y) })
}

/// A geometry without the vertices that matter less than `tolerance`, km.
fn simplified(geometry: &Geometry<f64>, tolerance: f64) -> Geometry<f64> {
    let line = |line: &LineString<f64>| simplified_line(line, tolerance);
    let polygon =
        |area: &Polygon<f64>| Polygon::new(line(area.exterior()), area.interiors().iter().map(line).collect());
    match geometry {
        _ if tolerance == 0.0 => geometry.clone(),
        Geometry::LineString(one) => Geometry::LineString(line(one)),
        Geometry::MultiLineString(all) => Geometry::MultiLineString(MultiLineString(all.iter().map(line).collect())),
        Geometry::Polygon(one) => Geometry::Polygon(polygon(one)),
        Geometry::MultiPolygon(all) => Geometry::MultiPolygon(MultiPolygon(all.iter().map(polygon).collect())),
        other => other.clone(),
    }
}

fn simplified_line(line: &LineString<f64>, tolerance: f64) -> LineString<f64> {
    let places: Vec<Coord> = line.coords().map(|point| Projection::project(point.x, point.y)).collect();
    let importance = importance(&places);
    let mut least = tolerance;
    // A ring needs three corners, of which the ends are one.
    if let ([_, others @ .., _], true) = (importance.as_slice(), line.is_closed()) {
        let mut corners: Vec<f64> = others.iter().copied().map(f64::from).collect();
        sort(&mut corners, |one, other| other.total_cmp(one));
        least = least.min(corners.get(1).copied().unwrap_or(0.0));
    }
    let kept = line.coords().zip(importance).filter(|(_, matters)| f64::from(*matters) >= least);
    kept.map(|(point, _)| *point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeMap;

    /// As many winding lines, each of so many vertices.
    fn content(lines: usize, vertices: usize) -> Content {
        let mut content = Content::default();
        for number in 0..lines {
            let id = format!("line-{number}");
            let feature = format!(
                r#"{{"id":"{id}","kind":"railway","layer":"roads","rank":3,"name":{{"en":"{id}"}},
                "summary":{{"text":{{"en":"."}}}}}}"#
            );
            content.atlas.features.push(serde_json::from_str(&feature).expect("a feature"));
            let (west, south) = (30.0 + (number % 20) as f64, 20.0 + (number / 20) as f64);
            let vertex = |at: usize| (west + at as f64 * 0.002, south + (at as f64 * 0.3).sin() * 0.05);
            let line: LineString<f64> = (0..vertices).map(vertex).collect();
            content.geometries.insert(id, line.into());
        }
        content
    }

    fn shapes(content: &Content) -> Shapes {
        let geometry = |id: &str| content.geometries.get(id).cloned();
        Shapes::new(content, &FeatureSummary::survey(&Default::default(), &content.atlas.features, &geometry))
    }

    #[test]
    fn a_small_atlas_is_one_file() {
        let content = content(20, 100);
        let shapes = shapes(&content);
        assert!(shapes.chunks().is_empty());
        let all: Value = serde_json::from_str(&shapes.overview()).expect("JSON");
        assert_eq!(all["features"][19]["geometry"]["coordinates"].as_array().map(Vec::len), Some(100));
    }

    #[test]
    fn a_large_atlas_comes_as_an_overview_and_chunks() {
        let content = content(200, 400);
        let shapes = shapes(&content);
        let names: Vec<String> = (0..shapes.chunks().len()).map(|number| format!("part-{number}")).collect();
        let overview: Value = serde_json::from_str(&shapes.overview_of(&names)).expect("JSON");
        let vertices = |feature: &Value| feature["geometry"]["coordinates"].as_array().map_or(0, Vec::len);
        let all: usize = overview["features"].as_array().into_iter().flatten().map(vertices).sum();
        assert!(all <= OVERVIEW, "{all} vertices");
        assert_eq!(overview["features"].as_array().map(Vec::len), Some(200));
        assert!(names.len() > 10 && overview["chunks"][0]["name"] == "part-0", "{} chunks", names.len());
        let mut found = BTreeMap::new();
        for (chunk, told) in shapes.chunks().iter().zip(overview["chunks"].as_array().into_iter().flatten()) {
            assert!(chunk.text.len() < CHUNK + 1000, "{}", chunk.text.len());
            let side = |at: usize| told["area"][at].as_f64().expect("a side");
            let area = Rect::new(side(0), side(1), side(2), side(3));
            let features: Value = serde_json::from_str(&chunk.text).expect("JSON");
            for feature in features["features"].as_array().into_iter().flatten() {
                let line = feature["geometry"]["coordinates"].as_array().expect("a line");
                for point in line {
                    let [lon, lat] = [0, 1].map(|at| point[at].as_f64().expect("a coordinate"));
                    // Coordinates are rounded to 11 m.
                    assert!(area.grown(0.02).contains(Projection::project(lon, lat)), "a vertex outside its chunk");
                }
                found.insert(feature["id"].to_string(), line.len());
            }
        }
        assert_eq!((found.len(), found.values().all(|vertices| *vertices == 400)), (200, true));
    }

    #[test]
    fn a_small_ring_keeps_three_corners_whatever_the_tolerance() {
        let turn = |step: i32| f64::from(step % 60) / 60.0 * std::f64::consts::TAU;
        let ring: LineString<f64> = (0..=60).map(|step| (50.0 + turn(step).cos(), 40.0 + turn(step).sin())).collect();
        let simple = simplified_line(&ring, COARSEST);
        assert!(simple.is_closed() && (4..=8).contains(&simple.0.len()), "{simple:?}");
        assert_eq!(simplified_line(&ring, 0.0), ring);
    }
}
