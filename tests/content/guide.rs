//! The worked examples of the curator's guide are read as they stand.

use crate::atlas::Atlas;
use treaty_atlas::content::Rule;

const GUIDE: &str = include_str!("../../geodata/README.md");

/// The first block of code in `language` below a heading that mentions `heading`.
fn example(heading: &str, language: &str) -> &'static str {
    let below = GUIDE.split("\n## ").find(|section| section.starts_with(heading)).expect("the heading");
    let begin = format!("```{language}\n");
    let block = below.split(&begin).nth(1).expect("a block of code");
    block.split("```").next().expect("its end")
}

/// The examples stand alone, so they name what is not there; in every other way they follow the rules.
#[test]
fn the_examples_follow_their_own_rules() {
    let atlas = Atlas::small();
    let feature = example("A place", "json");
    atlas
        .write("sources/example.toml", example("A document", "toml"))
        .write("features/example.geojson", format!("{{\"type\": \"FeatureCollection\", \"features\": [{feature}]}}"))
        .write("treaty/treaty.toml", example("The treaty", "toml"))
        .write("treaty/articles.toml", example("An article", "toml"))
        .write("commentary/example.toml", example("A source and its claims", "toml"))
        .write("tours/example.toml", example("A tour", "toml"));
    let alone = [
        Rule::DanglingPlace,
        Rule::DanglingClaim,
        Rule::DanglingSource,
        Rule::DuplicateId,
        Rule::MissingArticle,
        Rule::ParagraphUnread,
    ];
    let content = atlas.load();
    let others: Vec<String> =
        content.problems.iter().filter(|problem| !alone.contains(&problem.rule)).map(ToString::to_string).collect();
    assert_eq!(others, Vec::<String>::new());
    assert!(content.atlas.claim("shakarian-26").is_some());
    assert!(content.atlas.document("tass-2026-01-09").is_some());
}
