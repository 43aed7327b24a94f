//! The picture of a small atlas made by hand. On the real one it is tested in `tests/map/`.

use super::*;
use crate::basemap::{Arc, Area, Basemap, Line, LineKind};
use crate::geometry::{Camera, Coord, Projection};
use atlas_model::{Feature, Layer};

fn arc(points: &[[f64; 2]]) -> Arc {
    Arc { points: points.to_vec(), importance: vec![f32::INFINITY; points.len()] }
}

fn area(name: &str, ring: Vec<i32>) -> Area {
    Area { name: name.to_owned(), rings: vec![ring] }
}

pub(crate) fn feature(id: &str, kind: &str, layer: &str, rank: u8, more: &str) -> Feature {
    let text = format!(
        r#"{{"id":"{id}","kind":"{kind}","layer":"{layer}","rank":{rank},"name":{{"en":"{id}","fa":"نام"}},
        "summary":{{"text":{{"en":"."}}}}{more}}}"#
    );
    serde_json::from_str(&text).expect("a feature")
}

/// Two states with a shared border, a sea to the east, a lake, a river, and a feature of each sort.
pub(crate) fn fixture() -> World {
    let basemap = Basemap {
        arcs: vec![
            arc(&[[45.0, 42.0], [47.0, 41.8], [50.5, 42.0]]),
            arc(&[[50.5, 42.0], [50.5, 44.0], [45.0, 44.0], [45.0, 42.0]]),
            arc(&[[45.0, 42.0], [45.0, 39.0], [50.5, 39.0], [50.5, 42.0]]),
            arc(&[[49.0, 38.0], [49.4, 40.0], [49.0, 42.0], [49.5, 45.0], [54.0, 45.0], [54.0, 38.0], [49.0, 38.0]]),
            arc(&[[46.0, 40.0], [46.4, 40.0], [46.4, 40.4], [46.0, 40.4], [46.0, 40.0]]),
            arc(&[[45.5, 39.4], [46.2, 40.0], [48.0, 40.6], [49.3, 40.4]]),
        ],
        countries: vec![area("RUS", vec![!0, !1]), area("AZE", vec![0, !2])],
        seas: vec![area("Caspian Sea", vec![3])],
        lakes: vec![area("Lake", vec![4])],
        lines: vec![
            Line { kind: LineKind::Border, name: String::new(), arcs: vec![0] },
            Line { kind: LineKind::River, name: String::new(), arcs: vec![5] },
        ],
        ..Basemap::default()
    };
    let features = [
        feature("north", "state", "states", 1, r#","basemap":["country:RUS"]"#),
        feature("south", "state", "states", 1, r#","basemap":["country:AZE"]"#),
        feature("sea", "sea", "caspian", 1, r#","basemap":["sea:Caspian Sea"]"#),
        feature("rail", "railway", "corridor", 2, r#","quality":"generalised""#),
        feature("pipe", "pipeline", "energy", 2, r#","quality":"schematic""#),
        feature("lane", "sea-lane", "corridor", 2, r#","quality":"schematic""#),
        feature("town", "city", "cities", 1, r#","quality":"surveyed""#),
        feature("harbour", "port", "corridor", 2, r#","quality":"surveyed""#),
        feature("actor", "bloc", "states", 4, ""),
    ];
    let geometry = |id: &str| {
        let text = match id {
            "rail" => r#"{"type":"LineString","coordinates":[[46,43.5],[47,42],[48.5,41],[48,39.2]]}"#,
            "pipe" => r#"{"type":"LineString","coordinates":[[46.05,43.5],[47.05,42],[48.55,41],[48.05,39.2]]}"#,
            "lane" => r#"{"type":"LineString","coordinates":[[49.3,40.5],[51,41],[53.5,40]]}"#,
            "town" => r#"{"type":"Point","coordinates":[48.5,41]}"#,
            "harbour" => r#"{"type":"Point","coordinates":[49.3,40.5]}"#,
            _ => return None,
        };
        let geometry: geojson::Geometry = text.parse().ok()?;
        geometry.try_into().ok()
    };
    World::survey(&basemap, &features, &geometry)
}

#[test]
fn a_click_on_the_sea_is_not_on_a_state() {
    let fixture = fixture();
    let camera = Camera::from_at(50.0, 41.0, 3.0, 800.0, 600.0);
    let first = |lon: f64, lat: f64| {
        let at: Coord = camera.to_screen(Projection::project(lon, lat));
        fixture.hit(&camera, at.x, at.y, 3.0, &Look::default()).first().map(|hit| hit.id.clone())
    };
    assert_eq!(first(50.2, 41.6).as_deref(), Some("sea"));
    assert_eq!(first(47.0, 43.6).as_deref(), Some("north"));
    assert_eq!(first(46.0, 39.3).as_deref(), Some("south"));
    assert_eq!(first(48.5, 41.0).as_deref(), Some("town"));
    let at = camera.to_screen(Projection::project(48.5, 41.0));
    let without_cities = Look { hidden: vec![Layer::Cities], ..Look::default() };
    let hidden = fixture.hit(&camera, at.x, at.y, 3.0, &without_cities);
    assert_eq!(hidden.first().map(|hit| hit.id.as_str()), Some("rail"));
}

#[test]
fn the_pipeline_steps_aside_for_the_railway() {
    let fixture = fixture();
    let of = |id: &str| fixture.subjects.iter().find(|one| one.id == id).map(|one| one.offset);
    assert!(of("pipe").is_some_and(|offset| offset != 0.0));
    assert_eq!(of("rail"), Some(0.0));
}

#[test]
fn what_is_on_the_map_comes_in_reading_order() {
    assert!(fixture().reading_order().eq(["north", "south", "sea", "rail", "pipe", "lane", "town", "harbour"]));
}
