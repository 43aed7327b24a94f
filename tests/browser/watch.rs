//! Pages that `serve --watch` reloads: many at once, as in an editor's browser.

use crate::harness::{DESKTOP, test};
use crate::server::{magazine, serve};
use atlas_site::files::{File, FileSource, Files};
use std::time::Duration;

/// More than a browser opens connections to a host.
const FRAMES: usize = 8;

/// A page that tells its host which edition it is of.
struct Edition(u64);

impl FileSource for Edition {
    fn find(&self, path: &str) -> Option<File> {
        let page = format!(
            "<!doctype html><title>{0}</title><link rel=\"icon\" href=\"data:,\"><body><script src=\"/tell.js\" defer></script>\
             <script src=\"/__watch.js?seen={0}\" defer></script></body>",
            self.0
        );
        let mut files = Files::default();
        files.add("index.html", page);
        files.add("tell.js", "parent.postMessage({ edition: document.title }, '*');");
        files.find(path)
    }

    fn edition(&self) -> Option<u64> {
        Some(self.0)
    }
}

#[test]
fn more_pages_than_connections_are_answered_at_once_and_all_reload() {
    let (address, site) = serve(Edition(1));
    test(DESKTOP, async |tab| {
        let told = |edition| format!("notebook.mail.filter(({{ data }}) => data.edition === '{edition}').length");
        // As many tabs would be, and as an article has them.
        for sandbox in ["", "&sandbox=allow-scripts"] {
            tab.goto(&format!("{}/frames/?count={FRAMES}&page={address}/{sandbox}", magazine())).await;
            tab.wait("all frames", &format!("{} === {FRAMES}", told(1))).await;
            // By now each has asked for the next edition.
            tokio::time::sleep(Duration::from_secs(2)).await;
            let one_more = "new Promise((done) => { \
                const began = performance.now(); \
                const frame = document.querySelector('iframe').cloneNode(); \
                frame.onload = () => done(performance.now() - began); \
                document.body.append(frame); })";
            let waited = tab.eval::<f64>(one_more).await;
            assert!(waited < 5000.0, "one more page waits {waited} ms for a connection");
            site.replace(Edition(2));
            tab.wait("all frames to reload", &format!("{} === {FRAMES} + 1", told(2))).await;
            site.replace(Edition(1));
        }
    });
}

#[test]
fn a_page_that_nobody_sees_asks_nothing() {
    let (address, site) = serve(Edition(1));
    test(DESKTOP, async |tab| {
        tab.before_pages(
            "Object.defineProperty(Document.prototype, 'hidden', { get: () => globalThis.unseen ?? false })",
        )
        .await;
        tab.goto(&format!("{address}/")).await;
        tab.run("globalThis.unseen = true").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        site.replace(Edition(2));
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(tab.eval::<String>("document.title").await, "1");
        tab.run("globalThis.unseen = false; document.dispatchEvent(new Event('visibilitychange'))").await;
        tab.wait("the next edition", "document.title === '2'").await;
    });
}
