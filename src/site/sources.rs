//! What a site is made from, read and checked.

use super::{Error, Result};
use crate::atlas::{Atlas, Lang, Links};
use crate::content;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Content in the forms that pages and browsers use.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The checked atlas.
    pub atlas: Atlas,
    /// Its links.
    pub links: Links,
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
    let atlas_in = |lang| (lang, content::atlas_json(&content.atlas, Some(lang)));
    Ok(Sources {
        features: content::features_geojson(&content),
        data: content::atlas_json(&content.atlas, None),
        atlas_by_lang: Lang::INTERFACE.into_iter().map(atlas_in).collect(),
        links: Links::new(&content.atlas),
        atlas: content.atlas,
        ..Sources::default()
    })
}
