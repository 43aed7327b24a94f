//! Prints how long it takes to place all names of the atlas, camera by camera, in milliseconds.
//!
//! `cargo run --release --features bench --bin bench-labels -- geodata`

use std::path::Path;
use std::time::{Duration, Instant};
use treaty_atlas::atlas::Lang;
use treaty_atlas::content;
use treaty_atlas::geometry::Camera;
use treaty_atlas::scene::{Look, World};

/// Where to look: name, longitude, latitude, zoom.
const VIEWS: [(&str, f64, f64, f64); 6] = [
    ("whole map", 55.0, 40.0, 0.3),
    ("Caspian", 51.0, 42.0, 2.0),
    ("South Caucasus", 46.0, 40.5, 3.5),
    ("Syunik", 46.3, 39.3, 5.0),
    ("Meghri", 46.2, 38.9, 6.5),
    ("Tehran", 51.4, 35.7, 6.0),
];
const ROUNDS: u32 = 15;

fn main() -> Result<(), content::Failure> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "geodata".to_string());
    let content = content::load(Path::new(&folder))?;
    let geometry = |id: &str| content.geometries.get(id).cloned();
    let mut world = World::survey(&content.ground.basemap, &content.atlas.features, &geometry);
    for lang in Lang::INTERFACE {
        for (name, lon, lat, zoom) in VIEWS {
            let camera = Camera::from_at(lon, lat, zoom, 1280.0, 800.0);
            let look = Look { lang, ..Look::default() };
            // The least of some rounds: the rest is what else the machine did.
            let least = (0..ROUNDS).map(|_| time(&mut world, &camera, &look)).min().unwrap_or_default();
            let (milliseconds, names) = (least.as_secs_f64() * 1000.0, world.labels(&camera, &look).len());
            println!("{} {name:15} {milliseconds:5.2} ms, {names} names in view", lang.code());
        }
    }
    Ok(())
}

fn time(world: &mut World, camera: &Camera, look: &Look) -> Duration {
    world.place_names_anew();
    let began = Instant::now();
    std::hint::black_box(world.labels(camera, look));
    began.elapsed()
}
