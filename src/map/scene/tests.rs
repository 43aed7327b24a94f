//! The picture of a small atlas made by hand. On the real one it is tested in `tests/map/`.

use super::*;
use crate::basemap::{Arc, Area, Basemap, Line, LineKind};
use crate::geometry::{Camera, Coord, Projection};
use atlas_model::{
    Feature, Inset, Labels, Layer, Margins, OpeningView, Profile, RiverLabel, Shades, Spine, StateLabel, Text,
    WaterLabel,
};

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

/// An opening view, an inset and a party.
pub(crate) fn profile() -> std::sync::Arc<Profile> {
    let room = |left, right| Margins { left, right, top: 300.0, bottom: 500.0 };
    let view = OpeningView {
        opening: [30.3, 18.9, 72.9, 59.9],
        ltr: room(420.0, 920.0),
        rtl: room(960.0, 560.0),
        prime: [20.0, 8.0, 90.0, 63.0],
    };
    let inset = Inset { middle: (46.75, 39.62), size: (640.0, 530.0), ..Inset::default() };
    let layers = vec![
        layer("roads", Some(("#66081e", "#ee887c"))),
        layer("energy", Some(("#905607", "#f2b55d"))),
        layer("waters", Some(("#09699e", "#83d0fc"))),
        layer("towns", None),
        layer("states", None),
    ];
    let (parties, inset) = (vec!["north".into()], Some(inset));
    Profile { parties, view, inset, layers, labels: labels(), ..Profile::default() }.into()
}

fn layer(id: &str, colour: Option<(&str, &str)>) -> Layer {
    let colour = colour.map(|(light, dark)| Shades { light: light.into(), dark: dark.into(), print: light.into() });
    Layer { id: id.into(), name: Text::english(id), colour }
}

/// Names of the ground about the fixture.
fn labels() -> Labels {
    const ANY: f64 = f64::NEG_INFINITY;
    let state = |key: &str, name: &str, rank, places: &[(f64, f64, f64)]| StateLabel {
        key: key.into(),
        name: Text::english(name),
        rank,
        places: places.to_vec(),
    };
    let water = |key: &str, name: &str, rank, spines: &[(f64, [(f64, f64); 3])]| WaterLabel {
        key: key.into(),
        name: Text::english(name),
        rank,
        spines: spines.iter().map(|(from, points)| Spine { from: *from, points: *points }).collect(),
    };
    let river = |name: &str, from, places: &[(f64, f64)]| RiverLabel {
        name: Text::english(name),
        from,
        places: places.to_vec(),
    };
    Labels {
        states: vec![
            state("NTH", "Northland", 1, &[(49.5, 57.6, ANY), (43.2, 46.6, 2.3), (46.6, 42.7, 4.4)]),
            state("STH", "Southland", 1, &[(47.7, 40.95, ANY)]),
            state("ELS", "Elsewhere", 2, &[(43.5, 42.05, ANY)]),
        ],
        waters: vec![
            water(
                "north-sea",
                "North Sea",
                1,
                &[
                    (ANY, [(48.9, 44.5), (50.5, 42.0), (52.3, 39.2)]),
                    (3.4, [(50.0, 38.6), (51.2, 38.0), (52.6, 37.9)]),
                    (3.4, [(48.9, 44.9), (50.1, 45.3), (51.6, 45.3)]),
                ],
            ),
            water("lake", "Lake", 5, &[(3.0, [(46.1, 40.3), (46.2, 40.2), (46.3, 40.1)])]),
        ],
        rivers: vec![river("River", 2.8, &[(47.3, 40.6), (45.2, 41.3)])],
    }
}

/// Two states with a shared border, a sea to the east, a lake, a river, and a feature of each sort.
pub(crate) fn fixture() -> LabelledMap {
    let basemap = Basemap {
        arcs: vec![
            arc(&[[45.0, 42.0], [47.0, 41.8], [50.5, 42.0]]),
            arc(&[[50.5, 42.0], [50.5, 44.0], [45.0, 44.0], [45.0, 42.0]]),
            arc(&[[45.0, 42.0], [45.0, 39.0], [50.5, 39.0], [50.5, 42.0]]),
            arc(&[[49.0, 38.0], [49.4, 40.0], [49.0, 42.0], [49.5, 45.0], [54.0, 45.0], [54.0, 38.0], [49.0, 38.0]]),
            arc(&[[46.0, 40.0], [46.4, 40.0], [46.4, 40.4], [46.0, 40.4], [46.0, 40.0]]),
            arc(&[[45.5, 39.4], [46.2, 40.0], [48.0, 40.6], [49.3, 40.4]]),
        ],
        countries: vec![area("NTH", vec![!0, !1]), area("STH", vec![0, !2])],
        seas: vec![area("North Sea", vec![3])],
        lakes: vec![area("Lake", vec![4])],
        lines: vec![
            Line { kind: LineKind::Border, name: String::new(), arcs: vec![0] },
            Line { kind: LineKind::River, name: String::new(), arcs: vec![5] },
        ],
        ..Basemap::default()
    };
    let features = [
        feature("north", "state", "states", 1, r#","basemap":["country:NTH"]"#),
        feature("south", "state", "states", 1, r#","basemap":["country:STH"]"#),
        feature("sea", "sea", "waters", 1, r#","basemap":["sea:North Sea"]"#),
        feature("rail", "railway", "roads", 2, r#","quality":"generalised""#),
        feature("pipe", "pipeline", "energy", 2, r#","quality":"schematic""#),
        feature("lane", "sea-lane", "waters", 2, r#","quality":"schematic""#),
        feature("town", "city", "towns", 1, r#","quality":"surveyed""#),
        feature("harbour", "port", "towns", 2, r#","quality":"surveyed""#),
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
    LabelledMap::survey(&basemap, &features, &geometry, profile())
}

#[test]
fn a_click_on_the_sea_is_not_on_a_state() {
    let fixture = fixture();
    let camera = Camera::from_at(50.0, 41.0, 3.0, 800.0, 600.0);
    let first = |lon: f64, lat: f64| {
        let at: Coord = camera.to_screen(Projection::project(lon, lat));
        hit(&fixture, &camera, at.x, at.y, 3.0, &MapStyle::default()).first().map(|hit| hit.id.clone())
    };
    assert_eq!(first(50.2, 41.6).as_deref(), Some("sea"));
    assert_eq!(first(47.0, 43.6).as_deref(), Some("north"));
    assert_eq!(first(46.0, 39.3).as_deref(), Some("south"));
    assert_eq!(first(48.5, 41.0).as_deref(), Some("town"));
    let at = camera.to_screen(Projection::project(48.5, 41.0));
    let towns = 3;
    let without_towns = MapStyle { hidden: vec![towns], ..MapStyle::default() };
    let hidden = hit(&fixture, &camera, at.x, at.y, 3.0, &without_towns);
    assert_eq!(hidden.first().map(|hit| hit.id.as_str()), Some("rail"));
}

#[test]
fn the_pipeline_steps_aside_for_the_railway() {
    let fixture = fixture();
    let of = |id: &str| fixture.map_features.iter().find(|one| one.id == id).map(|one| one.offset);
    assert!(of("pipe").is_some_and(|offset| offset != 0.0));
    assert_eq!(of("rail"), Some(0.0));
}

#[test]
fn what_is_on_the_map_comes_in_reading_order() {
    assert!(fixture().reading_order().eq(["north", "south", "sea", "rail", "pipe", "lane", "town", "harbour"]));
}
