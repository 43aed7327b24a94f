//! A site that is made again and again while its content, styles and code are edited.

use super::dev_site::DevSite;
use super::server::Site;
use super::wasm::{self, Program, WasmProfile};
use super::watch::Watcher;
use super::{Error, Result, Stages, assemble, www, www_dir};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Makes the program, or says why it cannot be made.
type Compile = Box<dyn FnMut(&Stages) -> Result<Program> + Send>;

/// The program for the browser, and how it is made anew.
pub struct BrowserSide {
    /// The folder of its sources, where there are any.
    sources: Option<PathBuf>,
    compile: Compile,
}

impl BrowserSide {
    /// The program from the sources of this one, compiled in seconds rather than small.
    ///
    /// # Errors
    /// When the sources are no longer where this program was compiled.
    pub fn of_this_program() -> Result<BrowserSide> {
        let sources = wasm::manifest_dir()?.join("src");
        Ok(BrowserSide::new(Some(sources), |stages| wasm::program(WasmProfile::Dev, stages)))
    }

    /// A program that is made anew after edits of Rust files below a folder.
    pub fn new(
        sources: Option<PathBuf>,
        compile: impl FnMut(&Stages) -> Result<Program> + Send + 'static,
    ) -> BrowserSide {
        // Some systems name edited files by their real paths.
        let sources = sources.map(|sources| sources.canonicalize().unwrap_or(sources));
        BrowserSide { sources, compile: Box::new(compile) }
    }

    /// True when the program may be another after an edit of this file. Cargo knows better, and is quick to say so.
    fn is_made_from(&self, file: &Path) -> bool {
        self.below_sources(file).is_some()
    }

    /// True when the program that serves is made from this file too.
    fn shares(&self, file: &Path) -> bool {
        self.below_sources(file).is_some_and(|file| !file.starts_with("web"))
    }

    /// The path of a Rust file below the sources.
    fn below_sources<'a>(&self, file: &'a Path) -> Option<&'a Path> {
        let is_rust = file.extension().is_some_and(|extension| extension == "rs" || extension == "toml");
        file.strip_prefix(self.sources.as_ref().filter(|_| is_rust)?).ok()
    }
}

/// Makes the site anew after every edit.
pub struct WatchBuilder {
    content: PathBuf,
    www: PathBuf,
    browser_side: BrowserSide,
    program: Program,
}

/// What an edit came to.
#[derive(Debug)]
pub enum Edit {
    /// The site with it is shown, so long after it.
    Shown(String),
    /// It changes nothing on the site.
    Without,
    /// It is faulty, and the last good site is still shown.
    Refused(Error),
    /// It is, besides, one of the program that serves, which goes on as it was compiled.
    OfThisProgram,
}

impl WatchBuilder {
    /// Compiles the program.
    ///
    /// # Errors
    /// When it does not compile, or the styles and loaders are missing.
    pub fn new(content: PathBuf, mut browser_side: BrowserSide, stages: &Stages) -> Result<WatchBuilder> {
        let program = (browser_side.compile)(stages)?;
        Ok(WatchBuilder { content, www: www_dir()?, browser_side, program })
    }

    /// Makes the site, lets `open` show it, and follows edits until the program ends. What each comes to is told.
    ///
    /// # Errors
    /// When the first site cannot be made or shown, or the files cannot be watched.
    pub fn follow(
        &mut self,
        stages: &Stages,
        open: impl FnOnce(Arc<DevSite>) -> Result<Arc<Site>>,
        mut tell: impl FnMut(Edit),
    ) -> Result<()> {
        // Watched before they are read: an edit in between is not lost.
        let folders = [&self.content, &self.www].into_iter().chain(&self.browser_side.sources);
        let watcher = Watcher::new(&folders.map(PathBuf::as_path).collect::<Vec<_>>())?;
        let mut edition = first_edition();
        let mut last = Arc::new(self.make(edition, stages)?);
        let site = open(last.clone())?;
        while let Some(files) = watcher.next() {
            let stages = Stages::quiet();
            tell(match self.remake(&files, edition + 1, &stages) {
                Ok(made) if made.is_like(&last) => Edit::Without,
                Ok(made) => {
                    edition += 1;
                    last = Arc::new(made);
                    site.replace(last.clone());
                    Edit::Shown(stages.elapsed())
                }
                Err(why) => Edit::Refused(why),
            });
            if files.iter().any(|file| self.browser_side.shares(file)) {
                tell(Edit::OfThisProgram);
            }
        }
        Ok(())
    }

    /// Makes the site after an edit of some files.
    fn remake(&mut self, files: &BTreeSet<PathBuf>, edition: u64, stages: &Stages) -> Result<DevSite> {
        if files.iter().any(|file| self.browser_side.is_made_from(file)) {
            self.program = (self.browser_side.compile)(stages)?;
        }
        self.make(edition, stages)
    }

    /// Makes the site from what is in the folders now.
    fn make(&self, edition: u64, stages: &Stages) -> Result<DevSite> {
        let sources = assemble::check(&self.content, stages)?;
        Ok(DevSite::new(sources, &self.program, &www::read(&self.www)?, edition))
    }
}

/// Higher than every edition of an earlier run, so that pages which are still open reload: milliseconds since 1970.
fn first_edition() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(now.as_millis()).unwrap_or_default()
}
