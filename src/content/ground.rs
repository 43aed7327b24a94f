//! The basemap beside the content: read once, for the areas that places take from it and for the site.

use super::files::{Folder, has_extension};
use super::problem::Rule;
use super::reading::Reading;
use atlas_map::basemap::Basemap;
use std::fs;

/// The basemap of a content folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// What the parts hold together. Without any, in the content of a test for example, there is none.
    pub basemap: Basemap,
    /// The parts one after another, each from its own source, as the browser reads them.
    pub packed: Vec<u8>,
}

impl Default for Ground {
    fn default() -> Ground {
        let basemap = Basemap::default();
        Ground { packed: basemap.encode(), basemap }
    }
}

/// Reads the parts of the basemap; reports one that cannot be used.
pub(super) fn read(folder: &Folder, reading: &mut Reading) -> Ground {
    let files = folder.files("basemap");
    let parts = files.iter().filter(|path| has_extension(path, "basemap"));
    let mut packed = Vec::new();
    for part in parts {
        match fs::read(part) {
            Ok(bytes) => packed.extend(bytes),
            Err(cause) => {
                let message = format!("The file cannot be read: {cause}.");
                reading.report_file(part, Rule::Unreadable, message, "Make it readable.");
            }
        }
    }
    if packed.is_empty() {
        return Ground::default();
    }
    match Basemap::decode(&packed) {
        Ok(basemap) => Ground { basemap, packed },
        Err(why) => {
            let message = format!("The basemap cannot be used: {why}.");
            let remedy = "Take it from version control, or make it anew with `cargo run --release -- import`.";
            reading.report_file(&folder.path("basemap"), Rule::Unreadable, message, remedy);
            Ground::default()
        }
    }
}
