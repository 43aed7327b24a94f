//! The content as curators edit it: the good atlas loads, every breach is reported in the words shown here.

mod atlas;
mod breaches;
mod ground;
mod guide;
mod outcome;
mod published;
mod schemas;

use atlas::Atlas;
use atlas_content::{Rule, load};
use atlas_model::Lang;
use breaches::BREACHES;
use std::collections::BTreeSet;

#[test]
fn the_good_atlas_has_no_problems() {
    assert_eq!(Atlas::small().problems(), Vec::<String>::new());
}

#[test]
fn every_breach_is_reported_in_these_words() {
    for breach in BREACHES {
        let atlas = Atlas::small();
        atlas.replace(breach.file, breach.old, breach.new);
        assert_eq!(atlas.problems(), breach.says, "{}", breach.what);
    }
}

#[test]
fn every_rule_has_a_breach() {
    let elsewhere = [Rule::Unreadable, Rule::MissingFile, Rule::StrayFile];
    let said: BTreeSet<&str> = BREACHES.iter().flat_map(|breach| breach.says).copied().collect();
    for rule in Rule::ALL.iter().filter(|rule| !elsewhere.contains(rule)) {
        let mark = format!("[{rule}]");
        assert!(said.iter().any(|sentence| sentence.contains(&mark)), "no breach of {rule}");
    }
}

/// Breaches in four files and of eight rules: one run finds them all, in order.
#[test]
fn all_problems_are_reported_in_one_run() {
    let atlas = Atlas::small();
    atlas
        .replace("commentary/gif.toml", "stance = \"supportive\"\n", "")
        .replace("commentary/gif.toml", "places = [\"instc\"]", "places = [\"intsc\", \"rasht\"]")
        .replace("commentary/mikovic.toml", "stance = \"sceptical\"", "stance = \"septical\"")
        .replace("features/corridor.geojson", "\"rank\": 2", "\"rank\": 9")
        .replace("features/corridor.geojson", "[49.1, 37.5]", "[49.10001, 37.5]")
        .replace("features/areas.geojson", "\"fa\": \"رشت\"", "\"fa\": \"\", \"tr\": \"Reşt\"")
        .replace("sources/documents.toml", "id = \"tass-2025-01-17\"", "id = \"Tass 2025\"");
    let rules: Vec<&str> = atlas.load().problems.iter().map(|problem| problem.rule.name()).collect();
    let expected = [
        "missing-key",
        "dangling-place",
        "unknown-word",
        "dangling-source",
        "empty-text",
        "unknown-language",
        "too-precise",
        "bad-number",
        "bad-id",
        "dangling-source",
        "dangling-source",
        "dangling-source",
        "dangling-source",
        "dangling-source",
    ];
    assert_eq!(rules, expected);
}

#[test]
fn files_that_are_not_read_are_reported() {
    let atlas = Atlas::small();
    atlas.write("features/towns.json", "{}").write("features/README.md", "notes").write("features/.swp", "");
    assert_eq!(
        atlas.problems(),
        ["geodata/features/towns.json:1:1: [stray-file] The file is not read, because its name does not end in \
          .geojson. Rename it, or move it out of the folder."]
    );
}

#[test]
fn words_in_a_language_that_is_not_offered_are_reported() {
    let atlas = Atlas::small();
    atlas.write("strings/tr.toml", "");
    assert_eq!(
        atlas.problems(),
        ["geodata/strings/tr.toml:1:1: [stray-file] The file is not read, because the atlas is not offered in this \
          language. Move it out of the folder."]
    );
}

/// The words of the interface belong to no atlas: each has the same.
#[test]
fn all_atlases_have_the_same_words() {
    let (whole, small) = (Atlas::whole().load().strings, Atlas::small().load().strings);
    assert_eq!(whole.keys().collect::<Vec<_>>(), [&Lang::ENGLISH, &Lang::new("fa")]);
    assert!(whole == small);
}

#[test]
fn files_that_are_missing_are_reported() {
    assert_eq!(
        Atlas::empty().problems(),
        [
            "geodata/about/en.md:1:1: [missing-file] The file is not there. Add it; geodata/README.md shows how.",
            "geodata/atlas.toml:1:1: [missing-file] The file is not there. Add it; geodata/README.md shows how.",
            "geodata/strings/en.toml:1:1: [missing-file] The file is not there. Add it; geodata/README.md shows how.",
            "geodata/treaty/articles.toml:1:1: [missing-file] The file is not there. Add it; geodata/README.md shows \
             how.",
            "geodata/treaty/treaty.toml:1:1: [missing-file] The file is not there. Add it; geodata/README.md shows \
             how.",
        ]
    );
}

#[test]
fn a_file_in_another_encoding_is_reported() {
    let atlas = Atlas::small();
    atlas.write("tours/corridor.toml", b"[tour]\nid = \"Gar\xe7on\"\n");
    assert_eq!(
        atlas.problems(),
        ["geodata/tours/corridor.toml:2:10: [unreadable] The file is not UTF-8 from here on. Save it as UTF-8."]
    );
}

/// Links into a malformed file are not called dangling: what it holds is not known.
#[test]
fn a_malformed_file_causes_one_problem() {
    for (file, text) in [
        ("features/corridor.geojson", ""),
        ("features/corridor.geojson", "[1, 2"),
        ("features/corridor.geojson", "\u{feff}{}"),
        ("commentary/mikovic.toml", "[source\n"),
        ("sources/documents.toml", "id = \n"),
        ("treaty/articles.toml", "= 1"),
    ] {
        let atlas = Atlas::small();
        atlas.write(file, text);
        let problems = atlas.load().problems;
        assert_eq!(problems.len(), 1, "{file} {text:?}: {problems:?}");
        assert_eq!(problems[0].rule, Rule::Syntax);
    }
}

/// Whatever an editor leaves behind while someone is typing: reported, and nothing worse.
#[test]
fn a_file_cut_anywhere_is_reported() {
    for file in ["features/areas.geojson", "commentary/gif.toml", "tours/corridor.toml", "treaty/treaty.toml"] {
        let whole = std::fs::read_to_string(Atlas::small().path().join(file)).expect("a file of the atlas");
        let content = whole.trim_end();
        for cut in (0..content.len()).step_by(content.len() / 20 + 1).filter(|cut| content.is_char_boundary(*cut)) {
            let atlas = Atlas::small();
            atlas.write(file, &content[..cut]);
            let problems = atlas.load().problems;
            assert!(!problems.is_empty(), "{file} cut at {cut}");
            assert!(problems.iter().all(|problem| problem.line > 0 && problem.column > 0));
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_a_failure() {
    let failure = load(&Atlas::empty().path().join("nowhere")).expect_err("nothing to read");
    let sentence = failure.to_string();
    assert!(sentence.starts_with("The content folder "), "{sentence}");
    assert!(sentence.ends_with("Name it with --content DIR."), "{sentence}");
}
