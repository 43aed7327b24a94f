//! Holes: articles without places, places without claims, statements without proof, texts without translation.

use super::super::rules::quotation::{quotations, words};
use super::{list, start, unverified};
use atlas_model::texts::{self, Role};
use atlas_model::{Article, Atlas, Feature, Lang, Links, Profile};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

pub(super) fn write(atlas: &Atlas, profile: &Profile, out: &mut String) -> fmt::Result {
    writeln!(out, "COVERAGE")?;
    links(atlas, out)?;
    list(out, "Unverified statements", unverified::statements(atlas))?;
    translations(atlas, profile, out)?;
    list(out, "Quotations and their words", quoted(atlas))
}

fn links(atlas: &Atlas, out: &mut String) -> fmt::Result {
    let links = Links::new(atlas);
    let articles = atlas.articles.iter();
    let placeless = articles.clone().filter(|article| links.places_of_article(atlas, article.number).is_empty());
    list(out, "Articles with no place, and why", placeless.map(explained))?;
    let unclaimed = articles.filter(|article| links.claims_of_article(atlas, article.number).is_empty());
    list(out, "Articles with no claim, and why", unclaimed.map(explained))?;
    let by_claims = |place: &Feature| !links.claims_of_place(atlas, &place.id).is_empty();
    let by_articles = |place: &Feature| !links.articles_of_place(&place.id).is_empty();
    let holes = |linked: &dyn Fn(&Feature) -> bool| -> Vec<String> {
        let unlinked = atlas.features.iter().filter(|place| !linked(place));
        unlinked.map(|place| format!("{}: {}", place.id, reason(atlas, &links, place, linked))).collect()
    };
    list(out, "Places with no claim, and why they are there", holes(&by_claims))?;
    list(out, "Places with no article, and why they are there", holes(&by_articles))?;
    let placeless = atlas.claims.iter().filter(|claim| claim.places.is_empty());
    list(out, "Claims with no place", placeless.map(|claim| claim.id.clone()))
}

/// An article that nothing is linked to, and why: its note tells.
fn explained(article: &Article) -> String {
    let why = article.note.as_ref().map_or_else(|| "NO REASON GIVEN: tell it in the note".to_string(), start);
    format!("{} {}: {why}", article.number, article.title.get(Lang::ENGLISH))
}

/// Why a place is on the map that nothing is linked to: for a line through it that something is linked to, or for the
/// whole that it is a part of; where only claims are missing, for an article.
fn reason(atlas: &Atlas, links: &Links, place: &Feature, linked: &dyn Fn(&Feature) -> bool) -> String {
    let line = links.lines_around(atlas, place).into_iter().find(|line| linked(line));
    let whole = place.part_of.as_deref().and_then(|id| atlas.feature(id)).filter(|whole| linked(whole));
    let article = || links.articles_of_place(&place.id).first().map(|(article, _)| *article);
    match (line, whole) {
        (Some(line), _) => format!("on the line {}", line.id),
        (None, Some(whole)) => format!("part of {}", whole.id),
        (None, None) => match article() {
            Some(article) => format!("for article {article}"),
            None => "NO REASON GIVEN: link it, name what it is part of, or take it off the map".to_string(),
        },
    }
}

/// Names wanted in every language of the content, other texts in every language of the interface.
fn translations(atlas: &Atlas, profile: &Profile, out: &mut String) -> fmt::Result {
    let all: Vec<Lang> = profile.languages.iter().map(|language| language.code).collect();
    let offered: Vec<Lang> = profile.offered().collect();
    let mut missing: BTreeMap<(Lang, &str), BTreeMap<String, usize>> = BTreeMap::new();
    texts::visit(&mut atlas.clone(), &mut |whose, role, text| {
        let (sort, wanted): (_, &[Lang]) = match role {
            Role::Name => ("names", &all),
            Role::Prose => ("texts", &offered),
        };
        for lang in wanted.iter().filter(|lang| text.own(**lang).is_none()) {
            *missing.entry((*lang, sort)).or_default().entry(whose.to_string()).or_default() += 1;
        }
    });
    for ((lang, sort), things) in missing {
        let lines = things.into_iter().map(|(whose, count)| match count {
            1 => whose,
            count => format!("{whose} ({count} {sort})"),
        });
        list(out, &format!("Missing in {}, {sort}", lang.code()), lines)?;
    }
    Ok(())
}

fn quoted(atlas: &Atlas) -> Vec<String> {
    let mut found = Vec::new();
    texts::visit(&mut atlas.clone(), &mut |whose, _, text| {
        let quotes = quotations(text.get(Lang::ENGLISH));
        found.extend(quotes.into_iter().map(|quote| format!("{:>2}  {whose}: “{quote}”", words(quote))));
    });
    found
}
