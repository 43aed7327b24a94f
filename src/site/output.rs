//! A site on disk, replaced as a whole or not at all.

use super::compress::with_suffix;
use super::files::Files;
use super::{Error, Result};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Says that a folder is ours to replace.
const MARK: &str = ".treaty-atlas";
const MARK_TEXT: &str = "Written by treaty-atlas. The next build replaces this folder as a whole.\n";

/// A half-written site this old was left behind by a build that was killed.
const STALE: Duration = Duration::from_secs(600);

/// Makes sure that a folder may be replaced: it is new, empty or a site written earlier.
pub fn check(out: &Path) -> Result<()> {
    match fs::read_dir(out).map(|entries| entries.count() == 0) {
        Ok(is_empty) if is_empty || out.join(MARK).is_file() => Ok(()),
        Ok(_) => Err(Error::NotOurs(out.into())),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(()),
        Err(why) => Err(Error::Write(out.into(), why)),
    }
}

/// Writes a site. Until the last moment the previous one stays in place; what did not change is not written again.
pub fn write(files: &Files, out: &Path) -> Result<()> {
    check(out)?;
    let out = std::path::absolute(out).map_err(|why| Error::Write(out.into(), why))?;
    forget_stale(&out);
    let fresh = with_suffix(&out, &format!(".tmp-{}", std::process::id()));
    let written = write_tree(files, &fresh, &out).and_then(|()| swap(&fresh, &out));
    written.map_err(|why| {
        // Best effort: the failure to report is the first one.
        let _ = fs::remove_dir_all(&fresh);
        Error::Write(out.clone(), why)
    })
}

fn write_tree(files: &Files, fresh: &Path, previous: &Path) -> io::Result<()> {
    fs::create_dir_all(fresh)?;
    for (path, file) in files.iter() {
        let forms = [("", Some(&file.content)), (".br", file.brotli.as_ref()), (".gz", file.gzip.as_ref())];
        for (suffix, content) in forms {
            if let Some(content) = content {
                place(content, &with_suffix(&fresh.join(path), suffix), &with_suffix(&previous.join(path), suffix))?;
            }
        }
    }
    fs::write(fresh.join(MARK), MARK_TEXT)
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
    fn never_replaces_what_is_not_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("thesis.txt"), "years of work").expect("written");
        assert!(matches!(write(&site("one"), folder.path()), Err(Error::NotOurs(_))));
        assert!(folder.path().join("thesis.txt").exists());
    }
}
