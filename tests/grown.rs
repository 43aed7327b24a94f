//! An atlas that has grown to thousands of places: its pages keep their budget, every link leads somewhere, and no place
//! is lost.

use atlas_map::geometry::{Camera, Rect};
use atlas_map::scene::{LabelledMap, MapStyle};
use atlas_model::Lang;
use atlas_model::list::List;
use atlas_model::route::{Page, Route};
use atlas_site::compress::{Effort, compress_one};
use atlas_site::context::Assets;
use atlas_site::document;
use atlas_site::files::{File, Files};
use atlas_site::sources::{self, Sources};
use atlas_site::wasm::Program;
use atlas_site::{assets, pages, www};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Enough to count as large.
const PLACES: usize = 1_200;
/// What the first readable, clickable map may take, bytes by brotli.
const BUDGET: usize = 60_000;

struct Grown {
    sources: Sources,
    map_data: LabelledMap,
    files: Files,
    assets: Assets,
}

static GROWN: LazyLock<Grown> = LazyLock::new(|| {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root.join("geodata"), folder.path());
    fs::write(folder.path().join("features/grown.geojson"), places()).expect("a file");
    let sources = sources::read(folder.path()).expect("sound content");
    let mut files = Files::default();
    let www = www::read(&root.join("www")).expect("styles and loaders");
    let assets = assets::publish(&mut files, &sources, &Program::default(), &www);
    Grown { map_data: sources.map_data(), sources, files, assets }
});

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, copy): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir(&copy).expect("a folder");
            self::copy(&path, &copy);
        } else {
            fs::copy(&path, &copy).expect("a file");
        }
    }
}

/// Numbers from 0 to 1, always the same.
fn random(state: &mut u64) -> f64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 40) as f64 / (1_u64 << 24) as f64
}

/// Towns, winding railways and provinces all over the region; every one a part of Iran and linked to a section of an
/// article, so that both have a long list.
fn places() -> String {
    let mut state = 7;
    let mut features = Vec::new();
    for number in 0..PLACES {
        let (lon, lat) = (26.0 + random(&mut state) * 58.0, 14.0 + random(&mut state) * 44.0);
        let (kind, shape) = match number % 20 {
            0..12 => ("city", format!(r#""Point","coordinates":[{lon:.4},{lat:.4}]"#)),
            12..17 => ("railway", format!(r#""LineString","coordinates":[{}]"#, course(&mut state, lon, lat))),
            _ => ("province", format!(r#""Polygon","coordinates":[[{}]]"#, ring(&mut state, lon, lat))),
        };
        let layer = ["corridor", "energy", "security", "cities", "regions"][number % 5];
        let rank = [3, 4, 4, 5, 5, 5, 5, 5][number % 8];
        features.push(format!(
            r#"{{"type":"Feature","id":"grown-{number}","geometry":{{"type":{shape}}},"properties":{{"kind":"{kind}",
            "layer":"{layer}","rank":{rank},"name":{{"en":"{kind} {number}","fa":"جای {number}",
            "ru":"место {number}","az":"yer {number}","hy":"վայր {number}"}},"part_of":"iran",
            "articles":[{{"article":"3.4","basis":"inferred"}}],
            "summary":{{"text":{{"en":"A place of this test."}},"confidence":"unverified"}},"quality":"schematic",
            "provenance":{{"text":{{"en":"Made for this test."}},"confidence":"unverified"}},"licence":"CC0 1.0"}}}}"#
        ));
    }
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn course(state: &mut u64, mut lon: f64, mut lat: f64) -> String {
    let mut points = String::new();
    let mut heading = random(state) * std::f64::consts::TAU;
    for at in 0..150 {
        heading += random(state) - 0.5;
        (lon, lat) = (lon + heading.cos() * 0.02, lat + heading.sin() * 0.02);
        let _ = write!(points, "{}[{lon:.4},{lat:.4}]", if at == 0 { "" } else { "," });
    }
    points
}

fn ring(state: &mut u64, lon: f64, lat: f64) -> String {
    let mut points: Vec<String> = (0..120)
        .map(|at| {
            let (angle, radius) = (f64::from(at) / 120.0 * std::f64::consts::TAU, 0.4 + random(state) * 0.05);
            format!("[{:.4},{:.4}]", lon + radius * angle.cos(), lat + radius * angle.sin())
        })
        .collect();
    points.extend(points.first().cloned());
    points.join(",")
}

fn render(route: &Route) -> String {
    document::render(&GROWN.sources.context(&GROWN.map_data, &GROWN.assets, None), route)
}

fn all_routes() -> Vec<Route> {
    pages::routes(&GROWN.sources)
}

/// Pages of every sort: those with most to say, some of the many, and those of long lists.
fn samples() -> Vec<Route> {
    let place = |id: &str| Page::Place(id.to_owned());
    let parts = || List::Parts("iran".to_owned());
    let pages = [
        Page::Home,
        Page::Treaty,
        Page::Article(12),
        Page::Article(3),
        Page::Compare,
        place("iran"),
        place("russia"),
        place("instc"),
        place("syunik"),
        place("grown-3"),
        place("grown-13"),
        place("grown-18"),
        Page::Places(parts(), 0),
        Page::Places(parts(), 4),
        Page::Places(List::Article(3), 4),
    ];
    let mut routes: Vec<Route> = pages.into_iter().map(|page| Route::new(page, Lang::ENGLISH)).collect();
    routes.push(Route::new(place("grown-18"), Lang::new("fa")));
    for id in ["iran", "russia"] {
        routes.push(Route::new(place(id), Lang::new("fa")));
        routes
            .extend([Lang::ENGLISH, Lang::new("fa")].map(|lang| Route { embed: true, ..Route::new(place(id), lang) }));
    }
    routes
}

/// How many bytes a file of the site is on its way.
fn packed(path: &str, content: &[u8]) -> usize {
    let mut file = File::new(content);
    compress_one(path, &mut file, Effort::Many, None);
    file.brotli.expect("it is smaller").len()
}

#[test]
fn every_page_keeps_its_budget() {
    let style = packed(&GROWN.assets.style, &GROWN.files.get(&GROWN.assets.style).expect("a style sheet").content);
    let sizes = samples().into_iter().map(|route| {
        let path = format!("{}index.html", route.path());
        (packed(&path, render(&route).as_bytes()) + style, path)
    });
    let over: Vec<(usize, String)> = sizes.filter(|(size, _)| *size >= BUDGET).collect();
    assert!(over.is_empty(), "{over:?}");
}

#[test]
fn the_page_of_a_minor_place_is_small_and_shows_it() {
    let page = render(&Route::new(Page::Place("grown-13".to_owned()), Lang::ENGLISH));
    let size = packed("index.html", page.as_bytes());
    let (map, _) = page.split_once("</svg>").expect("a map");
    assert!(map.contains("data-feature=\"grown-13\"") && map.matches("<a href").count() > 5);
    assert!(size < 8_000, "{size} bytes");
}

#[test]
fn every_link_leads_somewhere() {
    let known: BTreeSet<String> = all_routes().iter().map(Route::path).collect();
    for route in samples() {
        let page = render(&route);
        for link in page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let own = !link.starts_with('#') && !link.contains(':') && !link.contains("assets/");
            if own && !link.contains("oembed/") && !link.contains("data/") {
                let link = link.split('#').next().unwrap_or_default();
                assert!(known.contains(&resolve(&route, link)), "{} links to {link}", route.path());
            }
        }
    }
}

/// The path below the base that a relative link means.
fn resolve(from: &Route, link: &str) -> String {
    let path = from.path();
    let mut folders: Vec<&str> = path.trim_end_matches('/').split('/').filter(|name| !name.is_empty()).collect();
    for name in link.split('/').filter(|name| !name.is_empty() && *name != ".") {
        if name == ".." {
            folders.pop().expect("below the base");
        } else {
            folders.push(name);
        }
    }
    if folders.is_empty() { String::new() } else { format!("{}/", folders.join("/")) }
}

#[test]
fn every_place_has_its_page_and_stands_in_a_list() {
    let (atlas, links) = (&GROWN.sources.atlas, &GROWN.sources.links);
    let routes: BTreeSet<String> = all_routes().iter().map(Route::path).collect();
    for feature in &atlas.features {
        for path in [format!("place/{}/", feature.id), format!("fa/embed/place/{}/", feature.id)] {
            assert!(routes.contains(&path), "{path}");
        }
    }
    let home = render(&Route::new(Page::Home, Lang::ENGLISH));
    let own = [List::Parts("iran".to_owned()), List::Article(3)];
    let layers = GROWN.sources.profile.layer_ids().map(|layer| List::Layer(layer.to_owned()));
    let lists = layers.chain(own);
    for list in lists.filter(|list| List::long(atlas, links).contains(list)) {
        let first = Route::new(Page::Places(list.clone(), 0), Lang::ENGLISH);
        assert!(home.contains(&first.path()) || matches!(list, List::Parts(_) | List::Article(_)), "{}", first.path());
        let pages =
            (0..list.pages(atlas, links)).map(|number| Route::new(Page::Places(list.clone(), number), Lang::ENGLISH));
        let listed: String = pages.map(|route| render(&route)).collect();
        let (missing, all): (Vec<_>, _) = (
            list.places(atlas, links).into_iter().filter(|one| !listed.contains(&format!("/{}/\"", one.id))).collect(),
            list.places(atlas, links).len(),
        );
        assert!(missing.is_empty() && all > 100, "{} of {all} places are not in {list:?}", missing.len());
    }
}

#[test]
fn a_section_with_many_places_shows_a_few_and_leads_to_all() {
    let page = render(&Route::new(Page::Article(3), Lang::ENGLISH));
    let (_, section) = page.split_once("id=\"s4\"").expect("section 3.4");
    let chips = section.split("<ul class=\"chips\">").nth(1).expect("its places");
    let (chips, _) = chips.split_once("</ul>").expect("an end");
    let shown = chips.matches("data-feature").count();
    assert!((1..100).contains(&shown) && chips.contains("inferred"), "{shown} places");
    assert!(section.contains(&Route::new(Page::Places(List::Article(3), 0), Lang::ENGLISH).path()));
}

#[test]
fn names_placed_square_by_square_neither_collide_nor_move() {
    let map_style = MapStyle::default();
    for zoom in [1.0, 3.4, 5.1] {
        let camera = Camera::from_at(52.0, 36.0, zoom, 900.0, 700.0);
        let labels = GROWN.map_data.labels(&camera, &map_style);
        assert!(labels.len() > 4, "{} names at {zoom}", labels.len());
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                let meet = |a: &Rect| other.boxes.iter().any(|b| a.grown(-0.01).intersects(&b.grown(-0.01)));
                assert!(!one.boxes.iter().any(meet), "{:?} meets {:?} at {zoom}", one.lines, other.lines);
            }
        }
        let (dx, dy) = (-330.0, 210.0);
        let moved = GROWN.map_data.labels(&camera.panned(dx, dy), &map_style);
        let inside = Rect::new(0.0, 0.0, 900.0, 700.0);
        for one in &labels {
            let there = |area: &Rect| {
                let [min, max] = [area.min, area.max];
                Rect::new(min.x + dx, min.y + dy, max.x + dx, max.y + dy)
            };
            if one.boxes.iter().all(|area| inside.covers(&there(area))) {
                let is_same = |other: &&atlas_map::scene::Label| {
                    other.lines == one.lines && (other.at.x - one.at.x - dx).abs() < 1e-6
                };
                assert!(moved.iter().any(|other| is_same(&other)), "{:?} moved at {zoom}", one.lines);
            }
        }
    }
}

#[test]
fn names_can_be_placed_ahead_a_little_at_a_time() {
    let map_data = GROWN.sources.map_data();
    let (map_style, camera) = (MapStyle::default(), Camera::from_at(52.0, 36.0, 3.2, 900.0, 700.0));
    let expected = GROWN.map_data.labels(&camera, &map_style);
    let middle = |label: &atlas_map::scene::Label| label.boxes.first().map(Rect::centre);
    let named = expected.iter().filter(|label| label.map_feature.is_some()).filter_map(middle);
    let (at, id) = named
        .filter_map(|at| Some((at, GROWN.map_data.label_at(&camera, &map_style, &[], at.x, at.y)?)))
        .next()
        .expect("a name of a place");
    assert_eq!(map_data.label_at(&camera, &map_style, &[], at.x, at.y), None, "nothing is placed yet");
    let steps = (0..1000).take_while(|_| map_data.place_next_labels(&camera, &map_style)).count();
    assert!((20..1000).contains(&steps), "{steps}");
    assert_eq!(map_data.label_at(&camera, &map_style, &[], at.x, at.y), Some(id));
    assert_eq!(map_data.labels(&camera, &map_style), expected);
    // Moved a little, the same squares serve.
    assert!(!map_data.place_next_labels(&camera.panned(40.0, 0.0), &map_style));
}
