//! What a server answers from, which may change while it runs.

use super::files::FileSource;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

/// What a running server answers from.
pub struct Site {
    content: RwLock<Served>,
}

/// Where the files of a site are.
#[derive(Clone)]
pub(super) enum Served {
    /// In a folder that was written.
    Folder(PathBuf),
    /// In memory, or made when they are asked for.
    Source {
        /// Finds the files.
        source: Arc<dyn FileSource>,
        /// Since when it is served, which is when its files were last modified.
        since: SystemTime,
    },
}

impl Served {
    fn source(source: impl FileSource + 'static) -> Served {
        Served::Source { source: Arc::new(source), since: SystemTime::now() }
    }

    /// The number of the edition, when pages are to reload for the next one.
    pub(super) fn edition(&self) -> Option<u64> {
        match self {
            Served::Folder(_) => None,
            Served::Source { source, .. } => source.edition(),
        }
    }
}

impl Site {
    /// A site that was written to a folder.
    pub fn folder(folder: PathBuf) -> Site {
        Site { content: RwLock::new(Served::Folder(folder)) }
    }

    /// A site that is not on the disk.
    pub fn new(source: impl FileSource + 'static) -> Site {
        Site { content: RwLock::new(Served::source(source)) }
    }

    /// Serves something else from now on. Open pages reload when the source has another [edition](FileSource::edition).
    pub fn replace(&self, source: impl FileSource + 'static) {
        *self.content.write().unwrap_or_else(PoisonError::into_inner) = Served::source(source);
    }

    /// What is served now.
    pub(super) fn content(&self) -> Served {
        self.content.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
