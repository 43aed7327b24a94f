//! Prints how long it takes to place all names of the atlas (of a large one: those for a view), the longest step of that
//! which cannot be interrupted, and how long it takes to record a tile of the map for the painter, camera by camera, in
//! milliseconds.
//!
//! `cargo run --release --features bench --bin bench-scene -- geodata`

use atlas_content as content;
use atlas_map::draw::canvas::paint;
use atlas_map::draw::record::Recording;
use atlas_map::geometry::Camera;
use atlas_map::scene::{LabelledMap, MapStyle};
use std::path::Path;
use std::time::{Duration, Instant};

/// Where to look: name, longitude, latitude, zoom.
const VIEWS: [(&str, f64, f64, f64); 6] = [
    ("whole map", 55.0, 40.0, 0.3),
    ("Caspian", 51.0, 42.0, 2.0),
    ("South Caucasus", 46.0, 40.5, 3.5),
    ("Syunik", 46.3, 39.3, 5.0),
    ("Meghri", 46.2, 38.9, 6.5),
    ("Tehran", 51.4, 35.7, 6.0),
];
/// Size of the map and of a tile, CSS pixels.
const MAP: (f64, f64) = (1280.0, 800.0);
const TILE: f64 = 288.0;
const ROUNDS: u32 = 15;

fn main() -> Result<(), content::Failure> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "geodata".to_string());
    let content = content::load(Path::new(&folder))?;
    let geometry = |id: &str| content.geometries.get(id).cloned();
    let mut map_data =
        LabelledMap::survey(&content.ground.basemap, &content.atlas.features, &geometry, content.profile.clone());
    println!("{:18} {:>8} {:>8} {:>8}", "ms", "names", "a step", "tile");
    for lang in content.profile.offered() {
        for (name, lon, lat, zoom) in VIEWS {
            let camera = Camera::from_at(lon, lat, zoom, MAP.0, MAP.1);
            let map_style = MapStyle { lang, ..MapStyle::default() };
            let names = least(&mut map_data, &LabelledMap::place_names_anew, &|map_data| {
                drop(map_data.labels(&camera, &map_style))
            });
            let step = if map_data.is_large() { longest_step(&mut map_data, &camera, &map_style) } else { names };
            let tile = Camera { width: TILE, height: TILE, ..camera };
            let record = |map_data: &LabelledMap| paint(map_data, &tile, &map_style, &[], &mut Recording::default());
            let tile = least(&mut map_data, &|_| (), &record);
            println!("{} {name:15} {names:8.2} {step:8.2} {tile:8.2}", lang.code());
        }
    }
    Ok(())
}

/// The longest step in which the names of a large atlas are placed, milliseconds; the least of some rounds.
fn longest_step(map_data: &mut LabelledMap, camera: &Camera, map_style: &MapStyle) -> f64 {
    let longest = |_| {
        map_data.place_names_anew();
        let mut longest = Duration::ZERO;
        loop {
            let began = Instant::now();
            let more = map_data.place_next_labels(camera, map_style);
            longest = longest.max(began.elapsed());
            if !more {
                return longest;
            }
        }
    };
    (0..ROUNDS).map(longest).min().unwrap_or(Duration::ZERO).as_secs_f64() * 1000.0
}

/// The least of some rounds, milliseconds: the rest is what else the machine did.
fn least(map_data: &mut LabelledMap, prepare: &dyn Fn(&mut LabelledMap), act: &dyn Fn(&LabelledMap)) -> f64 {
    let time = |_| {
        prepare(map_data);
        let began = Instant::now();
        act(map_data);
        began.elapsed()
    };
    (0..ROUNDS).map(time).min().unwrap_or(Duration::ZERO).as_secs_f64() * 1000.0
}
