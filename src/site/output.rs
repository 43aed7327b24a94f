//! A site on disk, replaced as a whole or not at all.

use super::compress::with_suffix;
use super::files::{File, Files};
use super::{Error, Result};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// Says that a folder is ours to replace. It is locked while the site is being written.
const MARK: &str = ".treaty-atlas";
const MARK_TEXT: &str = "Written by treaty-atlas. The next build replaces this folder as a whole.\n";

/// Time enough, after its folder, for a site that is being written to get its mark.
const UNMARKED: Duration = Duration::from_secs(60);

/// The folders of sites that are being written. Whoever writes into one holds the lock with others; it is held alone for
/// removing them.
static UNFINISHED: RwLock<Vec<TempDir>> = RwLock::new(Vec::new());

fn writing() -> RwLockReadGuard<'static, Vec<TempDir>> {
    UNFINISHED.read().unwrap_or_else(PoisonError::into_inner)
}

fn removing() -> RwLockWriteGuard<'static, Vec<TempDir>> {
    UNFINISHED.write().unwrap_or_else(PoisonError::into_inner)
}

/// Nothing more is written as long as this is kept.
pub struct Halted {
    _lock: RwLockWriteGuard<'static, Vec<TempDir>>,
}

/// Removes all sites that are half-written, because the program is about to end. Sites that were written stay.
pub fn abandon_unfinished() -> Halted {
    let mut unfinished = removing();
    unfinished.clear();
    Halted { _lock: unfinished }
}

/// Makes sure that a folder may be replaced: it is new, empty or a site written earlier.
///
/// # Errors
/// When it holds anything else, or cannot be read.
pub fn check(out: &Path) -> Result<()> {
    match fs::read_dir(out).map(|entries| entries.count() == 0) {
        Ok(is_empty) if is_empty || out.join(MARK).is_file() => Ok(()),
        Ok(_) => Err(Error::NotOurs(out.into())),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
        Err(why) => Err(Error::Write(out.into(), why)),
    }
}

/// Writes a site. Until the last moment the previous one stays in place; what did not change is not written again. A
/// writer that is dropped half-way leaves no trace.
pub struct SiteWriter {
    out: PathBuf,
    fresh: PathBuf,
    mark: fs::File,
}

impl SiteWriter {
    /// Begins a site.
    ///
    /// # Errors
    /// When the folder is not ours to replace, or nothing can be written beside it.
    pub fn open(out: &Path) -> Result<SiteWriter> {
        check(out)?;
        let failed = |why| Error::Write(out.into(), why);
        let out = std::path::absolute(out).map_err(failed)?;
        remove_abandoned(&out);
        let (folder, name) = (out.parent().unwrap_or(&out), out.file_name().unwrap_or_default());
        fs::create_dir_all(folder).map_err(failed)?;
        let mut unfinished = removing();
        let fresh = tempfile::Builder::new().prefix(&with_suffix(Path::new(name), ".tmp-")).tempdir_in(folder);
        let fresh = fresh.map_err(failed)?;
        let path = fresh.path().to_path_buf();
        let mark = mark(&path).map_err(failed)?;
        unfinished.push(fresh);
        Ok(SiteWriter { out, fresh: path, mark })
    }

    /// The folder of the site written earlier, if any.
    pub fn previous(&self) -> &Path {
        &self.out
    }

    /// Writes a file and its compressed siblings. Several threads may do so.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, path: &str, file: &File) -> Result<()> {
        let forms = [("", Some(&file.content)), (".br", file.brotli.as_ref()), (".gz", file.gzip.as_ref())];
        for (suffix, content) in forms {
            if let Some(content) = content {
                let [fresh, previous] = [&self.fresh, &self.out].map(|folder| with_suffix(&folder.join(path), suffix));
                let _writing = writing();
                place(content, &fresh, &previous).map_err(|why| Error::Write(self.out.clone(), why))?;
            }
        }
        Ok(())
    }

    /// Puts the site in the place of the previous one.
    ///
    /// # Errors
    /// When the folders cannot be renamed; the previous site is then where it was.
    pub fn finish(self) -> Result<()> {
        // Some systems do not rename a folder in which a file is locked.
        let unlocked = self.mark.unlock();
        let _writing = writing();
        unlocked.and_then(|()| swap(&self.fresh, &self.out)).map_err(|why| Error::Write(self.out.clone(), why))
    }
}

impl Drop for SiteWriter {
    fn drop(&mut self) {
        // Removes the folder, if it has not become the site.
        removing().retain(|unfinished| unfinished.path() != self.fresh);
    }
}

/// Writes a site that is held in memory.
///
/// # Errors
/// As [`SiteWriter`].
pub fn write(files: &Files, out: &Path) -> Result<()> {
    let writer = SiteWriter::open(out)?;
    files.iter().try_for_each(|(path, file)| writer.put(path, file))?;
    writer.finish()
}

/// Marks a folder as ours, and as being written as long as the answer lives.
fn mark(folder: &Path) -> io::Result<fs::File> {
    let mut mark = fs::File::create(folder.join(MARK))?;
    // Where the system has no locks, what was abandoned stays until somebody removes it.
    let _ = mark.lock();
    mark.write_all(MARK_TEXT.as_bytes())?;
    Ok(mark)
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
fn remove_abandoned(out: &Path) {
    let (Some(folder), Some(name)) = (out.parent(), out.file_name()) else { return };
    let name = name.to_string_lossy();
    let is_ours = |path: &PathBuf| {
        let other = path.file_name().unwrap_or_default().to_string_lossy();
        [".tmp-", ".old-"].iter().any(|mark| other.starts_with(&format!("{name}{mark}"))) && is_abandoned(path)
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).filter(is_ours) {
        let _ = fs::remove_dir_all(path);
    }
}

/// True when nobody writes to a folder any more: the system unlocks what a process had locked, however it ends.
fn is_abandoned(folder: &Path) -> bool {
    match fs::File::open(folder.join(MARK)) {
        Ok(mark) => mark.try_lock().is_ok(),
        Err(_) => {
            let modified = folder.metadata().and_then(|about| about.modified());
            modified.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > UNMARKED))
        }
    }
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
    fn what_a_killed_build_left_is_removed_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("dist");
        for (name, marked) in
            [("dist.tmp-0815", true), ("dist.old-17", true), ("dist.tmp-new", false), ("other.tmp-1", true)]
        {
            fs::create_dir(folder.path().join(name)).expect("a folder");
            if marked {
                fs::write(folder.path().join(name).join(MARK), MARK_TEXT).expect("a mark");
            }
        }
        let writer = SiteWriter::open(&out).expect("begun");
        write(&site("meanwhile"), &out).expect("written");
        let mut left = names(folder.path());
        left.sort();
        let fresh = writer.fresh.file_name().expect("a name").to_string_lossy().into_owned();
        let mut expected = ["dist", "dist.tmp-new", "other.tmp-1", &fresh];
        expected.sort();
        assert_eq!(left, expected);
        drop(writer);
        assert!(!names(folder.path()).contains(&fresh));
    }

    #[test]
    fn never_replaces_what_is_not_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("thesis.txt"), "years of work").expect("written");
        assert!(matches!(write(&site("one"), folder.path()), Err(Error::NotOurs(_))));
        assert!(folder.path().join("thesis.txt").exists());
    }
}
