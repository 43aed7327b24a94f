//! What a camera sees of the real atlas: hits, names, frames.

use super::map_data;
use atlas_map::geometry::{Camera, Coord, Rect, contains, coord, distance, distance_to_segment, offset};
use atlas_map::scene::{self, Class, Highlight, Label, LabelledMap, MapStyle, SizeClass, Symbol, TypeScale, tier};
use atlas_model::Lang;
use proptest::prelude::*;

fn cameras() -> impl Strategy<Value = Camera> {
    (25.0..80.0, 15.0..60.0, -0.9..6.5, 200.0..1600.0, 200.0..1000.0)
        .prop_map(|(lon, lat, zoom, width, height)| Camera::from_at(lon, lat, zoom, width, height))
}

/// What `hit` must find, by looking at everything.
fn brute(map_data: &LabelledMap, camera: &Camera, x: f64, y: f64, slop: f64) -> Vec<(Class, f64, String)> {
    let place = camera.to_world(coord(x, y));
    let at_sea = contains(&map_data.ground.seas, &map_data.pool, place);
    let mut found = Vec::new();
    for map_feature in &map_data.map_features {
        let mut best: Option<(Class, f64)> = None;
        let mut offer = |class: Class, gap: f64, slop: f64| {
            if gap <= slop && best.is_none_or(|(_, known)| gap < known) {
                best = Some((class, gap));
            }
        };
        for point in &map_feature.points {
            let gap = (distance(*point, place) * camera.scale - map_feature.symbol.radius()).max(0.0);
            offer(map_feature.class, gap, if map_feature.symbol == Symbol::Spot { 0.0 } else { slop });
        }
        for (line, _) in map_feature.lines.iter().flat_map(|course| course.lines(&map_data.pool)) {
            for stretch in line.stretches(false) {
                for pair in offset(stretch.points, map_feature.offset / camera.scale).windows(2) {
                    let gap = distance_to_segment(place, pair[0], pair[1]) * camera.scale;
                    offer(map_feature.class, (gap - 2.0).max(0.0), slop);
                }
            }
        }
        let marine = map_feature.areas.iter().any(|part| part.key.starts_with("sea:"));
        if (marine || !at_sea) && map_feature.areas.iter().any(|part| contains(&part.area.rings, &map_data.pool, place))
        {
            offer(map_feature.class.max(Class::Area), 0.0, slop);
        }
        found.extend(best.map(|(class, gap)| (class, gap, map_feature.id.clone())));
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
        let hits = scene::hit(map_data(), &camera, x, y, slop, &MapStyle::default());
        let expected = brute(map_data(), &camera, x, y, slop);
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
        (Lang::ENGLISH, SizeClass::Large, 1.0, "instc-western"),
        (Lang::new("fa"), SizeClass::Medium, 0.83, ""),
        (Lang::new("hy"), SizeClass::Small, 1.3, "syunik"),
    ];
    for (lang, class, factor, selected) in looks {
        let map_style = MapStyle {
            lang,
            type_scale: TypeScale { class, factor },
            highlight: Highlight { selected: vec![selected.to_owned()], ..Highlight::default() },
            ..MapStyle::default()
        };
        for camera in many_cameras(500) {
            let labels = map_data().labels(&camera, &map_style);
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
        let map_style = MapStyle::default();
        let moved = camera.panned(dx, dy);
        let (before, after) = (map_data().labels(&camera, &map_style), map_data().labels(&moved, &map_style));
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
    let map_style = MapStyle { highlight, ..MapStyle::default() };
    let mut left_out = 0;
    for camera in many_cameras(100) {
        let (screen, covered) = (camera.screen(), Rect::new(10.0, 10.0, 200.0, 120.0));
        let cut: Vec<Coord> =
            map_data().cut_names(&camera, &map_style, &[covered]).into_iter().map(|name| name.anchor).collect();
        for label in map_data().labels(&camera, &map_style) {
            let whole = !label.is_cut(&screen) && !label.boxes.iter().any(|one| one.intersects(&covered));
            let is_selected = label.map_feature.is_some_and(|at| map_data().map_features()[at].id == selected);
            assert_eq!(cut.contains(&label.anchor), !whole && !is_selected, "{:?} at {:?}", label.lines, camera.at());
            left_out += usize::from(!whole);
        }
    }
    assert!(left_out > 100, "{left_out} names were cut in the first place");
}

#[test]
fn a_located_feature_is_hit_there() {
    let frames = [
        scene::home(map_data(), Lang::ENGLISH),
        scene::frame_for(map_data(), &["syunik".to_owned()], Lang::ENGLISH),
        scene::frame_for(map_data(), &["iran".to_owned()], Lang::ENGLISH),
    ];
    let mut missing = Vec::new();
    for frame in frames {
        let camera = Camera::fit(frame, 880.0, 800.0, atlas_map::geometry::Padding::default());
        for map_feature in map_data().map_features() {
            match scene::locate(map_data(), &camera, &map_feature.id, &MapStyle::default(), &|_, _| true) {
                Some((x, y)) => {
                    let hits = scene::hit(map_data(), &camera, x, y, 0.0, &MapStyle::default());
                    assert_eq!(hits.first().map(|hit| hit.id.as_str()), Some(map_feature.id.as_str()));
                }
                None if map_feature.points.iter().any(|point| camera.view().grown(-30.0).contains(*point)) => {
                    missing.push(map_feature.id.clone());
                }
                None => {}
            }
        }
    }
    assert!(missing.is_empty(), "in view but not to be found: {missing:?}");
}

#[test]
fn frames_hold_their_subject() {
    let frame = scene::frame_for(map_data(), &["meghri".to_owned()], Lang::ENGLISH);
    assert!(frame.width() >= 250.0 && frame.height() >= 250.0);
    assert_eq!(
        scene::frame_for(map_data(), &["africa".to_owned()], Lang::ENGLISH),
        scene::home(map_data(), Lang::ENGLISH)
    );
    assert!(map_data().bounds(&["africa".to_owned()]).is_none());
    let home = scene::home(map_data(), Lang::ENGLISH);
    for id in ["instc", "instc-sea-leg", "instc-eastern"] {
        assert!(map_data().bounds(&[id.to_owned()]).is_some_and(|bounds| home.covers(&bounds)), "{id}");
    }
}
