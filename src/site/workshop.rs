//! A site that is made again and again from the same program.

use super::draft::Draft;
use super::server::Site;
use super::wasm::{self, Program};
use super::watch::Edits;
use super::{Error, Result, Stages, assemble, www, www_dir};
use std::path::PathBuf;
use std::sync::Arc;

/// Where a site is made: the program is compiled once, the content is read anew each time.
pub struct Workshop {
    content: PathBuf,
    www: PathBuf,
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
}

impl Workshop {
    /// Compiles the program.
    pub fn open(content: PathBuf, stages: &Stages) -> Result<Workshop> {
        Workshop::with(content, wasm::program(stages)?)
    }

    /// Takes a program that is there already.
    pub fn with(content: PathBuf, program: Program) -> Result<Workshop> {
        Ok(Workshop { content, www: www_dir()?, program })
    }

    /// Makes the site, lets `open` show it, and follows edits until the program ends. What each comes to is told.
    pub fn follow(
        &self,
        stages: &Stages,
        open: impl FnOnce(Arc<Draft>) -> Result<Arc<Site>>,
        mut tell: impl FnMut(Edit),
    ) -> Result<()> {
        // Watched before they are read: an edit in between is not lost.
        let edits = Edits::below(&[&self.content, &self.www])?;
        let mut last = Arc::new(self.make(stages)?);
        let site = open(last.clone())?;
        while edits.wait() {
            let stages = Stages::quiet();
            tell(match self.make(&stages) {
                Ok(draft) if draft.is_like(&last) => Edit::Without,
                Ok(draft) => {
                    last = Arc::new(draft.succeeding(&last));
                    site.replace(last.clone());
                    Edit::Shown(stages.elapsed())
                }
                Err(why) => Edit::Refused(why),
            });
        }
        Ok(())
    }

    /// Makes the site from what is in the folders now.
    fn make(&self, stages: &Stages) -> Result<Draft> {
        let sources = assemble::check(&self.content, stages)?;
        Ok(Draft::new(sources, &self.program, &www::read(&self.www)?))
    }
}
