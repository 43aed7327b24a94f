//! Reading leaves no trace with anybody else: no page asks another host for anything, keeps cookies, or needs a
//! Content-Security-Policy with holes in it. (That no page of any test does is checked in `harness::test`; here are
//! all kinds of pages.)

use crate::harness::{DESKTOP, test};
use crate::server::built;
use atlas_site::files::File;

const KINDS: [&str; 16] = [
    "/",
    "/place/instc/",
    "/place/rasht-astara-railway/",
    "/treaty/",
    "/treaty/0/",
    "/treaty/12/",
    "/commentary/",
    "/compare/",
    "/about/",
    "/embed/",
    "/embed/place/syunik/",
    "/embed/treaty/12/",
    "/fa/",
    "/fa/place/syunik/",
    "/fa/treaty/12/",
    "/fa/embed/",
];

#[test]
fn every_kind_of_page_keeps_to_itself() {
    test(DESKTOP, async |tab| {
        for page in KINDS {
            tab.open_ready(page).await;
            assert_eq!(tab.eval::<Vec<String>>("notebook.refused").await, Vec::<String>::new(), "{page}");
            assert_eq!(tab.eval::<String>("document.cookie").await, "", "{page}");
            let (lang, dir) = if page.starts_with("/fa/") { ("fa", "rtl") } else { ("en", "ltr") };
            let said = tab
                .eval::<(String, String)>("[document.documentElement.lang, getComputedStyle(document.body).direction]")
                .await;
            assert_eq!(said, (lang.to_string(), dir.to_string()), "{page}");
        }
    });
}

#[test]
fn nothing_is_kept_unless_the_reader_chooses() {
    test(DESKTOP, async |tab| {
        tab.open_ready("/").await;
        assert_eq!(tab.eval::<usize>("localStorage.length + sessionStorage.length").await, 0);
        tab.click_on("button.theme").await;
        tab.click_on("button.theme").await;
        assert_eq!(tab.eval::<String>("document.documentElement.dataset.theme").await, "dark");
        tab.open_ready("/about/").await;
        assert_eq!(
            tab.eval::<String>("document.documentElement.dataset.theme").await,
            "dark",
            "the choice is forgotten"
        );
    });
}

fn pages() -> impl Iterator<Item = (&'static str, String)> {
    let html = built().iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, file): (&str, &File)| (path, String::from_utf8_lossy(&file.content).into_owned()))
}

#[test]
fn no_page_has_an_inline_script_or_style() {
    let mut count = 0;
    for (path, html) in pages() {
        count += 1;
        assert!(html.contains("<meta http-equiv=\"Content-Security-Policy\""), "{path} has no policy");
        for (start, _) in html.match_indices("<script") {
            let rest = &html[start..];
            let (tag, after) = rest.split_once('>').expect("a whole tag");
            assert!(tag.contains(" src=") && after.starts_with("</script>"), "{path}: {tag}>");
        }
        assert!(!html.contains("<style"), "{path} has a style element");
        let outside_text = html.split('<').skip(1).filter_map(|part| part.split('>').next());
        for tag in outside_text {
            let bad = tag.contains(" style=")
                || tag.contains(" onclick=")
                || tag.contains(" onload=")
                || tag.contains("javascript:");
            assert!(!bad, "{path}: <{tag}>");
        }
    }
    assert!(count > 100, "only {count} pages");
}

#[test]
fn every_page_says_its_language_and_direction() {
    for (path, html) in pages() {
        let expected =
            if path.starts_with("fa/") { "<html lang=\"fa\" dir=\"rtl\"" } else { "<html lang=\"en\" dir=\"ltr\"" };
        assert!(html.contains(expected), "{path}");
        assert!(html.contains("data-atlas=\"static\""), "{path}");
    }
}
