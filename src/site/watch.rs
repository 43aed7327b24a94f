//! `serve --watch`: notices edits, and lets open pages reload.

use super::{Error, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Editors write a file in several steps; this long without another step is the end of them.
const SETTLED: Duration = Duration::from_millis(50);

/// Asks twice a second which edition is served, while the page is seen, and reloads when it is another one.
///
/// It does not wait for news on a connection that stays open (server-sent events, a long poll): a browser opens six to a
/// host, so that seven tabs, or an article with seven maps in sandboxed frames, which cannot share one, would leave
/// none for the pages themselves.
pub(crate) const SCRIPT: &str = r#"// Only while `serve --watch` runs: reloads the page when the atlas was rebuilt.
const address = new URL(document.currentScript.src);
const seen = address.searchParams.get("seen");
let asking = false;
const ask = async () => {
  if (document.hidden || asking) return;
  asking = true;
  try {
    const answer = await fetch(new URL("/__watch", address), { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== seen) location.reload();
  } catch {
    // The server is gone; it may come back.
  }
  asking = false;
};
setInterval(ask, 500);
document.addEventListener("visibilitychange", ask);
"#;

/// The edits below some folders, from the moment it is made on.
pub(crate) struct Watcher {
    edited: Receiver<PathBuf>,
    /// Watches as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Watcher {
    /// Begins to watch.
    ///
    /// # Errors
    /// When the system does not allow to watch a folder, or so many.
    pub(crate) fn new(folders: &[&Path]) -> Result<Watcher> {
        let failed = |why: notify::Error| Error::Watch(why.to_string());
        let (sender, edited) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if !matches!(event.kind, EventKind::Access(_)) {
                for path in event.paths {
                    // Nobody listens any more only when the program ends.
                    let _ = sender.send(path);
                }
            }
        })
        .map_err(failed)?;
        for folder in folders {
            notify::Watcher::watch(&mut watcher, folder, RecursiveMode::Recursive).map_err(failed)?;
        }
        Ok(Watcher { edited, _watcher: watcher })
    }

    /// Waits for an edit and for the end of it, and answers with the files; `None` when there will be no more.
    pub(crate) fn next(&self) -> Option<BTreeSet<PathBuf>> {
        let mut files = BTreeSet::from([self.edited.recv().ok()?]);
        while let Ok(file) = self.edited.recv_timeout(SETTLED) {
            files.insert(file);
        }
        Some(files)
    }
}

/// A page with a script that reloads it when another edition of the site is there.
pub(crate) fn with_script(mut page: String, edition: u64) -> String {
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &format!("<script src=\"/__watch.js?seen={edition}\" defer></script>"));
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_learn_to_reload() {
        let page = with_script("<body>x</body></html>".into(), 7);
        assert_eq!(page, "<body>x<script src=\"/__watch.js?seen=7\" defer></script></body></html>");
    }

    #[test]
    fn one_edit_is_all_that_is_written_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("below")).expect("a folder");
        let watcher = Watcher::new(&[folder.path()]).expect("it watches");
        let [one, two] = ["one.toml", "below/two.toml"].map(|name| folder.path().join(name));
        std::fs::write(&one, "1").and_then(|()| std::fs::write(&two, "2")).expect("two files");
        let files = watcher.next().expect("an edit");
        assert!(files.contains(&one) && files.contains(&two), "{files:?}");
    }
}
