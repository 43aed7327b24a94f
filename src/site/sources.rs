//! What a site is made from, read and checked.

use super::base_url::BaseUrl;
use super::{Error, Result};
use crate::atlas::{Atlas, Lang, Links};
use crate::content::Ground;
use crate::scene::World;
use crate::ui::context::{Assets, RenderContext};
use crate::{content, draw};
use geo_types::Geometry;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Content in the forms that pages and browsers use.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The checked atlas.
    pub atlas: Arc<Atlas>,
    /// Its links.
    pub links: Arc<Links>,
    /// The geometries of features, by id.
    pub geometries: BTreeMap<String, Geometry<f64>>,
    /// The ground under them.
    pub ground: Ground,
    /// All features with their links, as GeoJSON.
    pub features: String,
    /// The whole atlas as JSON.
    pub data: String,
    /// What the browser needs of it, packed, by language.
    pub atlas_by_lang: BTreeMap<Lang, Vec<u8>>,
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
    let atlas_in = |lang| (lang, content::packed_atlas(&content.atlas, lang));
    Ok(Sources {
        features: content::features_geojson(&content),
        data: content::atlas_json(&content.atlas),
        atlas_by_lang: Lang::INTERFACE.into_iter().map(atlas_in).collect(),
        links: Links::new(&content.atlas).into(),
        atlas: content.atlas.into(),
        geometries: content.geometries,
        ground: content.ground,
        css: draw::css(),
    })
}

impl Sources {
    /// The map. Costs some time: a thread that renders makes one and keeps it.
    pub fn world(&self) -> World {
        World::new(&self.ground.basemap, &self.atlas.features, &|id| self.geometries.get(id).cloned())
    }

    /// What pages are rendered from.
    pub fn context<'a>(&'a self, world: &'a World, assets: &'a Assets, base: Option<&'a BaseUrl>) -> RenderContext<'a> {
        RenderContext { atlas: &self.atlas, links: &self.links, world, assets, base_url: base.map(BaseUrl::as_str) }
    }
}
