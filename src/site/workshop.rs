//! A site that is made again and again from the same program.

use super::draft::Draft;
use super::wasm::{self, Program};
use super::{Result, Stages, build, www, www_dir};
use std::path::{Path, PathBuf};

/// Where a site is made: the program is compiled once, the content is read anew each time.
pub struct Workshop {
    content: PathBuf,
    www: PathBuf,
    program: Program,
}

impl Workshop {
    /// Compiles the program.
    pub fn open(content: PathBuf, stages: &Stages) -> Result<Workshop> {
        Ok(Workshop { content, www: www_dir()?, program: wasm::program(stages)? })
    }

    /// The folders whose edits matter.
    pub fn folders(&self) -> [&Path; 2] {
        [&self.content, &self.www]
    }

    /// Makes the site from what is in the folders now.
    pub fn make(&self, stages: &Stages) -> Result<Draft> {
        let sources = build::check(&self.content, stages)?;
        Ok(Draft::new(sources, &self.program, &www::read(&self.www)?))
    }
}
