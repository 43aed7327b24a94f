//! What readers' networks, browsers and hosts do to a page: wrong addresses, lost downloads, translators that rewrite
//! the text, storage that refuses. The text stays readable whatever happens, and the page says what does not work.

use crate::harness::{DESKTOP, Tab, test};
use crate::server::{altered, built, serve};
use atlas_site::files::{File, Files};
use serde_json::json;

/// Closes the note that contains a text.
async fn close_note(tab: &Tab, text: &str) {
    let note =
        format!("[...document.querySelectorAll('.note')].find((note) => note.innerText.includes({}))", json!(text));
    tab.wait(&format!("a note about “{text}”"), &format!("({note})?.checkVisibility()")).await;
    let point = format!(
        "(() => {{ const box = {note}.querySelector('button')?.getBoundingClientRect(); \
         return box ? [box.x + box.width / 2, box.y + box.height / 2] : null; }})()"
    );
    let point = tab.eval::<Option<(f64, f64)>>(&point).await;
    let (x, y) = point.unwrap_or_else(|| panic!("the note about “{text}” has no button to close it"));
    tab.click(x, y).await;
    tab.wait("the note to close", &format!("!({note})?.checkVisibility()")).await;
}

#[test]
fn an_unknown_place() {
    test(DESKTOP, async |tab| {
        tab.tolerate("404");
        tab.goto("/place/nowhere/").await;
        tab.ready().await;
        assert!(tab.locate("caspian-sea").await.is_some(), "there is no map");
        assert_eq!(tab.count("[data-panel][data-selected]").await, 0, "nowhere is selected");
        close_note(tab, "no such").await;
        tab.post(json!({"type": "select", "id": "syunik"})).await;
        tab.wait_for_place("syunik").await;
    });
}

#[test]
fn an_unknown_page_without_scripts() {
    test(DESKTOP, async |tab| {
        tab.tolerate("404");
        tab.without_scripts().await;
        tab.goto("/no/such/page").await;
        assert!(tab.text("[data-panel]").await.contains("no such page"));
        assert!(
            tab.eval::<bool>("document.querySelector('.map-static svg').getBoundingClientRect().width > 400").await
        );
        tab.click_on(".masthead .brand").await;
        tab.wait("the opening page", "location.pathname === '/'").await;
    });
}

#[test]
fn a_query_that_is_not_understood() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/?at=x&foo=1").await;
        close_note(tab, "“at=x”, “foo=1”").await;
        assert!(tab.locate("caspian-sea").await.is_some(), "the map is not where it should be");
    });
}

#[test]
fn hostile_queries_are_text() {
    test(DESKTOP, async |tab| {
        let query =
            "<img src=x onerror=alert(1)>=%3Cscript%3E&layers=../../etc&date=2026-99-99&at=NaN,NaN,NaN&theme=%00";
        tab.open_ready(&format!("/?{}", query.replace('<', "%3C").replace('>', "%3E").replace(' ', "%20"))).await;
        assert_eq!(tab.count(".notes img, .notes script").await, 0);
        let told = tab.text(".notes .note").await;
        assert!(["onerror", "layers=", "date=", "at=NaN", "theme="].iter().all(|part| told.contains(part)), "{told}");
        assert!(tab.locate("caspian-sea").await.is_some());
    });
}

#[test]
fn a_query_that_is_understood() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/?at=46.3,39.2,5&layers=syunik,regions&theme=dark&date=2026-01-01&q=rail").await;
        assert_eq!(tab.count(".notes .note:not(.date)").await, 0);
        assert_eq!(tab.count(".notes .note.date").await, 1, "the map does not say that it shows a day in the past");
        assert_eq!(tab.eval::<String>("document.documentElement.dataset.theme").await, "dark");
        let middle = tab.ask(json!({"type": "project", "points": [[46.3, 39.2]]}), "projected").await;
        let frame = tab
            .eval::<(f64, f64)>(
                "(() => { const box = document.querySelector('.viewport').getBoundingClientRect(); \
                     return [box.x + box.width / 2, box.y + box.height / 2]; })()",
            )
            .await;
        let (x, y) = (middle["points"][0][0].as_f64(), middle["points"][0][1].as_f64());
        assert!(
            (x.unwrap_or_default() - frame.0).abs() < 2.0 && (y.unwrap_or_default() - frame.1).abs() < 2.0,
            "{middle} {frame:?}"
        );
        assert_eq!(tab.locate("instc").await, None, "a hidden layer can be clicked");
    });
}

/// The page whose data is cut or missing says so, stays readable, and works once the data is there.
fn fails_and_recovers(
    begins: &'static str,
    ends: &'static str,
    named: &'static str,
    change: impl FnOnce(&[u8]) -> Vec<u8>,
) {
    let (address, site) = serve(altered(begins, ends, change));
    test(DESKTOP, async |tab| {
        tab.goto(&format!("{address}/place/syunik/")).await;
        tab.wait("the failure", "document.documentElement.dataset.atlas === 'failed'").await;
        let said = tab.text("[data-failure]").await;
        assert!(said.contains(named), "the reason is not named: {said}");
        assert!(tab.eval::<bool>("document.querySelector('.prerendered').checkVisibility()").await, "the text is gone");
        assert!(
            tab.eval::<bool>("document.querySelector('.map-static svg').checkVisibility({visibilityProperty: true})")
                .await,
            "the map is gone"
        );
        assert!(tab.text(".prerendered .lead").await.len() > 40);
        tab.screenshot("failed-download").await;

        site.replace(built().clone());
        tab.command("Network.clearBrowserCache", json!({})).await;
        tab.click_on("[data-failure] button").await;
        tab.ready().await;
        tab.post(json!({"type": "select", "id": "caspian-sea"})).await;
        tab.wait_for_place("caspian-sea").await;
    });
}

#[test]
fn a_truncated_basemap() {
    fails_and_recovers("assets/basemap", "", "basemap", |whole| whole[..whole.len() / 2].to_vec());
}

#[test]
fn a_scrambled_basemap() {
    fails_and_recovers("assets/basemap", "", "basemap", |whole| whole.iter().rev().copied().collect());
}

#[test]
fn a_truncated_atlas() {
    fails_and_recovers("assets/atlas.en", ".bin", "atlas", |whole| whole[..whole.len() / 3].to_vec());
}

#[test]
fn truncated_features() {
    fails_and_recovers("assets/", ".geojson", "features", |whole| whole[..whole.len() - 20].to_vec());
}

/// The map works without a part that follows; the page says which is missing and takes it in once it is there.
fn works_without(
    begins: &'static str,
    named: &'static str,
    change: impl FnOnce(&[u8]) -> Vec<u8>,
    meanwhile: impl AsyncFn(&Tab),
) {
    let (address, site) = serve(altered(begins, ".bin", change));
    test(DESKTOP, async |tab| {
        tab.open_ready(&format!("{address}/place/syunik/")).await;
        let note = "document.querySelector('[data-incomplete]').checkVisibility()";
        tab.wait("the note", note).await;
        let said = tab.text("[data-incomplete]").await;
        assert!(said.contains(named), "the reason is not named: {said}");
        tab.post(json!({"type": "select", "id": "caspian-sea"})).await;
        meanwhile(tab).await;

        site.replace(built().clone());
        tab.command("Network.clearBrowserCache", json!({})).await;
        tab.click_on("[data-incomplete] button").await;
        tab.wait_for_place("caspian-sea").await;
        tab.sharp().await;
        assert!(!tab.eval::<bool>(note).await, "the note stays");
        assert!(tab.text(".live .lead").await.len() > 40, "there is no text");
    });
}

#[test]
fn truncated_texts() {
    works_without(
        "assets/texts.en",
        "texts",
        |whole| whole[..whole.len() / 2].to_vec(),
        async |tab| {
            tab.painted().await;
            assert_eq!(
                tab.count("[data-panel][data-live]").await,
                0,
                "an empty text takes the place of the prerendered one"
            );
        },
    );
}

#[test]
fn truncated_detail() {
    works_without(
        "assets/detail",
        "detail",
        |whole| whole[..whole.len() / 2].to_vec(),
        async |tab| {
            tab.wait_for_place("caspian-sea").await;
            tab.still().await;
            let seen = "document.documentElement.dataset.staticMap === undefined && \
                    document.querySelectorAll('.tile-layer:not(.back) .tile').length > 0";
            assert!(tab.eval::<bool>(seen).await, "the coarse map is not seen");
        },
    );
}

#[test]
fn no_connection_to_the_data() {
    test(DESKTOP, async |tab| {
        tab.tolerate("ERR_BLOCKED_BY_CLIENT");
        tab.command("Network.setBlockedURLs", json!({"urls": ["*basemap*"]})).await;
        tab.goto("/place/syunik/").await;
        tab.wait("the failure", "document.documentElement.dataset.atlas === 'failed'").await;
        let said = tab.text("[data-failure]").await;
        assert!(said.contains("basemap") && said.contains("connection"), "{said}");
        // Links work as they do without scripts.
        tab.click_on(".reading .chip[data-article]").await;
        tab.wait("an article", "location.pathname.startsWith('/treaty/')").await;
        tab.wait("the failure there", "document.documentElement.dataset.atlas === 'failed'").await;
        tab.command("Network.setBlockedURLs", json!({"urls": []})).await;
        tab.click_on("[data-failure] button").await;
        tab.ready().await;
    });
}

#[test]
fn no_program() {
    test(DESKTOP, async |tab| {
        tab.tolerate("ERR_BLOCKED_BY_CLIENT");
        tab.command("Network.setBlockedURLs", json!({"urls": ["*.wasm"]})).await;
        tab.goto("/").await;
        tab.wait("the failure", "document.documentElement.dataset.atlas === 'failed'").await;
        assert!(tab.text("[data-failure]").await.len() > 60);
        tab.command("Network.setBlockedURLs", json!({"urls": []})).await;
        tab.click_on("[data-failure] button").await;
        tab.ready().await;
    });
}

#[test]
fn a_click_while_the_program_is_on_its_way() {
    test(DESKTOP, async |tab| {
        tab.command("Fetch.enable", json!({"patterns": [{"urlPattern": "*.wasm"}]})).await;
        tab.goto("/").await;
        tab.wait("the page", "document.readyState === 'complete'").await;
        tab.eval::<bool>("globalThis.kept = true").await;
        let press = "document.querySelector('.map-static a[data-feature=tehran]').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))";
        // Who is impatient does not make the page come twice.
        tab.eval::<bool>(&[press, ",", press].concat()).await;
        tab.wait("the text", "document.querySelector('[data-panel]').dataset.selected === 'tehran'").await;
        let asked = "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/tehran/')).length";
        assert_eq!(tab.eval::<u32>(asked).await, 1);
        assert!(tab.eval::<bool>("globalThis.kept && location.pathname === '/place/tehran/'").await);
        assert_eq!(tab.text(".prerendered h1").await, "Tehran");
        assert_eq!(tab.eval::<String>("document.documentElement.dataset.atlas").await, "static");
        // The program takes over what is read now, on the map as it was.
        tab.command("Fetch.disable", json!({})).await;
        tab.ready().await;
        tab.wait_for_place("tehran").await;
        assert!(tab.eval::<bool>("globalThis.kept").await);
        assert!(tab.locate("moscow").await.is_some(), "the map has moved");
        tab.run("history.back()").await;
        tab.wait("the opening page", "location.pathname === '/' && !document.querySelector('[data-selected]')").await;
        assert!(tab.eval::<bool>("globalThis.kept").await);
    });
}

/// A page that something changed before the program took it over still becomes interactive.
fn survives(page: &'static str, change: impl Fn(&str) -> String) {
    let mut files: Files = built().clone();
    let path = format!("{}index.html", page.trim_start_matches('/'));
    let (_, file) = files.iter_mut().find(|(known, _)| *known == path).expect("the page");
    let before = String::from_utf8_lossy(&file.content).into_owned();
    let after = change(&before);
    assert_ne!(before, after, "nothing was changed");
    *file = File::new(after);
    let (address, _site) = serve(files);
    test(DESKTOP, async |tab| {
        tab.open_ready(&format!("{address}{page}")).await;
        tab.post(json!({"type": "select", "id": ""})).await;
        tab.still().await;
        let (x, y) = tab.locate("caspian-sea").await.expect("the Caspian is in view");
        tab.click(x, y).await;
        tab.wait_for_place("caspian-sea").await;
        tab.click_on(".controls .zoom-in").await;
        tab.click_on(".controls .help").await;
        tab.wait("the help", "document.querySelector('.keys')").await;
    });
}

#[test]
fn an_element_before_everything() {
    survives("/", |html| html.replacen("<body>", "<body><div id=\"ad\">Buy rails</div>", 1));
}

#[test]
fn an_element_within_the_map() {
    survives("/", |html| {
        let at = html
            .find("data-component=\"map-tools\"")
            .and_then(|at| html[at..].find('>').map(|end| at + end + 1))
            .expect("the map");
        format!("{}<span>⚡</span>{}", &html[..at], &html[at..])
    });
}

#[test]
fn an_element_in_every_place_of_a_component() {
    survives("/place/syunik/", |html| {
        let mut changed = String::new();
        for (index, part) in html.split("<div data-component").enumerate() {
            if index > 0 {
                let (tag, rest) = part.split_once('>').expect("a whole tag");
                changed.push_str(&format!("<div data-component{tag}><font>x</font>{rest}"));
            } else {
                changed.push_str(part);
            }
        }
        changed
    });
}

#[test]
fn a_page_that_was_translated() {
    // As translators do: every run of text in an element of its own.
    survives("/place/syunik/", |html| {
        let (head, body) = html.split_once("<body>").expect("a body");
        let mut changed = format!("{head}<body>");
        let mut inside_svg = false;
        for part in body.split_inclusive('>') {
            let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
            inside_svg = (inside_svg || tag.starts_with("<svg")) && !tag.starts_with("</svg");
            if text.trim().is_empty() || inside_svg {
                changed.push_str(text);
            } else {
                changed.push_str(&format!("<font><font>{text}</font></font>"));
            }
            changed.push_str(tag);
        }
        changed
    });
}

#[test]
fn storage_that_throws() {
    test(DESKTOP, async |tab| {
        tab.before_pages(
            "for (const name of ['localStorage', 'sessionStorage']) \
             Object.defineProperty(globalThis, name, { get() { throw new DOMException('refused', 'SecurityError'); } });",
        )
        .await;
        tab.open_ready("/").await;
        tab.click_on("button.theme").await;
        tab.wait("another theme", "document.documentElement.dataset.theme === 'light'").await;
    });
}

#[test]
fn a_reader_who_wants_less_motion() {
    test(DESKTOP, async |tab| {
        tab.media(&[("prefers-reduced-motion", "reduce")]).await;
        tab.open_ready("/").await;
        let before = tab.ask(json!({"type": "project", "points": [[47.0, 39.5]]}), "projected").await;
        tab.post(json!({"type": "select", "id": "syunik"})).await;
        let after = tab.ask(json!({"type": "project", "points": [[47.0, 39.5]]}), "projected").await;
        assert_ne!(before, after);
        tab.painted().await;
        tab.painted().await;
        assert_eq!(tab.ask(json!({"type": "project", "points": [[47.0, 39.5]]}), "projected").await, after, "it flies");
    });
}

#[test]
fn a_window_that_changes_its_size() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        tab.resize(crate::harness::PHONE).await;
        let fits = "(() => { const box = document.querySelector('.viewport').getBoundingClientRect(); \
                    const tiles = [...document.querySelectorAll('.tile-layer:not(.back) .tile')] \
                        .map((tile) => tile.getBoundingClientRect()); \
                    const edge = (side, of) => of(...tiles.map((tile) => tile[side])); \
                    return box.width === innerWidth && edge('left', Math.min) <= box.left + 1 \
                        && edge('right', Math.max) >= box.right - 1 && edge('top', Math.min) <= box.top + 1 \
                        && edge('bottom', Math.max) >= box.bottom - 1; })()";
        tab.wait("the tiles to fill the map", fits).await;
        assert!(tab.locate("caspian-sea").await.is_some());
    });
}
