//! The static site: read, compiled, rendered, compressed, written and served.
//!
//! A build goes through stages, each of which answers with a value or an [`Error`] that knows what to do:
//!
//! [`sources`] (content, checked) and [`wasm`] (the program) → [`assets`] (hashed names) → [`pages`] →
//! [`compress`] → [`output`] (a folder, replaced as a whole) or [`server`] (from memory).
//!
//! Up to the last step a site is a value, [`files::Files`]: the folder and the server hold the same.

pub mod answer;
pub mod assets;
mod base_url;
pub mod compress;
mod css;
mod digest;
mod embed;
mod error;
pub mod extras;
pub mod files;
mod literal;
pub mod media;
mod oembed;
pub mod output;
pub mod pages;
mod parallel;
pub mod request;
pub mod server;
pub mod sources;
mod stages;
mod toolchain;
pub mod wasm;
pub mod watch;
mod workshop;
pub mod www;

pub use base_url::BaseUrl;
pub use error::{Error, Result};
pub use stages::Stages;
pub use workshop::Workshop;

use files::Files;
use sources::Sources;
use std::path::{Path, PathBuf};
use wasm::Program;
use www::Www;

/// What to build.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The content folder.
    pub content: PathBuf,
    /// The folder to write to.
    pub out: PathBuf,
    /// The address the site will have, where it is known.
    pub base_url: Option<BaseUrl>,
}

/// Builds a whole site and writes it.
pub fn build(plan: &Plan, stages: &Stages) -> Result<Files> {
    output::check(&plan.out)?;
    let sources = stages.run("Checked", || sources::read(&plan.content).map(summed_up))?;
    let program = wasm::program(stages)?;
    let www = www::read(&www_dir()?)?;
    let mut files = stages.run("Rendered", || {
        let files = assemble(&sources, &program, &www, plan.base_url.as_ref());
        let said = format!("{} files", files.len());
        Ok((files, said))
    })?;
    stages.run("Compressed", || {
        let count = compress::compress(&mut files, Some(&plan.out));
        Ok(((), format!("{count} that changed")))
    })?;
    stages.run("Written", || {
        output::write(&files, &plan.out)?;
        Ok(((), format!("to {}", plan.out.display())))
    })?;
    Ok(files)
}

/// Builds a site from its parts, uncompressed.
pub fn assemble(sources: &Sources, program: &Program, www: &Www, base: Option<&BaseUrl>) -> Files {
    let mut files = Files::default();
    let assets = assets::publish(&mut files, sources, program, www);
    pages::publish(&mut files, sources, &assets, &pages::RENDERER, base);
    files.add("data/atlas.geojson", sources.features.as_str());
    files.add("data/atlas.json", sources.data.as_str());
    extras::publish(&mut files, &pages::routes(&sources.atlas), base);
    files
}

/// Where styles and loaders are.
pub fn www_dir() -> Result<PathBuf> {
    Ok(wasm::manifest_dir()?.join("www"))
}

/// The content folder when none is named: `geodata` here, or else beside the program's sources.
pub fn default_content() -> PathBuf {
    let here = Path::new("geodata");
    if here.is_dir() { here.into() } else { Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata") }
}

fn summed_up(sources: Sources) -> (Sources, String) {
    let atlas = &sources.atlas;
    let said =
        format!("{} places, {} articles, {} claims", atlas.features.len(), atlas.articles.len(), atlas.claims.len());
    (sources, said)
}
