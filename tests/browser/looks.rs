//! Pictures of every face of the atlas, in `target/screenshots/`, for people to look at. What a machine can see is
//! checked here: that there is a map with labels and that nothing is wider than its window.

use crate::harness::{DESKTOP, PHONE, Screen, Tab, keep, test};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

async fn looks_right(tab: &Tab, page: &str, picture: &str) {
    tab.open_ready(page).await;
    tab.still().await;
    assert_eq!(tab.overflow().await, 0.0, "{page} is wider than its window");
    assert!(tab.count(".map-static svg text").await > 5, "{page} has hardly any labels");
    let shown = "document.querySelector('.tile-layer .tile').checkVisibility({ visibilityProperty: true })";
    assert!(tab.eval::<bool>(shown).await, "{page} shows no live map");
    tab.screenshot(picture).await;
}

#[test]
fn desktop() {
    test(DESKTOP, async |tab| {
        looks_right(tab, "/", "desktop-home").await;
        looks_right(tab, "/place/rasht-astara-railway/", "desktop-place").await;
        looks_right(tab, "/place/syunik/", "desktop-syunik").await;
        looks_right(tab, "/treaty/12/", "desktop-article").await;
        looks_right(tab, "/compare/", "desktop-compare").await;
        tab.run("document.querySelector('.legend').open = true").await;
        tab.screenshot("desktop-legend").await;
    });
}

#[test]
fn dark() {
    test(DESKTOP, async |tab| {
        tab.media(&[("prefers-color-scheme", "dark")]).await;
        looks_right(tab, "/", "dark-home").await;
        looks_right(tab, "/place/zangezur-corridor-tripp/", "dark-place").await;
        let paper =
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((part) => part < 90)";
        assert!(tab.eval::<bool>(paper).await, "the dark page is light");
    });
}

#[test]
fn persian() {
    test(DESKTOP, async |tab| {
        looks_right(tab, "/fa/", "fa-home").await;
        looks_right(tab, "/fa/place/caspian-sea/", "fa-place").await;
        let sides = "document.querySelector('section.map').getBoundingClientRect().left > document.querySelector('.panel').getBoundingClientRect().left";
        assert!(tab.eval::<bool>(sides).await, "the panel is not where reading from the right begins to end");
    });
}

#[test]
fn phone() {
    test(PHONE, async |tab| {
        looks_right(tab, "/", "phone-home").await;
        looks_right(tab, "/place/rasht-astara-railway/", "phone-place").await;
        tab.media(&[("prefers-color-scheme", "dark")]).await;
        looks_right(tab, "/place/syunik/", "phone-dark").await;
    });
}

#[test]
fn frame() {
    test(Screen { width: 600, height: 400, ..DESKTOP }, async |tab| {
        looks_right(tab, "/embed/", "frame-home").await;
        looks_right(tab, "/embed/place/syunik/", "frame-place").await;
    });
}

#[test]
fn wide() {
    test(Screen { width: 2560, height: 1440, ..DESKTOP }, async |tab| {
        looks_right(tab, "/", "wide-home").await;
    });
}

#[test]
fn forced_colours() {
    test(DESKTOP, async |tab| {
        tab.media(&[("forced-colors", "active")]).await;
        looks_right(tab, "/place/instc/", "forced-colours").await;
        let icons = "getComputedStyle(document.querySelector('.controls .icon')).backgroundColor !== getComputedStyle(document.querySelector('.controls')).backgroundColor";
        assert!(tab.eval::<bool>(icons).await, "the controls cannot be seen");
    });
}

#[test]
fn forced_colours_on_a_dark_page() {
    test(DESKTOP, async |tab| {
        tab.media(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]).await;
        looks_right(tab, "/", "forced-colours-dark").await;
        let brightest_ground = "(() => { const canvas = document.createElement('canvas'), tile = document.querySelector('.tile'); \
             canvas.width = tile.width; canvas.height = tile.height; \
             const context = canvas.getContext('2d'); context.drawImage(tile, 0, 0); \
             return Math.max(...context.getImageData(2, 2, 1, 1).data.slice(0, 3)); })()";
        let page = "getComputedStyle(document.body).backgroundColor";
        assert_eq!(tab.eval::<String>(page).await, "rgb(0, 0, 0)");
        assert_eq!(tab.eval::<f64>(brightest_ground).await, 0.0, "the map is not of the page's colours");
    });
}

#[test]
fn print() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/place/rasht-astara-railway/").await;
        tab.command("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
        tab.painted().await;
        tab.screenshot("print").await;
        for gone in [".controls", ".viewport", ".masthead nav", ".skip"] {
            let shown = format!("document.querySelector('{gone}')?.checkVisibility() ?? false");
            assert!(!tab.eval::<bool>(&shown).await, "{gone} is printed");
        }
        assert!(
            tab.eval::<bool>("document.querySelector('.map-static svg').checkVisibility({ visibilityProperty: true })")
                .await
        );
        assert!(tab.eval::<bool>("document.querySelector('.reading h1').checkVisibility()").await);
        let whole = "(() => { const [svg, map] = ['.map-static > svg', '.map'].map((one) => document.querySelector(one).getBoundingClientRect()); \
             return svg.top >= map.top - 1 && svg.bottom <= map.bottom + 1 && svg.height > 300; })()";
        assert!(tab.eval::<bool>(whole).await, "the printed map is cut");
        let answer = tab.command("Page.printToPDF", json!({"printBackground": false})).await;
        let pdf = STANDARD.decode(answer["data"].as_str().unwrap_or_default()).expect("a document");
        assert!(pdf.len() > 20_000, "{} bytes", pdf.len());
        keep("print.pdf", &pdf);
    });
}

#[test]
fn large_text() {
    // WCAG 1.4.4 and 1.4.10: twice the text, and a window 1280 wide at 400 % is 320 wide.
    test(Screen { width: 320, height: 256, ..DESKTOP }, async |tab| {
        tab.open_ready("/place/syunik/").await;
        assert_eq!(tab.overflow().await, 0.0);
        let heading = "document.querySelector('.reading h1').scrollIntoView(); document.elementFromPoint(160, 128).closest('.panel') !== null";
        assert!(tab.eval::<bool>(heading).await, "the map covers the text");
        tab.screenshot("reflow").await;
    });
}
