//! The files of the content folder, and where in them something stands.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The content could not be read at all.
#[derive(Debug)]
pub struct Failure {
    folder: PathBuf,
    cause: io::Error,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Failure { folder, cause } = self;
        write!(f, "The content folder {} cannot be read: {cause}. Name it with --content DIR.", folder.display())
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// A byte of a file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub file: usize,
    pub offset: usize,
}

/// A file that was read: the name shown for it, its text, and the offset of each line.
struct SourceFile {
    name: String,
    text: String,
    lines: Vec<usize>,
}

/// The files read so far.
#[derive(Default)]
pub(super) struct SourceFiles(Vec<SourceFile>);

impl SourceFiles {
    /// Keeps a file and gives its number.
    pub(crate) fn keep(&mut self, path: &Path, text: String) -> usize {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        self.0.push(SourceFile { name: shown(path), text, lines });
        self.0.len() - 1
    }

    /// Name of the file, line and column, both counted from 1.
    pub(crate) fn locate(&self, spot: Spot) -> (&str, usize, usize) {
        let Some(file) = self.0.get(spot.file) else { return ("", 1, 1) };
        let offset = file.text.floor_char_boundary(spot.offset);
        let line = file.lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|index| file.lines.get(index)).copied().unwrap_or(0);
        (&file.name, line, file.text[start..offset].chars().count() + 1)
    }
}

/// A path as problems show it, with forward slashes everywhere.
pub(super) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The content folder.
pub(super) struct Folder(PathBuf);

impl Folder {
    /// Makes sure that there is a folder to read.
    pub(crate) fn open(path: &Path) -> Result<Folder, Failure> {
        match fs::read_dir(path) {
            Ok(_) => Ok(Folder(path.to_path_buf())),
            Err(cause) => Err(Failure { folder: path.to_path_buf(), cause }),
        }
    }

    /// The path of a file in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The files of a subfolder, sorted by name; hidden files and guides (`.md`) left out.
    ///
    /// A subfolder that is missing has no files.
    pub(crate) fn files(&self, subfolder: &str) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.0.join(subfolder)).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_content(path)).collect();
        files.sort();
        files
    }
}

fn is_content(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.is_file() && !name.starts_with('.') && !name.ends_with('~') && !name.ends_with(".md")
}

/// True when the file's name ends in `.extension`.
pub(super) fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}
