//! The worked example of the curator's guide, made beside the atlas as it says.

use crate::atlas::Atlas;
use atlas_model::Links;
use std::fs;

const GUIDE: &str = include_str!("../../geodata/README.md");

/// The first file named below a heading, and the block of code that goes there.
fn example(heading: &str) -> (&'static str, &'static str) {
    let below = GUIDE.split(heading).nth(1).expect("the heading");
    let file = below.split('`').nth(1).expect("the name of a file");
    let block = below.split("```").nth(1).expect("a block of code");
    (file, block.split_once('\n').expect("its language, then the code").1)
}

/// Puts an article in place of the one with the same number.
fn replace_article(atlas: &Atlas, file: &str, article: &str) {
    const HEAD: &str = "[[article]]\n";
    let number = article.split_whitespace().nth(3).expect("[[article]] number = 1");
    let old = fs::read_to_string(atlas.path().join(file)).expect("the articles");
    let begin = old.find(&format!("{HEAD}number = {number}\n")).expect("an article of that number");
    let end = old[begin + 1..].find(HEAD).map_or(old.len(), |at| begin + 1 + at);
    atlas.write(file, format!("{}{article}\n{}", &old[..begin], &old[end..]));
}

#[test]
fn what_the_guide_adds_is_in_order_and_linked_in_all_directions() {
    let atlas = Atlas::whole();
    for heading in ["\n### 1. ", "\n### 2. ", "\n### 4. ", "\n### 5. ", "\n## The treaty: "] {
        let (file, text) = example(heading);
        atlas.write(file, text);
    }
    let (file, article) = example("\n### 3. ");
    replace_article(&atlas, file, article);

    let content = atlas.load();
    let problems: Vec<String> = content.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());

    let atlas = &content.atlas;
    let links = Links::new(atlas);
    assert!(atlas.document("menafn-2025-09-28").is_some());
    assert!(atlas.tours.iter().any(|tour| tour.id == "example"));
    let articles: Vec<String> =
        links.articles_of_place("sirik").iter().map(|(article, _)| article.to_string()).collect();
    assert_eq!(articles, ["23", "26", "26.1"]);
    let claims = links.claims_of_place(atlas, "sirik");
    assert_eq!(claims.iter().map(|claim| claim.id.as_str()).collect::<Vec<_>>(), ["example-01"]);
    assert!(links.places_of_article(atlas, 26).iter().any(|place| place.id == "sirik"));
    let answered = atlas.claim("gif-22").expect("the claim that is disputed");
    assert!(answered.disputes.contains(&"example-01".to_string()));
}
