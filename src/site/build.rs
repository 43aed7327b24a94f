//! From content to a whole site.

use super::base_url::BaseUrl;
use super::compress::{Effort, compress};
use super::files::Files;
use super::sources::{self, Sources};
use super::wasm::{self, Program};
use super::www::{self, Www};
use super::{Result, Stages, assets, extras, output, pages, www_dir};
use crate::ui::context::Assets;
use std::path::{Path, PathBuf};

/// What to build.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The content folder.
    pub content: PathBuf,
    /// The folder to write to, compressed as small as can be; without one, the site is made to be served from here.
    pub out: Option<PathBuf>,
    /// The address the site will have, where it is known.
    pub base_url: Option<BaseUrl>,
}

/// Builds a whole site and writes it. The folder that is written is also the memory of what was compressed.
pub fn build(plan: &Plan, stages: &Stages) -> Result<Files> {
    if let Some(out) = &plan.out {
        output::check(out)?;
    }
    let sources = check(&plan.content, stages)?;
    let program = wasm::program(stages)?;
    let www = www::read(&www_dir()?)?;
    let (out, effort) = match &plan.out {
        Some(out) => (out.clone(), Effort::Best),
        None => (program.kept_in.join("site"), Effort::Quick),
    };
    let mut files = stages.run("Rendered", || {
        let files = assemble(&sources, &program, &www, plan.base_url.as_ref());
        let said = format!("{} files", files.len());
        Ok((files, said))
    })?;
    stages.run("Compressed", || {
        let count = compress(&mut files, effort, Some(&out));
        Ok(((), format!("{count} that changed")))
    })?;
    stages.run("Written", || {
        output::write(&files, &out)?;
        Ok(((), format!("to {}", out.display())))
    })?;
    Ok(files)
}

/// Reads the content and says what there is.
pub(super) fn check(content: &Path, stages: &Stages) -> Result<Sources> {
    stages.run("Checked", || {
        let sources = sources::read(content)?;
        let [places, articles, claims] =
            [sources.atlas.features.len(), sources.atlas.articles.len(), sources.atlas.claims.len()];
        Ok((sources, format!("{places} places, {articles} articles, {claims} claims")))
    })
}

/// Makes a site from its parts, uncompressed.
pub fn assemble(sources: &Sources, program: &Program, www: &Www, base: Option<&BaseUrl>) -> Files {
    let (mut files, assets) = without_pages(sources, program, www, base);
    pages::publish(&mut files, sources, &assets, &pages::RENDERER, base);
    files
}

/// Everything but the pages, and what pages need to know of it.
pub(super) fn without_pages(
    sources: &Sources,
    program: &Program,
    www: &Www,
    base: Option<&BaseUrl>,
) -> (Files, Assets) {
    let mut files = Files::default();
    let assets = assets::publish(&mut files, sources, program, www);
    files.add("data/atlas.geojson", sources.features.as_str());
    files.add("data/atlas.json", sources.data.as_str());
    extras::publish(&mut files, &pages::routes(&sources.atlas), base);
    (files, assets)
}
