//! Without a script the atlas is a document: the shapes of the map are links, every page has its text, and one can
//! read from place to article to commentary.

use crate::SUBJECTS;
use crate::harness::{DESKTOP, Tab, test};
use serde_json::json;

/// A point at which the topmost thing is a given link of the prerendered map.
async fn point_on_map(tab: &Tab, id: &str) -> (f64, f64) {
    let script = format!(
        "(() => {{
            const links = [...document.querySelectorAll('.map-static a[data-feature=\"{id}\"]')];
            const hits = (x, y) => links.includes(document.elementFromPoint(x, y)?.closest('a'));
            for (const link of links) {{
                for (const shape of link.querySelectorAll('path, circle, text, rect, use, polygon, polyline')) {{
                    const along = shape.getTotalLength?.() ?? 0;
                    const screen = shape.getScreenCTM();
                    for (let step = 1; step < 200 && along > 0; step++) {{
                        const {{ x, y }} = shape.getPointAtLength(along * step / 200).matrixTransform(screen);
                        if (hits(x, y)) return [x, y];
                    }}
                    const box = shape.getBoundingClientRect();
                    for (let row = 1; row < 40; row++) for (let column = 1; column < 40; column++) {{
                        const [x, y] = [box.x + box.width * column / 40, box.y + box.height * row / 40];
                        if (hits(x, y)) return [x, y];
                    }}
                }}
            }}
            return null;
        }})()"
    );
    let point = tab.eval::<Option<(f64, f64)>>(&script).await;
    point.unwrap_or_else(|| panic!("{id} cannot be clicked on the prerendered map"))
}

#[test]
fn shapes_of_the_map_are_links() {
    test(DESKTOP, async |tab| {
        tab.without_scripts().await;
        for id in SUBJECTS {
            // Small places are found on a page that is framed on their neighbourhood.
            let page = match id {
                "syunik" | "armenia-iran-border" => "/place/nakhchivan/",
                "nakhchivan" | "zangezur-corridor-tripp" => "/place/syunik/",
                _ => "/",
            };
            tab.goto(page).await;
            assert_eq!(tab.eval::<String>("document.documentElement.dataset.atlas").await, "static");
            let (x, y) = point_on_map(tab, id).await;
            tab.click(x, y).await;
            tab.wait(&format!("the page of {id}"), &format!("location.pathname === '/place/{id}/'")).await;
            tab.wait("its text", "document.readyState === 'complete' && document.querySelector('.reading h1')").await;
            assert_eq!(
                tab.eval::<Option<String>>("document.querySelector('[data-panel]').dataset.selected ?? null")
                    .await
                    .as_deref(),
                Some(id)
            );
            assert!(tab.count(".reading [data-article]").await > 0, "no article about {id}");
            assert!(tab.count(".reading [data-claim] .claim-text").await > 0, "no claim about {id}");
            assert!(tab.text(".reading .lead").await.len() > 40, "hardly a summary of {id}");
        }
    });
}

#[test]
fn from_place_to_article_to_commentary() {
    test(DESKTOP, async |tab| {
        tab.without_scripts().await;
        tab.goto("/place/rasht-astara-railway/").await;
        tab.click_on(".reading .chip[data-article]").await;
        tab.wait("an article", "location.pathname.startsWith('/treaty/') && document.querySelector('.reading h1')")
            .await;
        assert!(tab.count(".reading [data-feature][href]").await > 0, "the article leads to no place");
        tab.run("document.querySelectorAll('.panel details').forEach((fold) => { fold.open = true; })").await;
        tab.click_on(".reading [data-source][href]").await;
        tab.wait(
            "a commentary",
            "location.pathname.startsWith('/commentary/') && document.querySelector('.reading h1')",
        )
        .await;
        assert!(tab.count(".reading article[data-claim]").await > 0);
    });
}

#[test]
fn nothing_that_needs_a_script_is_offered() {
    test(DESKTOP, async |tab| {
        tab.without_scripts().await;
        tab.goto("/").await;
        for control in [".controls", ".theme", ".layers", "[data-failure]", ".feature-list a"] {
            let shown = format!(
                "[...document.querySelectorAll({})].some((it) => it.checkVisibility({{ visibilityProperty: true }}))",
                json!(control)
            );
            assert!(!tab.eval::<bool>(&shown).await, "{control} is offered");
        }
        assert!(tab.eval::<bool>("document.querySelector('.map-static svg').checkVisibility()").await);
        assert_eq!(tab.overflow().await, 0.0);
    });
}

#[test]
fn an_embed_is_a_document_too() {
    test(DESKTOP, async |tab| {
        tab.without_scripts().await;
        tab.goto("/embed/place/syunik/").await;
        assert!(tab.text("[data-panel] .reading h1").await.len() > 3);
        let (x, y) = point_on_map(tab, "nakhchivan").await;
        tab.click(x, y).await;
        tab.wait("the embed of another place", "location.pathname === '/embed/place/nakhchivan/'").await;
    });
}
