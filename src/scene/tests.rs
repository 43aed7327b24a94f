//! The picture on the real atlas and on a small one made by hand.

use super::hit::tier;
use super::*;
use crate::atlas::{Feature, Lang, Layer};
use crate::basemap::{Arc, Area, Basemap, Line, LineKind};
use crate::content;
use crate::geometry::{Camera, Coord, Projection, Rect, contains, coord, distance, distance_to_segment, offset};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The atlas of this repository.
pub(crate) fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata");
        let parts = fs::read_dir(dir.join("basemap")).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut parts: Vec<_> = parts.filter(|path| path.extension().is_some_and(|one| one == "basemap")).collect();
        parts.sort();
        let packed: Vec<u8> = parts.iter().flat_map(|path| fs::read(path).unwrap_or_default()).collect();
        let basemap = Basemap::decode(&packed).expect("a basemap");
        let Ok(content) = content::load(&dir) else { panic!("no content in {dir:?}") };
        World::survey(&basemap, &content.atlas.features, &|id| content.geometries.get(id).cloned())
    })
}

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

fn cameras() -> impl Strategy<Value = Camera> {
    (25.0..80.0, 15.0..60.0, -0.9..6.5, 200.0..1600.0, 200.0..1000.0)
        .prop_map(|(lon, lat, zoom, width, height)| Camera::from_at(lon, lat, zoom, width, height))
}

/// What `hit` must find, by looking at everything.
fn brute(world: &World, camera: &Camera, x: f64, y: f64, slop: f64) -> Vec<(Class, f64, String)> {
    let place = camera.to_world(coord(x, y));
    let at_sea = contains(&world.ground.seas, &world.pool, place);
    let mut found = Vec::new();
    for subject in &world.subjects {
        let mut best: Option<(Class, f64)> = None;
        let mut offer = |class: Class, gap: f64, slop: f64| {
            if gap <= slop && best.is_none_or(|(_, known)| gap < known) {
                best = Some((class, gap));
            }
        };
        for point in &subject.points {
            let gap = (distance(*point, place) * camera.scale - subject.symbol.radius()).max(0.0);
            offer(subject.class, gap, if subject.symbol == Symbol::Spot { 0.0 } else { slop });
        }
        for (line, _) in subject.lines.iter().flat_map(|course| course.lines(&world.pool)) {
            for stretch in line.stretches(false) {
                for pair in offset(stretch.points, subject.offset / camera.scale).windows(2) {
                    let gap = distance_to_segment(place, pair[0], pair[1]) * camera.scale;
                    offer(subject.class, (gap - 2.0).max(0.0), slop);
                }
            }
        }
        let marine = subject.areas.iter().any(|part| part.key.starts_with("sea:"));
        if (marine || !at_sea) && subject.areas.iter().any(|part| contains(&part.area.rings, &world.pool, place)) {
            offer(subject.class.max(Class::Area), 0.0, slop);
        }
        found.extend(best.map(|(class, gap)| (class, gap, subject.id.clone())));
    }
    found.sort_by(|a, b| {
        let tiers = tier(a.0, a.1).cmp(&tier(b.0, b.1));
        tiers.then(a.0.cmp(&b.0)).then(a.1.total_cmp(&b.1))
    });
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn hits_are_those_of_brute_force(camera in cameras(), u in 0.0..1.0, v in 0.0..1.0, slop in 0.0..22.0) {
        let (x, y) = (u * camera.width, v * camera.height);
        let hits = world().hit(&camera, x, y, slop, &Look::default());
        let expected = brute(world(), &camera, x, y, slop);
        prop_assert_eq!(hits.len(), expected.len());
        for (hit, (_, gap, _)) in hits.iter().zip(&expected) {
            prop_assert!((hit.distance_px - gap).abs() < 1e-6);
        }
        for hit in &hits {
            prop_assert!(expected.iter().any(|(_, _, id)| *id == hit.id));
        }
    }
}

/// Cameras from everywhere, sorted by zoom so that each placement is made once.
fn many_cameras(count: u32) -> Vec<Camera> {
    let mut state = 1_u64;
    let mut next = |from: f64, to: f64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        from + (to - from) * ((state >> 40) as f64 / (1_u64 << 24) as f64)
    };
    let mut cameras: Vec<Camera> = (0..count)
        .map(|_| {
            let (lon, lat, zoom) = (next(25.0, 80.0), next(15.0, 60.0), next(-0.9, 6.5));
            Camera::from_at(lon, lat, zoom, next(200.0, 1600.0), next(200.0, 1000.0))
        })
        .collect();
    cameras.sort_by(|a, b| a.scale.total_cmp(&b.scale));
    cameras
}

#[test]
fn names_never_collide() {
    let looks = [
        (Lang::En, SizeClass::Large, 1.0, "instc-western"),
        (Lang::Fa, SizeClass::Medium, 0.83, ""),
        (Lang::Hy, SizeClass::Small, 1.3, "syunik"),
    ];
    for (lang, class, factor, selected) in looks {
        let look = Look {
            lang,
            type_scale: TypeScale { class, factor },
            highlight: Highlight { selected: vec![selected.to_owned()], ..Highlight::default() },
            ..Look::default()
        };
        for camera in many_cameras(500) {
            let labels = world().labels(&camera, &look);
            for (at, a) in labels.iter().enumerate() {
                for b in labels.iter().skip(at + 1) {
                    let meets = |one: &Rect| b.boxes.iter().any(|other| one.grown(-0.01).intersects(other));
                    assert!(!a.boxes.iter().any(meets), "{:?} and {:?} at {:?}", a.lines, b.lines, camera.at());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn panning_moves_names_and_never_replaces_them(camera in cameras(), dx in -300.0..300.0, dy in -300.0..300.0) {
        let look = Look::default();
        let moved = camera.panned(dx, dy);
        let (before, after) = (world().labels(&camera, &look), world().labels(&moved, &look));
        let screen = camera.screen();
        for label in before.iter().filter(|label| screen.contains(coord(label.at.x + dx, label.at.y + dy))) {
            let inside = label.boxes.iter().all(|one| {
                screen.covers(&Rect::new(one.min.x + dx, one.min.y + dy, one.max.x + dx, one.max.y + dy))
            });
            let same = |other: &Label| {
                other.lines == label.lines && distance(other.at, coord(label.at.x + dx, label.at.y + dy)) < 1e-3
            };
            prop_assert!(!inside || after.iter().any(same), "{:?}", label.lines);
        }
    }
}

#[test]
fn a_map_at_rest_cuts_no_name() {
    let selected = "iran";
    let highlight = Highlight { selected: vec![selected.to_owned()], ..Highlight::default() };
    let look = Look { highlight, ..Look::default() };
    let mut left_out = 0;
    for camera in many_cameras(100) {
        let (screen, covered) = (camera.screen(), Rect::new(10.0, 10.0, 200.0, 120.0));
        let cut: Vec<Coord> =
            world().cut_names(&camera, &look, &[covered]).into_iter().map(|name| name.anchor).collect();
        for label in world().labels(&camera, &look) {
            let whole = !label.is_cut(&screen) && !label.boxes.iter().any(|one| one.intersects(&covered));
            let is_selected = label.subject.is_some_and(|at| world().subjects()[at].id == selected);
            assert_eq!(cut.contains(&label.anchor), !whole && !is_selected, "{:?} at {:?}", label.lines, camera.at());
            left_out += usize::from(!whole);
        }
    }
    assert!(left_out > 100, "{left_out} names were cut in the first place");
}

#[test]
fn a_located_feature_is_hit_there() {
    let frames = [
        world().home(Lang::En),
        world().frame_for(&["syunik".to_owned()], Lang::En),
        world().frame_for(&["iran".to_owned()], Lang::En),
    ];
    let mut missing = Vec::new();
    for frame in frames {
        let camera = Camera::fit(frame, 880.0, 800.0, crate::geometry::Padding::default());
        for subject in world().subjects() {
            match world().locate(&camera, &subject.id, &Look::default(), &|_, _| true) {
                Some((x, y)) => {
                    let hits = world().hit(&camera, x, y, 0.0, &Look::default());
                    assert_eq!(hits.first().map(|hit| hit.id.as_str()), Some(subject.id.as_str()));
                }
                None if subject.points.iter().any(|point| camera.view().grown(-30.0).contains(*point)) => {
                    missing.push(subject.id.clone());
                }
                None => {}
            }
        }
    }
    assert!(missing.is_empty(), "in view but not to be found: {missing:?}");
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
fn frames_hold_their_subject() {
    let frame = world().frame_for(&["meghri".to_owned()], Lang::En);
    assert!(frame.width() >= 250.0 && frame.height() >= 250.0);
    assert_eq!(world().frame_for(&["africa".to_owned()], Lang::En), world().home(Lang::En));
    assert!(world().bounds(&["africa".to_owned()]).is_none());
    let home = world().home(Lang::En);
    for id in ["instc", "instc-sea-leg", "instc-eastern"] {
        assert!(world().bounds(&[id.to_owned()]).is_some_and(|bounds| home.covers(&bounds)), "{id}");
    }
    assert!(fixture().reading_order().eq(["north", "south", "sea", "rail", "pipe", "lane", "town", "harbour"]));
}
