//! The verb `check`: what it prints and how it ends.

use crate::atlas::Atlas;
use atlas_content::{Format, Outcome, check};
use serde_json::Value;
use std::path::Path;

fn run(atlas: &Atlas, format: Format) -> (Outcome, String) {
    let mut out = Vec::new();
    let outcome = check(&atlas.path(), format, &mut out).expect("writing to memory");
    (outcome, String::from_utf8(out).expect("UTF-8"))
}

#[test]
fn a_good_atlas_is_clean() {
    let (outcome, said) = run(&Atlas::small(), Format::Text);
    assert_eq!(outcome, Outcome::Clean);
    assert_eq!(
        said,
        "The content is in order: 5 places, 47 articles and the preamble, 3 claims from 2 commentaries, 2 documents \
         and 1 tour.\n"
    );
}

#[test]
fn problems_are_counted() {
    let atlas = Atlas::small();
    atlas.replace("commentary/gif.toml", "\"instc\"", "\"intsc\"").replace("tours/corridor.toml", "article:12", "12");
    let (outcome, said) = run(&atlas, Format::Text);
    assert_eq!(outcome, Outcome::Problems);
    assert!(said.ends_with("\n2 problems in 2 files.\n"), "{said}");
}

#[test]
fn editors_get_json() {
    let atlas = Atlas::small();
    atlas.replace("commentary/gif.toml", "\"instc\"", "\"intsc\"");
    let (outcome, said) = run(&atlas, Format::Json);
    assert_eq!(outcome, Outcome::Problems);
    let said: Value = serde_json::from_str(&said).expect("JSON");
    let problem = &said["problems"][0];
    assert_eq!((&problem["line"], &problem["column"]), (&31.into(), &11.into()));
    assert_eq!(problem["rule"], "dangling-place");
    assert_eq!(problem["message"], "claim “gif-02” names the place “intsc”, which does not exist.");
    assert_eq!(problem["remedy"], "Write instc, or add the place.");
    assert_eq!(said["problems"].as_array().map(Vec::len), Some(1));
}

#[test]
fn pull_requests_get_annotations() {
    let atlas = Atlas::small();
    atlas.replace("commentary/gif.toml", "\"instc\"", "\"intsc\"").replace(
        "features/areas.geojson",
        "\"fa\": \"رشت\"",
        "\"fa\": \"رشت\", \"%\": \"\"",
    );
    let (outcome, said) = run(&atlas, Format::GitHub);
    assert_eq!(outcome, Outcome::Problems);
    let folder = atlas.path().to_string_lossy().replace('\\', "/");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            format!(
                "::error file={folder}/commentary/gif.toml,line=31,col=11,title=dangling-place::claim “gif-02” names \
                 the place “intsc”, which does not exist. Write instc, or add the place."
            ),
            format!(
                "::error file={folder}/features/areas.geojson,line=49,col=47,title=unknown-language::“name” of feature \
                 “rasht” has the language “%25”, which the atlas does not have. Write one of en, fa, ru, az, hy."
            ),
            "2 problems in 2 files.".to_string(),
        ]
    );
}

#[test]
fn a_missing_folder_cannot_be_checked() {
    for format in [Format::Text, Format::Json, Format::Report, Format::GitHub] {
        let mut out = Vec::new();
        let outcome = check(&Atlas::empty().path().join("nowhere"), format, &mut out).expect("writing to memory");
        assert_eq!((outcome, outcome.code()), (Outcome::CouldNotRun, 2));
        assert!(String::from_utf8_lossy(&out).contains("cannot be read"));
    }
}

#[test]
fn the_report_names_holes_quotations_and_choices() {
    let (outcome, said) = run(&Atlas::small(), Format::Report);
    assert_eq!(outcome, Outcome::Clean);
    for line in [
        "Places with no claim, and why they are there: 2\n  syunik: NO REASON GIVEN: link it, name what it is part of, or take it off the map\n  rasht: on the line rasht-astara-railway\n",
        "Claims with no place: 0\n",
        "  rasht: GeoNames.\n",
        "Articles with no place, and why: 39\n  0 Preamble: NO REASON GIVEN: tell it in the note\n",
        "Missing in fa, names: 1\n  feature “rasht-astara-railway” (2 names)\n",
        "Quotations and their words: 1\n   3  claim “gif-01”: “the missing link”\n",
        "  rasht-astara-railway: shown as “Rasht–Astara railway”, not “The missing link” (GIF)\n",
        "Claims that dispute each other: 1\n  gif-01 and mikovic-01\n",
    ] {
        assert!(said.contains(line), "{line:?} is not in the report:\n{said}");
    }
}

/// What stands on the map of the atlas itself is there for a reason that the pages tell, an article without a place tells
/// why, and whose area a disputed line is drawn in is no secret.
#[test]
fn the_report_on_the_atlas_leaves_no_hole() {
    let content = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("geodata");
    let mut said = Vec::new();
    assert_eq!(check(&content, Format::Report, &mut said).expect("a report"), Outcome::Clean);
    let said = String::from_utf8(said).expect("text");
    assert!(!said.contains("NO REASON GIVEN"), "{said}");
    for name in ["ru", "az", "hy"].map(|lang| format!("Missing in {lang}, names")) {
        assert!(!said.contains(&name), "{said}");
    }
    for line in ["Crimea (line of claim): dashed within UKR", "Kashmir (line of control): dashed between IND and PAK"] {
        assert!(said.contains(line), "{said}");
    }
}
