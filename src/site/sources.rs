//! What a site is made from, read and checked.

use super::{Error, Result};
use crate::atlas::{Atlas, Lang, Links};
use std::collections::BTreeMap;
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
    let atlas = Atlas::default();
    let data = serde_json::to_string(&atlas).unwrap_or_default();
    let atlas_by_lang = Lang::INTERFACE.into_iter().map(|lang| (lang, data.clone())).collect();
    let features = r#"{"type":"FeatureCollection","features":[]}"#.into();
    Ok(Sources { links: Links::new(&atlas), atlas, data, atlas_by_lang, features, ..Sources::default() })
}
