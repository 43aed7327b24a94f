//! Files that are not on the disk, as `ServeDir` wants them.

use super::files::{Bytes, FileSource};
use std::future::{Future, Ready, ready};
use std::io::{self, Cursor, ErrorKind, SeekFrom};
use std::path::{Component, Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{Backend, File, Metadata};

/// The files of a source, all of which were last modified when it began to be served.
#[derive(Clone)]
pub(crate) struct Memory {
    /// Finds the files.
    pub source: Arc<dyn FileSource>,
    /// When it began to be served.
    pub since: SystemTime,
}

/// What is known of a file or folder.
#[derive(Clone, Copy)]
pub(crate) struct FileFacts {
    is_dir: bool,
    length: u64,
    modified: SystemTime,
}

/// An open file.
pub(crate) struct Open {
    content: Cursor<Bytes>,
    modified: SystemTime,
}

impl Memory {
    /// The content of a file, or of its compressed sibling when the path ends so.
    fn content(&self, path: &Path) -> io::Result<Bytes> {
        let missing = || io::Error::from(ErrorKind::NotFound);
        let name = name(path).ok_or_else(missing)?;
        if let Some(file) = self.source.find(&name) {
            return Ok(file.content);
        }
        let sibling = match name.rsplit_once('.') {
            Some((name, "br")) => self.source.find(name).and_then(|file| file.brotli),
            Some((name, "gz")) => self.source.find(name).and_then(|file| file.gzip),
            _ => None,
        };
        sibling.ok_or_else(missing)
    }

    fn about(&self, path: &Path) -> io::Result<FileFacts> {
        let (is_dir, content) = match self.content(path) {
            Ok(content) => (false, content),
            Err(_) => (true, self.content(&path.join("index.html"))?),
        };
        Ok(FileFacts { is_dir, length: content.len() as u64, modified: self.since })
    }
}

/// The path as sources know it: its parts joined by slashes, whatever the system's separator is.
fn name(path: &Path) -> Option<String> {
    let part = |part: Component| match part {
        Component::CurDir => Some(None),
        Component::Normal(part) => Some(Some(part.to_str()?.to_owned())),
        _ => None,
    };
    let parts: Option<Vec<Option<String>>> = path.components().map(part).collect();
    Some(parts?.into_iter().flatten().collect::<Vec<_>>().join("/"))
}

impl Backend for Memory {
    type File = Open;
    type Metadata = FileFacts;
    type OpenFuture = Pin<Box<dyn Future<Output = io::Result<Open>> + Send>>;
    type MetadataFuture = Pin<Box<dyn Future<Output = io::Result<FileFacts>> + Send>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let memory = self.clone();
        on_another_thread(move || Ok(Open { content: Cursor::new(memory.content(&path)?), modified: memory.since }))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let memory = self.clone();
        on_another_thread(move || memory.about(&path))
    }
}

/// Finding a file may mean to render a page.
fn on_another_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Pin<Box<dyn Future<Output = io::Result<T>> + Send>> {
    Box::pin(async { tokio::task::spawn_blocking(work).await.unwrap_or_else(|why| Err(io::Error::other(why))) })
}

impl Metadata for FileFacts {
    fn is_dir(&self) -> bool {
        self.is_dir
    }

    fn modified(&self) -> io::Result<SystemTime> {
        Ok(self.modified)
    }

    fn len(&self) -> u64 {
        self.length
    }
}

impl File for Open {
    type Metadata = FileFacts;
    type MetadataFuture<'a> = Ready<io::Result<FileFacts>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        let length = self.content.get_ref().len() as u64;
        ready(Ok(FileFacts { is_dir: false, length, modified: self.modified }))
    }
}

impl AsyncRead for Open {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context, buffer: &mut ReadBuf) -> Poll<io::Result<()>> {
        Pin::new(&mut self.content).poll_read(context, buffer)
    }
}

impl AsyncSeek for Open {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.content).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.content).poll_complete(context)
    }
}
