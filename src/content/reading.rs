//! What is kept while the files are read: problems, ids, and what is being read just now.

use super::files::{SourceFiles, Spot};
use super::ground::LoadedBasemap;
use super::problem::Problem;
use super::registry::{Mention, Registry, Wanted};
use super::rules::Rule;
use super::unsound::Unsound;
use super::vocabulary::Vocabulary;
use std::path::Path;

/// The state of a reading. Every rule reports to it, and the reading goes on.
#[derive(Default)]
pub(super) struct Reading {
    pub files: SourceFiles,
    pub problems: Vec<Problem>,
    pub registry: Registry,
    /// What the atlas itself says of its values, as far as it has been read.
    pub vocabulary: Vocabulary,
    /// The basemap, whose areas features may take.
    pub ground: LoadedBasemap,
    /// What of the file being read cannot be taken into the atlas.
    pub unsound: Unsound,
    /// The file being read.
    file: usize,
    /// What is being read, as it stands in messages: `claim “smith-16”`.
    pub subject: String,
}

impl Reading {
    /// Begins with a file.
    pub(crate) fn begin(&mut self, path: &Path, text: String) {
        self.file = self.files.keep(path, text);
        self.unsound = Unsound::default();
    }

    /// Reports a problem at an offset of the file being read.
    pub(crate) fn report(&mut self, at: usize, rule: Rule, message: impl Into<String>, remedy: impl Into<String>) {
        self.report_at(self.spot(at), rule, message, remedy);
    }

    /// Reports a problem anywhere.
    pub(crate) fn report_at(&mut self, at: Spot, rule: Rule, message: impl Into<String>, remedy: impl Into<String>) {
        let (file, line, column) = self.files.locate(at);
        let file = file.to_string();
        self.problems.push(Problem { file, line, column, rule, message: message.into(), remedy: remedy.into() });
    }

    /// Reports a problem with a file that was not read.
    pub(crate) fn report_file(
        &mut self,
        path: &Path,
        rule: Rule,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let file = self.files.keep(path, String::new());
        self.report_at(Spot { file, offset: 0 }, rule, message, remedy);
    }

    /// A spot in the file being read.
    pub(crate) fn spot(&self, at: usize) -> Spot {
        Spot { file: self.file, offset: at }
    }

    /// Records that what is being read calls on something: `verb` stands between the two in a message.
    pub(crate) fn mention(&mut self, wanted: Wanted, verb: &str, at: usize) {
        let phrase = format!("{} {verb}", self.subject);
        self.registry.mentions.push(Mention { wanted, at: self.spot(at), phrase });
    }
}
