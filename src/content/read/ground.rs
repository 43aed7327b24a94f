//! The parts of the basemap.

use crate::files::{Folder, has_extension};
use crate::ground::Ground;
use crate::problem::Rule;
use crate::reading::Reading;
use atlas_map::basemap::Basemap;
use std::fs;

/// Reads the parts of the basemap; reports one that cannot be used.
pub fn ground(folder: &Folder, reading: &mut Reading) -> Ground {
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
