//! Everything the mouse can do, the keyboard can: reach the map, walk through its places, open, close, move, get help,
//! and leave again.

use crate::harness::{DESKTOP, Tab, test};
use serde_json::{Value, json};

const ACTIVE: &str = "(document.activeElement?.closest('.viewport, .feature-list a, .skip, .controls button, .live h1, a, button, summary, input') ?? document.body)";

/// Presses Tab until the map has the focus.
async fn tab_to_map(tab: &Tab) {
    for _ in 0..12 {
        tab.key("Tab").await;
        if tab.eval::<bool>("document.activeElement.matches('.viewport')").await {
            return;
        }
    }
    panic!("Tab does not reach the map; it is at {}", focused(tab).await);
}

/// What has the focus, in words.
async fn focused(tab: &Tab) -> String {
    tab.eval(&format!(
        "(({ACTIVE}).className || '') + ' ' + ({ACTIVE}).tagName + ' ' + ({ACTIVE}).innerText.slice(0, 60)"
    ))
    .await
}

#[test]
fn from_the_address_bar_to_a_place_and_back() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.key("Tab").await;
        assert!(tab.eval::<bool>("document.activeElement.matches('.skip')").await, "first is {}", focused(tab).await);
        assert!(tab.eval::<bool>("document.activeElement.getBoundingClientRect().top >= 0").await, "it is hidden");
        tab_to_map(tab).await;
        let outline = "getComputedStyle(document.activeElement).outlineStyle";
        assert_ne!(tab.eval::<String>(outline).await, "none", "the focus on the map is not visible");

        tab.key("n").await;
        tab.wait("the first place", "document.activeElement.matches('.feature-list a')").await;
        let first = tab.eval::<String>("document.activeElement.dataset.feature").await;
        assert!(
            tab.eval::<bool>("document.activeElement.getBoundingClientRect().height >= 20").await,
            "its name is hidden"
        );
        tab.key("ArrowRight").await;
        tab.key("n").await;
        let third = tab.eval::<String>("document.activeElement.dataset.feature").await;
        tab.key("ArrowLeft").await;
        tab.key("p").await;
        assert_eq!(tab.eval::<String>("document.activeElement.dataset.feature").await, first);
        assert_ne!(first, third);
        assert_eq!(tab.count("[data-panel][data-selected]").await, 0, "walking alone opens nothing");

        tab.key("Enter").await;
        tab.wait_for_place(&first).await;
        tab.wait("the focus on the heading", "document.activeElement.matches('.live h1')").await;
        let announced = tab.text("[aria-live=polite]").await;
        assert!(announced.contains("selected"), "announced is “{announced}”");

        // From the heading of the text one key closes what was opened.
        tab.key("Escape").await;
        tab.wait("the place to close", "!document.querySelector('[data-panel]').hasAttribute('data-selected')").await;
        assert_eq!(tab.eval::<String>("location.pathname").await, "/");
    });
}

#[test]
fn escape_on_the_map_closes_a_place() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/place/syunik/").await;
        tab_to_map(tab).await;
        tab.key("Escape").await;
        tab.wait("the place to close", "!document.querySelector('[data-panel]').hasAttribute('data-selected')").await;
        assert_eq!(tab.eval::<String>("location.pathname").await, "/");
        assert!(tab.eval::<bool>("document.activeElement.matches('.viewport')").await, "the focus is lost");
    });
}

#[test]
fn the_map_moves() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab_to_map(tab).await;
        tab.still().await;
        let home = points(tab).await;
        tab.key("ArrowRight").await;
        tab.still().await;
        let moved = points(tab).await;
        assert!(moved[0].0 < home[0].0 - 50.0, "right shows what lies east: {home:?} {moved:?}");
        tab.key("ArrowDown").await;
        tab.still().await;
        assert!(points(tab).await[0].1 < moved[0].1 - 50.0, "down shows what lies south");
        tab.key("Home").await;
        tab.still().await;
        let again = points(tab).await;
        assert!((again[0].0 - home[0].0).abs() < 2.0, "Home leads back: {home:?} {again:?}");
        tab.key("+").await;
        tab.still().await;
        assert!(distance(&points(tab).await) > distance(&home) * 1.3, "plus zooms in");
        tab.key("-").await;
        tab.key("-").await;
        tab.still().await;
        assert!(distance(&points(tab).await) < distance(&home) * 1.1, "minus zooms out");
    });
}

/// Where two cities near the middle are.
async fn points(tab: &Tab) -> Vec<(f64, f64)> {
    let projected = tab.ask(json!({"type": "project", "points": [[51.4, 35.7], [49.9, 40.4]]}), "projected").await;
    let point = |value: &Value| Some((value[0].as_f64()?, value[1].as_f64()?));
    let points = projected["points"].as_array().into_iter().flatten().map(point);
    points.collect::<Option<Vec<_>>>().unwrap_or_else(|| panic!("out of view: {projected}"))
}

fn distance(points: &[(f64, f64)]) -> f64 {
    (points[0].0 - points[1].0).hypot(points[0].1 - points[1].1)
}

#[test]
fn help_opens_and_closes() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab_to_map(tab).await;
        tab.key("?").await;
        tab.wait("the help", "document.querySelector('.keys')?.checkVisibility()").await;
        assert!(tab.count(".keys kbd").await >= 6);
        tab.key("Escape").await;
        tab.wait("the help to close", "!document.querySelector('.keys')").await;
        assert!(tab.eval::<bool>("document.activeElement.matches('.viewport')").await, "the focus is lost");
    });
}

#[test]
fn tab_leaves_the_map_in_both_directions() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab_to_map(tab).await;
        let mut way = Vec::new();
        while !tab.eval::<bool>("document.activeElement.closest('.masthead') !== null").await {
            assert!(way.len() < 40, "Tab does not leave the map: {way:#?}");
            tab.key("Tab").await;
            way.push(focused(tab).await);
            let visible = "document.activeElement.checkVisibility({ visibilityProperty: true })";
            assert!(tab.eval::<bool>(visible).await, "Tab reaches something hidden: {way:#?}");
        }
        assert!(way.iter().any(|stop| stop.contains("BUTTON")), "no control on the way: {way:#?}");
        for _ in 0..way.len() + 6 {
            tab.key("Shift+Tab").await;
            if tab.eval::<bool>("document.activeElement.matches('.skip')").await {
                return;
            }
        }
        panic!("Shift+Tab does not lead back to the beginning, only to {}", focused(tab).await);
    });
}

#[test]
fn single_keys_work_on_the_map_alone() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/place/syunik/").await;
        tab.click_on(".masthead .settings button.theme").await;
        for key in ["n", "?", "Home"] {
            tab.key(key).await;
        }
        tab.painted().await;
        assert_eq!(tab.count(".keys").await, 0, "help opens from a button of the text");
        assert!(!tab.eval::<bool>("document.activeElement.matches('.feature-list a')").await);
    });
}

#[test]
fn buttons_do_what_the_keys_do() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.still().await;
        let home = points(tab).await;
        tab.click_on(".controls .zoom-in").await;
        tab.still().await;
        assert!(distance(&points(tab).await) > distance(&home) * 1.3, "the button zooms in");
        tab.click_on(".controls .whole-map").await;
        tab.still().await;
        assert!((distance(&points(tab).await) - distance(&home)).abs() < 2.0, "the button shows the whole map");
        tab.click_on(".controls .help").await;
        tab.wait("the help", "document.querySelector('.keys')?.checkVisibility()").await;
        tab.click_on(".keys .close").await;
        tab.wait("the help to close", "!document.querySelector('.keys')").await;
        for button in ["zoom-in", "zoom-out", "whole-map", "to-inset", "help"] {
            let name = format!("document.querySelector('.controls .{button}').ariaLabel?.length > 2");
            assert!(tab.eval::<bool>(&name).await, "{button} has no name");
        }
    });
}
