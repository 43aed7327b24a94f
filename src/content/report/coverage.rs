//! Holes: articles without places, places without claims, statements without proof, texts without translation.

use super::super::rules::quotation::{quotations, words};
use super::super::texts::{self, Role};
use super::{list, unverified};
use crate::atlas::{Article, Atlas, Lang, Links};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

pub(super) fn write(atlas: &Atlas, out: &mut String) -> fmt::Result {
    writeln!(out, "COVERAGE")?;
    links(atlas, out)?;
    list(out, "Unverified statements", unverified::statements(atlas))?;
    translations(atlas, out)?;
    list(out, "Quotations and their words", quoted(atlas))
}

fn links(atlas: &Atlas, out: &mut String) -> fmt::Result {
    let links = Links::new(atlas);
    let title = |article: &Article| format!("{} {}", article.number, article.title.get(Lang::En));
    let articles = atlas.articles.iter();
    let placeless = articles.clone().filter(|article| links.places_of_article(atlas, article.number).is_empty());
    list(out, "Articles with no place", placeless.map(title))?;
    let unclaimed = articles.filter(|article| links.claims_of_article(atlas, article.number).is_empty());
    list(out, "Articles with no claim", unclaimed.map(title))?;
    let places = atlas.features.iter().map(|feature| &feature.id);
    let unclaimed = places.clone().filter(|id| links.claims_of_place(atlas, id).is_empty());
    list(out, "Places with no claim", unclaimed.cloned())?;
    let unlinked = places.filter(|id| links.articles_of_place(id).is_empty());
    list(out, "Places with no article", unlinked.cloned())?;
    let placeless = atlas.claims.iter().filter(|claim| claim.places.is_empty());
    list(out, "Claims with no place", placeless.map(|claim| claim.id.clone()))
}

/// Names wanted in every language of the content, other texts in every language of the interface.
fn translations(atlas: &Atlas, out: &mut String) -> fmt::Result {
    let mut missing: BTreeMap<(Lang, &str), BTreeMap<String, usize>> = BTreeMap::new();
    texts::visit(&mut atlas.clone(), &mut |whose, role, text| {
        let (sort, wanted): (_, &[Lang]) = match role {
            Role::Name => ("names", &Lang::ALL),
            Role::Prose => ("texts", &Lang::INTERFACE),
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
        let quotes = quotations(text.get(Lang::En));
        found.extend(quotes.into_iter().map(|quote| format!("{:>2}  {whose}: “{quote}”", words(quote))));
    });
    found
}
