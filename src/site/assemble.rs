//! From content to a whole site.

use super::base_url::BaseUrl;
use super::compress::{Effort, MANY, compress, compress_one};
use super::files::{File, Files};
use super::output::SiteWriter;
use super::sources::{self, Sources};
use super::wasm::{self, Program, WasmProfile};
use super::www::{self, Www};
use super::{Result, Stages, assets, extras, output, pages, www_dir};
use crate::context::Assets;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// Builds a whole site and answers with the folder it was written to, which is also the memory of what was compressed.
///
/// Pages are rendered, compressed and written one by one: the site never lies in memory as a whole.
///
/// # Errors
/// When the content has problems, the program does not compile, or the folder is not ours or cannot be written.
pub fn build(plan: &Plan, stages: &Stages) -> Result<PathBuf> {
    if let Some(out) = &plan.out {
        output::check(out)?;
    }
    let sources = check(&plan.content, stages)?;
    let program = wasm::program(WasmProfile::Release, stages)?;
    let www = www::read(&www_dir()?)?;
    let (out, effort) = match &plan.out {
        Some(out) => (out.clone(), Effort::Best),
        None => (program.kept_in.join("site"), Effort::Quick),
    };
    let writer = SiteWriter::open(&out)?;
    let base = plan.base_url.as_ref();
    let assets = stages.run("Prepared", || {
        let (mut files, assets) = without_pages(&sources, &program, &www, base);
        compress(&mut files, effort, Some(writer.previous()));
        files.iter().try_for_each(|(path, file)| writer.put(path, file))?;
        Ok((assets, format!("{} files of scripts and data", files.len())))
    })?;
    stages.run("Rendered", || {
        let effort = if effort == Effort::Best && page_count(&sources) > MANY { Effort::Many } else { effort };
        let (count, anew) = (AtomicUsize::new(0), AtomicUsize::new(0));
        pages::render(&sources, &assets, &pages::RENDERER, base, |path, content| {
            let mut file = File::new(content);
            let is_new = compress_one(path, &mut file, effort, Some(writer.previous()));
            count.fetch_add(1, Ordering::Relaxed);
            anew.fetch_add(usize::from(is_new), Ordering::Relaxed);
            writer.put(path, &file)
        })?;
        Ok(((), format!("{} files, {} that changed", count.into_inner(), anew.into_inner())))
    })?;
    stages.run("Written", || Ok((writer.finish()?, format!("to {}", out.display()))))?;
    Ok(out)
}

fn page_count(sources: &Sources) -> usize {
    pages::routes(sources).len()
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
    extras::publish(&mut files, &pages::routes(sources), base);
    (files, assets)
}
