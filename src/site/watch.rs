//! `serve --watch`: notices edits, and lets open pages reload.

use super::answer::plain;
use super::server::send;
use super::{Error, Result};
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tiny_http::Request;

/// Editors write a file in several steps; this long without another step is the end of them.
const SETTLED: Duration = Duration::from_millis(50);

/// Asks for the address that answers when there is something new, then reloads.
const SCRIPT: &str = r#"// Only while `serve --watch` runs: reloads the page when the atlas was rebuilt.
const seen = new URL(document.currentScript.src).searchParams.get("seen");
const address = new URL("/__watch?seen=" + seen, document.currentScript.src);
(async () => {
  for (;;) {
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== seen) return location.reload();
    } catch {
      // The server is gone; it may come back.
      await new Promise((later) => setTimeout(later, 1000));
    }
  }
})();
"#;

/// Calls `changed` after every edit below the folders, until the program ends.
pub fn watch(folders: &[&Path], mut changed: impl FnMut()) -> Result<()> {
    let failed = |why: notify::Error| Error::Watch(why.to_string());
    let (sender, edits) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // Nobody listens any more only when the program ends.
            let _ = sender.send(());
        }
    })
    .map_err(failed)?;
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    while settled(&edits) {
        changed();
    }
    Ok(())
}

/// Waits for an edit and for the end of it; false when there will be no more.
fn settled(edits: &Receiver<()>) -> bool {
    if edits.recv().is_err() {
        return false;
    }
    while edits.recv_timeout(SETTLED).is_ok() {}
    true
}

/// A page with a script that reloads it when the next generation of the site is there.
pub fn injected(mut page: String, generation: u64) -> String {
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &format!("<script src=\"/__watch.js?seen={generation}\" defer></script>"));
    page
}

/// Pages that wait for something new.
#[derive(Default)]
pub struct Reload {
    generation: AtomicU64,
    waiting: Mutex<Vec<Request>>,
}

impl Reload {
    /// True for the addresses that are answered here.
    pub fn concerns(target: &str) -> bool {
        target == "/__watch.js" || target.starts_with("/__watch.js?") || target.starts_with("/__watch?")
    }

    /// The number of the site that is shown.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    /// Answers at once when there is something new, else keeps the request until there is.
    pub fn take(&self, request: Request) {
        if request.url().starts_with("/__watch.js") {
            let mut script = plain(200, SCRIPT);
            script.headers.retain(|(name, _)| *name != "Content-Type");
            script.headers.push(("Content-Type", "text/javascript; charset=utf-8".into()));
            return send(request, script);
        }
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.generation();
        let seen = request.url().rsplit_once("seen=").and_then(|(_, seen)| seen.parse().ok());
        if seen == Some(now) { waiting.push(request) } else { send(request, plain(200, &now.to_string())) }
    }

    /// Tells all that wait.
    pub fn announce(&self) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.generation.fetch_add(1, Ordering::SeqCst) + 1;
        for request in waiting.drain(..) {
            send(request, plain(200, &now.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_learn_to_reload() {
        let page = injected("<body>x</body></html>".into(), 7);
        assert_eq!(page, "<body>x<script src=\"/__watch.js?seen=7\" defer></script></body></html>");
    }
}
