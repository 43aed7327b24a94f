//! The basemap beside the content: read once, for the areas that places take from it and for the site.

use atlas_map::basemap::Basemap;

/// The basemap of a content folder.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedBasemap {
    /// What the parts hold together. Without any, in the content of a test for example, there is none.
    pub basemap: Basemap,
    /// The parts one after another, each from its own source, as the browser reads them.
    pub packed: Vec<u8>,
}

impl Default for LoadedBasemap {
    fn default() -> LoadedBasemap {
        let basemap = Basemap::default();
        LoadedBasemap { packed: basemap.encode(), basemap }
    }
}
