//! A whole site in memory: what is written to disk and what the server answers from.

use super::digest::digest;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Content that several threads share.
pub type Bytes = Arc<[u8]>;

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The file itself.
    pub content: Bytes,
    /// The same by brotli, where that is smaller.
    pub brotli: Option<Bytes>,
    /// The same by gzip, where that is smaller.
    pub gzip: Option<Bytes>,
    /// A short name for the content.
    pub digest: String,
}

impl File {
    /// A file that is not compressed yet.
    pub fn new(content: impl Into<Vec<u8>>) -> File {
        let content = content.into();
        File { digest: digest(&content), content: content.into(), brotli: None, gzip: None }
    }
}

/// Where a server gets files from that are not on the disk.
pub trait FileSource: Send + Sync {
    /// The file with this path, below the base and without a leading slash.
    fn find(&self, path: &str) -> Option<File>;

    /// The number of this edition of the site, when open pages are to reload for the next one.
    fn edition(&self) -> Option<u64> {
        None
    }
}

/// All files of a site by their path below the base, without a leading slash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, File>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), File::new(content));
    }

    /// Adds a file under a name that changes with its content, and answers with the path:
    /// `assets/atlas.css` becomes `assets/atlas.<digest>.css`.
    pub fn add_hashed(&mut self, path: &str, content: impl Into<Vec<u8>>) -> String {
        let file = File::new(content);
        let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
        let path = format!("{stem}.{}.{extension}", file.digest);
        self.0.insert(path.clone(), file);
        path
    }

    /// The file with this path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// All files in order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// All files, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut File)> {
        self.0.iter_mut().map(|(path, file)| (path.as_str(), file))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FileSource for Files {
    fn find(&self, path: &str) -> Option<File> {
        self.get(path).cloned()
    }
}

impl<S: FileSource> FileSource for Arc<S> {
    fn find(&self, path: &str) -> Option<File> {
        (**self).find(path)
    }

    fn edition(&self) -> Option<u64> {
        (**self).edition()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_follow_the_content() {
        let mut files = Files::default();
        let name = files.add_hashed("assets/atlas.en.json", "{}");
        assert_eq!(name, "assets/atlas.en.44136fa355b3678a.json");
        assert_eq!(files.add_hashed("assets/atlas.en.json", "{}"), name);
        assert_ne!(files.add_hashed("assets/atlas.en.json", "[]"), name);
        assert_eq!(files.get(&name).map(|file| &file.content[..]), Some(&b"{}"[..]));
    }
}
