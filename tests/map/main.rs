//! The map on the atlas of this repository: what unit tests on small hand-made maps cannot show.

mod basemap;
mod budget;
mod detail;
mod inset;
mod painters;
mod scene;

use atlas_content::{Content, load};
use atlas_map::scene::World;
use std::path::Path;
use std::sync::OnceLock;

/// The content of this repository.
fn content() -> Content {
    let dir = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../geodata"));
    let Ok(content) = load(dir) else { panic!("no content in {dir:?}") };
    content
}

/// Its map.
fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let content = content();
        let geometry = |id: &str| content.geometries.get(id).cloned();
        World::survey(&content.ground.basemap, &content.atlas.features, &geometry, content.profile)
    })
}
