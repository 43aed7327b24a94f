//! Prints how long it takes to place all names of the atlas (of a large one: those for a view), the longest step of that
//! which cannot be interrupted, and how long it takes to record a tile of the map for the painter, camera by camera, in
//! milliseconds.
//!
//! `cargo run --release --features bench --bin bench-scene -- geodata`

use atlas_content;
use atlas_map::draw::canvas::paint;
use atlas_map::draw::record::Recording;
use atlas_map::geometry::Camera;
use atlas_map::scene::{Look, World};
use atlas_model::Lang;
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
    let mut world = World::survey(&content.ground.basemap, &content.atlas.features, &geometry, content.profile.clone());
    println!("{:18} {:>8} {:>8} {:>8}", "ms", "names", "a step", "tile");
    for lang in content.profile.offered() {
        for (name, lon, lat, zoom) in VIEWS {
            let camera = Camera::from_at(lon, lat, zoom, MAP.0, MAP.1);
            let look = Look { lang, ..Look::default() };
            let names = least(&mut world, &World::place_names_anew, &|world| drop(world.labels(&camera, &look)));
            let step = if world.is_large() { longest_step(&mut world, &camera, &look) } else { names };
            let tile = Camera { width: TILE, height: TILE, ..camera };
            let record = |world: &World| paint(world, &tile, &look, &[], &mut Recording::default());
            let tile = least(&mut world, &|_| (), &record);
            println!("{} {name:15} {names:8.2} {step:8.2} {tile:8.2}", lang.code());
        }
    }
    Ok(())
}

/// The longest step in which the names of a large atlas are placed, milliseconds; the least of some rounds.
fn longest_step(world: &mut World, camera: &Camera, look: &Look) -> f64 {
    let longest = |_| {
        world.place_names_anew();
        let mut longest = Duration::ZERO;
        loop {
            let began = Instant::now();
            let more = world.letter_next(camera, look);
            longest = longest.max(began.elapsed());
            if !more {
                return longest;
            }
        }
    };
    (0..ROUNDS).map(longest).min().unwrap_or(Duration::ZERO).as_secs_f64() * 1000.0
}

/// The least of some rounds, milliseconds: the rest is what else the machine did.
fn least(world: &mut World, prepare: &dyn Fn(&mut World), act: &dyn Fn(&World)) -> f64 {
    let time = |_| {
        prepare(world);
        let began = Instant::now();
        act(world);
        began.elapsed()
    };
    (0..ROUNDS).map(time).min().unwrap_or(Duration::ZERO).as_secs_f64() * 1000.0
}
