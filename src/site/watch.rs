//! `serve --watch`: notices edits, and lets open pages reload.

use super::answer::{Answer, plain};
use super::{Error, Result};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

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

/// The edits below some folders, from the moment of asking on.
pub struct Edits {
    steps: Receiver<()>,
    /// Watches as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Edits {
    /// Begins to watch.
    pub fn below(folders: &[&Path]) -> Result<Edits> {
        let failed = |why: notify::Error| Error::Watch(why.to_string());
        let (sender, steps) = mpsc::channel();
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
        Ok(Edits { steps, _watcher: watcher })
    }

    /// Waits for an edit and for the end of it; false when there will be no more.
    pub fn wait(&self) -> bool {
        if self.steps.recv().is_err() {
            return false;
        }
        while self.steps.recv_timeout(SETTLED).is_ok() {}
        true
    }
}

/// A page with a script that reloads it when the next generation of the site is there.
pub fn injected(mut page: String, generation: u64) -> String {
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &format!("<script src=\"/__watch.js?seen={generation}\" defer></script>"));
    page
}

/// What tells pages that there is something new.
#[derive(Default)]
pub struct Reload {
    generation: Mutex<u64>,
    announced: Condvar,
}

/// How long a page waits for an answer before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(50);

impl Reload {
    /// True for the addresses that are answered here.
    pub fn concerns(target: &str) -> bool {
        target == "/__watch.js" || target.starts_with("/__watch.js?") || target.starts_with("/__watch?")
    }

    /// The number of the site that is shown.
    pub fn generation(&self) -> u64 {
        *self.generation.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers at once when there is something new, else as soon as there is, or when it has been long enough.
    pub fn answer(&self, target: &str) -> Answer {
        if target.starts_with("/__watch.js") {
            let mut script = plain(200, SCRIPT);
            script.headers.retain(|(name, _)| *name != "Content-Type");
            script.headers.push(("Content-Type", "text/javascript; charset=utf-8".into()));
            return script;
        }
        let seen = target.rsplit_once("seen=").and_then(|(_, seen)| seen.parse().ok());
        let generation = self.generation.lock().unwrap_or_else(PoisonError::into_inner);
        let old = |now: &mut u64| seen == Some(*now);
        let waited = self.announced.wait_timeout_while(generation, LONGEST_WAIT, old);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        plain(200, &now.to_string())
    }

    /// Tells all that wait.
    pub fn announce(&self) {
        *self.generation.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.announced.notify_all();
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
