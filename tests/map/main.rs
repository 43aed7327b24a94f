//! The map on the atlas of this repository: what unit tests on small hand-made maps cannot show.

mod basemap;
mod budget;
mod detail;
mod inset;
mod painters;
mod scene;

use atlas_content::{Content, load};
use atlas_map::scene::LabelledMap;
use std::path::Path;
use std::sync::OnceLock;

/// The content of this repository.
fn content() -> Content {
    let dir = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../geodata"));
    let Ok(content) = load(dir) else { panic!("no content in {dir:?}") };
    content
}

/// Its map.
fn map_data() -> &'static LabelledMap {
    static WORLD: OnceLock<LabelledMap> = OnceLock::new();
    WORLD.get_or_init(|| {
        let content = content();
        let geometry = |id: &str| content.geometries.get(id).cloned();
        LabelledMap::survey(&content.ground.basemap, &content.atlas.features, &geometry, content.profile)
    })
}
