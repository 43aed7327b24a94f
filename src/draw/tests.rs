//! The painters on the real atlas.

use super::svg::{self, Options};
use crate::atlas::Lang;
use crate::basemap::Basemap;
use crate::content;
use crate::geometry::Rect;
use crate::scene::{Highlight, Look, SizeClass, World};
use std::fs;
use std::path::Path;

/// The atlas of this repository; features of unfinished files are simply missing.
fn world() -> World {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata");
    let mut basemap = Basemap::default();
    let parts = fs::read_dir(dir.join("basemap")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut parts: Vec<_> = parts.filter(|path| path.extension().is_some_and(|one| one == "basemap")).collect();
    parts.sort();
    let packed: Vec<u8> = parts.iter().flat_map(|path| fs::read(path).unwrap_or_default()).collect();
    if let Ok(whole) = Basemap::decode(&packed) {
        basemap = whole;
    }
    let Ok(content) = content::load(&dir) else { panic!("no content in {dir:?}") };
    World::new(&basemap, &content.atlas.features, &|id| content.geometries.get(id).cloned())
}

/// Writes specimens to look at into `target/specimens`:
/// `cargo test --lib specimens -- --ignored` and open them in a browser.
#[test]
#[ignore = "writes files to look at"]
fn specimens() {
    let world = world();
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/specimens");
    fs::create_dir_all(&dir).expect("a folder for specimens");
    fs::write(dir.join("map.css"), super::css()).expect("written");
    let ids = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
    let near = |lon: f64, lat: f64, width: f64| {
        Rect::about(crate::geometry::Projection::project(lon, lat), width, width * 0.9)
    };
    let plain = Look::default();
    let persian = Look { lang: Lang::Fa, ..Look::default() };
    let selected =
        |id: &str| Look { highlight: Highlight { selected: ids(&[id]), ..Highlight::default() }, ..Look::default() };
    let frames: Vec<(&str, Rect, Look)> = vec![
        ("home", world.home(), plain.clone()),
        ("home-fa", world.home(), persian.clone()),
        ("syunik", near(46.3, 39.4, 420.0), plain.clone()),
        ("meghri", near(46.2, 38.95, 110.0), plain.clone()),
        ("caucasus", near(47.0, 40.5, 1100.0), plain.clone()),
        ("caspian", world.frame_for(&ids(&["caspian-sea"])), selected("caspian-sea")),
        ("rasht", world.frame_for(&ids(&["rasht-astara-railway"])), selected("rasht-astara-railway")),
        ("iran", world.frame_for(&ids(&["iran"])), plain.clone()),
        ("western", world.frame_for(&ids(&["instc-western"])), selected("instc-western")),
        ("gulf", near(53.0, 27.0, 1600.0), persian),
    ];
    for (name, frame, look) in frames {
        let options = Options {
            look: &look,
            frame,
            href: &|id| ["/place/", id, "/"].concat(),
            prefix: "m",
            classes: &SizeClass::ALL,
            beyond: (0.55, 0.3),
        };
        let svg = svg::map_with(&world, &options);
        assert!(!svg.contains("style=") && !svg.contains("NaN"), "{name}");
        fs::write(dir.join([name, ".svg"].concat()), svg).expect("written");
    }
}
