//! The reader must not see the script take over: the canvas shows what the prerendered map showed, nothing moves.

use crate::harness::{DESKTOP, PHONE, Screen, Tab, keep, test};
use crate::picture::Picture;

/// Share of pixels that may clearly differ: letters that a canvas sets a hair's breadth from where SVG does.
const DIFFERENT: f64 = 0.02;
/// Mean difference of a colour channel, of 255.
const MEAN: f64 = 2.5;

/// What the map looks like, without what only scripts can do.
async fn map(tab: &Tab) -> Picture {
    let hide = "document.querySelectorAll('.controls, .scale, .bar, .credit, .legend, .hint, .notes').forEach((it) => { \
                it.style.visibility = 'hidden'; })";
    tab.run(hide).await;
    let frame = "(() => { const { x, y, width, height } = document.querySelector('section.map').getBoundingClientRect(); \
                 const panel = document.querySelector('.panel').getBoundingClientRect(); \
                 return [x, y, width, panel.top > y + 50 ? Math.min(height, panel.top - y) : height]; })()";
    let part = tab.eval::<[f64; 4]>(frame).await;
    Picture::read(tab.picture(Some(part)).await)
}

fn looks_the_same(name: &'static str, screen: Screen, page: &'static str, theme: &'static str) {
    test(screen, async |tab| {
        tab.media(&[("prefers-color-scheme", theme)]).await;
        tab.open_ready(page).await;
        let first = map(tab).await;
        tab.sharp().await;
        let live = map(tab).await;
        tab.without_scripts().await;
        tab.goto(page).await;
        let still = map(tab).await;
        keep(&format!("handover/{name}-static.png"), &still.png);
        keep(&format!("handover/{name}-live.png"), &live.png);
        assert!(still.colours() > 50, "there is no map in the picture");
        for (when, picture) in [("when the map is interactive", first), ("when the fine ground is there", live)] {
            let (mean, different) = picture.difference(&still);
            println!("{name} {when}: mean {mean:.2}, different {:.2} %", different * 100.0);
            assert!(
                mean < MEAN && different < DIFFERENT,
                "{when}: mean {mean:.2}, different {:.2} %",
                different * 100.0
            );
        }
    });
}

#[test]
fn the_opening_page_looks_the_same() {
    looks_the_same("home", DESKTOP, "/", "light");
}

#[test]
fn a_place_in_the_dark_looks_the_same() {
    looks_the_same("place-dark", DESKTOP, "/place/syunik/", "dark");
}

#[test]
fn a_phone_looks_the_same() {
    looks_the_same("phone", PHONE, "/place/rasht-astara-railway/", "light");
}

#[test]
fn persian_looks_the_same() {
    looks_the_same("fa", DESKTOP, "/fa/", "light");
}

#[test]
fn nothing_moves() {
    for screen in [DESKTOP, PHONE] {
        test(screen, async |tab| {
            for page in ["/", "/place/instc/", "/treaty/12/", "/fa/place/syunik/"] {
                tab.open_ready(page).await;
                tab.still().await;
                let shift = tab.eval::<f64>("notebook.shift").await;
                assert!(shift < 0.02, "{page} shifts by {shift}");
            }
        });
    }
}

#[test]
fn the_text_stays_the_same_element() {
    test(DESKTOP, async |tab| {
        tab.before_pages("addEventListener('DOMContentLoaded', () => { globalThis.before = document.querySelector('.prerendered h1'); })")
            .await;
        tab.open_ready("/place/instc/").await;
        assert!(
            tab.eval::<bool>(
                "before && before === document.querySelector('.prerendered h1') && before.checkVisibility()"
            )
            .await
        );
        assert_eq!(tab.text(".live").await, "", "the text stands twice");
    });
}
