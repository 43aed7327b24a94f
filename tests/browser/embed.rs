//! The atlas inside somebody's article, on another origin: it says what happens in it, does what the article asks and
//! nothing that anybody else asks, and never takes the wheel or the history of the page around it.

use crate::harness::{DESKTOP, PHONE, Tab, test};
use crate::server::{built, magazine};
use serde_json::{Value, json};
use std::time::Duration;

/// Opens the article with a page of the atlas in it, and waits until that is interactive.
async fn open_article(tab: &Tab, frame: &str, sandbox: Option<&str>) {
    let sandbox = sandbox.map(|flags| format!("&sandbox={flags}")).unwrap_or_default();
    tab.goto(&format!("{}/article/?frame={}{sandbox}", magazine(), frame.replace('#', "%23").replace('?', "%3F")))
        .await;
    let ready = tab.mail("ready", 0).await;
    assert!(ready["version"].as_str().is_some_and(|version| version.contains('.')), "{ready}");
    tab.run("document.getElementById('atlas').scrollIntoView({ block: 'center', behavior: 'instant' })").await;
    rest(tab).await;
}

/// Waits until the frame keeps its height, which it asks for itself, and its map rests.
async fn rest(tab: &Tab) {
    tab.mail("height", 0).await;
    tab.still().await;
}

#[test]
fn a_click_in_the_frame_is_told_to_the_host() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/", None).await;
        let long = tab.eval::<usize>("history.length").await;
        let since = tab.mail_count().await;
        let (x, y) = tab.locate("caspian-sea").await.expect("the Caspian is in view");
        tab.click(x, y).await;
        let selected = tab.mail("selected", since).await;
        assert_eq!(selected["id"], "caspian-sea");
        let read = "document.querySelector('[data-panel][data-selected=caspian-sea] .reading').innerText";
        assert!(tab.eval_in_frame::<String>(read).await.len() > 200);
        assert!(tab.eval_in_frame::<usize>("document.querySelectorAll('.live [data-article]').length").await > 0);
        assert!(tab.eval_in_frame::<usize>("document.querySelectorAll('.live [data-claim]').length").await > 0);
        assert_eq!(tab.eval::<usize>("history.length").await, long, "the history is the host's");
        tab.screenshot("embed-in-article").await;
    });
}

#[test]
fn links_in_the_article_drive_the_map() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/", None).await;
        let long = tab.eval::<usize>("history.length").await;
        for id in ["rasht-astara-railway", "syunik"] {
            let since = tab.mail_count().await;
            tab.click_on(&format!("p [data-select={id}]")).await;
            assert_eq!(tab.mail("selected", since).await["id"], id);
        }
        tab.click_on("p [data-article='12']").await;
        tab.still().await;
        let article = tab.eval_in_frame::<String>("document.querySelector('.live .reading').innerText").await;
        assert!(article.contains("12"), "{article}");
        assert_eq!(tab.eval::<usize>("history.length").await, long, "the history is the host's");
        assert!(tab.eval::<bool>("location.pathname === '/article/'").await);
    });
}

#[test]
fn opens_at_a_place() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/place/syunik/", None).await;
        assert_eq!(
            tab.eval_in_frame::<String>("document.querySelector('[data-panel]').dataset.selected").await,
            "syunik"
        );
        let link = tab
            .eval_in_frame::<(String, String)>(
                "(() => { const link = document.querySelector('a.full'); \
            return [new URL(link.href).pathname, link.target]; })()",
            )
            .await;
        assert_eq!(link, ("/place/syunik/".into(), "_top".into()));
        assert!(tab.locate("syunik").await.is_some());
        assert_eq!(tab.eval_in_frame::<f64>("document.documentElement.scrollWidth - innerWidth").await, 0.0);
    });
}

#[test]
fn the_link_to_the_whole_atlas_follows_the_selection() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/", None).await;
        let since = tab.mail_count().await;
        tab.post(json!({"type": "select", "id": "nakhchivan"})).await;
        tab.mail("selected", since).await;
        let link = tab.eval_in_frame::<String>("new URL(document.querySelector('a.full').href).pathname").await;
        assert_eq!(link, "/place/nakhchivan/");
    });
}

#[test]
fn does_what_the_host_asks() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/", None).await;
        let since = tab.mail_count().await;
        tab.post(json!({"type": "view", "at": [46.3, 39.2, 5]})).await;
        let view = tab.mail("view", since).await;
        let at: Vec<f64> = view["at"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert!((at[0] - 46.3).abs() < 0.05 && (at[1] - 39.2).abs() < 0.05 && (at[2] - 5.0).abs() < 0.05, "{view}");
        let bounds: Vec<f64> = view["bounds"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert!(bounds[0] < 46.3 && 46.3 < bounds[2] && bounds[1] < 39.2 && 39.2 < bounds[3], "{view}");

        tab.post(json!({"type": "view", "bounds": [44.0, 36.0, 56.0, 48.0]})).await;
        tab.still().await;
        let corners =
            tab.ask(json!({"type": "project", "points": [[44.5, 36.5], [55.5, 47.5], [-70, 40]]}), "projected").await;
        assert!(corners["points"][0].is_array() && corners["points"][1].is_array(), "{corners}");
        assert_eq!(corners["points"][2], Value::Null, "a point that is out of view");

        tab.post(json!({"type": "theme", "theme": "dark"})).await;
        tab.post(json!({"type": "layers", "layers": ["syunik"]})).await;
        tab.still().await;
        assert_eq!(tab.eval_in_frame::<String>("document.documentElement.dataset.theme").await, "dark");
        assert_eq!(tab.locate("caspian-sea").await, None, "a hidden layer can be clicked");

        for wrong in [
            json!({"type": "select", "id": "atlantis"}),
            json!({"type": "article", "n": 99}),
            json!({"type": "view", "at": [900, 900, 900]}),
            json!({"type": "view", "bounds": [1, 2]}),
            json!({"type": "layers", "layers": ["weather"]}),
            json!({"type": "theme", "theme": "pink"}),
            json!({"type": "date", "date": "yesterday"}),
            json!({"type": "lang", "lang": "xx"}),
            json!({"type": "project"}),
        ] {
            let error = tab.ask(wrong.clone(), "error").await;
            assert!(error["message"].as_str().is_some_and(|text| text.len() > 15), "{wrong} is answered by {error}");
        }
    });
}

#[test]
fn speaks_another_language_when_asked() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/place/syunik/", None).await;
        let long = tab.eval::<usize>("history.length").await;
        let since = tab.mail_count().await;
        tab.post(json!({"type": "lang", "lang": "fa"})).await;
        tab.mail("ready", since).await;
        assert_eq!(tab.eval_in_frame::<String>("document.documentElement.dir").await, "rtl");
        assert_eq!(
            tab.eval_in_frame::<String>("document.querySelector('[data-panel]').dataset.selected").await,
            "syunik"
        );
        assert_eq!(tab.eval::<usize>("history.length").await, long, "the history is the host's");
    });
}

#[test]
fn a_neighbouring_frame_is_not_the_host() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/", None).await;
        let stranger = format!(
            "document.querySelector('article').insertAdjacentHTML('beforeend', '<iframe src=\"{}/stranger/\"></iframe>')",
            magazine()
        );
        tab.run(&stranger).await;
        tab.wait("the stranger to speak", "notebook.mail.some(({ data }) => data === 'said')").await;
        // Messages are read in turn: when this is answered, those of the stranger have been read.
        tab.ask(json!({"type": "locate", "id": "instc"}), "located").await;
        assert!(
            !tab.eval_in_frame::<bool>("document.querySelector('[data-panel]').hasAttribute('data-selected')").await
        );
        assert!(!tab.eval_in_frame::<bool>("document.documentElement.hasAttribute('data-theme')").await);
    });
}

#[test]
fn the_wheel_is_the_hosts() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/", None).await;
        let (x, y) = tab.locate("caspian-sea").await.expect("the Caspian is in view");
        let before = tab.eval::<f64>("scrollY").await;
        let map = tab.ask(json!({"type": "project", "points": [[51.0, 41.0]]}), "projected").await;
        tab.wheel(x, y, 240.0).await;
        tab.wait("the article to scroll", &format!("scrollY > {before} + 100")).await;
        assert_eq!(
            tab.ask(json!({"type": "project", "points": [[51.0, 41.0]]}), "projected").await,
            map,
            "the map moved"
        );
        let hint = "document.querySelector('.hint')?.innerText ?? ''";
        assert!(tab.eval_in_frame::<String>(hint).await.len() < 120);
    });
}

#[test]
fn one_finger_is_the_hosts() {
    test(PHONE, async |tab| {
        open_article(tab, "/embed/", None).await;
        tab.run("scrollTo(0, document.getElementById('atlas').getBoundingClientRect().top + scrollY - 200)").await;
        // Close enough for a fingertip.
        tab.post(json!({"type": "view", "bounds": [47.0, 36.5, 54.5, 46.5]})).await;
        tab.still().await;
        let before = tab.eval::<f64>("scrollY").await;
        let (x, y) = tab.locate("caspian-sea").await.expect("the Caspian is in view");
        let finger = |y: f64| json!([{"x": x, "y": y}]);
        tab.touch("touchStart", finger(y)).await;
        for step in 1..=12 {
            let points = finger(y - 12.0 * f64::from(step));
            tab.touch("touchMove", points).await;
        }
        // A finger that rests before it lifts throws nothing: the article would go on scrolling for a while.
        tokio::time::sleep(Duration::from_millis(300)).await;
        tab.touch("touchMove", finger(y - 145.0)).await;
        tab.touch("touchEnd", json!([])).await;
        tab.wait("the article to scroll", &format!("scrollY > {before} + 60")).await;
        tab.run(&format!("scrollTo(0, {before})")).await;
        tab.scrolled().await;
        let (x, y) = tab.locate("caspian-sea").await.expect("the Caspian is in view");
        let since = tab.mail_count().await;
        tab.tap(x, y).await;
        assert_eq!(tab.mail("selected", since).await["id"], "caspian-sea");
    });
}

#[test]
fn works_in_a_sandbox() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/place/syunik/", Some("allow-scripts")).await;
        let since = tab.mail_count().await;
        let (x, y) = tab.locate("nakhchivan").await.expect("Nakhchivan is in view");
        tab.click(x, y).await;
        assert_eq!(tab.mail("selected", since).await["id"], "nakhchivan");
        assert_eq!(tab.eval_in_frame::<String>("document.documentElement.dataset.atlas").await, "ready");
        assert_eq!(tab.eval_in_frame::<String>("origin").await, "null", "it is no sandbox");
        // Pages may be hosted where no header can be set: nothing but the page itself, its style and one script is asked for.
        let asked = tab.eval_in_frame::<Vec<String>>("performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.split('.').pop())").await;
        assert!(asked.iter().all(|kind| ["css", "js", "svg"].contains(&kind.as_str())), "{asked:?}");
    });
}

#[test]
fn tells_wordpress_its_height() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/place/syunik/#?secret=abcdefghij", Some("allow-scripts")).await;
        let found = "notebook.mail.find(({ data }) => data?.message === 'height')";
        tab.wait("the height in WordPress's words", found).await;
        let said = tab.eval::<Value>(&format!("{found}.data")).await;
        assert_eq!(said["secret"], "abcdefghij");
        assert!(said["value"].as_i64().is_some_and(|height| (200..=1000).contains(&height)), "{said}");
        assert_eq!(
            tab.eval_in_frame::<String>("document.querySelector('[data-panel]').dataset.selected").await,
            "syunik"
        );
        assert_eq!(
            tab.eval_in_frame::<usize>("document.querySelectorAll('.note').length").await,
            0,
            "the fragment is tolerated"
        );
    });
}

#[test]
fn the_height_settles() {
    test(DESKTOP, async |tab| {
        open_article(tab, "/embed/place/syunik/", None).await;
        let heights = "notebook.mail.filter(({ data }) => data?.type === 'height').map(({ data }) => data.px)";
        let told = tab.eval::<Vec<f64>>(heights).await;
        assert!(told.iter().all(|height| (200.0..1600.0).contains(height)), "{told:?}");
        assert!(told.len() <= 3, "it cannot make up its mind: {told:?}");
        let last = told.last().copied().unwrap_or_default();
        let frame = tab.eval::<f64>("document.getElementById('atlas').clientHeight").await;
        assert_eq!(frame, last, "the host has obeyed");
        // The article is moved by this at most once, before the reader gets there.
        tab.still().await;
        assert_eq!(tab.eval::<Vec<f64>>(heights).await, told, "it goes on");
    });
}

#[test]
fn oembed_offers_a_frame() {
    let (_, file) = built().iter().find(|(path, _)| *path == "oembed/place/syunik.json").expect("an oEmbed answer");
    let answer: Value = serde_json::from_slice(&file.content).expect("JSON");
    assert_eq!(answer["type"], "rich");
    assert_eq!(answer["version"], "1.0");
    let html = answer["html"].as_str().unwrap_or_default();
    assert!(html.starts_with("<iframe ") && html.contains("embed/place/syunik/") && html.contains("title="), "{html}");
    assert!(!html.contains("<blockquote") && !html.contains("<script"), "{html}");
}
