//! The heart of it: a reader clicks a place on the map and reads what the treaty and its commentators say about it.
//!
//! Clicks are real mouse input at a point that the atlas itself names, so that the whole chain is tried: picture,
//! hit test, selection, text, address.

use crate::SUBJECTS;
use crate::harness::{DESKTOP, Tab, test};
use crate::picture::Picture;
use serde_json::json;

#[test]
fn the_opening_page_becomes_interactive() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        assert_eq!(tab.eval::<usize>("performance.getEntriesByName('atlas:drawn').length").await, 1);
        assert!(tab.eval::<bool>("document.title.includes('Treaty Atlas')").await);
        assert!(tab.count(".tile-layer:not(.back) .tile").await >= 9, "hardly any tiles");
        let [x, y, width, height] = tab.frame_of(".viewport").await;
        let middle = [x + width / 4.0, y + height / 4.0, width / 2.0, height / 2.0];
        assert!(Picture::read(tab.picture(Some(middle)).await).colours() > 50, "hardly any colours on the map");
        for id in SUBJECTS {
            assert!(tab.count(&format!("a[data-feature={id}]")).await > 0, "no link to {id}");
        }
    });
}

/// Clicks a place on the canvas and reads what the panel says.
fn reads(id: &'static str) {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        let (x, y) = find(tab, id).await;
        tab.click(x, y).await;
        tab.wait_for_place(id).await;
        assert_eq!(tab.eval::<String>("location.pathname").await, format!("/place/{id}/"));
        let text = format!("[data-panel] .reading[data-feature={id}]");
        assert!(tab.eval::<bool>(&format!("document.querySelector('{text}').checkVisibility()")).await);
        assert!(tab.count(&format!("{text} [data-article]")).await > 0, "no article about {id}");
        assert!(tab.count(&format!("{text} [data-claim] .claim-text")).await > 0, "no claim about {id}");
        assert!(tab.text(&format!("{text} h1")).await.len() > 3);
        assert!(tab.text(&format!("{text} .lead")).await.len() > 40, "hardly a summary of {id}");
        let status = tab.text(&format!("{text} .status")).await;
        assert!(has_year(&status), "the status of {id} has no date: {status}");
        assert!(!tab.eval::<bool>("document.querySelector('.prerendered').checkVisibility()").await, "two texts");
    });
}

/// The point at which a place can be clicked, closer in where the view is too small for it.
async fn find(tab: &Tab, id: &str) -> (f64, f64) {
    for bounds in [None, Some([43.5, 38.0, 50.5, 42.0]), Some([45.8, 38.6, 46.7, 39.2])] {
        if let Some(bounds) = bounds {
            tab.post(json!({"type": "view", "bounds": bounds})).await;
            tab.still().await;
        }
        if let Some(point) = tab.locate(id).await {
            return point;
        }
    }
    panic!("{id} cannot be clicked anywhere in view");
}

fn has_year(text: &str) -> bool {
    let digits: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| run.len() == 4).collect();
    digits.iter().any(|year| year.starts_with("20"))
}

#[test]
fn reads_about_the_corridor() {
    reads("instc");
}

#[test]
fn reads_about_the_gas_route() {
    reads("russia-iran-gas-pipeline");
}

#[test]
fn reads_about_syunik() {
    reads("syunik");
}

#[test]
fn reads_about_nakhchivan() {
    reads("nakhchivan");
}

#[test]
fn reads_about_the_border_of_armenia_and_iran() {
    reads("armenia-iran-border");
}

#[test]
fn reads_about_the_route_through_syunik() {
    reads("zangezur-corridor-tripp");
}

#[test]
fn reads_about_the_caspian() {
    reads("caspian-sea");
}

#[test]
fn what_the_atlas_locates_is_what_a_click_selects() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        let ids: Vec<String> = tab
            .eval("[...new Set([...document.querySelectorAll('.place-list [data-feature]')].map((link) => link.dataset.feature))]")
            .await;
        assert!(ids.len() > 40, "{} places", ids.len());
        let mut wrong = Vec::new();
        let mut clicked = 0;
        for id in &ids {
            // A selection changes what is drawn and where one can click: each place from the same view.
            tab.post(json!({"type": "select", "id": ""})).await;
            tab.still().await;
            let Some((x, y)) = tab.locate(id).await else { continue };
            // Two clicks within a moment are a double click.
            tab.wait("a moment to pass", "performance.now() > (globalThis.clicked ?? 0) + 400").await;
            tab.click(x, y).await;
            tab.run("globalThis.clicked = performance.now()").await;
            clicked += 1;
            tab.painted().await;
            let selected =
                tab.eval::<Option<String>>("document.querySelector('[data-panel]').dataset.selected ?? null").await;
            if selected.as_deref() != Some(id) {
                wrong.push(format!("{id} at {x:.1}, {y:.1} selects {selected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(clicked > ids.len() / 2, "only {clicked} of {} places can be clicked in the opening view", ids.len());
    });
}

#[test]
fn two_quick_clicks_in_two_places_are_no_double_click() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.still().await;
        let (caspian, persian_gulf) = (find(tab, "caspian-sea").await, find(tab, "persian-gulf").await);
        tab.click(caspian.0, caspian.1).await;
        tab.click(persian_gulf.0, persian_gulf.1).await;
        tab.wait_for_place("persian-gulf").await;
    });
}

#[test]
fn back_and_forward() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        let (x, y) = find(tab, "caspian-sea").await;
        tab.click(x, y).await;
        tab.wait_for_place("caspian-sea").await;
        tab.click_on("[data-panel] .reading[data-feature=caspian-sea] .chip[data-article]").await;
        tab.wait("an article", "location.pathname.startsWith('/treaty/')").await;
        let article = tab.eval::<String>("location.pathname").await;
        let heading = tab.text(".live h1").await;
        tab.run("history.back()").await;
        tab.wait_for_place("caspian-sea").await;
        tab.run("history.back()").await;
        tab.wait("the opening page", "location.pathname === '/' && document.querySelector('[data-panel] .home')").await;
        assert!(!tab.eval::<bool>("document.querySelector('[data-panel]').hasAttribute('data-selected')").await);
        tab.run("history.go(2)").await;
        tab.wait("the article again", &format!("location.pathname === '{article}'")).await;
        tab.wait("its text", &format!("document.querySelector('.live h1')?.innerText === {}", json!(heading))).await;
    });
}

#[test]
fn an_article_lights_up_its_places() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/place/syunik/").await;
        tab.click_on("[data-panel] .chip[data-article]").await;
        tab.wait("an article", "location.pathname.startsWith('/treaty/')").await;
        tab.wait("the announcement", "/\\d+ .*lit up/.test(document.querySelector('[aria-live=polite]').innerText)")
            .await;
        assert!(tab.count("[data-panel] .live .chip.place[data-feature], [data-panel] .live [data-feature]").await > 0);
        assert_eq!(tab.count("[data-panel][data-selected]").await, 0);
    });
}

#[test]
fn a_claim_lights_up_its_places() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/place/syunik/").await;
        tab.run("document.querySelectorAll('[data-panel] details').forEach((fold) => { fold.open = true; })").await;
        let claim: String = tab.eval("document.querySelector('a.pilcrow[data-claim]').dataset.claim").await;
        tab.click_on("a.pilcrow[data-claim]").await;
        tab.wait("the address of the claim", &format!("location.hash === '#{claim}'")).await;
        tab.wait("its text", &format!("document.querySelector('.live [data-claim=\"{claim}\"]')")).await;
        tab.wait("the announcement", "/\\d+ .*lit up/.test(document.querySelector('[aria-live=polite]').innerText)")
            .await;
        assert!(tab.text(&format!(".live [data-claim=\"{claim}\"]")).await.len() > 40);
    });
}

#[test]
fn a_link_to_a_claim_opens_at_the_claim() {
    test(DESKTOP, async |tab| {
        tab.goto("/commentary/").await;
        let page: String = tab.eval("document.querySelector('.reading [data-source][href]').href").await;
        tab.goto(&page).await;
        let claim: String = tab.eval("document.querySelector('article[data-claim]:last-of-type').dataset.claim").await;
        tab.goto("about:blank").await;
        tab.open_ready(&format!("{page}#{claim}")).await;
        let visible = format!(
            "(() => {{ const box = document.getElementById('{claim}').getBoundingClientRect(); \
             return box.top >= 0 && box.top < innerHeight; }})()"
        );
        tab.wait("the claim in view", &visible).await;
    });
}

#[test]
fn messages_in_both_forms() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.post(json!({"type": "select", "id": "instc"})).await;
        tab.wait_for_place("instc").await;
        tab.post(json!({"select": {"id": "syunik"}})).await;
        tab.wait_for_place("syunik").await;
        tab.post(json!({"type": "article", "n": 12})).await;
        tab.wait("article 12", "/12/.test(document.querySelector('.live h1')?.closest('.reading').innerText)").await;
        let error = tab.ask(json!({"type": "select", "id": "atlantis"}), "error").await;
        assert!(error["message"].as_str().is_some_and(|text| text.contains("atlantis")), "{error}");
        assert!(tab.ask(json!({"type": "article", "n": 480}), "error").await["message"].is_string());
        assert_eq!(tab.ask(json!({"type": "locate", "id": "atlantis"}), "located").await["x"], json!(null));
    });
}

#[test]
fn junk_is_not_a_message() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        for junk in [
            "null",
            "'atlas'",
            "{atlas: 2, type: 'select', id: 'instc'}",
            "{type: 'select', id: 'instc'}",
            "{atlas: 1}",
            "[]",
            "{atlas: 1, type: 7}",
        ] {
            tab.run(&format!("postMessage({junk}, '*')")).await;
        }
        // Messages are answered in turn: when this is, those before have been read.
        tab.ask(json!({"type": "locate", "id": "instc"}), "located").await;
        assert_eq!(tab.count("[data-panel][data-selected]").await, 0);
    });
}

#[test]
fn what_is_hovered_is_sharp_after_a_zoom() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        let (x, y) = tab.locate("baku").await.expect("a place in sight");
        tab.point(x, y).await;
        let emphasis = "document.querySelector('.viewport .emphasis')";
        tab.wait("a halo", &format!("!{emphasis}.hidden")).await;
        for _ in 0..4 {
            tab.wheel(x, y, -120.0).await;
        }
        tab.still().await;
        tab.wait("the halo again", &format!("!{emphasis}.hidden")).await;
        let transform = tab.eval::<String>(&format!("{emphasis}.style.transform")).await;
        assert!(transform.ends_with("scale(1)"), "{transform}");
    });
}

#[test]
fn below_a_folder() {
    let mut files = atlas_site::files::Files::default();
    for (path, file) in crate::server::built().iter() {
        files.add(format!("maps/treaty/{path}"), file.content.to_vec());
    }
    let (address, _site) = crate::server::serve(files);
    test(DESKTOP, async |tab| {
        tab.open_ready(&format!("{address}/maps/treaty/place/syunik/")).await;
        tab.click_on("[data-panel] .chip[data-article]").await;
        tab.wait("an article", "location.pathname.startsWith('/maps/treaty/treaty/')").await;
        tab.run("history.back()").await;
        tab.wait_for_place("syunik").await;
        tab.click_on(".masthead a[data-language]").await;
        tab.wait("Persian", "document.documentElement.lang === 'fa'").await;
        tab.ready().await;
        assert_eq!(tab.eval::<String>("location.pathname").await, "/maps/treaty/fa/place/syunik/");
    });
}

#[test]
fn a_tour_is_walked_through() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.run("document.querySelector('.tours li a').click()").await;
        tab.wait("the tour", "!!document.querySelector('.live #stop-2')").await;
        assert!(tab.eval::<bool>("/^\\/tour\\/[a-z0-9-]+\\/$/.test(location.pathname)").await);
        let heading = tab.text(".live h1").await;
        assert!(tab.eval::<String>("document.title").await.starts_with(&heading), "{heading}");
        tab.run("document.querySelector('.live #stop-1 a[rel=next]').click()").await;
        tab.wait("the second stop", "document.activeElement?.matches('.live #stop-2')").await;
        assert_eq!(tab.text(".live h1").await, heading, "still the tour");
        assert_eq!(tab.eval::<String>("location.hash").await, "#stop-2");
        tab.run("document.querySelector('.live .stop a[data-feature]').click()").await;
        tab.wait("a place", "!!document.querySelector('.live .reading[data-feature]')").await;
        tab.run("history.back()").await;
        tab.wait("the tour again", "!!document.querySelector('.live #stop-2')").await;
        assert_eq!(tab.text(".live h1").await, heading);
    });
}

/// A researcher asks what was known on a day; later events are not told.
#[test]
fn status_is_told_as_of_a_day() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/place/rasht-astara-railway/?date=2023-06-01").await;
        let status = "document.querySelector('.live .status')?.textContent ?? ''";
        tab.wait("the status of that day", &format!("({status}).includes('As of 1 June 2023')")).await;
        let later = tab.eval::<bool>(
            "/202[456]/.test([...document.querySelectorAll('.live .history time')].map(at => at.textContent).join())",
        );
        assert!(!later.await, "later events are told");
    });
}

/// A stop has a view of its own: the map goes there, by its link and by its address.
#[test]
fn a_stop_of_a_tour_is_shown_in_its_own_view() {
    test(DESKTOP, async |tab| {
        let middle = async || {
            tab.still().await;
            let place = json!({"type": "project", "points": [[46.3, 38.95]]});
            let point = tab.ask(place, "projected").await["points"][0].clone();
            let map = "(() => { const { x, y, width, height } = document.querySelector('.viewport').getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()";
            let (x, y) = tab.eval::<(f64, f64)>(map).await;
            (point[0].as_f64().unwrap_or(f64::NAN) - x).hypot(point[1].as_f64().unwrap_or(f64::NAN) - y)
        };
        tab.open_ready("/tour/syunik-four-names/").await;
        let before = middle().await;
        let stop = "document.querySelector('.stop[id=stop-2]')";
        tab.run(&format!("{stop}.previousElementSibling.querySelector('a[rel=next]').click()")).await;
        let after = middle().await;
        assert!(after < 3.0 && before > 10.0, "from {before} px to {after} px");
        tab.open_ready("/").await;
        tab.open_ready("/tour/syunik-four-names/#stop-2").await;
        assert!(middle().await < 3.0, "the address of a stop shows another view");
    });
}

/// The inset shows what the map shows: what is selected, and the layers that are on.
#[test]
fn the_inset_keeps_up_with_the_map() {
    test(DESKTOP, async |tab| {
        let live = "document.querySelector('.inset > .inset-canvas')";
        let picture = async || {
            tab.post(json!({"type": "view", "at": [55, 40, 0]})).await;
            tab.still().await;
            tab.wait("a painted inset", &format!("!{live}.hidden && {live}.clientWidth > 200")).await;
            tab.eval::<String>(&format!("{live}.toDataURL()")).await
        };
        tab.open_ready("/").await;
        tab.still().await;
        assert!(tab.eval::<bool>(&format!("{live}.hidden")).await, "painted though nothing has changed");
        tab.post(json!({"type": "select", "id": "syunik"})).await;
        tab.wait_for_place("syunik").await;
        let selected = picture().await;
        tab.post(json!({"type": "layers", "layers": ["corridor"]})).await;
        let hidden = picture().await;
        assert!(selected != hidden, "the inset shows hidden layers");
        tab.post(json!({"type": "layers", "layers": ["corridor", "energy", "syunik", "caspian", "security", "cities", "regions", "states"]})).await;
        tab.post(json!({"type": "select", "id": "baku"})).await;
        tab.wait_for_place("baku").await;
        assert!(![selected, hidden].contains(&picture().await), "the inset shows another selection");
    });
}

/// The map, too, shows what was known on a day, says so, and leads back.
#[test]
fn the_map_shows_a_day() {
    test(DESKTOP, async |tab| {
        let at = "?at=49.2,37.9,5";
        let picture = async || {
            tab.still().await;
            tab.tiles().await
        };
        tab.open_ready(&format!("/place/rasht-astara-railway/{at}")).await;
        let now = picture().await;
        tab.open_ready(&format!("/place/rasht-astara-railway/{at}&date=2001-01-01")).await;
        assert!(tab.text(".note.date").await.contains("As of 1 January 2001"), "no note of the day");
        assert!(picture().await != now, "the railway is drawn as it is known today");
        tab.click_on(".note.date button").await;
        tab.wait("the note to go", "!document.querySelector('.note.date')").await;
        assert!(!tab.eval::<String>("location.search").await.contains("date"));
        assert!(picture().await == now, "the map does not come back to the newest");
        tab.post(json!({"type": "date", "date": "2001-01-01"})).await;
        tab.wait("the note again", "!!document.querySelector('.note.date')").await;
        tab.post(json!({"type": "date", "date": ""})).await;
        tab.wait("the note to go again", "!document.querySelector('.note.date')").await;
    });
}
