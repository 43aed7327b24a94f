//! The published features: taken apart by the browser's own JSON parser, turned into geometries here.
//!
//! A parser of its own would be a fifth of the program.

use atlas_map::geometry::Rect;
use atlas_model::sort;
use geo_types::{
    Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon,
};
use js_sys::{Array, Float64Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A published collection: geometries with the ids of their features, and which chunks follow.
pub(crate) struct Collection {
    /// The geometries, sorted by id.
    pub geometries: Vec<(String, Geometry<f64>)>,
    /// How far they may be off, km.
    pub tolerance: f64,
    /// Names of the chunks with finer geometries, and where those are on the world plane, km.
    pub chunks: Vec<(String, Rect)>,
}

impl Collection {
    /// The geometry of the feature of this id.
    pub(crate) fn geometry(&self, id: &str) -> Option<Geometry<f64>> {
        let at = self.geometries.partition_point(|(known, _)| known.as_str() < id);
        self.geometries.get(at).filter(|(known, _)| known == id).map(|(_, geometry)| geometry.clone())
    }
}

/// Reads a published collection; `None` when the text is none.
pub(crate) fn collection(text: &str) -> Option<Collection> {
    let whole = JSON::parse(text).ok()?;
    let tolerance = field(&whole, "tolerance").as_f64().unwrap_or_default();
    let chunks = list(&field(&whole, "chunks"), chunk).unwrap_or_default();
    Some(Collection { geometries: geometries(&whole)?, tolerance, chunks })
}

fn chunk(value: &JsValue) -> Option<(String, Rect)> {
    let sides = list(&field(value, "area"), JsValue::as_f64)?;
    let [left, top, right, bottom] = *sides.as_slice() else { return None };
    Some((field(value, "name").as_string()?, Rect::new(left, top, right, bottom)))
}

/// Features without an id or a geometry are passed over.
fn geometries(collection: &JsValue) -> Option<Vec<(String, Geometry<f64>)>> {
    let features = field(collection, "features").dyn_into::<Array>().ok()?;
    let mut geometries = Vec::new();
    for feature in features.iter() {
        let shape = field(&feature, "geometry");
        let Some(id) = field(&feature, "id").as_string() else { continue };
        if !shape.is_null() {
            geometries.push((id, geometry(&shape)?));
        }
    }
    sort(&mut geometries, |(one, _), (other, _)| one.cmp(other));
    Some(geometries)
}

/// A field of an object; undefined where there is none.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn geometry(value: &JsValue) -> Option<Geometry<f64>> {
    let shape = field(value, "coordinates");
    Some(match field(value, "type").as_string()?.as_str() {
        "Point" => Geometry::Point(Point(position(&shape)?)),
        "MultiPoint" => Geometry::MultiPoint(MultiPoint(positions(&shape)?.into_iter().map(Point).collect())),
        "LineString" => Geometry::LineString(line(&shape)?),
        "MultiLineString" => Geometry::MultiLineString(MultiLineString(list(&shape, line)?)),
        "Polygon" => Geometry::Polygon(polygon(&shape)?),
        "MultiPolygon" => Geometry::MultiPolygon(MultiPolygon(list(&shape, polygon)?)),
        "GeometryCollection" => {
            Geometry::GeometryCollection(GeometryCollection(list(&field(value, "geometries"), geometry)?))
        }
        _ => return None,
    })
}

fn list<T>(value: &JsValue, read: fn(&JsValue) -> Option<T>) -> Option<Vec<T>> {
    value.dyn_ref::<Array>()?.iter().map(|item| read(&item)).collect()
}

fn polygon(value: &JsValue) -> Option<Polygon<f64>> {
    let mut rings = list(value, line)?.into_iter();
    Some(Polygon::new(rings.next()?, rings.collect()))
}

fn line(value: &JsValue) -> Option<LineString<f64>> {
    positions(value).map(LineString)
}

/// Positions of longitude and latitude. All numbers cross over at once: asking for each would take longer than all else.
fn positions(value: &JsValue) -> Option<Vec<Coord<f64>>> {
    let list = value.dyn_ref::<Array>()?;
    let numbers = Float64Array::new(&list.flat(1)).to_vec();
    let position = |pair: &[f64]| match pair {
        [x, y] if x.is_finite() && y.is_finite() => Some(Coord { x: *x, y: *y }),
        _ => None,
    };
    let whole = numbers.len() == 2 * list.length() as usize;
    whole.then(|| numbers.chunks(2).map(position).collect()).flatten()
}

fn position(value: &JsValue) -> Option<Coord<f64>> {
    let numbers = value.dyn_ref::<Array>()?;
    Some(Coord { x: numbers.get(0).as_f64()?, y: numbers.get(1).as_f64()? })
}
