//! The parts of the basemap.

use crate::files::{Folder, has_extension};
use crate::ground::LoadedBasemap;
use crate::reading::Reading;
use crate::rules;
use atlas_map::basemap::Basemap;
use std::fs;

/// Reads the parts of the basemap; reports one that cannot be used.
pub(crate) fn ground(folder: &Folder, reading: &mut Reading) -> LoadedBasemap {
    let files = folder.files("basemap");
    let parts = files.iter().filter(|path| has_extension(path, "basemap"));
    let mut packed = Vec::new();
    for part in parts {
        match fs::read(part) {
            Ok(bytes) => packed.extend(bytes),
            Err(cause) => rules::files::unreadable(part, &cause, reading),
        }
    }
    if packed.is_empty() {
        return LoadedBasemap::default();
    }
    match Basemap::decode(&packed) {
        Ok(basemap) => LoadedBasemap { basemap, packed },
        Err(why) => {
            rules::files::unusable_basemap(&folder.path("basemap"), &why.to_string(), reading);
            LoadedBasemap::default()
        }
    }
}
