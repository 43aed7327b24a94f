//! Another atlas, `tests/fixtures/atlas-caspian/`: the same program, another instrument with its own layers, colours,
//! languages, opening view and inset, without a line of Rust changed.

use crate::golden;
use crate::harness::{DESKTOP, PHONE, test};
use crate::server::another;
use serde_json::json;

#[test]
fn its_opening_page_is_its_own() {
    test(DESKTOP, async |tab| {
        tab.open_ready(&format!("{}/", another())).await;
        assert_eq!(tab.text("h1").await, "Caspian Atlas");
        assert_eq!(
            tab.eval::<String>("document.title").await,
            "The Caspian convention of 2018, on the map · Caspian Atlas"
        );
        let languages = "[...document.querySelectorAll('[data-language]')].map((link) => link.lang)";
        assert_eq!(tab.eval::<Vec<String>>(languages).await, ["ru", "fa"]);
        let layers = "[...document.querySelectorAll('[data-layer]')].map((input) => input.dataset.layer)";
        assert_eq!(tab.eval::<Vec<String>>(layers).await, ["seabed", "energy", "ports", "parties"]);
        // What belongs to the other atlas is nowhere.
        let signs = tab.eval::<String>("document.querySelector('details.legend').textContent").await;
        assert!(signs.contains("Oil or gas field") && !signs.contains("Railway"), "{signs}");
        assert!(!tab.eval::<String>("document.body.textContent").await.to_lowercase().contains("corridor"));
        assert_eq!(golden::compare("caspian/opening", &golden::photograph(tab).await), None);
    });
}

#[test]
fn a_click_opens_a_place_and_a_link_its_article() {
    test(DESKTOP, async |tab| {
        tab.open_ready(&format!("{}/", another())).await;
        let (x, y) = tab.locate("trans-caspian-pipeline").await.expect("the pipeline is in view");
        tab.click(x, y).await;
        tab.wait_for_place("trans-caspian-pipeline").await;
        tab.wait("the article", "document.querySelector('.live a[data-article=\"14\"]') !== null").await;
        tab.click_on(".live a[data-article=\"14\"]").await;
        tab.wait("its page", "location.pathname === '/treaty/14/'").await;
        let told = tab.ask(json!({"type": "article", "n": 25}), "error").await;
        assert_eq!(told["message"], "Articles are numbered 0 (the preamble) to 24.");
        let told = tab.ask(json!({"type": "layers", "layers": ["corridor"]}), "error").await;
        assert_eq!(told["message"], "Layers are seabed, energy, ports, parties.");
        let told = tab.ask(json!({"type": "lang", "lang": "hy"}), "error").await;
        assert_eq!(told["message"], "This atlas is offered in en, ru, fa.");
    });
}

#[test]
fn its_third_language_reads_as_well_as_the_others() {
    test(PHONE, async |tab| {
        tab.open_ready(&format!("{}/place/alov-alborz/?layers=energy,seabed&theme=dark", another())).await;
        assert_eq!(tab.count("[data-failure]:not([hidden]), .note").await, 0);
        tab.click_on("[data-language][lang=ru]").await;
        tab.wait("the Russian page", "document.documentElement.lang === 'ru'").await;
        tab.ready().await;
        assert_eq!(tab.eval::<String>("location.search").await, "?layers=seabed,energy&theme=dark");
        assert_eq!(tab.overflow().await, 0.0);
        assert!(tab.text("h1").await.contains("Алов"));
    });
}
