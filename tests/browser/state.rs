//! One state: address, map, text, focus and what is announced tell the same, whatever the reader did before.

use crate::harness::{DESKTOP, Tab, test};
use serde_json::json;

const FOCUS: &str = "document.activeElement";
/// How far the text is scrolled, px: the page, or the panel where that scrolls by itself.
const SCROLLED: &str = "scrollY + document.querySelector('[data-panel]').scrollTop";
const SPOKEN: &str = "document.querySelector('[aria-live=polite]').textContent";

/// Where two cities are on the screen, to a tenth of a pixel; `null` where out of view.
async fn cities(tab: &Tab) -> String {
    tab.still().await;
    let points = json!({"type": "project", "points": [[51.4, 35.7], [49.9, 40.4], [37.6, 55.7]]});
    let answer = tab.ask(points, "projected").await;
    let tenths = |point: &serde_json::Value| {
        point.as_array().map(|point| point.iter().filter_map(|side| Some(side.as_f64()?.round())).collect::<Vec<_>>())
    };
    let places: Vec<_> = answer["points"].as_array().into_iter().flatten().map(tenths).collect();
    format!("{places:?}")
}

async fn search(tab: &Tab) -> String {
    tab.eval("location.search").await
}

#[test]
fn the_day_and_the_layers_stay_in_the_address() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/?date=2023-06-01&layers=cities,states,caspian").await;
        tab.run("document.querySelector('[data-panel] [data-feature=baku]').click()").await;
        tab.wait_for_place("baku").await;
        assert_eq!(tab.eval::<String>("location.pathname").await, "/place/baku/");
        let after = search(tab).await;
        assert!(after.contains("date=2023-06-01") && after.contains("layers=caspian,cities,states"), "{after}");
    });
}

#[test]
fn another_language_shows_the_same() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/?at=46.3,39.2,5&date=2023-06-01&layers=cities,regions&theme=dark").await;
        tab.run("document.querySelector('[data-panel] [data-feature=baku]').click()").await;
        tab.wait_for_place("baku").await;
        tab.still().await;
        tab.run("document.querySelector('.controls .zoom-in').click()").await;
        tab.wait("the view in the address", "location.search.includes('at=')").await;
        tab.still().await;
        let here = search(tab).await;
        tab.click_on(".masthead a[data-language]").await;
        tab.wait("Persian", "document.documentElement.lang === 'fa'").await;
        tab.ready().await;
        assert_eq!(search(tab).await, here);
        assert_eq!(tab.eval::<String>("location.pathname").await, "/fa/place/baku/");
        assert_eq!(tab.eval::<String>("document.documentElement.dataset.theme").await, "dark");
    });
}

#[test]
fn the_whole_map_leaves_no_old_view_in_the_address() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        let home = cities(tab).await;
        for _ in 0..2 {
            tab.run("document.querySelector('.controls .zoom-in').click()").await;
            tab.still().await;
        }
        tab.wait("the view in the address", "location.search.includes('at=')").await;
        tab.run("document.querySelector('.controls .whole-map').click()").await;
        tab.still().await;
        tab.wait("the address to follow", "location.search === ''").await;
        assert_eq!(cities(tab).await, home);
        tab.open_ready(&tab.eval::<String>("location.pathname + location.search").await).await;
        assert_eq!(cities(tab).await, home, "the address shows another view when it is opened again");
    });
}

#[test]
fn layer_switches_reach_the_address() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.run("document.querySelector('.legend').open = true; document.querySelector('[data-layer=cities]').click()")
            .await;
        tab.wait("the layers in the address", "location.search.includes('layers=')").await;
        assert!(!search(tab).await.contains("cities"));
        tab.run("document.querySelector('[data-layer=cities]').click()").await;
        tab.wait("all layers again", "location.search === ''").await;
    });
}

#[test]
fn going_back_leads_to_where_the_reader_was() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.run("document.querySelector('.controls .zoom-in').click()").await;
        let seen = cities(tab).await;
        tab.wait("the view in the address", "location.search.includes('at=')").await;
        let address = search(tab).await;
        // A long way down the list of places.
        let link = "[...document.querySelectorAll('[data-panel] .place-list a[data-feature]')].findLast((link) => link.checkVisibility())";
        tab.run(&format!("const link = {link}; link.scrollIntoView({{ block: 'center', behavior: 'instant' }}); link.focus({{ preventScroll: true }})"))
            .await;
        tab.painted().await;
        let scrolled = tab.eval::<f64>(SCROLLED).await;
        let top = tab.eval::<f64>(&format!("{FOCUS}.getBoundingClientRect().top")).await;
        assert!(scrolled > 300.0, "the list is short: {scrolled}");
        let place = tab.eval::<String>(&format!("{FOCUS}.dataset.feature")).await;
        tab.key("Enter").await;
        tab.wait_for_place(&place).await;
        tab.wait("the heading", &format!("{FOCUS}.matches('h1')")).await;
        tab.still().await;
        for article in 1..4 {
            tab.post(json!({"type": "view", "at": [50 + article, 40, 3]})).await;
            tab.still().await;
            tab.run("document.querySelector('.masthead nav a').click()").await;
            tab.wait("the treaty", "location.pathname === '/treaty/'").await;
            tab.run(&format!("document.querySelector('.live [data-article=\"{article}\"], .live a[href$=\"/treaty/{article}/\"]').click()"))
                .await;
            tab.wait("an article", &format!("location.pathname === '/treaty/{article}/'")).await;
        }
        tab.run("history.go(-7)").await;
        tab.wait("the opening page", "location.pathname === '/' && !document.querySelector('[data-selected]')").await;
        assert_eq!(search(tab).await, address);
        assert_eq!(cities(tab).await, seen, "another view");
        assert_eq!(search(tab).await, address, "the address changes afterwards");
        let focused = format!("{FOCUS}.dataset.feature === '{place}' && {FOCUS}.checkVisibility()");
        assert!(tab.eval::<bool>(&focused).await, "the focus is elsewhere");
        // Lists are laid out as they come near, so the page may be longer or shorter than it was; the reader sees the same.
        let there = format!("Math.abs({FOCUS}.getBoundingClientRect().top - {top}) < 3");
        tab.wait("the place in the text", &there).await;
    });
}

#[test]
fn escape_gives_the_focus_back_to_what_opened_the_text() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.run("document.querySelector('[data-panel] .place-list a[data-feature=baku]').focus()").await;
        tab.key("Enter").await;
        tab.wait_for_place("baku").await;
        tab.wait("the heading", &format!("{FOCUS}.matches('h1')")).await;
        tab.key("Escape").await;
        tab.wait("the text to close", "!document.querySelector('[data-panel][data-selected]')").await;
        tab.painted().await;
        let focused = format!("{FOCUS}.dataset.feature === 'baku' && {FOCUS}.checkVisibility()");
        assert!(tab.eval::<bool>(&focused).await, "the focus is lost");
        // A page that was opened as it is has no opener: the map takes the focus.
        tab.open_ready("/place/syunik/").await;
        tab.run("document.querySelector('.prerendered h1').focus()").await;
        tab.key("Escape").await;
        tab.wait("the text to close", "!document.querySelector('[data-panel][data-selected]')").await;
        tab.painted().await;
        assert!(tab.eval::<bool>(&format!("{FOCUS}.matches('.viewport')")).await, "the focus is lost");
    });
}

#[test]
fn what_opens_and_closes_is_announced() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.run("document.querySelector('.masthead nav a').click()").await;
        tab.wait("the treaty", "location.pathname === '/treaty/'").await;
        tab.wait("the treaty announced", &format!("{SPOKEN}.includes(document.title.split(' · ')[0])")).await;
        tab.run("history.back()").await;
        tab.wait("the opening page", "location.pathname === '/'").await;
        tab.wait("the opening page announced", &format!("{SPOKEN}.includes(document.title.split(' · ')[0])")).await;
        tab.run("document.querySelector('.controls .help').click()").await;
        tab.wait("the help announced", &format!("{SPOKEN}.includes(document.querySelector('.keys h2').textContent)"))
            .await;
        tab.post(json!({"type": "select", "id": "syunik"})).await;
        tab.wait_for_place("syunik").await;
        tab.key("Escape").await;
        tab.key("Escape").await;
        tab.wait("the opening page", "!document.querySelector('[data-panel][data-selected]')").await;
        tab.wait("the closing announced", &format!("{SPOKEN}.includes(document.title.split(' · ')[0])")).await;
    });
}

#[test]
fn a_fragment_moves_the_reader_and_not_the_map() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/treaty/12/?at=46.3,39.2,5").await;
        let seen = cities(tab).await;
        let target = "[...document.querySelectorAll('.prerendered [id]')].at(-1)";
        tab.run(&format!("location.hash = {target}.id")).await;
        tab.painted().await;
        assert_eq!(cities(tab).await, seen, "the map has moved");
        assert_eq!(tab.count("[data-panel][data-live]").await, 0, "the text is another one");
        let there = format!(
            "(() => {{ const {{ top }} = {target}.getBoundingClientRect(); return top >= 0 && top < innerHeight; }})()"
        );
        assert!(tab.eval::<bool>(&there).await, "the reader is elsewhere");
        assert!(tab.eval::<bool>(&format!("{FOCUS} === {target}")).await, "the focus is elsewhere");
        // The way past the map, from a page whose text is another than it came with.
        tab.post(json!({"type": "select", "id": "syunik"})).await;
        tab.wait_for_place("syunik").await;
        let seen = cities(tab).await;
        tab.run("document.querySelector('.skip').click()").await;
        tab.wait("the fragment", "location.hash === '#text'").await;
        assert_eq!(cities(tab).await, seen, "the way to the text moves the map");
        assert!(tab.eval::<bool>(&format!("{FOCUS}.closest('.text') !== null")).await, "the focus is elsewhere");
    });
}

#[test]
fn a_click_is_answered_in_the_same_task() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.wait("the texts", "performance.getEntriesByName('atlas:sharp').length > 0").await;
        let told = "(() => { document.querySelector('[data-panel] .place-list a[data-feature=baku]').click(); \
             return [location.pathname, document.querySelector('[data-panel]').dataset.selected, \
                     document.querySelector('.live h1')?.innerText]; })()";
        let told = tab.eval::<(String, String, Option<String>)>(told).await;
        assert_eq!(told, ("/place/baku/".into(), "baku".into(), Some("Baku".into())));
    });
}

#[test]
fn what_others_append_to_an_address_is_no_mistake() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/?utm_source=letter&fbclid=1&ref=x").await;
        assert_eq!(tab.count(".notes .note").await, 0);
        tab.open_ready("/embed/?at=x&foo=1").await;
        assert_eq!(tab.count(".notes .note").await, 0, "an embed shows its reader a mistake of its host");
    });
}
