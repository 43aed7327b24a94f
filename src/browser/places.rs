//! The published features: taken apart by the browser's own JSON parser, turned into geometries by the `geojson` crate.
//!
//! The crate's own parser would bring a second JSON parser into the program.

use geo_types::Geometry;
use geojson::{GeometryValue, Position};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The geometries of a published collection with their feature ids; `None` when the text is no such collection.
///
/// Features without an id or a geometry are passed over.
pub fn geometries(collection: &str) -> Option<Vec<(String, Geometry<f64>)>> {
    let features = field(&JSON::parse(collection).ok()?, "features").dyn_into::<Array>().ok()?;
    let mut geometries = Vec::new();
    for feature in features.iter() {
        let geometry = field(&feature, "geometry");
        let Some(id) = field(&feature, "id").as_string() else { continue };
        if !geometry.is_null() {
            geometries.push((id, Geometry::try_from(value(&geometry)?).ok()?));
        }
    }
    Some(geometries)
}

/// A field of an object; undefined where there is none.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn value(geometry: &JsValue) -> Option<GeometryValue> {
    let shape = field(geometry, "coordinates");
    Some(match field(geometry, "type").as_string()?.as_str() {
        "Point" => GeometryValue::Point { coordinates: position(&shape)? },
        "MultiPoint" => GeometryValue::MultiPoint { coordinates: list(&shape, position)? },
        "LineString" => GeometryValue::LineString { coordinates: list(&shape, position)? },
        "MultiLineString" => GeometryValue::MultiLineString { coordinates: list(&shape, positions)? },
        "Polygon" => GeometryValue::Polygon { coordinates: list(&shape, positions)? },
        "MultiPolygon" => GeometryValue::MultiPolygon { coordinates: list(&shape, rings)? },
        "GeometryCollection" => {
            let part = |part: &JsValue| value(part).map(geojson::Geometry::new);
            GeometryValue::GeometryCollection { geometries: list(&field(geometry, "geometries"), part)? }
        }
        _ => return None,
    })
}

fn list<T>(value: &JsValue, read: fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    value.dyn_ref::<Array>()?.iter().map(|item| read(&item)).collect()
}

fn rings(value: &JsValue) -> Option<Vec<Vec<Position>>> {
    list(value, positions)
}

fn positions(value: &JsValue) -> Option<Vec<Position>> {
    list(value, position)
}

/// Longitude and latitude, which every position begins with.
fn position(value: &JsValue) -> Option<Position> {
    let numbers = value.dyn_ref::<Array>()?;
    Some(Position::from([numbers.get(0).as_f64()?, numbers.get(1).as_f64()?]))
}
