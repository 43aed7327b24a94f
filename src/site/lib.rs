//! The static site: read, compiled, rendered, compressed, written and served.
//!
//! A build goes through stages, each of which answers with a value or an [`Error`] that knows what to do:
//!
//! ```text
//! sources (content, checked) ┐
//! wasm    (the program)      ├► assets (hashed names) ─► pages ─► compress ─► output (a folder, replaced as a whole)
//! www     (styles, loaders)  ┘                        └► dev site (pages when asked for, while editing)
//! ```
//!
//! Pages go through the last three steps one by one, on all cores, so that the size of a site is a matter of the disk
//! alone. The [`server`] answers from the folder, or from a [`DevSite`].
//!
//! # Large atlases
//!
//! With the number of places grows what a site takes, and each step has a measure for it:
//!
//! | from | what changes |
//! |--:|---|
//! | 100 places in a list | the list shows the most important and leads to pages with all of them ([`atlas_text::list`]) |
//! | 250 places that light up, 400 to walk through | the most important do |
//! | 240 features in the frame of a map, 9,000 vertices | the least important are left out of the prerendered map ([`atlas_map::draw::svg::Grade`]) |
//! | 500 features | places that nothing is said of have a light map; names are placed in squares ([`atlas_map::scene`]) |
//! | 2,000 pages | pages are compressed by brotli alone, all but the long ones at a lower level ([`compress::Effort`]) |
//! | 20,000 addresses | the site map is divided ([`extras`]) |

mod assemble;
pub mod assets;
mod base_url;
pub mod compress;
pub mod context;
mod dev_site;
mod digest;
pub mod document;
mod embed;
mod error;
pub mod extras;
pub mod files;
mod function_order;
mod imports;
mod js_string;
mod media;
mod memory;
mod oembed;
pub mod output;
pub mod pages;
mod parallel;
mod routes;
mod served;
pub mod server;
mod shrink;
pub mod sources;
mod stages;
mod target;
mod toolchain;
pub mod wasm;
mod watch;
mod watch_builder;
pub mod www;

pub use assemble::{Plan, assemble, build};
pub use base_url::BaseUrl;
pub use dev_site::DevSite;
pub use error::{Error, Result};
pub use stages::Stages;
pub use watch_builder::{BrowserSide, Edit, WatchBuilder};

use std::path::{Path, PathBuf};

/// Where styles and loaders are.
///
/// # Errors
/// When the sources are no longer where this program was compiled.
pub fn www_dir() -> Result<PathBuf> {
    Ok(wasm::manifest_dir()?.join("www"))
}

/// The content folder when none is named: `geodata` here, or else beside the program's sources.
pub fn default_content() -> PathBuf {
    let here = Path::new("geodata");
    if here.is_dir() { here.into() } else { Path::new(env!("CARGO_MANIFEST_DIR")).join("../../geodata") }
}
