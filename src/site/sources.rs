//! What a site is made from, read and checked.

use super::{Error, Result};
use crate::atlas::{Atlas, Lang, Links};
use crate::basemap::Basemap;
use crate::scene::World;
use crate::{content, draw};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Content in the forms that pages and browsers use.
#[derive(Clone, Default)]
pub struct Sources {
    /// The checked atlas.
    pub atlas: Arc<Atlas>,
    /// Its links.
    pub links: Arc<Links>,
    /// The map that pages show.
    pub world: Arc<World>,
    /// The basemap, packed.
    pub basemap: Vec<u8>,
    /// All features with their links, as GeoJSON.
    pub features: String,
    /// The whole atlas as JSON.
    pub data: String,
    /// What the browser needs of it, by language.
    pub atlas_by_lang: BTreeMap<Lang, String>,
    /// Colours and the look of the map.
    pub css: String,
}

/// Reads and checks the content folder.
pub fn read(dir: &Path) -> Result<Sources> {
    if !dir.is_dir() {
        return Err(Error::ContentMissing(dir.into()));
    }
    let unreadable = |why: content::Failure| Error::Read(dir.into(), io::Error::other(why));
    let content = content::load(dir).map_err(unreadable)?;
    if !content.problems.is_empty() {
        return Err(Error::Content(content.problems));
    }
    let basemap = basemap(dir)?;
    let ground = Basemap::decode(&basemap).map_err(|error| Error::Read(dir.join("basemap"), io::Error::other(error)))?;
    let world = World::new(&ground, &content.atlas.features, &|id| content.geometries.get(id).cloned());
    let atlas_in = |lang| (lang, content::atlas_json(&content.atlas, Some(lang)));
    Ok(Sources {
        features: content::features_geojson(&content),
        data: content::atlas_json(&content.atlas, None),
        atlas_by_lang: Lang::INTERFACE.into_iter().map(atlas_in).collect(),
        links: Arc::new(Links::new(&content.atlas)),
        atlas: Arc::new(content.atlas),
        world: Arc::new(world),
        css: draw::css(),
        basemap,
    })
}

/// The parts of the basemap, one after another, in the order of their names. None is an empty basemap.
fn basemap(dir: &Path) -> Result<Vec<u8>> {
    let folder = dir.join("basemap");
    let mut parts: Vec<_> = match std::fs::read_dir(&folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(_) => return Ok(Vec::new()),
    };
    parts.retain(|path| path.extension().is_some_and(|extension| extension == "basemap"));
    parts.sort();
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend(std::fs::read(&part).map_err(|error| Error::Read(part, error))?);
    }
    Ok(bytes)
}
