//! A site on disk, replaced as a whole or not at all.

use super::compress::with_suffix;
use super::files::{Bytes, File, Files, Shelf};
use super::{Error, Result};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Says that a folder is ours to replace.
const MARK: &str = ".treaty-atlas";
const MARK_TEXT: &str = "Written by treaty-atlas. The next build replaces this folder as a whole.\n";

/// A half-written site this old was left behind by a build that was killed. A very large one takes an hour.
const STALE: Duration = Duration::from_secs(6 * 3600);

/// Makes sure that a folder may be replaced: it is new, empty or a site written earlier.
pub fn check(out: &Path) -> Result<()> {
    match fs::read_dir(out).map(|entries| entries.count() == 0) {
        Ok(is_empty) if is_empty || out.join(MARK).is_file() => Ok(()),
        Ok(_) => Err(Error::NotOurs(out.into())),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
        Err(why) => Err(Error::Write(out.into(), why)),
    }
}

/// A site on its way to the disk. Until the last moment the previous one stays in place; what did not change is not
/// written again. One that is dropped half-way leaves no trace.
pub struct Press {
    out: PathBuf,
    fresh: PathBuf,
}

impl Press {
    /// Begins a site.
    pub fn open(out: &Path) -> Result<Press> {
        check(out)?;
        let failed = |why| Error::Write(out.into(), why);
        let out = std::path::absolute(out).map_err(failed)?;
        forget_stale(&out);
        let fresh = with_suffix(&out, &format!(".tmp-{}", std::process::id()));
        fs::create_dir_all(&fresh).map_err(failed)?;
        Ok(Press { out, fresh })
    }

    /// The folder of the site written earlier, if any.
    pub fn previous(&self) -> &Path {
        &self.out
    }

    /// Writes a file and its compressed siblings. Several threads may do so.
    pub fn put(&self, path: &str, file: &File) -> Result<()> {
        let forms = [("", Some(&file.content)), (".br", file.brotli.as_ref()), (".gz", file.gzip.as_ref())];
        for (suffix, content) in forms {
            if let Some(content) = content {
                let [fresh, previous] = [&self.fresh, &self.out].map(|folder| with_suffix(&folder.join(path), suffix));
                place(content, &fresh, &previous).map_err(|why| Error::Write(self.out.clone(), why))?;
            }
        }
        Ok(())
    }

    /// Puts the site in the place of the previous one.
    pub fn finish(self) -> Result<()> {
        let written = fs::write(self.fresh.join(MARK), MARK_TEXT).and_then(|()| swap(&self.fresh, &self.out));
        written.map_err(|why| Error::Write(self.out.clone(), why))
    }
}

impl Drop for Press {
    fn drop(&mut self) {
        // Best effort: there is a failure to report already, or nothing left to remove.
        let _ = fs::remove_dir_all(&self.fresh);
    }
}

/// Writes a site that is held in memory.
pub fn write(files: &Files, out: &Path) -> Result<()> {
    let press = Press::open(out)?;
    files.iter().try_for_each(|(path, file)| press.put(path, file))?;
    press.finish()
}

/// A site on the disk, to answer from.
pub struct Folder(pub PathBuf);

impl Shelf for Folder {
    fn find(&self, path: &str) -> Option<File> {
        // Nothing outside the folder, whatever the path says.
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let path = self.0.join(path);
        let sibling = |suffix| fs::read(with_suffix(&path, suffix)).ok().map(Bytes::from);
        let file = File::new(fs::read(&path).ok()?);
        Some(File { brotli: sibling(".br"), gzip: sibling(".gz"), ..file })
    }
}

/// Links to the previous file when it is the same, else writes a new one.
fn place(content: &[u8], path: &Path, previous: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let same = fs::read(previous).is_ok_and(|old| old == content);
    if same && fs::hard_link(previous, path).is_ok() {
        return Ok(());
    }
    fs::write(path, content)
}

/// Puts the fresh site in the place of the previous one; puts that back when it fails.
fn swap(fresh: &Path, out: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(fresh, out);
    }
    let old = with_suffix(out, &format!(".old-{}", std::process::id()));
    fs::rename(out, &old)?;
    fs::rename(fresh, out).inspect_err(|_| {
        let _ = fs::rename(&old, out);
    })?;
    fs::remove_dir_all(&old)
}

/// Removes what killed builds left beside the site.
fn forget_stale(out: &Path) {
    let (Some(folder), Some(name)) = (out.parent(), out.file_name()) else { return };
    let name = name.to_string_lossy();
    let is_ours = |path: &PathBuf| {
        let other = path.file_name().unwrap_or_default().to_string_lossy();
        [".tmp-", ".old-"].iter().any(|mark| other.starts_with(&format!("{name}{mark}"))) && is_stale(path)
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).filter(is_ours) {
        let _ = fs::remove_dir_all(path);
    }
}

fn is_stale(path: &Path) -> bool {
    let modified = path.metadata().and_then(|about| about.modified());
    modified.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > STALE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(text: &str) -> Files {
        let mut files = Files::default();
        files.add("index.html", text);
        files.add("place/a/index.html", "always the same");
        files
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn replaces_the_whole_site_and_keeps_what_did_not_change() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("dist");
        write(&site("one"), &out).expect("written");
        let before = out.join("place/a/index.html").metadata().and_then(|about| about.modified()).expect("a time");
        fs::write(out.join("stray.html"), "stray").expect("written");
        write(&site("two"), &out).expect("written");
        assert_eq!(fs::read_to_string(out.join("index.html")).expect("a file"), "two");
        let after = out.join("place/a/index.html").metadata().and_then(|about| about.modified()).expect("a time");
        assert_eq!(before, after);
        assert!(!out.join("stray.html").exists());
        assert_eq!(names(folder.path()), ["dist"]);
    }

    #[test]
    fn a_failure_leaves_the_previous_site_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("dist");
        write(&site("one"), &out).expect("written");
        let mut impossible = site("two");
        impossible.add("index.html/below-a-file", "cannot be");
        assert!(matches!(write(&impossible, &out), Err(Error::Write(..))));
        assert_eq!(fs::read_to_string(out.join("index.html")).expect("a file"), "one");
        assert_eq!(names(folder.path()), ["dist"]);
    }

    #[test]
    fn answers_from_the_folder_and_nowhere_else() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("secret"), "secret").expect("written");
        let out = folder.path().join("dist");
        write(&site("one"), &out).expect("written");
        let shelf = Folder(out);
        assert_eq!(shelf.find("index.html"), site("one").find("index.html"));
        assert_eq!(shelf.find("../secret"), None);
        assert_eq!(shelf.find(&folder.path().join("secret").to_string_lossy()), None);
    }

    #[test]
    fn never_replaces_what_is_not_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("thesis.txt"), "years of work").expect("written");
        assert!(matches!(write(&site("one"), folder.path()), Err(Error::NotOurs(_))));
        assert!(folder.path().join("thesis.txt").exists());
    }
}
