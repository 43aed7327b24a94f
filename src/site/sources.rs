//! What a site is made from, read and checked.

use super::base_url::BaseUrl;
use super::{Error, Result};
use crate::context::{Assets, RenderContext};
use atlas_content as content;
use atlas_content::{LoadedBasemap, Shapes};
use atlas_map::draw;
use atlas_map::scene::{FeatureSummary, LabelledMap};
use atlas_model::{Atlas, Lang, Links, Profile, Wording};
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
    /// What the atlas is called and how it is arranged.
    pub profile: Arc<Profile>,
    /// The words around them by language.
    pub wordings: BTreeMap<Lang, Arc<Wording>>,
    /// The geometries of features, by id.
    pub geometries: BTreeMap<String, Geometry<f64>>,
    /// Their extents and the places of their names, in the order of the atlas.
    pub outlines: Vec<FeatureSummary>,
    /// The ground under them.
    pub ground: LoadedBasemap,
    /// The ground as it is first seen in a browser, packed.
    pub coarse_ground: Vec<u8>,
    /// All features with their links, as GeoJSON.
    pub features: String,
    /// Their shapes alone, for the browser.
    pub shapes: Shapes,
    /// The whole atlas as JSON.
    pub data: String,
    /// What the browser needs of it, by language.
    pub packed: BTreeMap<Lang, Packed>,
    /// Colours and the look of the map.
    pub css: String,
}

/// The atlas for readers of one language, packed.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// What the map and its clicks need first: the words of the interface, the outlines and the bones.
    pub bones: Vec<u8>,
    /// The texts, which follow.
    pub texts: Vec<u8>,
}

/// Reads and checks the content folder.
///
/// # Errors
/// When there is no such folder, it cannot be read, or the content has problems.
pub fn read(dir: &Path) -> Result<Sources> {
    if !dir.is_dir() {
        return Err(Error::ContentMissing(dir.into()));
    }
    let unreadable = |why: content::Failure| Error::Read(dir.into(), io::Error::other(why));
    let content = content::load(dir).map_err(unreadable)?;
    if !content.problems.is_empty() {
        return Err(Error::Content(content.problems));
    }
    let geometry = |id: &str| content.geometries.get(id).cloned();
    let outlines = FeatureSummary::survey(&content.ground.basemap, &content.atlas.features, &geometry);
    let atlas = &content.atlas;
    let packed_in = |lang| Packed {
        bones: [content.wording(lang).pack(lang), FeatureSummary::pack(&outlines), atlas.bones(lang).pack()].concat(),
        texts: atlas.pack_texts(lang),
    };
    let wording_in = |lang| (lang, Arc::new(content.wording(lang)));
    let offered = || content.profile.offered();
    Ok(Sources {
        wordings: offered().map(wording_in).collect(),
        profile: content.profile.clone(),
        shapes: Shapes::new(&content, &outlines),
        coarse_ground: content.ground.basemap.coarse().encode(),
        features: content::features_geojson(&content),
        data: content::atlas_json(&content.atlas),
        packed: offered().map(|lang| (lang, packed_in(lang))).collect(),
        css: draw::css(&content.profile),
        links: Links::new(&content.atlas).into(),
        atlas: content.atlas.into(),
        geometries: content.geometries,
        outlines,
        ground: content.ground,
    })
}

impl Sources {
    /// The map. Costs some time: a thread that renders makes one and keeps it.
    pub fn map_data(&self) -> LabelledMap {
        let geometry = |id: &str| self.geometries.get(id).cloned();
        LabelledMap::new(&self.ground.basemap, &self.atlas.features, &self.outlines, &geometry, self.profile.clone())
    }

    /// What pages are rendered from.
    pub fn context<'a>(
        &'a self,
        map_data: &'a LabelledMap,
        assets: &'a Assets,
        base: Option<&'a BaseUrl>,
    ) -> RenderContext<'a> {
        let (atlas, links, wordings) = (&self.atlas, &self.links, &self.wordings);
        RenderContext { atlas, links, wordings, map_data, assets, base_url: base.map(BaseUrl::as_str) }
    }
}
