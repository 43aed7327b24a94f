//! Most readers hold the atlas in one hand: a fingertip finds its place, the text is there without scrolling sideways,
//! and nothing to touch is smaller than the finger can hit.

use crate::harness::{DESKTOP, PHONE, Screen, Tab, test};
use serde_json::json;

#[test]
fn a_tap_opens_a_place() {
    test(PHONE, async |tab| {
        tab.open_ready("/").await;
        let (x, y) = tab.locate("caspian-sea").await.expect("the Caspian is in view");
        tab.tap(x, y).await;
        tab.wait_for_place("caspian-sea").await;
        tab.painted().await;
        let heading = "(() => { const box = document.querySelector('.live h1').getBoundingClientRect(); \
                       return [box.top, box.bottom, innerHeight]; })()";
        let (top, bottom, height) = tab.eval::<(f64, f64, f64)>(heading).await;
        assert!(top >= 0.0 && bottom <= height, "the heading is out of sight: {top} to {bottom} of {height}");
        let size = "parseFloat(getComputedStyle(document.querySelector('.live .lead')).fontSize)";
        assert!(tab.eval::<f64>(size).await >= 16.0);
        assert_eq!(tab.overflow().await, 0.0);
        tab.screenshot("phone-tapped").await;
    });
}

#[test]
fn the_canvas_is_as_sharp_as_the_screen() {
    test(PHONE, async |tab| {
        tab.open_ready("/").await;
        let density = "(() => { const canvas = document.querySelector('.tile-layer .tile'); \
                       return canvas.width / parseFloat(getComputedStyle(canvas).width); })()";
        assert!((tab.eval::<f64>(density).await - 3.0).abs() < 0.02);
    });
}

#[test]
fn a_finger_drags_and_two_zoom() {
    test(PHONE, async |tab| {
        tab.open_ready("/").await;
        tab.still().await;
        let before = spread(tab).await;
        let fingers =
            |apart: f64| json!([{"x": 195.0 - apart, "y": 230, "id": 0}, {"x": 195.0 + apart, "y": 230, "id": 1}]);
        tab.touch("touchStart", fingers(30.0)).await;
        for step in 1..=10 {
            let points = fingers(30.0 + 5.0 * f64::from(step));
            tab.touch("touchMove", points).await;
        }
        tab.touch("touchEnd", json!([])).await;
        tab.still().await;
        let after = spread(tab).await;
        assert!(after > before * 1.5, "{before} to {after}");
        assert_eq!(tab.eval::<f64>("visualViewport.scale").await, 1.0, "the page was zoomed instead");
        assert_eq!(tab.count("[data-panel][data-selected]").await, 0, "a pinch is no tap");
    });
}

/// A drag then begins with what is there.
#[test]
fn a_map_that_rests_is_painted_beyond_its_view() {
    test(PHONE, async |tab| {
        tab.open_ready("/").await;
        let covered = "(() => { \
             const { left, right, top, bottom } = document.querySelector('.viewport').getBoundingClientRect(); \
             const boxes = [...document.querySelectorAll('.tile-layer:not(.back) .tile')].map((tile) => tile.getBoundingClientRect()); \
             const at = (from, to) => [from - 150, (from + to) / 2, to + 150]; \
             return at(left, right).every((x) => at(top, bottom).every((y) => boxes.some((box) => \
                 box.left <= x && x <= box.right && box.top <= y && y <= box.bottom))); })()";
        tab.wait("tiles around the view", covered).await;
        let busy = "document.querySelector('.viewport').getAttribute('aria-busy')";
        assert_eq!(tab.eval::<String>(busy).await, "false", "nobody waits for them");
    });
}

/// With one hand: a tap, then a second one that is dragged down.
#[test]
fn a_second_tap_that_is_dragged_zooms() {
    test(PHONE, async |tab| {
        tab.open_ready("/").await;
        tab.still().await;
        let before = spread(tab).await;
        let finger = |y: f64| json!([{"x": 125.0, "y": y, "id": 0}]);
        tab.touch("touchStart", finger(230.0)).await;
        tab.touch("touchEnd", json!([])).await;
        tab.touch("touchStart", finger(230.0)).await;
        for step in 1..=10 {
            tab.touch("touchMove", finger(230.0 + 10.0 * f64::from(step))).await;
        }
        tab.touch("touchEnd", json!([])).await;
        tab.still().await;
        let after = spread(tab).await;
        assert!(after > before * 1.5, "{before} to {after}");
    });
}

async fn spread(tab: &Tab) -> f64 {
    let answer = tab.ask(json!({"type": "project", "points": [[50.5, 38.0], [51.5, 38.0]]}), "projected").await;
    let x = |index: usize| answer["points"][index][0].as_f64().unwrap_or_else(|| panic!("out of view: {answer}"));
    (x(1) - x(0)).abs()
}

#[test]
fn no_page_scrolls_sideways() {
    let narrow = Screen { width: 320, height: 640, ..PHONE };
    test(narrow, async |tab| {
        for page in [
            "/",
            "/place/rasht-astara-railway/",
            "/treaty/",
            "/treaty/12/",
            "/commentary/",
            "/compare/",
            "/about/",
            "/fa/place/syunik/",
            "/embed/place/syunik/",
        ] {
            tab.open_ready(page).await;
            let wide = "[...document.querySelectorAll('body *')].filter((it) => it.checkVisibility() && \
                        !it.closest('.spoken, .map-static, .viewport, .skip') && it.getBoundingClientRect().right > innerWidth + 1).map((it) => it.className || it.tagName)";
            assert_eq!(tab.eval::<Vec<String>>(wide).await, Vec::<String>::new(), "{page}");
            assert_eq!(tab.overflow().await, 0.0, "{page}");
        }
    });
}

#[test]
fn what_is_touched_is_large_enough() {
    for screen in [PHONE, DESKTOP] {
        test(screen, async |tab| {
            for page in ["/", "/place/rasht-astara-railway/", "/treaty/12/", "/embed/"] {
                tab.open_ready(page).await;
                tab.run("document.querySelector('.legend')?.setAttribute('open', '')").await;
                let small = "[...document.querySelectorAll('button, summary, label, .masthead a, .chip, .subjects a, .place-list a')]
                    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest('.spoken'))
                    .map((it) => [it, it.getBoundingClientRect()])
                    .filter(([, box]) => box.height < 24 || box.width < 24)
                    .map(([it, box]) => `${it.tagName}.${it.className} “${it.innerText.slice(0, 30)}” ${box.width} × ${box.height}`)";
                assert_eq!(tab.eval::<Vec<String>>(small).await, Vec::<String>::new(), "{page}");
            }
        });
    }
}
