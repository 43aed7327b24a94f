//! The panels of a small atlas, against golden files.

use atlas_content as content;
use atlas_model::route::Page;
use atlas_model::{Atlas, Claim, Lang, Links, Text, Wording};
use atlas_text::scope::Scope;
use atlas_text::{index, reader};
use std::path::Path;
use std::sync::Arc;

fn scope(lang: Lang) -> Scope {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/atlas-small");
    let content = content::load(&folder).expect("the fixture can be read");
    assert!(content.problems.is_empty(), "{:?}", content.problems);
    let wording = Arc::new(content.wording(lang));
    let atlas = Arc::new(content.atlas);
    let links = Arc::new(Links::new(&atlas));
    Scope { atlas, links, wording, lang, embed: false, date: None, base: "../../".into() }
}

/// Every kind of page in both languages.
#[test]
fn panels_are_as_accepted() {
    for lang in [Lang::ENGLISH, Lang::new("fa")] {
        let cx = scope(lang);
        let pages = Page::all(&cx.atlas, &cx.links);
        let text = |page: &Page| if *page == Page::About { Some(index::about(&cx)) } else { reader::page(&cx, page) };
        let texts = pages.iter().filter_map(|page| Some((page, text(page)?.into_string())));
        let html: String =
            texts.map(|(page, text)| format!("<!-- {page:?} -->\n{}\n\n", text.replace("><", ">\n<"))).collect();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("golden");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("panels.{lang}"), html));
    }
}

/// The browser gets the words of one language, and not those that stand on pages alone: it writes the same.
#[test]
fn words_that_travelled_say_the_same() {
    for lang in [Lang::ENGLISH, Lang::new("fa")] {
        let cx = scope(lang);
        let packed = cx.wording.pack(lang);
        let (wording, rest) = Wording::unpack(&packed).expect("our own packing");
        assert!(rest.is_empty());
        assert_eq!(wording.profile.title.langs().collect::<Vec<_>>(), [lang]);
        let there = Scope { wording: Arc::new(wording), ..cx.clone() };
        for page in Page::all(&cx.atlas, &cx.links) {
            let text = |cx: &Scope| reader::page(cx, &page).map(|text| text.into_string());
            assert!(text(&cx) == text(&there), "{page:?}");
        }
    }
}

/// A claim that opposes several stands once, beside all of them; where it comes again it is a link.
#[test]
fn opposing_claims_are_told_once() {
    let mut cx = scope(Lang::ENGLISH);
    let mut atlas = Atlas::clone(&cx.atlas);
    let claim = |id: &str, of: &str, disputes: &[&str]| {
        let disputes = disputes.iter().map(|id| id.to_string()).collect();
        Claim {
            id: id.into(),
            text: Text::english(format!("Text of {id}.")),
            disputes,
            ..atlas.claim(of).unwrap().clone()
        }
    };
    atlas.claims = vec![
        claim("a", "gif-01", &["b", "c"]),
        claim("b", "mikovic-01", &["a", "d"]),
        claim("c", "mikovic-01", &["a"]),
        claim("d", "gif-02", &["b"]),
    ];
    cx.links = Arc::new(Links::new(&atlas));
    cx.atlas = Arc::new(atlas);
    let page = reader::page(&cx, &Page::Compare).unwrap().into_string();
    for id in ["a", "b", "c", "d"] {
        assert_eq!(page.matches(&format!("<p class=\"claim-text\">Text of {id}.</p>")).count(), 1, "{id}");
    }
    assert_eq!(page.matches("class=\"pair\"").count(), 2, "a with b and c, then b with d");
    assert!(page.contains("(<bdi lang=\"en\">Text of b.</bdi>)"), "{page}");
}

/// An area that nobody gives a figure of is told as measured; one beside a figure only there.
#[test]
fn a_measured_area_is_told_once() {
    let mut cx = scope(Lang::ENGLISH);
    let mut atlas = Atlas::clone(&cx.atlas);
    let told = |cx: &Scope| {
        let page = reader::page(cx, &Page::Place("caspian-sea".into())).unwrap().into_string();
        (page.matches("336,614 km²").count(), page.contains("Area, measured on this map"))
    };
    assert_eq!(told(&cx), (1, false), "beside the claimed area");
    atlas.features.iter_mut().for_each(|place| place.facts.clear());
    cx.atlas = Arc::new(atlas);
    assert_eq!(told(&cx), (1, true), "alone");
}
